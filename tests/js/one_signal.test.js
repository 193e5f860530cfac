import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Gradient } from "../../microgpt/widgets/engine/gradient.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { compute } from "../../microgpt/widgets/program/one_signal.js";
import { FACTS, LINES, adamLines } from "../../microgpt/widgets/program/one_signal/words.js";

// by test_one_signal.py
const cases = JSON.parse(readFileSync(new URL("./cases/one_signal.json", import.meta.url), "utf8"));
const stops = JSON.parse(
  readFileSync(new URL("../../microgpt/widgets/program/one_signal.json", import.meta.url), "utf8"),
);
const model = modelAfter();
const close = (a, b, within = 1e-10) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);
const allClose = (a, b) => {
  assert.equal(a.length, b.length);
  b.forEach((x, i) => close(a[i], x));
};
const EMMA = cases[0].state;

for (const { state, blocks, probs, target, ...expected } of cases) {
  test(`the way of position ${state.position} of ${state.name} is Python's`, () => {
    const now = compute(state, model);
    const { way } = now;
    for (const [name, numbers] of Object.entries(blocks)) allClose(way.blocks[name], numbers);
    allClose(way.blocks.probs, probs);
    allClose(way.blame, expected.blame);
    assert.equal(way.target, target);
    close(way.loss, expected.loss);
    close(way.lossAfter, expected.after);
    assert.deepEqual(
      way.lengths.map(({ matrix }) => matrix),
      Object.keys(expected.lengths),
    );
    way.lengths.forEach(({ matrix, length }) => close(length, expected.lengths[matrix]));
    const { row, column, numbers } = now.weight;
    assert.deepEqual([row, column], expected.place);
    const { value, g, m, v, mHat, vHat, next } = numbers;
    const { gradient, m_hat, v_hat, after, ...own } = expected.weight;
    allClose(
      [value, g, m, v, mHat, vHat, next],
      [own.value, gradient, own.m, own.v, m_hat, v_hat, after],
    );
    assert.equal(now.guesses[now.drawn], expected.drawn);
  });
}

test("the gradient of one guess is what a whole document's has more than a shorter one's", () => {
  const gradient = new Gradient(model);
  const tokens = [26, 4, 12, 12, 0, 26];
  const sums = [3, 4].map((n) => {
    gradient.of(tokens.slice(0, n + 1));
    return gradient.grads.map((g) => n * g);
  });
  const loss = gradient.of(tokens, [null, null, null, 0, null]);
  gradient.grads.forEach((g, i) => close(g, sums[1][i] - sums[0][i], 1e-12));
  assert.equal(loss, compute({ ...EMMA, position: 3 }, model).way.loss);
});

test("the model stays as it is", () => {
  const before = model.weights.slice();
  compute(EMMA, model);
  assert.deepEqual(model.weights, before);
});

test("each stop has its words, open and behind, without a number that is none", () => {
  assert.equal(FACTS.length, stops.length);
  assert.equal(LINES.length, stops.length);
  for (const { state } of cases) {
    const now = compute(state, model);
    for (const write of [...FACTS, ...LINES]) assert.doesNotMatch(write(now), /NaN|undefined|-/);
    assert.doesNotMatch(adamLines(now).join(), /NaN|undefined|-/);
  }
});

test("what emma's second m goes through, in words", () => {
  const now = compute(EMMA, model);
  assert.equal(FACTS[0](now), "m₂ stands at position 2; its token id is 12.");
  assert.match(FACTS[2](now), /^Most is taken from: e 0.58 in head 0, /);
  assert.match(FACTS[4](now), /^49 of 64 are off/);
  assert.match(FACTS[6](now), /^m follows: −log 0.00847 = 4.77\./);
  assert.match(FACTS[7](now), /^For m: 0.00847 − 1 = −0.99\./);
  assert.equal(
    FACTS[8](now),
    "All weights move so. The same guess, made again: loss 3.60, after 4.77.",
  );
  assert.equal(LINES[6](now), "m: loss 4.77");
  assert.equal(adamLines(now)[4], "new value = −0.1198 − (−0.0100) = −0.1098");
});

test("at the end of the name the end follows; BOS looks at itself", () => {
  const last = compute({ ...EMMA, position: 4, matrix: "lm_head" }, model);
  assert.match(FACTS[6](last), /^the end follows/);
  assert.match(last.weight.label, /^lm_head\[\w+\]\[\d+\]$/);
  assert.match(FACTS[2](compute({ ...EMMA, position: 0 }, model)), /nothing before it/);
  assert.equal(compute({ ...EMMA, name: "al", position: 9 }, model).way.at, 2);
});
