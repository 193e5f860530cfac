/**
 * The network as a picture: a knob on every edge and node, signals as lines as strong as their
 * numbers.
 */

import { knob } from "../draw/knob.js";
import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { REACH } from "./network.js";

const INPUTS = /** @type {[number, number][]} */ ([
  [28, 46],
  [28, 194],
  [28, 290],
]);
const H1 = /** @type {[number, number]} */ ([206, 118]);
const H2 = /** @type {[number, number]} */ ([206, 290]);
const OUT = /** @type {[number, number]} */ ([324, 204]);
const WEIGHTS = INPUTS.map((from, i) => between(from, i < 2 ? H1 : H2, 0.47));
const BIASES = /** @type {[number, number][]} */ ([
  [206, 48],
  [206, 356],
  [324, 133],
]);
const EDGES = [
  ...INPUTS.map((from, i) => [from, WEIGHTS[i], i < 2 ? H1 : H2]),
  [H1, between(H1, OUT, 0.5), OUT],
  [H2, between(H2, OUT, 0.5), OUT],
];

/**
 * @param {[number, number]} p
 * @param {[number, number]} q
 * @param {number} share
 * @returns {[number, number]}
 */
function between([px, py], [qx, qy], share) {
  return [px + share * (qx - px), py + share * (qy - py)];
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

/** @param {{ onInput: (key: "w" | "b" | "x", index: number, value: number) => void }} options */
export function diagram({ onInput }) {
  const sub = "₁₂₃";
  const edges = EDGES.map(([from, middle, to]) => {
    const line = (
      /** @type {string} */ cls,
      /** @type {number[]} */ p,
      /** @type {number[]} */ q,
    ) => s("path", { class: cls, d: `M${p.join(" ")}L${q.join(" ")}` });
    return {
      pipe: line("mg-net-pipe", from, to),
      before: line("mg-net-signal", from, middle),
      after: line("mg-net-signal", middle, to),
    };
  });
  const risers = BIASES.map((from, i) =>
    s("path", { class: "mg-net-signal", d: `M${from.join(" ")}L${[H1, H2, OUT][i].join(" ")}` }),
  );
  const products = [
    [154, 84],
    [152, 164],
    [158, 281],
  ].map(([x, y]) => s("text", { class: "mg-net-product", x, y, "text-anchor": "middle" }));
  const nodes = [
    { at: H1, name: "h₁", y: 40 },
    { at: H2, name: "h₂", y: -30 },
    { at: OUT, name: "a", y: 47 },
  ].map(({ at: [x, y], name, y: aside }, i) => {
    const circle = s("circle", { class: "mg-net-node", r: i === 2 ? 27 : 23 });
    const number = s("text", { class: "mg-net-number", "text-anchor": "middle", y: 5 });
    const off = s("text", { class: "mg-net-off", "text-anchor": "middle", y: 13 }, "off");
    return {
      circle,
      number,
      off,
      el: s(
        "g",
        { transform: `translate(${x} ${y})` },
        circle,
        number,
        off,
        s("text", { class: "mg-dial-name", "text-anchor": "middle", y: aside }, name),
      ),
    };
  });
  const place = /** @type {const} */ ({
    x: {
      spots: INPUTS,
      reach: 2,
      colour: "data",
      names: [
        [0, -26],
        [0, -26],
        [0, -26],
      ],
      notes: [
        [0, 33],
        [0, 33],
        [0, 33],
      ],
      word: "input",
    },
    w: {
      spots: WEIGHTS,
      reach: REACH,
      colour: undefined,
      names: [
        [0, -26],
        [0, -26],
        [0, -26],
      ],
      notes: [
        [0, 34],
        [0, 34],
        [0, 34],
      ],
      word: "weight",
    },
    b: {
      spots: BIASES,
      reach: REACH,
      colour: undefined,
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
      word: "bias",
    },
  });
  const knobs = /** @type {const} */ (["w", "b", "x"]).map((key) => ({
    key,
    all: place[key].spots.map(([x, y], i) =>
      knob({
        name: `${place[key].word} ${key} ${i + 1}`,
        symbol: key + sub[i],
        x,
        y,
        min: -place[key].reach,
        max: place[key].reach,
        step: 0.1,
        colour: place[key].colour,
        nameAt: [...place[key].names[i]],
        noteAt: [...place[key].notes[i]],
        onInput: (value) => onInput(key, i, value),
      }),
    ),
  }));
  const [ws, bs, xs] = knobs.map((one) => one.all);
  // for the Tab key: along the signals
  const order = [xs[0], ws[0], xs[1], ws[1], bs[0], xs[2], ws[2], bs[1], bs[2]];
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
   * @param {SVGElement} line
   * @param {number} signal
   */
  function flow(line, signal) {
    line.style.strokeWidth = thickness(signal).toFixed(2);
    line.classList.toggle("mg-negative", signal < 0);
  }

  /**
   * @param {{ w: number[], b: number[], x: number[], now: { h1: number, h2: number, a: number },
   *   slope: { w: number[], b: number[] } | null }} state
   *   slope: the gradients to show, if any
   */
  function set({ w, b, x, now, slope }) {
    const note = (/** @type {"w" | "b"} */ key, /** @type {number} */ i) =>
      slope ? noteOf(slope[key][i]) : "";
    xs.forEach((one, i) => one.set(x[i]));
    ws.forEach((one, i) => one.set(w[i], note("w", i)));
    bs.forEach((one, i) => one.set(b[i], note("b", i)));
    const signals = [now.h1, now.h2];
    edges.forEach(({ pipe, before, after }, i) => {
      const weight = i < 3 ? w[i] : 1;
      const signal = i < 3 ? x[i] : signals[i - 3];
      pipe.style.strokeWidth = (5 + 4 * Math.abs(weight)).toFixed(2);
      pipe.classList.toggle("mg-negative", weight < 0);
      pipe.classList.toggle("mg-fixed", i > 2);
      flow(before, signal);
      flow(after, weight * signal);
    });
    risers.forEach((line, i) => flow(line, b[i]));
    products.forEach((text, i) => {
      text.textContent = signed(w[i] * x[i]);
      text.classList.toggle("mg-negative", w[i] * x[i] < 0);
    });
    nodes.forEach(({ circle, number, off }, i) => {
      const value = [now.h1, now.h2, now.a][i];
      circle.classList.toggle("mg-off", value === 0);
      circle.style.setProperty("--tint", `${Math.min(60, 14 * value).toFixed(0)}%`);
      number.textContent = fmt(value);
      number.setAttribute("y", value === 0 ? "1" : "5");
      off.textContent = value === 0 ? "off" : "";
    });
  }
  return { el, set };
}
