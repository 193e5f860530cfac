/** A token's vector plus a position's vector; and the same token at another position. */

import { chars } from "../data/course_run.js";
import { cells, go } from "../draw/cells.js";
import { afterTraining, cosine } from "../engine/embeddings.js";
import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fixed } from "../kit/format.js";
import { letterSelect } from "./letter_select.js";

/** @typedef {{ letter: string, position: number, other: number }} State */
/** @typedef {import("../engine/embeddings.js").Embeddings} Embeddings */

const TOKENS = [...chars, "BOS"];
const LAST = 15; // position
const LIMIT = 0.6; // of a number: full tint
const KINDS = ["token", "position", "sum", "position", "sum"];

/**
 * The five rows: the token's, then each position's with its sum; and how alike the two sums are.
 * @param {State} state
 * @param {Embeddings} embeddings
 */
export function compute({ letter, position, other }, { wte, wpe }) {
  const token = wte[TOKENS.indexOf(letter)];
  const plus = (/** @type {Float64Array} */ p) => token.map((x, i) => x + p[i]);
  const sums = [plus(wpe[position]), plus(wpe[other])];
  return {
    rows: [token, wpe[position], sums[0], wpe[other], sums[1]].map((row) => Array.from(row)),
    cosine: cosine(sums[0], sums[1]),
  };
}

/**
 * One column in words: how the two sums come about there.
 * @param {number[][]} rows
 * @param {number} column
 */
export function spelled(rows, column) {
  const [token, p, sum, q, otherSum] = rows.map((row) => row[column]);
  const plus = (/** @type {number} */ x) =>
    x < 0 && fixed(x) !== "0.00" ? `− ${fixed(-x)}` : `+ ${fixed(Math.abs(x))}`;
  return (
    `Number ${column}: ${fixed(token)} ${plus(p)} = ${fixed(sum)}, ` +
    `and ${fixed(token)} ${plus(q)} = ${fixed(otherSum)}. (Rounded.)`
  );
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const embeddings = afterTraining();
  const view = figure({
    model,
    el,
    keys: ["letter", "position", "other"],
    name: "Token plus position",
    caption:
      "The token’s row of wte, each position’s row of wpe, and their sums, after training. " +
      "Blue is above zero, brown below.",
    onReset: () => choose(0, 0),
  });
  const select = letterSelect({
    label: "Token",
    tokens: TOKENS,
    value: model.get("letter"),
    onInput: (letter) => view.set({ letter }),
  });
  const positions = /** @type {const} */ (["position", "other"]).map((key) =>
    slider({
      name: key === "position" ? "position" : "other position",
      label: key,
      min: 0,
      max: LAST,
      step: 1,
      whole: true,
      value: model.get(key),
      colour: "position",
      onInput: (at) => view.set({ [key]: at }),
    }),
  );
  const grid = vectorGrid(choose);
  const words = h("p", { class: "mg-facts mg-plus-words" });
  const alike = h("p", { class: "mg-plus-cosine" });
  let at = /** @type {[number, number]} */ ([0, 0]);
  view.body.append(
    h("div", { class: "mg-plus-controls" }, select.el, ...positions.map((one) => one.el)),
    grid.el,
    words,
    alike,
  );

  /**
   * @param {number} row
   * @param {number} column
   */
  function choose(row, column) {
    at = [row, column];
    show(view.read());
  }

  /** @param {State} state */
  function show(state) {
    const { rows, cosine: alikeness } = compute(state, embeddings);
    select.set(state.letter);
    positions[0].set(state.position);
    positions[1].set(state.other);
    grid.set(rows, at, titles(state));
    words.textContent = spelled(rows, at[1]);
    alike.replaceChildren("cosine of the two sums: ", h("b", {}, fixed(alikeness)));
    view.say(`cosine of the two sums ${fixed(alikeness)}`);
  }
  return view.show(show);
}

/** What stands before each row. @param {State} state */
function titles({ letter, position, other }) {
  return [
    `wte[${letter}]`,
    `+ wpe[${position}]`,
    `= ${letter} at ${position}`,
    `+ wpe[${other}]`,
    `= ${letter} at ${other}`,
  ];
}

/**
 * Five vectors of 16 numbers, one stop of the Tab key.
 * @param {(row: number, column: number) => void} onPick
 */
function vectorGrid(onPick) {
  const names = KINDS.map((kind) => h("span", { class: `mg-c-${kind}`, role: "rowheader" }));
  const { grid, set } = cells({
    rows: KINDS.length,
    columns: 16,
    limit: LIMIT,
    write: (x) => fixed(x),
    nameOf: (row, column) => `${names[row].textContent}, number ${column}`,
    onPick,
  });
  const rows = grid.map((line, row) =>
    h(
      "div",
      { class: `mg-plus-row mg-plus-${KINDS[row]}`, role: "row" },
      names[row],
      h("div", { class: "mg-plus-cells", role: "presentation" }, ...line),
    ),
  );
  const el = h("div", { class: "mg-plus", role: "grid", "aria-label": "the vectors" }, ...rows);
  let now = /** @type {[number, number]} */ ([0, 0]);
  el.addEventListener("keydown", (event) => {
    const to = go(event, now, [KINDS.length, 16]);
    if (to) grid[to[0]][to[1]].focus();
  });
  return {
    el,
    /**
     * @param {number[][]} values
     * @param {[number, number]} at
     * @param {string[]} titles
     */
    set(values, at, titles) {
      now = at;
      names.forEach((name, i) => {
        name.textContent = titles[i];
      });
      set(values, at);
      grid.forEach((line, i) =>
        line.forEach((cell, j) => {
          cell.tabIndex = i === at[0] && j === at[1] ? 0 : -1;
          cell.classList.toggle("mg-column", j === at[1]);
        }),
      );
    },
  };
}

export default { render };
