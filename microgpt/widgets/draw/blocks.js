/**
 * The whole model as a column of blocks, from the token to the probabilities of the next one. Every
 * picture of the model is this one, with other numbers in it.
 *
 *     const flow = blocks({ label: "the model, block by block", onSelect: (id) => ... });
 *     flow.draw(list, { selected: "q" });
 *
 * `list` has an item for each id of `IDS`, in any order (a block that it leaves out is pale):
 *
 *     { id: "fc1", matrix: "fc1", shape: "64×16", out: "64 numbers", values: [...], per: 64 }
 *
 * `values` are drawn as coloured cells, `per` in a line (all in one, if not given), and written as
 * numbers where there is room for that; `changes`, a number for each value, mark those that have
 * gone up or down. `pale` says of a block that it is not there yet, in a word
 * or two. `name` takes the place of the plain name.
 *
 * For what goes from block to block: `inView(id)` says whether the reader sees a block, and
 * `bringIntoView(id)` scrolls as far as is needed.
 *
 * A block is a button, and all of them are one stop of the Tab key: arrow keys walk, Enter selects.
 */

import { attributes, h, setText } from "../kit/dom.js";
import { fixed, fmt } from "../kit/format.js";
import { roving } from "../kit/roving.js";
import { paint } from "./cells.js";

/**
 * @typedef {{ id: string, name?: string, matrix?: string, shape?: string, out?: string,
 *   values?: ArrayLike<number>, changes?: ArrayLike<number>, per?: number, pale?: string }} Item
 */

/** The parts of the model: rows of blocks. What `joins` adds to x what its part has computed. */
const PARTS = [
  { title: "Embedding", rows: [["token", "position"], ["sum"], ["norm"]] },
  {
    title: "Attention",
    rows: [["attn_norm"], ["q", "k", "v"], ["scores", "weights"], ["blend"], ["wo"]],
    joins: "attn_add",
  },
  { title: "MLP", rows: [["mlp_norm"], ["fc1"], ["relu"], ["fc2"]], joins: "mlp_add" },
  { title: "Output", rows: [["logits"], ["probs"]] },
];
/** What each block is called on the page. */
export const NAMES = /** @type {Record<string, string>} */ ({
  token: "token",
  position: "position",
  sum: "token + position",
  norm: "rmsnorm",
  attn_norm: "rmsnorm",
  q: "query",
  k: "key",
  v: "value",
  scores: "scores",
  weights: "attention weights",
  blend: "blend",
  wo: "what attention adds",
  attn_add: "x + attention",
  mlp_norm: "rmsnorm",
  fc1: "units",
  relu: "ReLU",
  fc2: "what the MLP adds",
  mlp_add: "x + MLP",
  logits: "logits",
  probs: "probabilities",
});
/** All blocks in the order of computation. */
export const IDS = Object.keys(NAMES);

const FULL = 2; // the magnitude that gets the full tint
const SCALE = [-2, -0.5, -0.1, 0, 0.1, 0.5, 2]; // what the legend shows of the colours
const ROOM = 6; // numbers that can be written across the whole width
const LEAST_CHANGE = 0.0005;
const LINES = 2; // of written numbers in a block
// The way of x: it leaves a block, is read by others, passes others by, is added to, and ends.
const WAY = {
  norm: "leaves",
  attn_norm: "reads",
  attn_add: "joins",
  mlp_norm: "reads",
  mlp_add: "joins",
  logits: "ends",
};

/** Every row of the column, with its part's title where it is the first. */
export function rows() {
  return PARTS.flatMap(({ title, rows: own, joins }) =>
    [...own, ...(joins ? [[joins]] : [])].map((ids, i) => ({
      ids,
      title: i ? "" : title,
      way: WAY[/** @type {"norm"} */ (ids[0])] ?? (joins ? "passes" : ""),
    })),
  );
}

/**
 * How many numbers stand in a line where a block's numbers are written; 0: there is no room.
 * @param {number} count
 * @param {number} beside how many blocks share the row, this one included
 */
export function written(count, beside) {
  const lines = Math.ceil((count * beside) / ROOM);
  return lines > LINES ? 0 : Math.ceil(count / Math.max(1, lines));
}

/** @param {{ label: string, onSelect: (id: string) => void }} options */
export function blocks({ label, onSelect }) {
  const made = rows().map(({ ids, ...row }) =>
    rowOf(
      ids.map((id) => block(id, ids.length, () => onSelect(id))),
      row,
    ),
  );
  const all = made.flatMap((row) => row.own);
  const walk = roving(all.map((one) => one.el));
  const element = h(
    "div",
    { class: "mg-blocks", role: "group", "aria-label": label },
    ...made.flatMap((row) => row.nodes),
    legend(),
  );

  /**
   * @param {Item[]} list
   * @param {{ selected?: string | null }} [options]
   */
  function draw(list, { selected = null } = {}) {
    const items = new Map(list.map((item) => [item.id, item]));
    all.forEach((one) => one.set(items.get(one.id) ?? { id: one.id, pale: "" }, selected));
    made.forEach((row) => row.set());
    const focused = all.some(({ el }) => el === el.ownerDocument.activeElement);
    if (!focused)
      walk.set(
        Math.max(
          0,
          all.findIndex(({ id }) => id === selected),
        ),
      );
  }
  const boxOf = (/** @type {string} */ id) => all[IDS.indexOf(id)].el;
  /** Whether the reader can see a block whole. @param {string} id */
  function inView(id) {
    const { top, bottom } = boxOf(id).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }
  /** @param {string} id */
  const bringIntoView = (id) => boxOf(id).scrollIntoView({ block: "nearest" });
  return { element, draw, inView, bringIntoView };
}

