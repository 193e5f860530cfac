/** Every parameter of the trained model: look at one, change it, and see the guesses move. */

import { nameField } from "../attention/name_field.js";
import { chars } from "../data/course_run.js";
import { modelAfter } from "../engine/model_after.js";
import { modelBefore } from "../engine/model_before.js";
import { softmax } from "../engine/nn.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { LETTERS, called, letterBars } from "../generation/letter_bars.js";
import { button, choice, row as rowOf } from "../kit/controls.js";
import { attributes, h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, fixed, fmt } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";
import { numberField } from "../kit/number_field.js";
import { changed, indexOf, shapeOf, withChange, without } from "./parameter_matrices/changes.js";
import { matrixMap } from "./parameter_matrices/map.js";
import { MATRICES, meaning, sides } from "./parameter_matrices/meaning.js";
import { picker } from "./picker.js";

/** @typedef {import("./parameter_matrices/changes.js").Change} Change */
/** @typedef {import("../engine/gpt.js").GPT} GPT */
/**
 * @typedef {{ prefix: string, matrix: string, row: number, column: number, changes: Change[],
 *   trained: boolean }} State
 */
/** @typedef {{ trained: GPT, untrained: GPT }} Models */
/** @typedef {ReturnType<typeof compute>} Now */

const LONGEST = 15; // letters: BOS is the sixteenth token
const LIMIT = 10; // of a value that is typed
const NUMBERED = 3; // guesses that have their percentage above the bar
const LISTED = 4; // changes
const WIDE = 16; // columns that have room beside the words

/**
 * The matrix on view, the chosen cell, and the guesses before the changes and after.
 * @param {State} state
 * @param {Models} models
 */
export function compute({ prefix, matrix, changes, trained, ...cell }, models) {
  const own = trained ? models.trained : models.untrained;
  const model = changed(own, changes);
  const shape = shapeOf(own, matrix);
  const [row, column] = [clamp(cell.row, 0, shape.rows - 1), clamp(cell.column, 0, shape.cols - 1)];
  const place = /** @type {[string, number, number]} */ ([matrix, row, column]);
  const numbers = model.weights.subarray(shape.offset, shape.offset + shape.rows * shape.cols);
  return {
    own,
    shape,
    place,
    rows: Array.from({ length: shape.rows }, (_, i) =>
      numbers.subarray(i * shape.cols, (i + 1) * shape.cols),
    ),
    limit: own.weights
      .subarray(shape.offset, shape.offset + numbers.length)
      .reduce((most, x) => Math.max(most, Math.abs(x)), 0),
    value: model.weights[indexOf(own, place)],
    was: own.weights[indexOf(own, place)],
    before: guesses(own, prefix),
    after: guesses(model, prefix),
  };
}

/**
 * The probabilities of what comes after a beginning.
 * @param {GPT} model
 * @param {string} prefix
 */
function guesses(model, prefix) {
  const cache = model.start();
  for (const id of new Tokenizer(chars).encode(prefix).slice(0, -1)) model.forward(cache, id);
  return softmax(cache.logits);
}

/** The tokens' ids, those whose probability has moved most first. @param {Now} now */
export const moved = ({ before, after }) =>
  Array.from(before, (_, i) => i)
    .filter((i) => before[i] !== after[i])
    .sort((a, b) => Math.abs(after[b] - before[b]) - Math.abs(after[a] - before[a]) || a - b);

/** Fine enough for a small change to be seen. @param {number} p */
const hundredths = (p) => `${fixed(100 * p, 1)} %`;

/**
 * What the changes do to the guesses.
 * @param {Now} now
 * @param {State} state
 */
export function effect(now, { changes, prefix }) {
  if (!changes.length) return "No number is changed yet.";
  const most = moved(now).slice(0, 3);
  const after = `after BOS ${Array.from(prefix).join(" ")}`;
  if (!most.length) return `What you changed makes no difference ${after}. It may after others.`;
  const each = most.map(
    (i) => `${called(i)} ${hundredths(now.before[i])} → ${hundredths(now.after[i])}`,
  );
  return `Moved most ${after}: ${each.join(", ")}.`;
}

