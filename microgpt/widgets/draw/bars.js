/** A bar chart of a few signed numbers, each with its name and its value as text. */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 320;
const HEIGHT = 190;
const TOP = 20;
const BOTTOM = 24;
const ROOM = HEIGHT - TOP - BOTTOM;
const GAP = 14; // before the total

/**
 * `limit` is the magnitude that fills the picture; larger values raise it. The zero line stands
 * where the picture's range needs it. A bar in `ink` is a total.
 *
 * @param {{ labels: string[], limit: number, total?: number, digits?: number, name: string,
 *   signed?: boolean }} options
 *   total: the index of the bar that sums the others, drawn apart and in ink
 */
export function bars({ labels, limit, total = -1, digits = 2, name, signed = true }) {
  const pitch = (WIDTH - (total >= 0 ? GAP : 0)) / labels.length;
  const centre = labels.map((_, i) => pitch * (i + 0.5) + (i === total ? GAP : 0));
  const zero = s("line", { class: "mg-axis", x1: 0, x2: WIDTH });
  const parts = labels.map((_, i) => bar(centre[i], Math.min(52, pitch * 0.66), i === total));
  const names = labels.map((label, i) =>
    s("text", { x: centre[i], y: HEIGHT - 4, "text-anchor": "middle" }, label),
  );
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-bars", role: "img", "aria-label": name },
    ...parts.map((one) => one.shape),
    zero,
    ...parts.map((one) => one.value),
    ...names,
  );

  /** @param {number[]} numbers */
  function set(numbers) {
    const reach = Math.max(limit, ...numbers.map(Math.abs));
    const base = signed ? TOP + ROOM / 2 : TOP + ROOM;
    const scale = (signed ? ROOM / 2 - 12 : ROOM) / reach;
    const texts = numbers.map((x) => fmt(x, digits));
    attributes(zero, { y1: base, y2: base });
    numbers.forEach((x, i) => parts[i].set(base, x * scale, texts[i]));
    const said = labels.map((label, i) => `${label} ${texts[i]}`).join(", ");
    el.setAttribute("aria-label", `${name}: ${said}`);
  }
  return { el, set };
}

/**
 * @param {number} x of its middle
 * @param {number} width
 * @param {boolean} total
 */
function bar(x, width, total) {
  const kind = total ? "mg-bar mg-total" : "mg-bar";
  const shape = s("rect", { x: x - width / 2, width, class: kind });
  const value = s("text", { x, class: "mg-value", "text-anchor": "middle" });

  /**
   * @param {number} base where zero is
   * @param {number} up in pixels; below zero it hangs down
   * @param {string} text
   */
  function set(base, up, text) {
    const height = Math.abs(up);
    const top = up < 0 ? base : base - height;
    attributes(shape, { y: top, height });
    shape.classList.toggle("mg-negative", up < 0);
    value.setAttribute("y", String(up < 0 ? base + height + 13 : top - 5));
    value.textContent = text;
  }
  return { shape, value, set };
}
