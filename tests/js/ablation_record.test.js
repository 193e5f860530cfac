import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { everyNth } from "../../microgpt/widgets/engine/split.js";
import { Training } from "../../microgpt/widgets/engine/train.js";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const record = read("../../microgpt/datasets/ablations.json");
// written by tests/unit/test_evidence.py
const first = read("./cases/ablation_first.json");
const split = everyNth(names.split(" "));

for (const [name, seed] of /** @type {const} */ ([
  ["whole", 1],
  ["attention", 3],
])) {
  test(`the recorded loss of ${name}, seed ${seed}, comes out again`, () => {
    const { steps, losses } = record.runs[0];
    const without = name === "whole" ? null : name;
    const training = new Training({ ...split, seed, steps, without });
    while (!training.done) training.step();
    assert.ok(Math.abs(training.heldOutLoss() - losses[name][seed - 1]) < 1e-9);
  });
}

test("Python begins such a run with the same losses", () => {
  for (const { without, seed, losses } of first) {
    const training = new Training({ ...split, seed, without });
    for (const loss of losses) assert.ok(Math.abs(training.step().loss - loss) < 1e-12);
  }
});
