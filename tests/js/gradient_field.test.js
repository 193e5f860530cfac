import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";
import { Gradient } from "../../microgpt/widgets/engine/gradient.js";
import { compute, field } from "../../microgpt/widgets/training/gradient_field.js";
import { paths } from "../../microgpt/widgets/training/gradient_field/map.js";
import { SHADES, shadeOf } from "../../microgpt/widgets/training/gradient_field/scale.js";
import {
  chosenWords,
  countWords,
  emptyWords,
  partWords,
  whyWords,
} from "../../microgpt/widgets/training/gradient_field/words.js";

// by test_round_widgets.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/gradient_field.json", import.meta.url), "utf8"),
);
const gradient = new Gradient(modelBefore());
const START = { name: "emma", matrix: "wte", row: 12, column: 0 };
const now = (state) => {
  const all = { ...START, ...state };
  return compute(all, field(gradient, all.name), gradient.model);
};
const named = (moment, name) => moment.matrices.find((one) => one.name === name);

for (const { name, sums, taking, empty } of cases) {
  test(`the gradients of ${name} are Python's, row by row`, () => {
    for (const matrix of field(gradient, name).matrices) {
      const { cols, gradients, rowNames, emptyRows } = matrix;
      sums[matrix.name].forEach((sum, i) => {
        const mine = gradients.subarray(i * cols, (i + 1) * cols).reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(mine - sum) < 1e-12, `${matrix.name} ${i}`);
      });
      assert.equal(matrix.taking, taking[matrix.name]);
      assert.deepEqual(
        emptyRows.map((i) => rowNames[i]),
        empty[matrix.name],
      );
    }
  });
}

test("the words of emma", () => {
  const emma = now({});
  assert.equal(countWords(emma), "3,488 of 4,192 have a gradient; 704 are exactly 0.");
  assert.equal(partWords(emma), "Rows of wte that take part: a, e, m, BOS. Rows of wpe: 0 to 4.");
  assert.equal(emptyWords(named(emma, "wte")), "23 of 27 rows of wte: no gradient");
  assert.equal(emptyWords(named(emma, "fc2")), "5 of 64 columns of fc2: no gradient");
  assert.equal(emptyWords(named(emma, "lm_head")), "every row takes part");
  assert.equal(chosenWords(emma), "wte, row m, column 0: value 0.0878, gradient −0.0778.");
  assert.match(chosenWords(now({ row: 25 })), /gradient exactly 0\.$/);
  assert.match(whyWords(now({ row: 25 })), /^z is not read/);
});

test("a shade is a factor of ten, the same in both directions", () => {
  assert.deepEqual(
    [0.3, 0.1, 0.0999, 0.01, 0.0099, 0.001, 0.0001, 0.00009, 1e-12].map(shadeOf),
    [0, 0, 1, 1, 2, 2, 3, 4, 4],
  );
  assert.equal(shadeOf(-0.02), shadeOf(0.02));
  assert.deepEqual([shadeOf(0), shadeOf(-0)], [null, null]);
});

test("every cell is drawn once: in its shade, or crossed out", () => {
  for (const matrix of field(gradient, "emma").matrices) {
    const { shades, none } = paths(matrix);
    const cells = (outline) => outline.split("M").length - 1;
    const drawn = shades.map(cells);
    assert.equal(shades.length, 2 * SHADES.length);
    assert.equal(
      drawn.reduce((a, b) => a + b, 0),
      matrix.taking,
    );
    assert.equal(cells(none), matrix.gradients.length - matrix.taking);
  }
});

test("a number outside of its matrix is its last one", () => {
  assert.deepEqual(now({ matrix: "wq", row: 63, column: 63 }).place, ["wq", 15, 15]);
});
