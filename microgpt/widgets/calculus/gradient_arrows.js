/** The arrows on the map: the gradient, its two parts, and the way down. */

import { h, s } from "../kit/dom.js";

const KINDS = /** @type {const} */ ([
  ["mg-map-up", "gradient: uphill"],
  ["mg-map-part", "its two parts"],
  ["mg-map-down", "steepest way down"],
]);

/**
 * All of them, and the box that the two parts span.
 * @param {{ over: SVGGElement, px: (x: number) => number, py: (y: number) => number }} map
 */
export function gradientArrows(map) {
  const box = s("path", { class: "mg-map-box" });
  const down = pointer("mg-map-down");
  const parts = [pointer("mg-map-part"), pointer("mg-map-part")];
  const up = pointer("mg-map-up");
  map.over.append(box, down.el, ...parts.map((one) => one.el), up.el);

  /**
   * @param {number[]} point
   * @param {number[]} arrow in pixels, to the right and up
   */
  function set([w1, w2], [across, rise]) {
    const x = map.px(w1);
    const y = map.py(w2);
    up.set(x, y, x + across, y - rise);
    down.set(x, y, x - across, y + rise);
    parts[0].set(x, y, x + across, y);
    parts[1].set(x, y, x, y - rise);
    box.setAttribute("d", across || rise ? `M${x + across} ${y}V${y - rise}H${x}` : "");
  }
  return { set };
}

/** What the arrows are. */
export function arrowKey() {
  const samples = KINDS.map(([kind, name]) => {
    const sample = pointer(kind);
    sample.set(1, 5, 23, 5);
    const picture = s("svg", { viewBox: "0 0 26 10", "aria-hidden": "true" }, sample.el);
    return h("span", {}, picture, name);
  });
  return h("p", { class: "mg-map-key" }, ...samples);
}

/** An arrow with a head that shrinks with it. @param {string} kind */
function pointer(kind) {
  const shaft = s("path");
  const tip = s("path", { class: "mg-map-tip" });
  const el = s("g", { class: `mg-map-arrow ${kind}` }, shaft, tip);
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} toX
   * @param {number} toY
   */
  function set(x, y, toX, toY) {
    const length = Math.hypot(toX - x, toY - y);
    const head = Math.min(9, length / 2.5);
    const turn = Math.atan2(toY - y, toX - x);
    const wing = (/** @type {number} */ a) =>
      `${toX - head * Math.cos(turn + a)} ${toY - head * Math.sin(turn + a)}`;
    shaft.setAttribute("d", length < 0.5 ? "" : `M${x} ${y}L${toX} ${toY}`);
    tip.setAttribute("d", length < 0.5 ? "" : `M${wing(0.5)}L${toX} ${toY}L${wing(-0.5)}`);
  }
  return { el, set };
}
