/** One round of training of the toy model by hand: diagram, matrices and arithmetic of one moment. */

import { blocks } from "../draw/blocks.js";
import { tokens as chips } from "../draw/tokens.js";
import { BLOCKS } from "../engine/blocks.js";
import { stepByHand } from "../engine/by_hand.js";
import { PRODUCTS } from "../engine/by_hand_backward.js";
import { TOY_TOKENS, toyModel } from "../engine/toy.js";
import { choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { MATRICES, short } from "./flow.js";
import { backwardLines } from "./toy_by_hand/backward.js";
import { forwardLines } from "./toy_by_hand/forward.js";
import { matrices } from "./toy_by_hand/matrices.js";
import { nameField } from "./toy_by_hand/name.js";
import * as stages from "./toy_by_hand/stages.js";
import { adamLines, afterLines } from "./toy_by_hand/update.js";
import { sentence, title } from "./toy_by_hand/words.js";
import { four, sub } from "./toy_by_hand/written.js";

/**
 * @typedef {{ name: string, position: number, step: number, matrix: string,
 *   cell: [number, number], weights: Record<string, number[][]>, paper?: string }} State
 *   paper: the address of the sheet, where a page knows it
 */
/** @typedef {ReturnType<typeof compute>} Now */
/** @typedef {import("./toy_by_hand/stages.js").Way} Way */

const { LAST, STAGES } = stages;
const SPEED = 1600; // ms from one step to the next: each has lines to be read
const KEYS = ["name", "position", "step", "matrix", "cell", "weights"];
/** @type {{ value: Way, label: string }[]} */
const WAYS = [
  { value: "forward", label: "forward" },
  { value: "backward", label: "backward" },
  { value: "adam", label: "Adam" },
  { value: "after", label: "after" },
];

/**
 * Everything about one moment: the whole round, and what of it is on view.
 * @param {State} state
 */
export function compute({ name, position, step: index, matrix, cell, weights }) {
  const model = toyModel();
  for (const [key, rows] of Object.entries(weights)) model.state_dict[key]?.set(rows.flat());
  const ids = [0, ...Array.from(name, (letter) => TOY_TOKENS.indexOf(letter)), 0];
  const step = stepByHand(model, ids);
  const at = clamp(position, 0, step.positions.length - 1);
  const stage = STAGES[clamp(index, 0, LAST)];
  const { names, use } = stages.onView(stage, matrix);
  const shapes = model.shapes.map((shape) => ({ ...shape, rowNames: rowNames(shape) }));
  const mine = step.positions[at];
  const picked = pick(
    shapes,
    names,
    { matrix, cell },
    { wte: mine.token, wpe: at, lm_head: mine.target },
  );
  return {
    model,
    step,
    at,
    mine,
    index,
    stage,
    names,
    use,
    shapes,
    picked,
    vocabulary: TOY_TOKENS,
    called: called(step.positions.map(({ token }) => TOY_TOKENS[token])),
    /** What a matrix makes: its rows, its block, and the block that it is multiplied with. */
    made: (/** @type {string} */ one) => ({
      rows: shapes.find((shape) => shape.name === one)?.rows ?? 1,
      ...(PRODUCTS.find((product) => product.name === one) ?? { block: "", from: "" }),
    }),
    nameOf,
  };
}

/** Tokens that come more than once carry their position. @param {string[]} tokens */
const called = (tokens) =>
  tokens.map((token, i) =>
    tokens.filter((one) => one === token).length > 1 ? token + sub(i) : token,
  );

/** @param {{ name: string, rows: number }} shape */
const rowNames = ({ name, rows }) =>
  name === "wte" || name === "lm_head"
    ? TOY_TOKENS
    : Array.from({ length: rows }, (_, i) => String(i));

/**
 * The chosen weight where its matrix is on view, and else one in the first that is.
 * @param {{ name: string, rows: number, cols: number, rowNames: string[] }[]} shapes
 * @param {string[]} names
 * @param {{ matrix: string, cell: [number, number] }} chosen
 * @param {Record<string, number>} inUse the rows that this position looks up or wants
 */
function pick(shapes, names, { matrix, cell }, inUse) {
  const name = names.length && !names.includes(matrix) ? names[0] : matrix;
  const { rows, cols } = shapes.find((shape) => shape.name === name) ?? shapes[0];
  const [row, column] = name === matrix ? cell : [inUse[name] ?? 0, 0];
  const place = { row: clamp(row, 0, rows - 1), column: clamp(column, 0, cols - 1) };
  return { name, ...place, index: place.row * cols + place.column };
}

/** As Python would write it: fc1[3][0]. @param {{ name: string, row: number, column: number }} weight */
const nameOf = ({ name, row, column }) => `${short(name)}[${row}][${column}]`;

/** The arithmetic of the moment. @param {Now} now */
export function lines(now) {
  const { way, block } = now.stage;
  if (way === "forward") return forwardLines(now, block);
  if (way === "backward") return backwardLines(now, block);
  return way === "adam" ? adamLines(now) : afterLines(now);
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "The toy model by hand",
    caption:
      "One round of training of the toy model. Each step on the way is taken at every position at once; you look " +
      "at one. Numbers are shown with four digits; the page computes with all of them.",
    onReset: () => {
      play.stop();
      field.clear();
    },
  });
  const go = (/** @type {Partial<State>} */ changes) => {
    play.stop();
    view.set(changes);
  };
  const play = player({
    speedMs: SPEED,
    onReset: () => view.set({ step: 0 }),
    onStep: () => {
      const step = Math.min(LAST, view.read().step + 1);
      view.set({ step });
      return step < LAST;
    },
  });
  const field = nameField((name) =>
    go({ name, position: Math.min(view.read().position, name.length) }),
  );
  const places = chips({
    name: "the position you look at",
    onPick: (position) => go({ position }),
  });
  const ways = choice({
    name: "direction",
    options: WAYS,
    value: WAYS[0].value,
    onInput: (way) => {
      const { step, matrix } = view.read();
      go({ step: stages.turned(step, way, matrix) });
    },
  });
  const now = nowPart();
  const paper = model.get("paper");
  const tables = matrices(compute(view.read()).shapes, {
    onPick: (matrix, cell) => go({ matrix, cell }),
    onWeight: (matrix, cell, value) =>
      go({ matrix, cell, weights: changed(view.read(), matrix, cell, value) }),
  });
  const diagram = blocks({
    label: "the toy model, block by block",
    onSelect: (block) => go(selecting(view.read(), block)),
  });
  view.body.append(
    h("div", { class: "mg-hand-top" }, field.el, places.el),
    h(
      "div",
      { class: "mg-hand" },
      h("div", { class: "mg-hand-work" }, ways.el, play.el, now.el, tables.el),
      diagram.element,
    ),
    ...(paper ? [sheetLine(paper)] : []),
  );

  return view.show(
    (/** @type {State} */ state) => {
      const shown = compute(state);
      field.set(state.name);
      places.set(placeChips(shown));
      ways.set(shown.stage.way);
      play.setEnd(state.step === LAST);
      now.set(shown);
      tables.set(shown);
      diagram.draw(items(shown), {
        selected: shown.stage.block || stages.blockOf(shown.picked.name),
      });
      view.say(`${title(shown)}. ${sentence(shown)}`);
    },
    () => play.stop(),
  );
}

