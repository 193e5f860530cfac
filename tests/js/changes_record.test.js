import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { everyNth } from "../../microgpt/widgets/engine/split.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { planOf } from "../../microgpt/widgets/training/is_it_real.js";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const record = read("../../microgpt/datasets/changes.json");
// written by tests/unit/test_is_it_real.py
const first = read("./cases/changes_first.json");
const split = everyNth(names.split(" "));

/**
 * The run that the widget starts after a change.
 * @param {import("../../microgpt/widgets/training/is_it_real.js").ChangeName} change
 * @param {number} seed
 */
function trainingOf(change, seed) {
  const state = /** @type {any} */ ({ change, rounds: record.steps });
  const options = planOf(state, 1).models.after(seed);
  return new Training({ ...split, steps: record.steps, seed, ...options });
}

for (const [change, seed] of /** @type {const} */ ([
  ["beta1", 2],
  ["seed", 1],
  ["decay", 32],
])) {
  test(`the recorded loss of ${change}, seed ${seed}, comes out again`, () => {
    const training = trainingOf(change, seed);
    while (!training.done) training.step();
    assert.ok(Math.abs(training.heldOutLoss() - record.losses[change][seed - 1]) < 1e-7);
  });
}

test("Python begins such a run with the same losses", () => {
  for (const { name, losses } of first) {
    const training = trainingOf(name, 1);
    for (const loss of losses) assert.ok(Math.abs(training.step().loss - loss) < 1e-12, name);
  }
});
