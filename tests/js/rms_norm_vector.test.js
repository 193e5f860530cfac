import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, spelled, tell } from "../../microgpt/widgets/tokens/rms_norm_vector.js";

// by test_tokens_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/rmsnorm.json", import.meta.url), "utf8"));

test("the page norms what Python norms, and says no nonsense", () => {
  for (const { x, normed } of cases) {
    const result = compute({ x });
    result.normed.forEach((y, i) => assert.ok(Math.abs(y - normed[i]) < 1e-12));
    assert.doesNotMatch(tell(result) + spelled({ x }, result).join(), /NaN|undefined|Infinity|e-/);
  }
});

test("the direction is kept, and the length is the square root of 2", () => {
  for (const { x } of cases.filter((one) => Math.hypot(...one.x) > 0.5)) {
    const { normed, length } = compute({ x });
    assert.ok(Math.abs(length - Math.SQRT2) < 1e-3);
    assert.ok(Math.abs(normed[0] * x[1] - normed[1] * x[0]) < 1e-12);
    assert.ok(normed[0] * x[0] + normed[1] * x[1] > 0);
  }
});

test("at zero and near it", () => {
  assert.match(tell(compute({ x: [0, 0] })), /All zeros/);
  assert.match(tell(compute({ x: [0.002, 0.001] })), /the length 0\.63, not 1\.41/);
  assert.match(tell(compute({ x: [3, 4] })), /Its length is 1\.41/);
});

test("the arithmetic, line by line", () => {
  const state = { x: [3, -4] };
  assert.deepEqual(spelled(state, compute(state)), [
    "mean square: (3² + (−4)²) / 2 = 12.5",
    "divide by √(12.5 + 0.00001) = 3.536",
    "y = rmsnorm(x) = [0.849, −1.131]",
  ]);
});
