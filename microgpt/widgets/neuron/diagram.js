/**
 * The network as a picture: a knob on every edge and node, signals as lines as strong as their
 * numbers.
 */

import { knob } from "../draw/knob.js";
import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { REACH } from "./network.js";

/** @typedef {[number, number]} Place */
/** @typedef {"w" | "b" | "x"} Key */

const INPUTS = /** @type {Place[]} */ ([
  [28, 46],
  [28, 194],
  [28, 290],
]);
const H1 = /** @type {Place} */ ([206, 118]);
const H2 = /** @type {Place} */ ([206, 290]);
const OUT = /** @type {Place} */ ([324, 204]);
const WEIGHTS = INPUTS.map((from, i) => between(from, i < 2 ? H1 : H2, 0.47));
const BIASES = /** @type {Place[]} */ ([
  [206, 48],
  [206, 356],
  [324, 133],
]);
const PRODUCTS = /** @type {Place[]} */ ([
  [154, 84],
  [152, 164],
  [158, 281],
]);
const EDGES = [
  ...INPUTS.map((from, i) => [from, WEIGHTS[i], i < 2 ? H1 : H2]),
  [H1, between(H1, OUT, 0.5), OUT],
  [H2, between(H2, OUT, 0.5), OUT],
];
const NODES = /** @type {{ at: Place, name: string, nameAt: number, r: number }[]} */ ([
  { at: H1, name: "h₁", nameAt: 40, r: 23 },
  { at: H2, name: "h₂", nameAt: -30, r: 23 },
  { at: OUT, name: "a", nameAt: 47, r: 27 },
]);

/**
 * For each kind of knob: where they stand, how far they turn, and where their names and gradients
 * stand beside them.
 * @type {Record<Key, { word: string, spots: Place[], reach: number, colour?: string,
 *   names: Place[], notes: Place[] }>}
 */
const KNOBS = {
  x: { word: "input", spots: INPUTS, reach: 2, colour: "data", ...beside([0, -26], [0, 33]) },
  w: { word: "weight", spots: WEIGHTS, reach: REACH, ...beside([0, -26], [0, 34]) },
  b: {
    word: "bias",
    spots: BIASES,
    reach: REACH,
    names: [
      [-25, 5],
      [-25, 5],
      [0, -26],
    ],
    notes: [
      [25, 4],
      [25, 4],
      [0, -44],
    ],
  },
};

/**
 * @param {Place} p
 * @param {Place} q
 * @param {number} share
 * @returns {Place}
 */
function between([px, py], [qx, qy], share) {
  return [px + share * (qx - px), py + share * (qy - py)];
}

/**
 * The same for all three.
 * @param {Place} name
 * @param {Place} note
 */
function beside(name, note) {
  return { names: [name, name, name], notes: [note, note, note] };
}

/** How thick a signal is drawn. @param {number} signal */
const thickness = (signal) => (signal === 0 ? 0 : Math.min(7, 1 + 1.5 * Math.abs(signal)));

/** With its sign, always. @param {number} x */
const signed = (x) => (x > 0 ? `+${fmt(x)}` : fmt(x));

/** A gradient under its knob; what is not zero never reads as zero. @param {number} slope */
export function noteOf(slope) {
  const size = Math.abs(slope);
  return `grad ${size > 0 && size < 0.0005 ? "≈ 0" : fmt(slope, size < 0.1 ? 3 : 2)}`;
}

