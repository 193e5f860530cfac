/** One neuron, built up in four stages, and beside it its output over the first input. */

import { pairs, sumText } from "../draw/arithmetic.js";
import { knob } from "../draw/knob.js";
import { slider } from "../kit/controls.js";
import { h, s, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { curve } from "./curve.js";
import { relu } from "./network.js";

/** @typedef {{ stage: number, x: number[], w: number[], b: number }} State */

const X = 4;
const W = 3;
const B = 5;
const STEP = 0.1;
const STAGES = ["adder", "weights", "bias", "ReLU"];
const SAYS = [
  "The inputs are added up. Nothing else happens yet.",
  "Each input is multiplied by its weight before the sum. A weight makes the line steeper, flatter, or turns it over.",
  "The bias joins the sum. It lifts or lowers the whole line.",
  "A negative sum is stopped at 0: the ReLU.",
];

/**
 * The products, their sum, z (with the bias) and the output, as far as the stage goes.
 * @param {State} state
 */
export function compute({ stage, x, w, b }) {
  const products = x.map((one, i) => (stage > 1 ? w[i] * one : one));
  const sum = products.reduce((total, one) => total + one, 0);
  const z = stage > 2 ? sum + b : sum;
  return { products, z, out: stage > 3 ? relu(z) : z };
}

/**
 * Where the ReLU switches on as x1 changes and the other input stays: a place, or null where a
 * weight of 0 leaves none.
 * @param {State} state
 */
export function bend({ x, w, b }) {
  return w[0] ? -((x.length > 1 ? w[1] * x[1] : 0) + b) / w[0] + 0 : null;
}

/** The same in words. @param {State} state */
export function whereItSwitches(state) {
  const { x, w, b } = state;
  const place = bend(state);
  const rest = (x.length > 1 ? w[1] * x[1] : 0) + b;
  const name = x.length > 1 ? "x₁" : "x";
  if (place === null)
    return rest > 0
      ? `The weight of ${name} is 0: the ReLU is always on.`
      : `The weight of ${name} is 0: the ReLU is never on.`;
  return `It switches where ${fmt(w[0])}${name}${rest ? (rest < 0 ? ` − ${fmt(-rest)}` : ` + ${fmt(rest)}`) : ""} = 0, at ${name} = ${fmt(place)}. It is on to the ${w[0] > 0 ? "right" : "left"} of that.`;
}

/** The arithmetic of the stage, line by line. @param {State} state @returns {string[]} */
export function spelled(state) {
  const { stage, x, w, b } = state;
  const { z, out } = compute(state);
  const sum = stage > 1 ? pairs(w, x) : sumText(x);
  const bias = stage > 2 ? (b < 0 ? ` − ${fmt(-b)}` : ` + ${fmt(b)}`) : "";
  return stage > 3
    ? [`z = ${sum}${bias} = ${fmt(z)}`, `output = ReLU(${fmt(z)}) = ${fmt(out)}`]
    : [`output = ${sum}${bias} = ${fmt(out)}`];
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const two = model.get("x").length > 1;
  const names = two ? ["x₁", "x₂"] : ["x"];
  const view = figure({
    model,
    el,
    keys: ["stage", "x", "w", "b"],
    name: "One neuron",
    caption: two
      ? "The curve shows the output as x₁ changes and x₂ stays. The pale dashed line is the stage before. Drag a knob, or the point on the curve."
      : "The curve shows the output as x changes. The pale dashed line is the stage before. Drag a knob, or the point on the curve.",
  });
  const put =
    (/** @type {"x" | "w"} */ key, /** @type {number} */ i) => (/** @type {number} */ value) =>
      view.set({ [key]: model.get(key).map((old, j) => (j === i ? value : old)) });
  const buttons = STAGES.map((text, i) =>
    h(
      "button",
      { type: "button", class: "mg-stage", onclick: () => view.set({ stage: i + 1 }) },
      h("b", {}, String(i + 1)),
      " ",
      text,
    ),
  );
  const picture = drawing(two, put, (b) => view.set({ b }));
  const response = curve({
    name: `The output for every ${names[0]}`,
    xName: names[0],
    yName: "output",
    reach: X,
    step: STEP,
    onInput: put("x", 0),
  });
  const sum = h("p", { class: "mg-sum mg-neuron-sum" });
  const words = h("p", { class: "mg-facts mg-neuron-words" });
  const label = (/** @type {string} */ letter, /** @type {number} */ i) =>
    symbol(letter, two ? i + 1 : undefined);
  const called = (/** @type {string} */ letter, /** @type {number} */ i) =>
    two ? `${letter} ${i + 1}` : letter;
  const xs = names.map((_, i) =>
    slider({
      name: called("x", i),
      label: label("x", i),
      min: -X,
      max: X,
      step: STEP,
      value: 0,
      colour: "data",
      onInput: put("x", i),
    }),
  );
  const ws = names.map((_, i) =>
    slider({
      name: called("w", i),
      label: label("w", i),
      min: -W,
      max: W,
      step: STEP,
      value: 0,
      onInput: put("w", i),
    }),
  );
  const bias = slider({
    name: "b",
    label: symbol("b"),
    min: -B,
    max: B,
    step: STEP,
    value: 0,
    onInput: (b) => view.set({ b }),
  });
  view.body.append(
    h("div", { class: "mg-stages", role: "group", "aria-label": "Stage" }, ...buttons),
    h(
      "div",
      { class: "mg-columns mg-net-columns" },
      h("div", {}, picture.el, sum),
      h("div", {}, response.el),
    ),
    words,
    h(
      "div",
      { class: "mg-neuron-sliders" },
      h("div", {}, ...xs.map((one) => one.el)),
      h("div", {}, ...ws.map((one) => one.el)),
      h("div", {}, bias.el),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const { stage, x, w, b } = state;
    const at = (/** @type {number} */ s, /** @type {number} */ x1) =>
      compute({ ...state, stage: s, x: [x1, ...x.slice(1)] }).out;
    buttons.forEach((one, i) => {
      one.setAttribute("aria-pressed", String(i + 1 === stage));
      one.classList.toggle("mg-past", i + 1 < stage);
    });
    xs.forEach((one, i) => one.set(x[i]));
    ws.forEach((one, i) => {
      one.set(w[i]);
      one.el.hidden = stage < 2;
    });
    bias.set(b);
    bias.el.hidden = stage < 3;
    picture.set(state);
    response.set({
      x: x[0],
      f: (x1) => at(stage, x1),
      old: stage > 1 ? (x1) => at(stage - 1, x1) : null,
      bend: stage > 3 ? bend(state) : null,
    });
    sum.replaceChildren(...spelled(state).map((line) => h("span", {}, line)));
    words.textContent = stage > 3 ? `${SAYS[3]} ${whereItSwitches(state)}` : SAYS[stage - 1];
    view.say(spelled(state).at(-1) ?? "");
  });
}

/**
 * Inputs, weights on their edges, the sum, the bias, the gate; each appears with its stage.
 * @param {boolean} two
 * @param {(key: "x" | "w", index: number) => (value: number) => void} put
 * @param {(b: number) => void} onBias
 */
function drawing(two, put, onBias) {
  const rows = two ? [52, 168] : [110];
  const middle = 110;
  const sub = two ? "₁₂" : [""];
  const xs = rows.map((y, i) =>
    knob({
      name: `input x${two ? ` ${i + 1}` : ""}`,
      symbol: `x${sub[i]}`,
      x: 26,
      y,
      min: -X,
      max: X,
      step: STEP,
      colour: "data",
      onInput: put("x", i),
    }),
  );
  const ws = rows.map((y, i) =>
    knob({
      name: `weight w${two ? ` ${i + 1}` : ""}`,
      symbol: `w${sub[i]}`,
      x: 108,
      y: y + (middle - y) * 0.47,
      min: -W,
      max: W,
      step: STEP,
      onInput: put("w", i),
    }),
  );
  const bias = knob({
    name: "bias b",
    symbol: "b",
    x: 196,
    y: 30,
    min: -B,
    max: B,
    step: STEP,
    nameAt: [25, 5],
    onInput: onBias,
  });
  const edges = rows.map((y) => s("path", { class: "mg-net-signal", d: `M26 ${y}L196 ${middle}` }));
  const riser = s("path", { class: "mg-net-signal", d: `M196 30V${middle}` });
  const products = rows.map((y, i) =>
    s("text", {
      class: "mg-net-product",
      "text-anchor": "middle",
      x: 150,
      y: two ? (i ? 155 : 76) : 100,
    }),
  );
  const node = s("circle", { class: "mg-net-node", cx: 196, cy: middle, r: 24 });
  const total = s("text", {
    class: "mg-net-number",
    x: 196,
    y: middle + 5,
    "text-anchor": "middle",
  });
  const nodeName = s("text", {
    class: "mg-curve-name",
    x: 196,
    y: middle + 42,
    "text-anchor": "middle",
  });
  const wire = s("path", { class: "mg-net-signal", d: `M220 ${middle}H262` });
  const last = s("path", { class: "mg-net-signal", d: `M262 ${middle}H318` });
  const gate = s(
    "g",
    { transform: `translate(262 ${middle})` },
    s("rect", { class: "mg-neuron-gate", x: -19, y: -19, width: 38, height: 38, rx: 3 }),
    s("path", { class: "mg-neuron-bend", d: "M-13 7H0L12 -9" }),
    s("text", { class: "mg-curve-name", y: 36, "text-anchor": "middle" }, "ReLU"),
  );
  const out = s("text", { class: "mg-neuron-out", x: 340, y: middle + 6, "text-anchor": "middle" });
  const off = s("text", {
    class: "mg-curve-name",
    x: 340,
    y: middle + 24,
    "text-anchor": "middle",
  });
  const outName = s(
    "text",
    { class: "mg-curve-name", x: 340, y: middle - 18, "text-anchor": "middle" },
    "output",
  );
  const el = s(
    "svg",
    {
      viewBox: "0 0 366 212",
      class: "mg-neuron",
      role: "group",
      "aria-label": "The neuron with its knobs",
    },
    ...edges,
    riser,
    wire,
    last,
    node,
    total,
    nodeName,
    gate,
    ...products,
    out,
    off,
    outName,
    ...xs.flatMap((one, i) => [one.el, ws[i].el]),
    bias.el,
  );

  /**
   * @param {SVGElement} line
   * @param {number} signal
   */
  function flow(line, signal) {
    line.style.strokeWidth = (signal ? 1 + Math.min(5, Math.abs(signal)) : 0).toFixed(2);
    line.classList.toggle("mg-negative", signal < 0);
  }

  /** @param {State} state */
  function set(state) {
    const { stage, x, w, b } = state;
    const { products: parts, z, out: output } = compute(state);
    const shut = stage > 3 && output === 0;
    xs.forEach((one, i) => one.set(x[i]));
    ws.forEach((one, i) => {
      one.set(w[i]);
      one.el.style.display = stage > 1 ? "" : "none";
    });
    bias.set(b);
    bias.el.style.display = riser.style.display = stage > 2 ? "" : "none";
    gate.style.display = stage > 3 ? "" : "none";
    edges.forEach((line, i) => flow(line, parts[i]));
    flow(riser, b);
    flow(wire, z);
    flow(last, output);
    products.forEach((text, i) => {
      text.textContent = stage > 1 ? (parts[i] > 0 ? `+${fmt(parts[i])}` : fmt(parts[i])) : "";
      text.classList.toggle("mg-negative", parts[i] < 0);
    });
    total.textContent = stage > 3 ? fmt(z) : "+";
    nodeName.textContent = stage > 3 ? "z" : "sum";
    out.textContent = fmt(output);
    off.textContent = shut ? "off" : "";
  }
  return { el, set };
}

export default { render };
