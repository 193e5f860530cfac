/** One neuron as a picture: inputs, weights on their edges, the sum, the bias, the gate. */

import { knob } from "../draw/knob.js";
import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

/** @typedef {import("./one_neuron.js").State} State */
/**
 * What takes over a number that was changed.
 * @typedef {(key: "x" | "w" | "b", index: number) => (value: number) => void} Put
 */

export const RANGE = { x: 4, w: 3, b: 5 }; // how far the numbers go to both sides
export const STEP = 0.1;
const MIDDLE = 110;
const INPUT = 26;
const SUM = 196;
const GATE = 262;
const END = 318;
const OUT = 340;
const BIAS = 30;

/**
 * Each part appears with its stage.
 * @param {boolean} two
 * @param {Put} put
 */
export function neuronPicture(two, put) {
  const rows = two ? [52, 168] : [MIDDLE];
  const inputs = rows.map((y, i) => input(y, i, two, put));
  const sum = sumNode(put("b", 0));
  const gate = gateAndOutput();
  const el = s(
    "svg",
    {
      viewBox: "0 0 366 212",
      class: "mg-neuron",
      role: "group",
      "aria-label": "The neuron with its knobs",
    },
    ...inputs.map((one) => one.edge),
    sum.riser,
    ...gate.wires,
    ...sum.node,
    gate.el,
    ...inputs.map((one) => one.product),
    ...gate.output,
    ...inputs.flatMap((one) => one.knobs),
    sum.knob,
  );

  /**
   * @param {State} state
   * @param {{ products: number[], z: number, out: number }} result
   */
  function set({ stage, x, w, b }, { products, z, out }) {
    inputs.forEach((one, i) => one.set(stage, x[i], w[i], products[i]));
    sum.set(stage, b, z);
    gate.set(stage, z, out);
  }
  return { el, set };
}

/**
 * An input, its weight, and their product on the edge to the sum.
 * @param {number} y
 * @param {number} i
 * @param {boolean} two
 * @param {Put} put
 */
function input(y, i, two, put) {
  const [sub, number] = two ? ["₁₂"[i], ` ${i + 1}`] : ["", ""];
  const edge = s("path", { class: "mg-net-signal", d: `M${INPUT} ${y}L${SUM} ${MIDDLE}` });
  const product = text("mg-net-product", 150, two ? [76, 155][i] : 100);
  const first = knob({
    name: `input x${number}`,
    symbol: `x${sub}`,
    ...limits("x"),
    x: INPUT,
    y,
    colour: "data",
    onInput: put("x", i),
  });
  const weight = knob({
    name: `weight w${number}`,
    symbol: `w${sub}`,
    ...limits("w"),
    x: 108,
    y: y + (MIDDLE - y) * 0.47,
    onInput: put("w", i),
  });

  /**
   * @param {number} stage
   * @param {number} x
   * @param {number} w
   * @param {number} value of the product; without weights the input itself
   */
  function set(stage, x, w, value) {
    first.set(x);
    weight.set(w);
    weight.el.style.display = shown(stage > 1);
    flow(edge, value);
    product.textContent = stage > 1 ? `${value > 0 ? "+" : ""}${fmt(value)}` : "";
    product.classList.toggle("mg-negative", value < 0);
  }
  return { edge, product, knobs: [first.el, weight.el], set };
}

/** The sum, and the bias that joins it from above. @param {(b: number) => void} onBias */
function sumNode(onBias) {
  const riser = s("path", { class: "mg-net-signal", d: `M${SUM} ${BIAS}V${MIDDLE}` });
  const circle = s("circle", { class: "mg-net-node", cx: SUM, cy: MIDDLE, r: 24 });
  const total = text("mg-net-number", SUM, MIDDLE + 5);
  const name = text("mg-curve-name", SUM, MIDDLE + 42);
  const bias = knob({
    name: "bias b",
    symbol: "b",
    ...limits("b"),
    x: SUM,
    y: BIAS,
    nameAt: [25, 5],
    onInput: onBias,
  });
  /**
   * @param {number} stage
   * @param {number} b
   * @param {number} z
   */
  function set(stage, b, z) {
    bias.set(b);
    bias.el.style.display = riser.style.display = shown(stage > 2);
    flow(riser, b);
    total.textContent = stage > 3 ? fmt(z) : "+";
    name.textContent = stage > 3 ? "z" : "sum";
  }
  return { riser, node: [circle, total, name], knob: bias.el, set };
}

/** The gate, the wires into and out of it, and the output. */
function gateAndOutput() {
  const into = s("path", { class: "mg-net-signal", d: `M220 ${MIDDLE}H${GATE}` });
  const outOf = s("path", { class: "mg-net-signal", d: `M${GATE} ${MIDDLE}H${END}` });
  const box = { x: -19, y: -19, width: 38, height: 38, rx: 3 };
  const el = s(
    "g",
    { transform: `translate(${GATE} ${MIDDLE})` },
    s("rect", { class: "mg-neuron-gate", ...box }),
    s("path", { class: "mg-neuron-bend", d: "M-13 7H0L12 -9" }),
    s("text", { class: "mg-curve-name", y: 36, "text-anchor": "middle" }, "ReLU"),
  );
  const number = text("mg-neuron-out", OUT, MIDDLE + 6);
  const off = text("mg-curve-name", OUT, MIDDLE + 24);
  const name = text("mg-curve-name", OUT, MIDDLE - 18);
  name.textContent = "output";
  /**
   * @param {number} stage
   * @param {number} z
   * @param {number} out
   */
  function set(stage, z, out) {
    el.style.display = shown(stage > 3);
    flow(into, z);
    flow(outOf, out);
    number.textContent = fmt(out);
    off.textContent = stage > 3 && out === 0 ? "off" : "";
  }
  return { el, wires: [into, outOf], output: [number, off, name], set };
}

/** @param {"x" | "w" | "b"} key */
function limits(key) {
  return { min: -RANGE[key], max: RANGE[key], step: STEP };
}

/** @param {boolean} yes */
const shown = (yes) => (yes ? "" : "none");

/**
 * @param {string} kind
 * @param {number} x
 * @param {number} y
 */
function text(kind, x, y) {
  return s("text", { class: kind, x, y, "text-anchor": "middle" });
}

/**
 * A line as strong as its signal.
 * @param {SVGElement} line
 * @param {number} signal
 */
function flow(line, signal) {
  line.style.strokeWidth = (signal ? 1 + Math.min(5, Math.abs(signal)) : 0).toFixed(2);
  line.classList.toggle("mg-negative", signal < 0);
}
