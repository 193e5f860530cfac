import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parameterCount } from "../../microgpt/widgets/engine/parameters.js";
import { compute } from "../../microgpt/widgets/model/parameter_counter.js";
import { bestFit, layOut } from "../../microgpt/widgets/model/parameter_counter/area.js";
import { written } from "../../microgpt/widgets/model/parameter_counter/table.js";
import * as words from "../../microgpt/widgets/model/parameter_counter/words.js";

// by test_lines_and_blocks_widgets.py
const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), "utf8"));
const cases = read("parameter_counter");

test("every matrix, every group and the sum are Python's", () => {
  for (const { state, counts, total, groups, divisible } of cases) {
    const counted = compute(state);
    assert.equal(counted.total, total);
    assert.equal(parameterCount(state, state.vocab_size), total);
    assert.equal(counted.fits, divisible);
    for (const { name, rows, cols, times, count } of counted.matrices) {
      assert.equal(rows * cols, counts[name]);
      assert.equal(count, times * counts[name]);
    }
    assert.deepEqual(
      Object.fromEntries(counted.groups.map(({ name, count }) => [name, count])),
      groups,
    );
  }
});

test("the areas are the counts, at every height, and nothing lies on another", () => {
  for (const { state, groups } of cases.filter((one) => one.total < 1e7)) {
    for (const tall of [4 * state.n_embd, 9 * state.n_embd, 4 * state.n_embd * state.n_layer]) {
      const { drawn, wide } = layOut(state, tall);
      const area = (/** @type {string} */ group) =>
        drawn
          .filter((one) => one.group === group)
          .flatMap((one) => one.rects)
          .reduce((sum, rect) => sum + rect.wide * rect.tall, 0);
      for (const [name, count] of Object.entries(groups))
        assert.ok(Math.abs(area(name) - count) < 1e-6 * count, name);
      assert.ok(apart(drawn.flatMap((one) => one.rects)));
      const ends = drawn.flatMap((one) => one.rects).map((rect) => rect.x + rect.wide);
      assert.ok(Math.max(...ends) <= wide + 1e-6);
    }
  }
});

/** @param {{ x: number, y: number, wide: number, tall: number }[]} rects */
function apart(rects) {
  const less = (/** @type {number} */ a, /** @type {number} */ b) => a <= b + 1e-6;
  return rects.every((a, i) =>
    rects
      .slice(i + 1)
      .every(
        (b) =>
          less(a.x + a.wide, b.x) ||
          less(b.x + b.wide, a.x) ||
          less(a.y + a.tall, b.y) ||
          less(b.y + b.tall, a.y),
      ),
  );
}

test("the picture fits its place whatever the sizes", () => {
  for (const { state } of cases) {
    for (const [width, height] of [
      [640, 270],
      [200, 150],
    ]) {
      const { wide, tall, scale } = bestFit(state, width, height);
      assert.ok(scale > 0);
      assert.ok(wide * scale <= width + 1e-6 && tall * scale <= height + 1e-6);
    }
  }
});

test("the sum as the course writes it", () => {
  const line = (/** @type {string} */ name) =>
    words.sumLine(compute(words.PRESETS[name]), words.PRESETS[name].n_layer);
  assert.equal(line("microgpt"), "= 432 + 256 + 432 + 4 × 256 + 1,024 + 1,024");
  assert.equal(line("twice as deep"), "= 432 + 256 + 432 + 2 × (4 × 256 + 1,024 + 1,024)");
  assert.equal(compute(words.PRESETS["twice as wide"]).total, 14528);
  assert.equal(words.presetOf({ ...words.PRESETS.microgpt, n_head: 2 }), "");
  assert.equal(written("layer0.attn_wq", 12), "layer0…11.attn_wq");
  assert.equal(written("wte", 12), "wte");
});

test("GPT-2's own count, and why ours is another", () => {
  const [{ ours, total, tied, biases, norms, ...sizes }] = read("gpt2_count");
  assert.deepEqual(words.gpt2(sizes), { total, tied, biases, norms });
  const counted = compute(sizes);
  assert.equal(counted.total, ours);
  const said = words.tell(sizes, counted).map((one) => one.text);
  assert.match(said.at(-1) ?? "", /GPT-2 itself has 124,439,808: .*38,597,376 fewer/);
});

test("what is said: the ratio never grows, and heads that do not fit are named", () => {
  for (const { state, divisible } of cases) {
    const said = words.tell(state, compute(state));
    assert.match(said[0].text, state.n_embd === 16 ? /= 2 : 1\.$/ : /= 2 : 1, as at every width/);
    assert.equal(
      said.some((one) => one.bad),
      !divisible,
    );
    assert.ok(said.every((one) => !/NaN|undefined|Infinity/.test(one.text)));
  }
  const state = { ...words.PRESETS.microgpt, n_head: 3 };
  const bad = words.tell(state, compute(state)).find((one) => one.bad);
  assert.match(bad?.text ?? "", /16 numbers cannot .* among 3 heads: .* here: 1, 2, 4, 8, 16\./);
});
