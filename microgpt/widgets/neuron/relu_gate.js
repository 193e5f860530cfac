/**
 * A number at the ReLU gate: what passes forward, and the slope through which blame can pass back.
 */

import { slider } from "../kit/controls.js";
import { h, s, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { curve } from "./curve.js";
import { relu } from "./network.js";

const REACH = 3;
const STEP = 0.1;

/**
 * The output, and the slope there. At exactly 0 the slope is taken to be 0, as in the package's
 * Value.
 * @param {{ z: number }} state
 */
export function compute({ z }) {
  return { out: relu(z), slope: z > 0 ? 1 : 0 };
}

/** @param {number} z */
export function tell(z) {
  if (z > 0)
    return "Positive: it passes unchanged. Turn z a little and the output turns just as much, so blame passes back in full.";
  if (z < 0)
    return "Negative: it is stopped at 0. Turn z a little and the output stays 0, so no blame passes back.";
  return "Exactly 0: the corner has no slope of its own. It is taken as 0, so no blame passes back.";
}

/** @type {import("@anywidget/types").Render<{ z: number }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["z"],
    name: "ReLU gate",
    caption: "The ReLU: the larger of z and 0. Drag the point, or use the slider.",
  });
  const input = slider({
    name: "z",
    label: symbol("z"),
    min: -REACH,
    max: REACH,
    step: STEP,
    value: model.get("z"),
    colour: "data",
    onInput: (z) => view.set({ z }),
  });
  const bent = curve({
    name: "ReLU of z",
    xName: "z",
    yName: "ReLU(z)",
    reach: REACH,
    step: STEP,
    heights: [REACH],
    onInput: (z) => view.set({ z }),
  });
  const inward = s("text", { class: "mg-neuron-out", x: 40, y: 62, "text-anchor": "middle" });
  const outward = s("text", { class: "mg-neuron-out", x: 288, y: 62, "text-anchor": "middle" });
  const wire = s("path", { class: "mg-net-signal", d: "M74 56H150" });
  const passed = s("path", { class: "mg-net-signal mg-when-open", d: "M74 56H248m-8 -6l8 6l-8 6" });
  const leaf = s("path", { class: "mg-gate-leaf", d: "M162 35V77" });
  const blame = s("path", { class: "mg-gate-blame mg-when-open", d: "M248 118H78m8 -6l-8 6l8 6" });
  const stopped = s("path", { class: "mg-gate-blame mg-when-shut", d: "M248 118H164m0 -8v16" });
  const back = s("text", { class: "mg-gate-slope", x: 162, y: 142, "text-anchor": "middle" });
  const gate = s(
    "svg",
    { viewBox: "0 0 330 152", class: "mg-gate", role: "img" },
    s("text", { class: "mg-curve-name", x: 40, y: 34, "text-anchor": "middle" }, "z"),
    s("text", { class: "mg-curve-name", x: 288, y: 34, "text-anchor": "middle" }, "ReLU(z)"),
    wire,
    passed,
    s("path", { class: "mg-axis", d: "M162 12V34M162 78V100" }),
    leaf,
    inward,
    outward,
    blame,
    stopped,
    back,
  );
  const words = h("p", { class: "mg-facts mg-gate-words" });
  view.body.append(
    h("div", { class: "mg-columns mg-net-columns" }, h("div", {}, gate, words), bent.el),
    input.el,
  );

  return view.show(({ z }) => {
    const { out, slope } = compute({ z });
    input.set(z);
    bent.set({ x: z, f: (x) => compute({ z: x }).out });
    inward.textContent = fmt(z);
    outward.textContent = fmt(out);
    wire.classList.toggle("mg-negative", z < 0);
    gate.classList.toggle("mg-shut", !slope);
    gate.setAttribute(
      "aria-label",
      `${fmt(z)} goes in, ${fmt(out)} comes out, the slope is ${slope}`,
    );
    back.textContent = slope ? "slope 1: blame × 1" : "slope 0: blame × 0";
    words.textContent = tell(z);
    view.say(`ReLU of ${fmt(z)} is ${fmt(out)}, slope ${slope}`);
  });
}

export default { render };
