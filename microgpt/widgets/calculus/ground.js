/**
 * What the two widgets on a map share: the choice of a landscape, its formula, the map, and the two
 * coordinates.
 */

import { contour } from "../draw/contour.js";
import { LANDSCAPES, REACH } from "../engine/landscapes.js";
import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { fixed, fmt } from "../kit/format.js";

const STEP = 0.1;

/**
 * @param {{ landscape: string, at: number[], mapName: string, pointName: string,
 *   coordinates: [string, string], onLandscape: (name: string) => void,
 *   onMove: (w1: number, w2: number) => void, onTyped: (w1: number, w2: number) => void }} options
 *   at: what the coordinates show first; onMove: from the map; onTyped: from the fields
 */
export function ground({
  landscape,
  at,
  mapName,
  pointName,
  coordinates,
  onLandscape,
  onMove,
  onTyped,
}) {
  const names = choice({
    name: "Landscape",
    value: landscape,
    onInput: onLandscape,
    options: Object.keys(LANDSCAPES).map((value) => ({ value, label: value })),
  });
  const formula = h("code");
  const map = contour({
    name: mapName,
    range: [-REACH, REACH],
    axes: ["w1", "w2"],
    point: { name: pointName, step: STEP, onMove },
  });
  const fields = coordinates.map((name, i) =>
    slider({
      name,
      min: -REACH,
      max: REACH,
      step: STEP,
      value: at[i],
      colour: "data",
      onInput: (x) => {
        typed = typed.map((old, j) => (i === j ? x : old));
        onTyped(typed[0], typed[1]);
      },
    }),
  );
  let shown = "";
  let typed = at;

  /**
   * @param {string} name
   * @param {number[]} coordinates of the fields
   * @param {number[]} point on the map
   * @param {number} loss
   */
  function set(name, coordinates, point, loss) {
    if (name !== shown) {
      shown = name;
      names.set(name);
      formula.textContent = `loss = ${LANDSCAPES[name].formula}`;
      map.set(LANDSCAPES[name].loss, LANDSCAPES[name].levels);
    }
    typed = coordinates;
    fields.forEach((one, i) => one.set(coordinates[i]));
    map.place(point[0], point[1], `loss ${fmt(loss)}`);
  }
  return {
    choice: h(
      "div",
      { class: "mg-ground" },
      names.el,
      h("p", { class: "mg-ground-formula" }, formula),
    ),
    map,
    fields: h("div", {}, ...fields.map((one) => one.el)),
    set,
  };
}

/**
 * A number as the reader's cell prints it, with four decimals; a very large one in powers of ten.
 * @param {number} x
 */
export function four(x) {
  return Math.abs(x) < 1e4 ? fixed(x, 4) : x.toExponential(1).replace("e+", "e").replace("-", "−");
}

/**
 * In brackets where it is negative, as after a sign of operation.
 * @param {number} x
 * @param {number} [digits]
 */
export function factor(x, digits = 4) {
  const text = short(x, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

/**
 * At most four decimals; a very large number in powers of ten.
 * @param {number} x
 * @param {number} [digits]
 */
export function short(x, digits = 4) {
  return Math.abs(x) < 1e4 ? fmt(x, digits) : four(x);
}
