import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brief, shares } from "../../microgpt/widgets/kit/format.js";
import { apportion } from "../../microgpt/widgets/kit/numbers.js";

// by test_softmax_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/shares.json", import.meta.url), "utf8"));

test("shares are Python's", () => {
  for (const { weights, digits, texts } of cases)
    assert.deepEqual(shares(weights, digits), texts, JSON.stringify(weights));
});

test("they add to 1 as printed, and a larger weight never prints smaller", () => {
  for (const { weights, digits } of cases) {
    const units = 10 ** digits;
    const printed = shares(weights, digits).map((text) => Math.round(units * Number(text)));
    const total = weights.reduce((a, b) => a + b, 0);
    if (total > 0)
      assert.equal(
        printed.reduce((a, b) => a + b, 0),
        units,
      );
    const order = weights.map((_, i) => i).sort((a, b) => weights[a] - weights[b]);
    if (total < 1e300)
      for (let i = 1; i < order.length; i++)
        if (weights[order[i]] - weights[order[i - 1]] > 1e-9)
          assert.ok(printed[order[i]] >= printed[order[i - 1]]);
  }
});

test("odd cases, by hand", () => {
  assert.deepEqual(shares([1, 1, 1]), ["0.34", "0.33", "0.33"]);
  assert.deepEqual(shares([0.29, 0.71]), ["0.29", "0.71"]);
  assert.deepEqual(shares([0, 0]), ["0.00", "0.00"]);
  assert.deepEqual(shares([]), []);
  assert.deepEqual(shares([NaN, 1]), ["0.00", "0.00"]);
  assert.deepEqual(apportion([1, 1, 1, 1, 1, 1, 1], 100), [15, 15, 14, 14, 14, 14, 14]);
});

test("a number in three digits, however large or small", () => {
  const said = [
    [0, "0"],
    [-0, "0"],
    [7.389, "7.39"],
    [11.212, "11.2"],
    [3.004, "3"],
    [0.00673795, "0.00674"],
    [-2.5, "−2.5"],
    [403.43, "403"],
    [999499, "999000"],
    [999999, "1 × 10⁶"],
    [1.2e34, "1.2 × 10³⁴"],
    [-1.234e-9, "−1.23 × 10⁻⁹"],
    [5e-324, "4.94 × 10⁻³²⁴"],
    [Number.MAX_VALUE, "1.8 × 10³⁰⁸"],
    [Infinity, "∞"],
  ];
  for (const [x, text] of said) assert.equal(brief(Number(x)), text);
});

test("each is printed within one last digit of itself", () => {
  for (let n = 1; n < 40; n++) {
    const raw = Array.from({ length: n }, (_, i) => Math.exp(Math.sin(i * n) * 4));
    const total = raw.reduce((a, b) => a + b);
    const exact = raw.map((x) => x / total);
    for (const digits of [1, 2, 4]) {
      const texts = shares(exact, digits);

      texts.forEach((text, i) =>
        assert.ok(Math.abs(Number(text) - exact[i]) < 1.000001 * 10 ** -digits),
      );
    }
  }
});
