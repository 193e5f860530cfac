/**
 * A loss of two parameters as a map: the gradient at a point, and the two partial slopes it is made
 * of.
 */

import { ground } from "../draw/ground.js";
import { flat, isMinimum, LANDSCAPES, REACH } from "../engine/landscapes.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { arrowKey, gradientArrows } from "./gradient_arrows.js";
import { section } from "./gradient_section.js";
import { short } from "./short.js";

/** @typedef {{ landscape: string, point: number[] }} State */

const LONGEST = 76; // of an arrow, in pixels
const HALF = 4; // the slope whose arrow is about 0.7 of that
const FAINT = 0.1; // a slope whose arrow the point hides

/** @param {State} state */
export function compute({ landscape, point: [w1, w2] }) {
  const { loss, gradient } = LANDSCAPES[landscape];
  const slopes = gradient(w1, w2);
  return {
    loss: loss(w1, w2),
    slopes,
    length: Math.hypot(...slopes),
    level: flat(slopes),
    minimum: flat(slopes) && isMinimum(LANDSCAPES[landscape], w1, w2),
  };
}

/**
 * The gradient as an arrow on the screen, in pixels: a longer one is steeper, but what is steep is
 * squeezed.
 * @param {number[]} slopes
 */
export function arrow(slopes) {
  const length = Math.hypot(...slopes);
  if (flat(slopes)) return [0, 0];
  const shown = LONGEST * Math.sqrt(length / (length + HALF));
  return slopes.map((slope) => (slope / length) * shown);
}

/** In words: which way is up. @param {State} state */
export function tell(state) {
  const { slopes, level, minimum } = compute(state);
  const still = "Both slopes are 0: the arrow vanishes.";
  if (minimum) return `${still} Every way from here leads up. This is a minimum.`;
  if (level) return `${still} Yet this is no minimum: from here some ways lead down.`;
  const ways = slopes
    .map((slope, i) =>
      Math.abs(slope) < 0.00005 ? "" : `${slope > 0 ? "larger" : "smaller"} w${i + 1}`,
    )
    .filter(Boolean);
  const uphill = `Uphill is towards ${ways.join(" and ")}.`;
  const down = "The steepest way down is the exact opposite.";
  return Math.hypot(...slopes) < FAINT
    ? `${uphill} ${down} It is nearly flat here: the arrow is hidden under the point.`
    : `${uphill} ${down}`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["landscape", "point"],
    name: "The gradient on a map",
    caption:
      "Drag the point, press anywhere on the map, or use the arrow keys. " +
      "Each line joins places with the same loss, and its number is that loss. " +
      "A longer arrow is a steeper slope.",
  });
  const move = (/** @type {number} */ w1, /** @type {number} */ w2) =>
    view.set({ point: [w1, w2] });
  const land = ground({
    lands: LANDSCAPES,
    reach: REACH,
    landscape: model.get("landscape"),
    at: model.get("point"),
    mapName: "map of the loss",
    pointName: "the point",
    coordinates: ["w1", "w2"],
    onLandscape: (landscape) => view.set({ landscape }),
    onMove: move,
    onTyped: move,
  });
  const arrows = gradientArrows(land.map);
  const numbers = h("p", { class: "mg-map-numbers" });
  const words = h("p", { class: "mg-facts mg-map-words" });
  const sections = [section(0), section(1)];
  view.body.append(
    land.choice,
    h(
      "div",
      { class: "mg-columns" },
      h("div", {}, land.map.el, arrowKey(), land.fields),
      h("div", {}, numbers, words, ...sections.map((one) => one.el)),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const { loss, slopes } = compute(state);
    const pair = slopes.map((slope) => short(slope));
    land.set(state.landscape, state.point, state.point, loss);
    arrows.set(state.point, arrow(slopes));
    numbers.replaceChildren(
      ...line("loss", "loss", short(loss)),
      ...line("slope along w1", "grad", pair[0]),
      ...line("slope along w2", "grad", pair[1]),
      ...line("gradient", "grad", `[${pair.join(", ")}]`),
    );
    words.textContent = tell(state);
    sections.forEach((one) => one.set(state, slopes, loss));
    view.say(`loss ${short(loss)}, gradient ${pair.join(" and ")}`);
  });
}

/**
 * @param {string} name
 * @param {string} colour
 * @param {string} value
 */
function line(name, colour, value) {
  return [h("span", {}, name), h("span", {}, "= ", h("b", { class: `mg-c-${colour}` }, value))];
}

export default { render };
