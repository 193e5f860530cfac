import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { add, pairs, products, sumText } from "../../microgpt/widgets/draw/arithmetic.js";
import * as dot from "../../microgpt/widgets/numbers/dot_product.js";
import * as matrix from "../../microgpt/widgets/numbers/matrix_vector.js";
import * as zip from "../../microgpt/widgets/numbers/zip_lists.js";

// by test_numbers_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/numbers.json", import.meta.url), "utf8"));
const only = (kind) => cases.filter((one) => one[kind]).map((one) => one[kind]);
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("dot products and cosines are Python's", () => {
  assert.equal(only("dot").length, 25);
  for (const { a, b, sum, cosine } of only("dot")) {
    const got = dot.compute({ a, b });
    close(got.sum, sum);
    if (cosine === null) assert.deepEqual([got.cosine, got.angle], [null, null]);
    else {
      close(got.cosine, cosine);
      assert.ok(got.angle >= 0 && got.angle <= 180);
    }
  }
});

test("in a sentence", () => {
  assert.match(dot.verdict(null), /all zeros/);
  assert.match(dot.verdict(0), /^Unrelated/);
  assert.match(dot.verdict(0.6), /^Similar/);
  assert.match(dot.verdict(-1), /^Nearly opposite/);
});

test("running sums of zip are Python's, step by step", () => {
  for (const { a, b, step, totals, total } of only("zip")) {
    const got = zip.compute({ a, b, step });
    assert.equal(got.n, totals.length);
    got.totals.forEach((x, i) => close(x, totals[i]));
    close(got.total, total);
    assert.equal(got.done, step > totals.length);
    assert.equal(got.longer, a.length > b.length ? "a" : b.length > a.length ? "b" : null);
    assert.doesNotMatch(zip.tell({ a, b, step }), /NaN|undefined|Infinity/);
  }
});

test("zip stops at the shorter list, and the widget says so", () => {
  assert.match(
    zip.tell({ a: [1, 2, 3], b: [4, 5], step: 3 }),
    /^b has no third number, so `zip` stops, and says nothing\. 3 in a is never used\./,
  );
  assert.match(
    zip.tell({ a: [1], b: [4, 5, 6], step: 7 }),
    /^a has no second number.*\[5, 6\] in b are never used/,
  );
  assert.match(zip.tell({ a: [1, 2], b: [4, 5], step: 3 }), /dot product of a and b is 14/);
  assert.match(zip.tell({ a: [1, 2], b: [4, 5], step: 2 }), /total goes from 4 to 14/);
});

test("matrix times vector is the package's linear", () => {
  for (const { w, x, y } of only("matrix")) {
    const got = matrix.compute({ w, x, row: 0 });
    assert.equal(got.y.length, y.length);
    got.y.forEach((value, i) => close(value, y[i]));
  }
  assert.equal(matrix.compute({ w: [[1]], x: [1], row: 5 }).spelled, -1);
});

test("arithmetic written out", () => {
  assert.equal(pairs([1, 2, -1], [2, 1, 0.5]), "1·2 + 2·1 + (−1)·0.5");
  assert.equal(sumText([2, 2, -0.5]), "2 + 2 − 0.5");
  assert.equal(sumText([-1, -0, 0.001]), "−1 + 0 + 0");
  assert.deepEqual(products([1, 2, 3], [4, 5]), [4, 10]);
  assert.equal(add([]), 0);
});
