import assert from "node:assert/strict";
import { test } from "node:test";
import { brief } from "../../microgpt/widgets/kit/format.js";

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
