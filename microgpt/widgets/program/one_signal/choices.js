/** What can be chosen at the last two stops: a weight, a temperature, another draw. */

import { button, row, slider } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { picker } from "../../model/picker.js";
import { sampled } from "./pictures.js";
import { adamLines } from "./words.js";

/** @typedef {import("./pictures.js").Picture} Picture */
/** @typedef {import("../one_signal.js").State} State */
/** @typedef {(changes: Partial<State>) => void} Choose */

const LINES = 5;
const SEEDS = 10000;

/** Adam's step for the steepest weight of a matrix. @param {Choose} choose @returns {Picture} */
export function adam(choose) {
  let matrices = /** @type {string[]} */ ([]);
  const select = picker("The steepest weight of", (i) => choose({ matrix: matrices[i] }));
  const lines = Array.from({ length: LINES }, () => h("p", {}));
  const sums = h("div", { class: "mg-signal-sums" }, ...lines);
  return {
    el: h("div", {}, select.el, sums),
    set: (now) => {
      matrices = now.way.lengths.map(({ matrix }) => matrix);
      select.set(matrices, matrices.indexOf(now.matrix));
      adamLines(now).forEach((text, i) => setText(lines[i], text));
    },
  };
}

/** The temperature, the probabilities at it, and one more draw. @param {Choose} choose @returns {Picture} */
export function draw(choose) {
  let seed = 0;
  const heat = slider({
    name: "temperature",
    min: 0.1,
    max: 2,
    step: 0.1,
    value: 0.5,
    onInput: (temperature) => choose({ temperature }),
  });
  const again = button("Draw again", () => choose({ seed: (seed + 1) % SEEDS }), { small: true });
  const bars = sampled();
  return {
    el: h("div", {}, heat.el, bars.el, row(again)),
    set: (now) => {
      seed = now.seed;
      heat.set(now.temperature);
      bars.set(now);
    },
  };
}
