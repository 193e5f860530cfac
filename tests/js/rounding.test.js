import assert from "node:assert/strict";
import { test } from "node:test";
import { addToOne } from "../../microgpt/widgets/kit/rounding.js";

const sum = (texts, digits) =>
  texts.reduce((total, text) => total + Math.round(Number(text) * 10 ** digits), 0);

test("what is missing goes to those that lost most, the first of equals first", () => {
  assert.deepEqual(addToOne([1 / 3, 1 / 3, 1 / 3]), ["0.34", "0.33", "0.33"]);
  assert.deepEqual(addToOne([0.125, 0.125, 0.75]), ["0.13", "0.12", "0.75"]);
  assert.deepEqual(addToOne([0.005, 0.005, 0.99]), ["0.01", "0.00", "0.99"]);
});

test("what fits stays as it is", () => {
  assert.deepEqual(addToOne([1]), ["1.00"]);
  assert.deepEqual(addToOne([0.29, 0.58, 0.13]), ["0.29", "0.58", "0.13"]);
  assert.deepEqual(addToOne([0.1, 0.2, 0.7], 1), ["0.1", "0.2", "0.7"]);
  assert.deepEqual(addToOne([0, 1, 0], 3), ["0.000", "1.000", "0.000"]);
});

test("shares of any kind add to 1 as printed, each within one last digit of itself", () => {
  for (let n = 1; n < 40; n++) {
    const raw = Array.from({ length: n }, (_, i) => Math.exp(Math.sin(i * n) * 4));
    const total = raw.reduce((a, b) => a + b);
    const shares = raw.map((x) => x / total);
    for (const digits of [1, 2, 4]) {
      const texts = addToOne(shares, digits);
      assert.equal(sum(texts, digits), 10 ** digits);
      texts.forEach((text, i) =>
        assert.ok(Math.abs(Number(text) - shares[i]) < 1.000001 * 10 ** -digits),
      );
    }
  }
});
