import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, tell } from "../../microgpt/widgets/calculus/gradient_descent.js";
import { factor, four, short } from "../../microgpt/widgets/calculus/short.js";

// by test_descent_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/descent.json", import.meta.url), "utf8"));
const descents = cases.flatMap((one) => one.descent ?? []);
const bowl = { landscape: "bowl", start: [2, 1], learning_rate: 0.1, steps: 0 };

test("losses are Python's, step by step, and the words hold numbers", () => {
  for (const { losses, path, ...state } of descents) {
    const got = compute(state);
    assert.deepEqual(got.losses, losses);
    assert.equal(got.taken, path.length - 1);
    assert.equal(got.diverged, losses.at(-1) > 1e6);
    for (const steps of [0, 1, 2, 40])
      assert.doesNotMatch(tell({ ...state, steps }), /NaN|undefined|Infinity|∞/);
  }
});

test("how it ends", () => {
  assert.equal(compute({ ...bowl, steps: 200 }).ended, true);
  assert.equal(compute({ ...bowl, steps: 20 }).ended, false);
  const wild = compute({ ...bowl, learning_rate: 1, steps: 200 });
  assert.deepEqual([wild.taken, wild.diverged, wild.away], [6, true, true]);
  assert.equal(compute({ ...bowl, landscape: "plateau", steps: 200 }).level, false);
});

test("in words", () => {
  const says = (more) => tell({ ...bowl, ...more });
  assert.equal(says({}), "The ball has not moved yet. Press Step.");
  assert.equal(says({ steps: 1 }), "Step 1 took the loss from 6 to 3.28.");
  assert.equal(
    says({ learning_rate: 1, steps: 9 }),
    "The steps overshoot: each lands higher than the one before. Loss 1.1e6: stopped.",
  );
  assert.match(
    says({ learning_rate: 0.6, steps: 1, start: [0, 1] }),
    /^This step went uphill, from loss 2 to 3\.92: it was too long and overshot\.$/,
  );
  assert.match(says({ learning_rate: 0.4, steps: 1 }), /crossed the floor along w2/);
  assert.match(says({ landscape: "plateau", steps: 50 }), /hardly moves/);
  assert.match(says({ steps: 200 }), /^After 200 steps the ground is level/);
  assert.match(says({ start: [0, 0] }), /^The ground is level/);
  assert.match(
    says({ landscape: "plateau", start: [-0.5, -0.5], learning_rate: 10, steps: 1 }),
    /off the map/,
  );
});

test("numbers as the reader's cell prints them, very large ones in powers of ten", () => {
  assert.deepEqual([1.6, -0.00001, 12345.678, -2e22].map(four), [
    "1.6000",
    "0.0000",
    "1.2e4",
    "−2.0e22",
  ]);
  assert.deepEqual(
    [1.6, -0.00001, 1e7].map((x) => short(x)),
    ["1.6", "0", "1.0e7"],
  );
  assert.deepEqual(
    [4, -4, -1e7].map((x) => factor(x)),
    ["4", "(−4)", "(−1.0e7)"],
  );
});
