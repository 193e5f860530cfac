import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FAULTS, FaultyTraining } from "../../microgpt/widgets/engine/faulty.js";
import { Training } from "../../microgpt/widgets/engine/train.js";

// written by tests/unit/test_diagnose_run.py
const cases = JSON.parse(readFileSync(new URL("./cases/faulty.json", import.meta.url), "utf8"));
const config = { n_layer: 1, n_embd: 8, n_head: 2, block_size: 16 };

test("every fault has a case", () => {
  assert.deepEqual(
    cases.map((/** @type {any} */ one) => one.fault),
    [...FAULTS],
  );
});

for (const { fault, options, records } of cases) {
  test(`${fault}: losses, gradients and steps are Python's`, () => {
    const run = new FaultyTraining(fault, { ...options, config });
    for (const [loss, gradient, move] of records) {
      const found = run.step();
      assert.ok(Math.abs(found.loss - loss) < 1e-9 * loss);
      assert.ok(Math.abs(found.gradient - gradient) < 1e-9 * gradient);
      assert.ok(Math.abs(found.move - move) < 1e-9 * move);
    }
  });
}

test("a run without a fault is the right loop's", () => {
  const { options } = cases[0];
  const one = new FaultyTraining("none", { ...options, config });
  const other = new Training({ ...options, config });
  while (!other.done) assert.equal(one.step().loss, other.step().loss);
  assert.deepEqual(one.model.weights, other.model.weights);
});
