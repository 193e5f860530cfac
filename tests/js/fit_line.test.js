import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, tell } from "../../microgpt/widgets/calculus/fit_line.js";
import { frame } from "../../microgpt/widgets/calculus/fit_picture.js";

// by test_descent_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/descent.json", import.meta.url), "utf8"));
const fits = cases.flatMap((one) => one.fit ?? []);
const start = { x: 3, target: 10, w: 0, b: 0, learning_rate: 0.02, steps: 0, by: "descent" };

test("every number of every step is Python's", () => {
  assert.equal(fits.length, 20);
  for (const { history, ...state } of fits) {
    const { rows } = compute(state);
    assert.equal(rows.length, history.length);
    rows.forEach((row, i) => {
      for (const [name, value] of Object.entries(history[i]))
        assert.equal(row[name] + 0, value + 0, name);
    });
    for (const steps of [0, 1, 30])
      assert.doesNotMatch(tell({ ...state, steps }), /NaN|undefined|Infinity|∞/);
  }
});

test("by hand nothing descends", () => {
  assert.equal(compute({ ...start, by: "hand", steps: 9 }).rows.length, 1);
  assert.match(tell({ ...start, by: "hand" }), /^The line is 10 too low at x = 3\./);
  assert.match(tell({ ...start, by: "hand", w: 5 }), /^The line is 5 too high/);
  assert.match(tell({ ...start, by: "hand", w: 3, b: 1 }), /^The line goes through the point/);
});

test("in words: closer, past the target, as far off, further off", () => {
  const says = (more) => tell({ ...start, ...more });
  assert.equal(says({}), "The line has not moved yet. Press Step.");
  assert.equal(
    says({ steps: 1 }),
    "Step 1 moved the prediction from 0 to 4. That is closer: the loss fell from 100 to 36.",
  );
  assert.match(
    says({ steps: 1, learning_rate: 0.08 }),
    /went past the target, yet landed closer: the loss fell from 100 to 36\./,
  );
  assert.match(
    says({ steps: 1, learning_rate: 0.1 }),
    /exactly as far off on the other side: the loss stays 100\.$/,
  );
  assert.match(
    says({ steps: 1, learning_rate: 0.2 }),
    /overshot: the loss grew from 100 to 900\.$/,
  );
  assert.match(
    says({ steps: 99, learning_rate: 0.2 }),
    /each lands further off than the one before\. Loss 5\.9e6: stopped\.$/,
  );
  assert.match(says({ steps: 1, learning_rate: 0.05 }), /^After 1 step the miss is 0/);
});

test("the picture holds zero, the point, and the target, whatever they are", () => {
  for (const x of [-5, -0.5, 0, 0.5, 3, 5]) {
    for (const target of [-20, 0, 10, 20]) {
      const { low, high, first, last } = frame(x, target);
      assert.ok(low < Math.min(0, target) && high > Math.max(0, target), `${target}`);
      assert.ok(first <= Math.min(0, x) - 1 && last > Math.max(0, x), `${x}`);
    }
  }
});
