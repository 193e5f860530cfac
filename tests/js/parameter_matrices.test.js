import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chars } from "../../microgpt/widgets/data/course_run.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";
import { compute, effect, moved } from "../../microgpt/widgets/model/parameter_matrices.js";
import {
  changed,
  shapeOf,
  withChange,
  without,
} from "../../microgpt/widgets/model/parameter_matrices/changes.js";
import {
  MATRICES,
  meaning,
  sides,
} from "../../microgpt/widgets/model/parameter_matrices/meaning.js";

// by test_flow_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/matrices.json", import.meta.url), "utf8"));
const models = { trained: modelAfter(), untrained: modelBefore() };
const start = { prefix: "em", matrix: "wte", row: 0, column: 0, changes: [], trained: true };
const now = (state) => compute({ ...start, ...state }, models);

for (const { state, guesses } of cases) {
  test(`the guesses of ${JSON.stringify(state)} are Python's`, () => {
    const { before, after } = compute(state, models);
    [before, after].forEach((probs, k) =>
      guesses[k].forEach((p, i) => assert.ok(Math.abs(p - probs[i]) < 1e-12)),
    );
  });
}

test("the matrices are all that the model has", () => {
  const numbers = MATRICES.map((matrix) => shapeOf(models.trained, matrix));
  assert.equal(
    numbers.reduce((sum, { rows, cols }) => sum + rows * cols, 0),
    4192,
  );
  assert.throws(() => shapeOf(models.trained, "bias"), /no matrix bias/);
});

test("a change replaces the one before it in the same place; its own value is none", () => {
  const model = models.trained;
  const one = withChange(model, [], ["wq", 0, 1, 2]);
  const two = withChange(model, one, ["wk", 0, 1, 2]);
  assert.deepEqual(withChange(model, two, ["wq", 0, 1, 3]), [
    ["wk", 0, 1, 2],
    ["wq", 0, 1, 3],
  ]);
  const own = model.state_dict["layer0.attn_wq"][1];
  assert.deepEqual(withChange(model, two, ["wq", 0, 1, own]), [["wk", 0, 1, 2]]);
  assert.deepEqual(without(two, ["wk", 0, 1]), one);
  const other = changed(model, two);
  assert.equal(other.state_dict["layer0.attn_wq"][1], 2);
  assert.equal(model.state_dict["layer0.attn_wq"][1], own);
});

test("the chosen number is shown as it is and as it was", () => {
  const { value, was, rows, place } = now({ row: 12, column: 3, changes: [["wte", 12, 3, 1.5]] });
  assert.deepEqual([value, rows[12][3], place], [1.5, 1.5, ["wte", 12, 3]]);
  assert.equal(was, models.trained.state_dict.wte[12 * 16 + 3]);
  assert.deepEqual(now({ matrix: "wpe", row: 26, column: 40 }).place, ["wpe", 15, 15]);
});

test("the words say what the changes do, also where they do nothing", () => {
  const said = (changes) => effect(now({ changes }), { ...start, changes });
  assert.equal(said([]), "No number is changed yet.");
  assert.match(said([["wte", 25, 0, 9]]), /^What you changed makes no difference after BOS e m\./);
  assert.match(said([["wte", 12, 3, 1.5]]), /^Moved most after BOS e m: i 20\.8 % → 11\.7 %, /);
  assert.deepEqual(moved(now({})), []);
});

test("at the ends of what can be typed, every probability is a number", () => {
  for (const value of [-10, 10]) {
    const changes = MATRICES.flatMap((matrix) => {
      const { rows, cols } = shapeOf(models.trained, matrix);
      return Array.from({ length: rows * cols }, (_, i) => [
        matrix,
        Math.floor(i / cols),
        i % cols,
        value,
      ]);
    });
    const { after } = now({ changes });
    assert.ok(Math.abs(after.reduce((sum, p) => sum + p, 0) - 1) < 1e-9);
  }
});

test("rows and columns have their names and their meaning", () => {
  const named = (matrix) => sides(matrix, shapeOf(models.trained, matrix), Array.from(chars));
  assert.equal(named("wte").rows.at(-1), "BOS");
  assert.equal(named("lm_head").rows.at(-1), "end");
  assert.equal(named("fc2").columns.length, 64);
  const place = [
    { name: "5", index: 5 },
    { name: "9", index: 9 },
  ];
  assert.deepEqual(meaning("wo", place, 4), [
    "makes number 5 of what attention adds.",
    "multiplied with number 9 of the blend, from head 2.",
  ]);
  for (const matrix of MATRICES)
    for (const text of meaning(matrix, place, 4)) assert.doesNotMatch(text, /[#@]|undefined/);
});