/**
 * Blocks side by side, below the title of their part where they are its first.
 * @param {ReturnType<typeof block>[]} own
 * @param {{ title: string, way: string }} options
 */
function rowOf(own, { title, way }) {
  const el = h(
    "div",
    { class: `mg-blocks-row${way && ` mg-blocks-way mg-blocks-${way}`}` },
    way === "joins" && h("span", { class: "mg-blocks-plus", "aria-hidden": "true" }, "+"),
    ...own.map((one) => one.el),
  );
  const head = h(
    "p",
    { class: `mg-blocks-title${way && " mg-blocks-way mg-blocks-passes"}` },
    title,
  );
  /** Whether nothing of it is there yet. */
  function set() {
    const later = own.every((one) => one.isPale());
    for (const one of [head, el]) one.classList.toggle("mg-blocks-later", later);
  }
  return { own, nodes: title ? [head, el] : [el], set };
}

/**
 * One block: its name, its matrix, what comes out, and its numbers.
 * @param {string} id
 * @param {number} beside
 * @param {() => void} onClick
 */
function block(id, beside, onClick) {
  const [name, matrix, out] = ["name", "matrix", "out"].map((part) =>
    h("span", { class: `mg-block-${part}` }),
  );
  const numbers = strip(beside);
  let pale = false;
  const el = h(
    "button",
    { type: "button", class: "mg-block", "data-block": id, onclick: () => pale || onClick() },
    h("span", { class: "mg-block-head" }, name, " ", matrix, " ", out),
    numbers.el,
  );

  /**
   * @param {Item} item
   * @param {string | null} selected
   */
  function set(item, selected) {
    pale = item.pale !== undefined;
    setText(name, item.name ?? NAMES[id]);
    setText(matrix, pale || !item.matrix ? "" : `${item.matrix} ${item.shape ?? ""}`.trim());
    setText(out, pale ? (item.pale ?? "") : (item.out ?? ""));
    numbers.set(pale ? [] : (item.values ?? []), item.per, item.changes);
    attributes(el, {
      "aria-disabled": pale ? "true" : null,
      "aria-pressed": pale ? null : String(id === selected),
    });
  }
  return { id, el, set, isPale: () => pale };
}

/**
 * Numbers as coloured cells.
 * @param {number} beside
 */
function strip(beside) {
  const el = h("span", { class: "mg-block-strip" });
  const cells = /** @type {HTMLElement[]} */ ([]);

  /**
   * @param {ArrayLike<number>} values
   * @param {number} [per]
   * @param {ArrayLike<number>} [changes]
   */
  function set(values, per = values.length, changes = []) {
    while (cells.length > values.length) {
      const cell = cells.pop();
      cell?.nextSibling?.remove(); // the space after it: else the strip would never be empty again
      cell?.remove();
    }
    while (cells.length < values.length) {
      cells.push(h("span", { class: "mg-block-cell" }));
      el.append(cells[cells.length - 1], " ");
    }
    const columns = written(values.length, beside);
    el.classList.toggle("mg-block-written", columns > 0);
    el.style.setProperty("--columns", String(columns || per));
    cells.forEach((cell, i) => {
      colour(cell, values[i]);
      setText(cell, columns ? fixed(values[i]) : "");
      mark(cell, changes[i] ?? 0);
    });
  }
  return { el, set };
}

/**
 * By the root of the magnitude: else what is small would hardly be seen beside what is large.
 * @param {HTMLElement} cell
 * @param {number} value
 */
function colour(cell, value) {
  paint(cell, Math.sign(value) * Math.sqrt(Math.abs(value)), Math.sqrt(FULL));
}

/** @param {HTMLElement} cell @param {number} change less than can be read is none */
function mark(cell, change) {
  const seen = Math.abs(change) >= LEAST_CHANGE;
  attributes(cell, { "data-change": seen ? (change > 0 ? "up" : "down") : null });
}

/** What the colours mean. */
function legend() {
  const cells = SCALE.map((value) => {
    const cell = h("span", { class: "mg-block-cell" });
    colour(cell, value);
    return h("span", {}, cell, fmt(value));
  });
  return h(
    "p",
    { class: "mg-blocks-legend" },
    h("span", {}, "Colours: "),
    h("span", { class: "mg-blocks-scale" }, ...cells),
  );
}