/** A change in writing. @param {GPT} own @param {Change} change */
function changeWords(own, [matrix, row, column, value]) {
  const names = sides(matrix, shapeOf(own, matrix), Array.from(chars));
  const was = fmt(own.weights[indexOf(own, [matrix, row, column])], 3);
  return `${matrix}, row ${names.rows[row]}, column ${column}: ${was} → ${fmt(value, 3)}`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const models = { trained: modelAfter(), untrained: modelBefore() };
  const view = figure({
    model,
    el,
    keys: ["prefix", "matrix", "row", "column", "changes", "trained"],
    name: "All parameters of the model",
    caption:
      "Blue is above zero, orange below; the strongest colour is the largest number of the matrix. " +
      "Above a bar stands its percentage; a line across it is the guess before your changes.",
    onReset: () => field.clear(),
  });
  const field = nameField({
    label: `Type the beginning of a name, of up to ${LONGEST} letters`,
    shows: "The picture still shows",
    longest: LONGEST,
    known: Array.from(chars),
    onName: (prefix) => view.set({ prefix }),
  });
  const when = choice({
    name: "The model",
    options: [
      { value: "trained", label: "trained" },
      { value: "untrained", label: "untrained" },
    ],
    value: "trained",
    onInput: (value) => view.set({ trained: value === "trained" }),
  });
  const bars = letterBars({
    name: "what may come next",
    onPick: (i) => i < chars.length && view.set({ prefix: view.read().prefix + LETTERS[i] }),
  });
  const matrices = matrixPart(view, models.trained);
  const words = h("p", { class: "mg-matrix-effect" });
  const list = h("ul", { class: "mg-matrix-changes" });
  const cell = cellPart(view, models, [words, list]);
  const columns = h("div", { class: "mg-matrix-columns" }, matrices.el, cell.el);
  view.body.append(
    matrices.choose.el,
    columns,
    h("div", { class: "mg-matrix-model" }, field.el, when.el),
    bars.el,
  );

  return view.show((/** @type {State} */ state) => {
    const now = compute(state, models);
    const some = state.changes.length > 0;
    columns.classList.toggle("mg-matrix-wide", now.shape.cols > WIDE);
    matrices.set(now);
    cell.set(now, state);
    field.set(state.prefix);
    when.set(state.trained ? "trained" : "untrained");
    bars.set({
      probs: now.after,
      bet: some ? now.before : null,
      numbered: Array.from(now.after.keys())
        .sort((a, b) => now.after[b] - now.after[a])
        .slice(0, NUMBERED),
      enabled: state.prefix.length < LONGEST,
    });
    setText(words, effect(now, state));
    const more = state.changes.length - LISTED;
    const shown = state.changes.slice(-LISTED).map((change) => changeWords(now.own, change));
    list.replaceChildren(
      ...[...shown, ...(more > 0 ? [`and ${more} before them`] : [])].map((text) =>
        h("li", {}, text),
      ),
    );
    view.say(effect(now, state));
  });
}

/** @typedef {ReturnType<typeof figure>} View */

/**
 * The choice of a matrix, and the map of each, made when it is first chosen.
 * @param {View} view
 * @param {GPT} model
 */
function matrixPart(view, model) {
  const maps = /** @type {Record<string, ReturnType<typeof matrixMap>>} */ ({});
  const el = h("div", { class: "mg-matrix-map" });
  const choose = picker("Matrix", (i) => view.set({ matrix: MATRICES[i], row: 0, column: 0 }));
  const titles = MATRICES.map((matrix) => {
    const { rows, cols } = shapeOf(model, matrix);
    return `${matrix}: ${rows} × ${cols} = ${(rows * cols).toLocaleString("en")} numbers`;
  });

  /** @param {Now} now */
  function set({ place: [matrix, row, column], shape, rows, limit }) {
    maps[matrix] ??= matrixMap({
      name: `the numbers of ${matrix}`,
      ...sides(matrix, shape, Array.from(chars)),
      onPress: (r, c) => view.set({ row: r, column: c }),
    });
    choose.set(titles, MATRICES.indexOf(matrix));
    if (el.firstChild !== maps[matrix].el) el.replaceChildren(maps[matrix].el);
    maps[matrix].set(rows, limit, [row, column]);
  }
  return { el, choose, set };
}

/**
 * The chosen cell: where it is, what it stands for, and its value, to be changed.
 * @param {View} view
 * @param {Models} models
 * @param {Node[]} below what comes of the changes
 */
function cellPart(view, models, below) {
  const now = () => compute(view.read(), models);
  const pickRow = picker("Row", (row) => view.set({ row }));
  const pickColumn = picker("Column", (column) => view.set({ column }));
  const says = h("p", { class: "mg-matrix-says" });
  const was = h("p", { class: "mg-matrix-was" });
  const value = numberField({
    name: "value of the chosen number",
    min: -LIMIT,
    max: LIMIT,
    step: 0.1,
    onInput: (next) => {
      const { own, place } = now();
      view.set({ changes: withChange(own, view.read().changes, [...place, next]) });
    },
  });
  const undo = button("Undo this change", () =>
    view.set({ changes: without(view.read().changes, now().place) }),
  );
  const undoAll = button("Undo all", () => view.set({ changes: [] }));
  const el = h(
    "div",
    { class: "mg-matrix-cell" },
    h("div", { class: "mg-row" }, pickRow.el, pickColumn.el),
    says,
    h("div", { class: "mg-matrix-value" }, h("span", {}, "Value"), value.el),
    was,
    rowOf(undo, undoAll),
    ...below,
  );
  let last = "";

  /**
   * @param {Now} shown
   * @param {State} state
   */
  function set({ own, shape, place, value: x, was: before }, { changes }) {
    const [matrix, row, column] = place;
    const names = sides(matrix, shape, Array.from(chars));
    pickRow.set(names.rows, row);
    pickColumn.set(names.columns, column);
    const where = [
      { name: names.rows[row], index: row },
      { name: names.columns[column], index: column },
    ];
    const each = own.config.n_embd / own.config.n_head;
    const [ofRow, ofColumn] = meaning(matrix, where, each);
    setText(says, `Row ${names.rows[row]}: ${ofRow} Column ${column}: ${ofColumn}`);
    value.set(x);
    if (place.join() !== last) value.putBack();
    last = place.join();
    const mine = changes.length - without(changes, place).length;
    setText(was, mine ? `It was ${fmt(before, 3)}.` : "Type another number, from −10 to 10.");
    attributes(undo, { "aria-disabled": String(!mine) });
    attributes(undoAll, { "aria-disabled": String(!changes.length) });
    setText(
      undoAll,
      changes.length > 1 ? `Undo all ${count(changes.length, "change")}` : "Undo all",
    );
  }
  return { el, set };
}

export default { render };
