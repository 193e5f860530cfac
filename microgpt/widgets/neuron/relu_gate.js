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
    return (
      "Positive: it passes unchanged. " +
      "Turn z a little and the output turns just as much, so blame passes back in full."
    );
  if (z < 0)
    return (
      "Negative: it is stopped at 0. " +
      "Turn z a little and the output stays 0, so no blame passes back."
    );
  return (
    "Exactly 0: the corner has no slope of its own. " + "It is taken as 0, so no blame passes back."
  );
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
  const onInput = (/** @type {number} */ z) => view.set({ z });
  const input = slider({
    name: "z",
    label: symbol("z"),
    min: -REACH,
    max: REACH,
    step: STEP,
    value: model.get("z"),
    colour: "data",
    onInput,
  });
  const bent = curve({
    name: "ReLU of z",
    xName: "z",
    yName: "ReLU(z)",
    reach: REACH,
    step: STEP,
    heights: [REACH],
    onInput,
  });
  const gate = gatePicture();
  const words = h("p", { class: "mg-facts mg-gate-words" });
  view.body.append(
    h("div", { class: "mg-columns mg-net-columns" }, h("div", {}, gate.el, words), bent.el),
    input.el,
  );

  return view.show(({ z }) => {
    const { out, slope } = compute({ z });
    input.set(z);
    bent.set({ x: z, f: (x) => compute({ z: x }).out });
    gate.set(z, out, slope);
    words.textContent = tell(z);
    view.say(`ReLU of ${fmt(z)} is ${fmt(out)}, slope ${slope}`);
  });
}

/** A number comes to a gate, and blame comes back to it; both pass, or neither does. */
function gatePicture() {
  const [left, right] = [40, 288];
  const text = (/** @type {string} */ kind, /** @type {number} */ x, /** @type {number} */ y) =>
    s("text", { class: kind, x, y, "text-anchor": "middle" });
  const path = (/** @type {string} */ kind, /** @type {string} */ d) =>
    s("path", { class: kind, d });
  const names = [text("mg-curve-name", left, 34), text("mg-curve-name", right, 34)];
  const inward = text("mg-neuron-out", left, 62);
  const outward = text("mg-neuron-out", right, 62);
  const wire = path("mg-net-signal", "M74 56H150");
  const back = text("mg-gate-slope", 162, 142);
  names[0].textContent = "z";
  names[1].textContent = "ReLU(z)";
  const el = s(
    "svg",
    { viewBox: "0 0 330 152", class: "mg-gate", role: "img" },
    ...names,
    wire,
    path("mg-net-signal mg-when-open", "M74 56H248m-8 -6l8 6l-8 6"),
    path("mg-axis", "M162 12V34M162 78V100"),
    path("mg-gate-leaf", "M162 35V77"),
    inward,
    outward,
    path("mg-gate-blame mg-when-open", "M248 118H78m8 -6l-8 6l8 6"),
    path("mg-gate-blame mg-when-shut", "M248 118H164m0 -8v16"),
    back,
  );
  /**
   * @param {number} z
   * @param {number} out
   * @param {number} slope
   */
  function set(z, out, slope) {
    const [given, passed] = [fmt(z), fmt(out)];
    inward.textContent = given;
    outward.textContent = passed;
    wire.classList.toggle("mg-negative", z < 0);
    el.classList.toggle("mg-shut", !slope);
    el.setAttribute("aria-label", `${given} goes in, ${passed} comes out, the slope is ${slope}`);
    back.textContent = slope ? "slope 1: blame × 1" : "slope 0: blame × 0";
  }
  return { el, set };
}

export default { render };
