import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lines, regions } from "../../microgpt/widgets/data/program.js";
import { IDS } from "../../microgpt/widgets/draw/blocks.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { compute, drawn } from "../../microgpt/widgets/model/forward_pass.js";
import { likeliest } from "../../microgpt/widgets/model/forward_pass/guesses.js";
import { arithmetic } from "../../microgpt/widgets/model/forward_pass/sums.js";
import { codeOf, inAndOut, sentence } from "../../microgpt/widgets/model/forward_pass/words.js";

// by test_flow_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/forward.json", import.meta.url), "utf8"));
const model = modelAfter();
const emma = { name: "emma", position: 3, block: "q", number: 3, until: "model" };
const now = (state) => compute({ ...emma, ...state }, model);

for (const { state, numbers } of cases) {
  test(`every number of ${state.name} at ${state.position} is Python's`, () => {
    const got = compute(state, model);
    assert.deepEqual(Object.keys(got.numbers), IDS);
    assert.deepEqual([got.block, got.index], [state.block, state.number]);
    for (const [id, wanted] of Object.entries(numbers)) {
      assert.equal(got.numbers[id].length, wanted.length, id);
      wanted.forEach((x, i) => assert.ok(Math.abs(got.numbers[id][i] - x) < 1e-12, `${id} ${i}`));
    }
  });
}

/** What a sum in writing comes to. */
function worth(written) {
  const code = written
    .replace(/−/g, "-")
    .replace(/·/g, "*")
    .replace(/√(\d+)/g, "Math.sqrt($1)")
    .replace(/√\(/g, "Math.sqrt(")
    .replace(/max\(/g, "Math.max(")
    .replace(/e\^(-?[\d.]+)/g, "Math.exp($1)");
  assert.match(code, /^[-\d.+*/(), ]*(Math\.\w+[-\d.+*/(), ]+)*$/, written);
  return Function(`return (${code});`)();
}

test("each sum comes to its result, as far as two digits go", () => {
  for (const state of [{}, { position: 0 }, { name: "z", position: 1 }])
    for (const block of IDS) {
      const { numbers } = now({ ...state, block });
      for (let number = 0; number < numbers[block].length; number++) {
        const shown = now({ ...state, block, number });
        const [, ...parts] = arithmetic(shown).split(" = ");
        const result = worth(parts.at(-1));
        assert.ok(Math.abs(result - numbers[block][number]) < 0.0051, arithmetic(shown));
        for (const part of parts.slice(0, -1)) {
          if (/\[|all|nothing/.test(part)) continue;
          const off = Math.abs(worth(part) - result);
          assert.ok(off < 0.12 + 0.02 * Math.abs(result), `${block}: ${arithmetic(shown)}`);
        }
      }
    }
});

test("a number is called by its place, its letter, or its head", () => {
  assert.match(arithmetic(now({})), /^number 3 = .*·.* = 0\.75$/);
  assert.match(arithmetic(now({ block: "probs", number: 26 })), /^end = e\^.* = 0\.\d{3}$/);
  assert.match(arithmetic(now({ block: "scores", number: 5 })), /^head 1 on e = \(.*\) \/ √4 = /);
  assert.equal(arithmetic(now({ block: "token", number: 0 })).split(" = ")[1], "wte[12][0]");
  assert.equal(arithmetic(now({ block: "token", number: 99 })).split(" = ")[1], "wte[12][15]");
});

test("every block has its words, and its line stands in the region that is named", () => {
  const program = lines.join("\n");
  for (const block of IDS) {
    const shown = now({ block });
    assert.match(sentence(shown), /^[\w₀-₉].*\.$/);
    assert.match(inAndOut(shown), / (go|goes) in, \d+ numbers come out/);
    const { code, region } = codeOf(block);
    assert.equal(program.split(code).length, 2, code);
    const line = lines.findIndex((text) => text.includes(code)) + 1;
    const { first, last } = regions.find(({ name }) => name === region);
    assert.ok(first <= line && line <= last, `${code} stands in line ${line}`);
  }
  for (const position of [0, 4])
    for (const block of IDS)
      assert.doesNotMatch(sentence(now({ block, position })), /undefined|NaN/);
});

test("the last token's guess is compared with what comes", () => {
  assert.match(sentence(now({ block: "probs" })), /The surest is a, with 0\.25\d\. So it comes\.$/);
  assert.match(
    sentence(now({ block: "probs", position: 1 })),
    /The name goes on with m: 0\.\d{3}\.$/,
  );
  const [best] = likeliest(now({ position: 4 }).numbers.probs);
  assert.match(
    sentence(now({ block: "probs", position: 4 })),
    best === 26 ? /The surest is end, .* So it comes\.$/ : /The name ends here: 0\.\d{3}\.$/,
  );
});

test("what a later chapter brings is pale, and cannot be on view", () => {
  const pale = (until) => drawn(now({}), until).filter((item) => item.pale);
  assert.deepEqual(
    [pale("model"), pale("attention"), pale("embedding")].map((all) => all.length),
    [0, 7, 16],
  );
  assert.equal(pale("embedding")[0].pale, "chapter 07");
  assert.equal(pale("embedding").at(-1).pale, "chapter 08");
  assert.equal(now({ until: "embedding", block: "probs" }).block, "norm");
});

test("the ReLU block says how many units are off", () => {
  const shown = now({});
  const off = [...shown.numbers.relu].filter((x) => x === 0).length;
  assert.equal(shown.off, off);
  assert.equal(drawn(shown, "model").find(({ id }) => id === "relu").out, `${off} of 64 off`);
});
