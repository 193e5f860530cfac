import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, sentence } from "../../microgpt/widgets/training/five_steps.js";

// by test_generation_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/loop.json", import.meta.url), "utf8"));
/**
 * @param {number} a
 * @param {number} b
 */
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

for (const { state, rounds } of cases) {
  test(`the loop ${JSON.stringify(state)}: probabilities, loss, blame, new numbers`, () => {
    const got = compute(state).rounds;
    assert.equal(got.length, rounds.length);
    got.forEach((round, k) => {
      close(round.loss, rounds[k].loss);
      for (const key of /** @type {const} */ (["numbers", "probs", "blame", "next"]))
        round[key].forEach((x, i) => close(x, rounds[k][key][i]));
    });
  });
}

test("where the loop stands", () => {
  const at = (/** @type {number} */ steps) => {
    const { rounds, station } = compute({ steps, step_size: 1, start: [1, 0, -1, 0.5] });
    return [rounds.length, station];
  };
  assert.deepEqual([0, 1, 5, 6, 10, 100].map(at), [
    [1, 0],
    [1, 1],
    [1, 5],
    [2, 1],
    [2, 5],
    [20, 5],
  ]);
});

test("every sentence has finite numbers, at every extreme", () => {
  for (const start of [
    [0, 0, 0, 0],
    [5, 5, -5, 5],
    [-5, -5, 5, -5],
  ])
    for (const step_size of [0, 5])
      for (let steps = 0; steps <= 100; steps++) {
        const { rounds, now, station } = compute({ steps, step_size, start });
        assert.doesNotMatch(
          sentence(now, station, step_size, rounds.at(-2)),
          /NaN|undefined|Infinity|∞/,
        );
      }
});
