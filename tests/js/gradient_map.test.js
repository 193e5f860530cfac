import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { arrow, compute, tell } from "../../microgpt/widgets/calculus/gradient_map.js";

// by test_descent_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/descent.json", import.meta.url), "utf8"));
const grounds = cases.flatMap((one) => one.ground ?? []);

test("loss and slopes at a point are Python's", () => {
  for (const { name, points } of grounds) {
    for (const [w1, w2, loss, ...slopes] of points) {
      const got = compute({ landscape: name, point: [w1, w2] });
      assert.equal(got.loss, loss);
      assert.deepEqual(
        got.slopes.map((x) => x + 0),
        slopes.map((x) => x + 0),
      );
      assert.doesNotMatch(tell({ landscape: name, point: [w1, w2] }), /NaN|undefined|Infinity/);
    }
  }
});

test("the arrow points along the gradient, grows with it, and vanishes where it does", () => {
  const [x, y] = arrow([3, 4]);
  assert.ok(Math.abs(y / x - 4 / 3) < 1e-12);
  const lengths = [0.001, 0.1, 1, 10, 1000].map((slope) => Math.hypot(...arrow([slope, slope])));
  assert.ok(lengths.every((one, i) => one > (lengths[i - 1] ?? 0) && one < 90));
  assert.deepEqual(arrow([0, 0]), [0, 0]);
});

test("in words", () => {
  const at = (landscape, ...point) => tell({ landscape, point });
  assert.match(
    at("bowl", 2, -1),
    /^Uphill is towards larger w1 and smaller w2\. The steepest way down is the exact opposite\.$/,
  );
  assert.match(at("bowl", 0, -1), /^Uphill is towards smaller w2\./);
  assert.match(at("bowl", 0, 0), /arrow vanishes.*This is a minimum/);
  assert.match(at("two minima", 0, 0), /arrow vanishes.*no minimum/);
  assert.match(at("plateau", 2, 1), /nearly flat/);
});
