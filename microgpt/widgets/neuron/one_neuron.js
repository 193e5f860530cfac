/** One neuron, built up in four stages, and beside it its output over the first input. */

import { pairs, sumText } from "../draw/arithmetic.js";
import { slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { curve } from "./curve.js";
import { relu } from "./network.js";
import { RANGE, STEP, neuronPicture } from "./one_neuron_picture.js";

/** @typedef {{ stage: number, x: number[], w: number[], b: number }} State */
/** @typedef {import("./one_neuron_picture.js").Put} Put */

const STAGES = ["adder", "weights", "bias", "ReLU"];
const SAYS = [
  "The inputs are added up. Nothing else happens yet.",
  "Each input is multiplied by its weight before the sum. " +
    "A weight makes the line steeper, flatter, or turns it over.",
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
    return `The weight of ${name} is 0: the ReLU is ${rest > 0 ? "always" : "never"} on.`;
  const sum = `${fmt(w[0])}${name}${rest ? plus(rest) : ""}`;
  const side = w[0] > 0 ? "right" : "left";
  return (
    `It switches where ${sum} = 0, at ${name} = ${fmt(place)}. ` +
    `It is on to the ${side} of that.`
  );
}

/** With the sign that joins it to a sum. @param {number} x */
function plus(x) {
  return x < 0 ? ` − ${fmt(-x)}` : ` + ${fmt(x)}`;
}

/** The arithmetic of the stage, line by line. @param {State} state @returns {string[]} */
export function spelled(state) {
  const { stage, x, w, b } = state;
  const { z, out } = compute(state);
  const sum = stage > 1 ? pairs(w, x) : sumText(x);
  const bias = stage > 2 ? plus(b) : "";
  return stage > 3
    ? [`z = ${sum}${bias} = ${fmt(z)}`, `output = ReLU(${fmt(z)}) = ${fmt(out)}`]
    : [`output = ${sum}${bias} = ${fmt(out)}`];
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const two = model.get("x").length > 1;
  const names = two ? ["x₁", "x₂"] : ["x"];
  const curveWords = two
    ? "The curve shows the output as x₁ changes and x₂ stays."
    : "The curve shows the output as x changes.";
  const view = figure({
    model,
    el,
    keys: ["stage", "x", "w", "b"],
    name: "One neuron",
    caption:
      `${curveWords} The pale dashed line is the stage before. ` +
      "Drag a knob, or the point on the curve.",
  });
  /** @type {Put} */
  const put = (key, i) => (value) => {
    const { [key]: old } = view.read();
    view.set({ [key]: key === "b" ? value : old.with(i, value) });
  };
  const stages = stageButtons((stage) => view.set({ stage }));
  const picture = neuronPicture(two, put);
  const response = curve({
    name: `The output for every ${names[0]}`,
    xName: names[0],
    yName: "output",
    reach: RANGE.x,
    step: STEP,
    onInput: put("x", 0),
  });
  const sum = h("p", { class: "mg-sum mg-neuron-sum" });
  const words = h("p", { class: "mg-facts mg-neuron-words" });
  const sliders = neuronSliders(two, put);
  view.body.append(
    stages.el,
    h(
      "div",
      { class: "mg-columns mg-net-columns" },
      h("div", {}, picture.el, sum),
      h("div", {}, response.el),
    ),
    words,
    sliders.el,
  );

  return view.show((/** @type {State} */ state) => {
    const { stage } = state;
    stages.set(stage);
    sliders.set(state);
    picture.set(state, compute(state));
    response.set({
      x: state.x[0],
      f: outputAt(state, stage),
      old: stage > 1 ? outputAt(state, stage - 1) : null,
      bend: stage > 3 ? bend(state) : null,
    });
    sum.replaceChildren(...spelled(state).map((line) => h("span", {}, line)));
    words.textContent = stage > 3 ? `${SAYS[3]} ${whereItSwitches(state)}` : SAYS[stage - 1];
    view.say(spelled(state).at(-1) ?? "");
  });
}

/**
 * The output over the first input, at a stage.
 * @param {State} state
 * @param {number} stage
 */
function outputAt(state, stage) {
  return (/** @type {number} */ x1) =>
    compute({ ...state, stage, x: [x1, ...state.x.slice(1)] }).out;
}

/** The four stages as buttons. @param {(stage: number) => void} onPick */
function stageButtons(onPick) {
  const buttons = STAGES.map((text, i) =>
    h(
      "button",
      { type: "button", class: "mg-stage", onclick: () => onPick(i + 1) },
      h("b", {}, String(i + 1)),
      " ",
      text,
    ),
  );
  const el = h("div", { class: "mg-stages", role: "group", "aria-label": "Stage" }, ...buttons);
  /** @param {number} stage */
  const set = (stage) =>
    buttons.forEach((one, i) => {
      one.setAttribute("aria-pressed", String(i + 1 === stage));
      one.classList.toggle("mg-past", i + 1 < stage);
    });
  return { el, set };
}

/**
 * A slider for every number; those of later stages are hidden.
 * @param {boolean} two
 * @param {Put} put
 */
function neuronSliders(two, put) {
  const one = (/** @type {"x" | "w" | "b"} */ key, /** @type {number} */ i, numbered = two) =>
    slider({
      name: numbered ? `${key} ${i + 1}` : key,
      label: symbol(key, numbered ? i + 1 : undefined),
      min: -RANGE[key],
      max: RANGE[key],
      step: STEP,
      value: 0,
      colour: key === "x" ? "data" : undefined,
      onInput: put(key, i),
    });
  const places = two ? [0, 1] : [0];
  const xs = places.map((i) => one("x", i));
  const ws = places.map((i) => one("w", i));
  const bias = one("b", 0, false);
  const groups = [xs, ws, [bias]].map((some) => h("div", {}, ...some.map(({ el }) => el)));

  /** @param {State} state */
  function set({ stage, x, w, b }) {
    xs.forEach((each, i) => each.set(x[i]));
    ws.forEach((each, i) => {
      each.set(w[i]);
      each.el.hidden = stage < 2;
    });
    bias.set(b);
    bias.el.hidden = stage < 3;
  }
  return { el: h("div", { class: "mg-neuron-sliders" }, ...groups), set };
}

export default { render };
