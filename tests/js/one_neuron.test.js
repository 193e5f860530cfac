import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  bend,
  compute,
  spelled,
  whereItSwitches,
} from "../../microgpt/widgets/neuron/one_neuron.js";

const [{ neurons }] = JSON.parse(
  readFileSync(new URL("./cases/neuron.json", import.meta.url), "utf8"),
); // by test_neuron_widgets.py

test("every stage computes what Python computes", () => {
  assert.deepEqual([...new Set(neurons.map((one) => one.stage))].sort(), [1, 2, 3, 4]);
  for (const one of neurons) {
    const got = compute(one);
    assert.ok(Math.abs(got.z - one.z) < 1e-12 && Math.abs(got.out - one.output) < 1e-12);
    assert.doesNotMatch(spelled(one).join() + whereItSwitches(one), /NaN|undefined|Infinity/);
  }
});

test("where the ReLU switches on", () => {
  assert.equal(bend({ stage: 4, x: [2], w: [2], b: -3 }), 1.5);
  assert.equal(bend({ stage: 4, x: [1, 2], w: [2, -0.5], b: -2 }), 1.5);
  assert.equal(bend({ stage: 4, x: [1], w: [0], b: 2 }), null);
  for (const one of neurons) {
    const at = bend(one);
    if (at !== null)
      assert.ok(Math.abs(compute({ ...one, stage: 4, x: [at, ...one.x.slice(1)] }).z) < 1e-9);
  }
});

test("the same in words", () => {
  assert.equal(
    whereItSwitches({ stage: 4, x: [2], w: [2], b: -3 }),
    "It switches where 2x − 3 = 0, at x = 1.5. It is on to the right of that.",
  );
  assert.match(
    whereItSwitches({ stage: 4, x: [1, 2], w: [-2, -0.5], b: -2 }),
    /−2x₁ − 3 = 0, at x₁ = −1\.5\. It is on to the left/,
  );
  assert.match(whereItSwitches({ stage: 4, x: [1], w: [0], b: 1 }), /always on/);
  assert.match(whereItSwitches({ stage: 4, x: [1], w: [0], b: 0 }), /never on/);
  assert.equal(
    whereItSwitches({ stage: 4, x: [1], w: [1], b: 0 }),
    "It switches where 1x = 0, at x = 0. It is on to the right of that.",
  );
});

test("the arithmetic of each stage", () => {
  const state = { x: [1, 2], w: [2, -0.5], b: -2 };
  assert.deepEqual(spelled({ ...state, stage: 1 }), ["output = 1 + 2 = 3"]);
  assert.deepEqual(spelled({ ...state, stage: 2 }), ["output = 2·1 + (−0.5)·2 = 1"]);
  assert.deepEqual(spelled({ ...state, stage: 3 }), ["output = 2·1 + (−0.5)·2 − 2 = −1"]);
  assert.deepEqual(spelled({ ...state, stage: 4 }), [
    "z = 2·1 + (−0.5)·2 − 2 = −1",
    "output = ReLU(−1) = 0",
  ]);
});
