/**
 * What widgets on a map share: the choice of a landscape, its formula, the map, and the two
 * coordinates.
 */

import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { contour } from "./contour.js";

const STEP = 0.1;

/**
 * @typedef {{ formula: string, loss: (w1: number, w2: number) => number, levels: number[] }} Land
 *   levels: where the contour lines run
 */

/**
 * @param {{ lands: Record<string, Land>, reach: number, landscape: string, at: number[],
 *   mapName: string, pointName: string, coordinates: [string, string], colour?: string,
 *   onLandscape: (name: string) => void, onMove: (w1: number, w2: number) => void,
 *   onTyped: (w1: number, w2: number) => void }} options
 *   lands: what may be chosen; reach: a map shows both parameters from -reach to reach; at: what
 *   the coordinates show first; colour: that of the point; onMove: from the map; onTyped: from the
 *   fields
 */
export function ground({ lands, landscape, mapName, pointName, onLandscape, onMove, ...typing }) {
  const { reach, colour } = typing;
  const map = contour({
    name: mapName,
    range: [-reach, reach],
    axes: ["w1", "w2"],
    point: { name: pointName, colour, step: STEP, onMove },
  });
  const chooser = landscapeChoice(lands, landscape, onLandscape);
  const fields = coordinateFields(typing);
  let shown = "";

  /**
   * @param {string} name
   * @param {number[]} coordinates of the fields
   * @param {number[]} point on the map
   * @param {number} loss
   */
  function set(name, coordinates, point, loss) {
    if (name !== shown) {
      shown = name;
      chooser.set(name);
      map.set(lands[name].loss, lands[name].levels);
    }
    fields.set(coordinates);
    map.place(point[0], point[1], `loss ${fmt(loss)}`);
  }
  return { choice: chooser.el, map, fields: fields.el, set };
}

/**
 * The names of the landscapes, and the formula of the chosen one.
 * @param {Record<string, Land>} lands
 * @param {string} value
 * @param {(name: string) => void} onInput
 */
function landscapeChoice(lands, value, onInput) {
  const names = choice({
    name: "Landscape",
    value,
    onInput,
    options: Object.keys(lands).map((name) => ({ value: name, label: name })),
  });
  const formula = h("code");
  const line = h("p", { class: "mg-ground-formula" }, formula);
  /** @param {string} name */
  function set(name) {
    names.set(name);
    formula.textContent = `loss = ${lands[name].formula}`;
  }
  return { el: h("div", { class: "mg-ground" }, names.el, line), set };
}

/**
 * @param {{ reach: number, colour?: string, coordinates: [string, string], at: number[],
 *   onTyped: (w1: number, w2: number) => void }} options
 */
function coordinateFields({ reach, colour = "data", coordinates, at, onTyped }) {
  let now = at;
  const fields = coordinates.map((name, i) =>
    slider({
      name,
      min: -reach,
      max: reach,
      step: STEP,
      value: at[i],
      colour,
      onInput: (x) => {
        now = now.with(i, x);
        onTyped(now[0], now[1]);
      },
    }),
  );
  /** @param {number[]} next */
  function set(next) {
    now = next;
    fields.forEach((one, i) => one.set(next[i]));
  }
  return { el: h("div", {}, ...fields.map((one) => one.el)), set };
}
