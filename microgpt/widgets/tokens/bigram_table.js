/** Which token follows which, counted: a table one can walk in, and draw names from row by row. */

import { names } from "../data/names.js";
import { heatmap } from "../draw/heatmap.js";
import { tokens as tokenRow } from "../draw/tokens.js";
import { countTable, meanSurprise, probabilities, walk } from "../engine/bigram.js";
import { corpusOf } from "../engine/corpus.js";
import { Random } from "../engine/random.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fixed, percent } from "../kit/format.js";
import { player } from "../kit/player.js";
import { drawnWords, scoreWords } from "./bigram_words.js";
import { letterSelect } from "./letter_select.js";
import { rowBars } from "./row_bars.js";

/** @typedef {"probabilities" | "counts"} Kind */
/** @typedef {{ show: Kind, row: string, seed: number, steps: number }} State */
/** @typedef {ReturnType<typeof bigramOf>} Bigram */

const FULL = { probabilities: 0.3, counts: 300 }; // what gets the full tint
const LAST_SEED = 1e9;
const CAPTION =
  "A row for the token that stands before, a column for the token that follows. " +
  `Full colour: ${100 * FULL.probabilities} % or more; of counts, ${FULL.counts} or more.`;

/**
 * The table of a list of names, and its loss.
 * @param {string[]} docs
 */
export function bigramOf(docs) {
  const { symbols } = corpusOf(docs);
  const counts = countTable(docs, symbols);
  const table = probabilities(counts);
  return { tokens: [...symbols, "BOS"], counts, table, loss: meanSurprise(table, counts) };
}

/**
 * The name that the seed draws, as far as it has been drawn, and how surprising each token was.
 * @param {State} state
 * @param {Bigram} bigram
 */
export function compute({ seed, steps }, { table }) {
  const path = walk(table, new Random(seed));
  const ids = path.slice(0, steps + 1);
  const surprises = ids.slice(1).map((after, i) => -Math.log(table[ids[i]][after]));
  const total = surprises.reduce((sum, x) => sum + x, 0);
  return {
    ids,
    surprises,
    mean: surprises.length ? total / surprises.length : null,
    over: ids.length === path.length,
    ended: ids.length > 1 && ids[ids.length - 1] === table.length - 1,
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const bigram = bigramOf(names.split(" "));
  const { tokens, counts, table } = bigram;
  const view = figure({
    model,
    el,
    keys: ["show", "row", "seed", "steps"],
    name: "Bigram table",
    caption: CAPTION,
    onReset: () => {
      play.stop();
      map.select(-1, -1);
    },
  });
  const pin = (/** @type {number} */ row) => view.set({ row: tokens[row] });
  const map = heatmap({
    name: "which token follows which",
    rows: tokens,
    columns: tokens,
    hint: "Point at a cell, or walk with the arrow keys. A press holds its row.",
    describe: (row, column) => pairWords(bigram, row, column),
    onPress: (row) => {
      if (tokens[row] !== view.read().row) pin(row);
    },
  });
  const show = choice({
    name: "The table shows",
    options: [
      { value: /** @type {Kind} */ ("probabilities"), label: "probabilities" },
      { value: /** @type {Kind} */ ("counts"), label: "counts" },
    ],
    value: model.get("show"),
    onInput: (next) => view.set({ show: next }),
  });
  const select = letterSelect({
    label: "The row after",
    tokens,
    value: model.get("row"),
    onInput: (row) => view.set({ row }),
  });
  const bars = rowBars({ name: "the row", tokens });
  const play = player({ onStep: step, onReset: again, name: "draw a name" });
  const another = button("Another name", () => {
    play.stop();
    map.select(-1, -1);
    view.set({ seed: (view.read().seed + 1) % LAST_SEED, steps: 0, row: "BOS" });
  });
  const drawn = drawnName(tokens);
  const score = h("p", { class: "mg-tokens-note" }, scoreWords(bigram.loss, tokens.length));
  play.el.append(another);
  view.body.append(
    show.el,
    map.el,
    select.el,
    bars.el,
    h("p", { class: "mg-bigram-title" }, "Sample a name, letter by letter"),
    play.el,
    drawn.el,
    score,
  );

  /** One more token is drawn, from the row of the last one. */
  function step() {
    const state = view.read();
    const { ids, over } = compute({ ...state, steps: state.steps + 1 }, bigram);
    const [before, after] = ids.slice(-2);
    map.select(before, after);
    view.set({ steps: ids.length - 1, row: tokens[before] });
    return !over;
  }
  function again() {
    map.select(-1, -1);
    view.set({ steps: 0, row: "BOS" });
  }

  return view.show((/** @type {State} */ state) => {
    const now = compute(state, bigram);
    const row = tokens.indexOf(state.row);
    const shown = state.show === "counts" ? counts : table;
    const last = now.ids.length - 2;
    const fresh = last >= 0 && now.ids[last] === row;
    show.set(state.show);
    select.set(state.row);
    map.set(shown, FULL[state.show]);
    map.pin(row);
    bars.set({
      name: `what follows ${state.row}`,
      values: shown[row],
      texts: shown[row].map((x) => (state.show === "counts" ? String(x) : percentText(x))),
      drawn: fresh ? now.ids[last + 1] : -1,
    });
    drawn.set(now, table);
    play.setEnd(now.over);
  }, play.stop);
}

/** In a column of percentages, one decimal. @param {number} p */
function percentText(p) {
  if (p === 0) return "0";
  return p < 0.0005 ? "< 0.1 %" : `${fixed(100 * p, 1)} %`;
}

/**
 * What a cell says.
 * @param {Bigram} bigram
 * @param {number} row
 * @param {number} column
 */
function pairWords({ tokens, counts, table }, row, column) {
  const n = counts[row][column];
  const times = n === 1 ? "once" : `${n.toLocaleString("en")} times`;
  const pair = `${tokens[row]} → ${tokens[column]}`;
  return n ? `${pair}: ${times}, ${percent(table[row][column])} of the row.` : `${pair}: never.`;
}

/** The tokens drawn so far, and what the last of them cost. @param {string[]} names */
function drawnName(names) {
  const row = tokenRow({ name: "the sampled name" });
  const words = h("p", { class: "mg-facts mg-bigram-drawn", role: "status" });
  /**
   * @param {ReturnType<typeof compute>} now
   * @param {number[][]} table
   */
  function set(now, table) {
    const { ids } = now;
    const bos = names.length - 1;
    row.set(
      ids.map((id, i) => ({
        text: names[id],
        id,
        kind: id === bos ? "bos" : "letter",
        state: i > 0 && i === ids.length - 1 ? "current" : "past",
      })),
    );
    words.textContent = drawnWords(now, names, table);
  }
  return { el: h("div", {}, row.el, words), set };
}

export default { render };
