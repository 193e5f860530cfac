import assert from "node:assert/strict";
import { test } from "node:test";
import { compute, leftCells, rightCells } from "../../microgpt/widgets/attention/cache_is_mask.js";
import {
  LAST,
  gapText,
  leftWords,
  rightWords,
  verdict,
} from "../../microgpt/widgets/attention/cache_is_mask/words.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { toyModel } from "../../microgpt/widgets/engine/toy.js";

// Both computations are compared with Python's, and with each other, in attention.test.js.
const models = { toy: toyModel(), trained: modelAfter() };
const now = (state) =>
  compute({ tokens: ["BOS", "a", "b", "c"], name: "emma", step: 0, ...state }, models);
const kinds = (cells) => cells.map((row) => row.map((cell) => cell.kind[0]).join(""));

test("the left side grows by a row a letter, and never has an upper half", () => {
  assert.deepEqual(kinds(leftCells(now({ step: 0 }))), ["lnnn", "llnn", "llln", "llll"]);
  assert.deepEqual(kinds(leftCells(now({ step: 2 }))), ["wnnn", "wwnn", "llln", "llll"]);
  assert.deepEqual(kinds(leftCells(now({ step: LAST }))), ["wnnn", "wwnn", "wwwn", "wwww"]);
});

test("the right side has all scores, then the mask, then weights, and ends as the left one", () => {
  assert.deepEqual(kinds(rightCells(now({ step: 1 }))), ["ssss", "ssss", "ssss", "ssss"]);
  assert.deepEqual(kinds(rightCells(now({ step: 2 }))), ["smmm", "ssmm", "sssm", "ssss"]);
  const softmaxed = rightCells(now({ step: 3 }));
  assert.deepEqual(
    softmaxed[0].map((cell) => cell.value),
    [1, 0, 0, 0],
  );
  assert.deepEqual(rightCells(now({ step: LAST })), leftCells(now({ step: LAST })));
});

test("a row of weights adds to 1 as printed", () => {
  for (const row of [...leftCells(now({ step: LAST })), ...rightCells(now({ step: 3 }))]) {
    const hundredths = row.map(({ text = "0" }) => Math.round(100 * Number(text)));
    assert.equal(
      hundredths.reduce((a, b) => a + b),
      100,
    );
  }
});

test("no difference at all, for the toy model and for the trained one", () => {
  for (const name of ["a", "emma", "zzzzzzzzzzzzzzz", "alexandriannaxy"]) {
    const { gaps, name: asked } = now({ name });
    assert.ok(gaps.flat().every((gap) => gap === 0));
    assert.deepEqual(asked, { text: name, numbers: 16 * (name.length + 1), gap: 0 });
  }
});

test("a difference would be told with its size", () => {
  assert.equal(gapText(0), "0");
  assert.equal(gapText(2.22e-16), "2.2e−16");
  assert.match(verdict(now({}).name), /^For emma: 80 numbers .* is exactly 0\.$/);
  assert.match(verdict({ text: "x", numbers: 32, gap: 1e-16 }), /1\.0e−16: the sums were rounded/);
});

test("both sides have words for every step, whatever the tokens", () => {
  for (const tokens of [["a"], ["BOS", "b"], ["BOS", "a", "b", "c"]])
    for (let step = 0; step <= LAST; step++) {
      const said = leftWords(now({ tokens, step })) + rightWords(now({ tokens, step }));
      assert.doesNotMatch(said, /undefined|NaN/);
    }
  assert.match(leftWords(now({ tokens: ["a"], step: 3 })), /^All letters have come/);
  assert.match(rightWords(now({ step: 1 })), /16 scores/);
});