/** @param {{ onInput: (key: Key, index: number, value: number) => void }} options */
export function diagram({ onInput }) {
  const edges = EDGES.map(edge);
  const risers = BIASES.map((from, i) => line("mg-net-signal", from, NODES[i].at));
  const products = PRODUCTS.map(([x, y]) =>
    s("text", { class: "mg-net-product", x, y, "text-anchor": "middle" }),
  );
  const nodes = NODES.map(node);
  const [x, w, b] = [knobs("x", onInput), knobs("w", onInput), knobs("b", onInput)];
  // for the Tab key: along the signals
  const order = [x[0], w[0], x[1], w[1], b[0], x[2], w[2], b[1], b[2]];
  const el = s(
    "svg",
    {
      viewBox: "0 0 360 380",
      class: "mg-net",
      role: "group",
      "aria-label": "The network with its knobs",
    },
    ...edges.map((one) => one.pipe),
    ...risers,
    ...edges.flatMap((one) => [one.before, one.after]),
    ...nodes.map((one) => one.el),
    ...products,
    ...order.map((one) => one.el),
  );

  /**
   * @param {{ w: number[], b: number[], x: number[], now: { h1: number, h2: number, a: number },
   *   slope: { w: number[], b: number[] } | null }} state
   *   slope: the gradients to show, if any
   */
  function set({ w: weights, b: biases, x: inputs, now, slope }) {
    x.forEach((one, i) => one.set(inputs[i]));
    w.forEach((one, i) => one.set(weights[i], slope ? noteOf(slope.w[i]) : ""));
    b.forEach((one, i) => one.set(biases[i], slope ? noteOf(slope.b[i]) : ""));
    const signals = [...inputs, now.h1, now.h2];
    edges.forEach((one, i) => one.set(weights[i] ?? 1, signals[i], i >= weights.length));
    risers.forEach((riser, i) => flow(riser, biases[i]));
    products.forEach((text, i) => {
      const product = weights[i] * inputs[i];
      text.textContent = signed(product);
      text.classList.toggle("mg-negative", product < 0);
    });
    [now.h1, now.h2, now.a].forEach((value, i) => nodes[i].set(value));
  }
  return { el, set };
}

/**
 * @param {Key} key
 * @param {(key: Key, index: number, value: number) => void} onInput
 */
function knobs(key, onInput) {
  const { word, spots, reach, colour, names, notes } = KNOBS[key];
  return spots.map(([x, y], i) =>
    knob({
      name: `${word} ${key} ${i + 1}`,
      symbol: key + "₁₂₃"[i],
      x,
      y,
      min: -reach,
      max: reach,
      step: 0.1,
      colour,
      nameAt: names[i],
      noteAt: notes[i],
      onInput: (value) => onInput(key, i, value),
    }),
  );
}

/**
 * @param {string} kind
 * @param {number[]} p
 * @param {number[]} q
 */
function line(kind, p, q) {
  return s("path", { class: kind, d: `M${p.join(" ")}L${q.join(" ")}` });
}

/**
 * A line as strong as its signal.
 * @param {SVGElement} line
 * @param {number} signal
 */
function flow(line, signal) {
  line.style.strokeWidth = thickness(signal).toFixed(2);
  line.classList.toggle("mg-negative", signal < 0);
}

/**
 * A pipe as wide as its weight; the signal in it, before the weight and after it.
 * @param {number[][]} places from, the weight's, to
 */
function edge([from, middle, to]) {
  const pipe = line("mg-net-pipe", from, to);
  const before = line("mg-net-signal", from, middle);
  const after = line("mg-net-signal", middle, to);
  /**
   * @param {number} weight
   * @param {number} signal
   * @param {boolean} fixed whether it has a knob
   */
  function set(weight, signal, fixed) {
    pipe.style.strokeWidth = (5 + 4 * Math.abs(weight)).toFixed(2);
    pipe.classList.toggle("mg-negative", weight < 0);
    pipe.classList.toggle("mg-fixed", fixed);
    flow(before, signal);
    flow(after, weight * signal);
  }
  return { pipe, before, after, set };
}

/** A neuron: its output as a number and a tint. @param {typeof NODES[number]} place */
function node({ at: [x, y], name, nameAt, r }) {
  const middle = { "text-anchor": "middle" };
  const circle = s("circle", { class: "mg-net-node", r });
  const number = s("text", { class: "mg-net-number", ...middle, y: 5 });
  const off = s("text", { class: "mg-net-off", ...middle, y: 13 }, "off");
  const label = s("text", { class: "mg-dial-name", ...middle, y: nameAt }, name);
  /** @param {number} value */
  function set(value) {
    circle.classList.toggle("mg-off", value === 0);
    circle.style.setProperty("--tint", `${Math.min(60, 14 * value).toFixed(0)}%`);
    number.textContent = fmt(value);
    number.setAttribute("y", value === 0 ? "1" : "5");
    off.textContent = value === 0 ? "off" : "";
  }
  const place = { transform: `translate(${x} ${y})` };
  return { el: s("g", place, circle, number, off, label), set };
}
