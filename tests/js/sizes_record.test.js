import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { everyNth } from "../../microgpt/widgets/engine/split.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { paramsOf, planOf } from "../../microgpt/widgets/scale/scaling_law/runs.js";

// by test_sizes.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/sizes_recorded.json", import.meta.url), "utf8"),
);
const split = everyNth(names.split(" "));

for (const { rounds, width, layers, rate, params, seed, loss } of cases) {
  test(`the widget's model of ${params} parameters has the recorded loss`, () => {
    const { models } = planOf({ width, layers, rate, rounds }, 1);
    const training = new Training({ ...split, ...models.own(), seed, steps: rounds });
    while (!training.done) training.step();
    assert.equal(training.model.weights.length, params);
    assert.equal(paramsOf({ width, layers }), params);
    assert.ok(Math.abs(training.heldOutLoss() - loss) < 1e-9);
  });
}