/** @param {string} address */
const sheetLine = (address) =>
  h(
    "p",
    { class: "mg-hand-paper" },
    "The same with a pencil: ",
    h("a", { href: address }, "the toy model on paper"),
  );

/** What selecting a block changes. @param {State} state @param {string} block @returns {Partial<State>} */
function selecting({ step }, block) {
  const { way } = STAGES[step];
  if (STAGES[step].block === "") return { matrix: MATRICES[block], cell: [0, 0] };
  return { step: stages.indexOf(way, block) };
}

/**
 * The changed matrices once a weight has been typed.
 * @param {State} state
 * @param {string} matrix
 * @param {[number, number]} cell
 * @param {number} value
 */
function changed(state, matrix, [row, column], value) {
  const { model, shapes } = compute(state);
  const { rows, cols } = shapes.find(({ name }) => name === matrix) ?? shapes[0];
  const now = model.state_dict[matrix];
  const next = Array.from({ length: rows }, (_, i) =>
    Array.from(now.subarray(i * cols, (i + 1) * cols)),
  );
  next[row][column] = value;
  return { ...state.weights, [matrix]: next };
}

/** A chip for each position: what is read there, and what should come next. @param {Now} now */
const placeChips = ({ step: { positions }, vocabulary, at }) =>
  positions.map(({ token, target }, i) => ({
    text: `${vocabulary[token]} → ${vocabulary[target]}`,
    kind: /** @type {"bos" | "letter"} */ (token === 0 ? "bos" : "letter"),
    state: /** @type {"current" | "past"} */ (i === at ? "current" : "past"),
  }));

/** The blocks of the diagram. @param {Now} now */
function items({ stage: { way }, index, mine, shapes, step }) {
  return BLOCKS.map((id) => {
    const name = MATRICES[id];
    const shape = shapes.find((one) => one.name === name);
    const item = {
      id,
      ...(shape && { matrix: short(name), shape: `${shape.rows}×${shape.cols}` }),
    };
    if (way === "adam" || way === "after")
      return shape
        ? { ...item, values: step.gradients[name], per: shape.cols }
        : { id, pale: "no weights" };
    if (!stages.done(index, way, id)) return { ...item, out: "not yet" };
    return { ...item, values: (way === "forward" ? mine.out : mine.grad)[id] };
  });
}

/** What happens at this moment: a sentence, its arithmetic, and the loss as far as it is known. */
function nowPart() {
  const head = h("p", { class: "mg-hand-title" });
  const words = h("p", { class: "mg-hand-words" });
  const sums = h("div", { class: "mg-hand-sums" });
  const loss = h("p", { class: "mg-hand-loss" });
  /** @param {Now} now */
  function set(now) {
    setText(head, title(now));
    setText(words, sentence(now));
    const marked = lineInUse(now);
    sums.replaceChildren(
      ...lines(now).map((line, i) => h("p", { class: i === marked ? "mg-hand-used" : null }, line)),
    );
    const known = (/** @type {boolean} */ there, /** @type {number} */ x) =>
      there ? four(x) : "not yet";
    const before = known(stages.done(now.index, "forward", "loss"), now.step.loss);
    const after = known(stages.done(now.index, "after", ""), now.step.after);
    setText(loss, `loss before the step: ${before}, after it: ${after}`);
  }
  return { el: h("div", { class: "mg-hand-now" }, head, words, sums, loss), set };
}

/** The line of arithmetic that the marked row or column belongs to; -1: none. @param {Now} now */
export function lineInUse({ stage: { way, block }, names, use, picked, made }) {
  if (!names.length || block === "") return -1;
  if (use === "column") return picked.column;
  return made(picked.name).from && (way === "forward" || way === "backward") ? picked.row : -1;
}

export default { render };
