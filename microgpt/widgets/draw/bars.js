/** A bar chart of a few signed numbers, each with its name and its value as text. */

import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 320;
const HEIGHT = 190;
const TOP = 20;
const BOTTOM = 24;

/**
 * `limit` is the magnitude that fills the picture; larger values raise it. The zero line stands
 * where the picture's range needs it. A bar in `ink` is a total.
 *
 * @param {{ labels: string[], limit: number, total?: number, digits?: number, name: string,
 *   signed?: boolean }} options
 *   total: the index of the bar that sums the others, drawn apart and in ink
 */
export function bars({ labels, limit, total = -1, digits = 2, name, signed = true }) {
  const gap = total >= 0 ? 14 : 0;
  const pitch = (WIDTH - gap) / labels.length;
  const wide = Math.min(52, pitch * 0.66);
  const centre = labels.map((_, i) => pitch * (i + 0.5) + (i === total ? gap : 0));
  const zero = s("line", { class: "mg-axis", x1: 0, x2: WIDTH });
  const shapes = labels.map((_, i) =>
    s("rect", {
      x: centre[i] - wide / 2,
      width: wide,
      class: i === total ? "mg-bar mg-total" : "mg-bar",
    }),
  );
  const values = labels.map((_, i) =>
    s("text", { x: centre[i], class: "mg-value", "text-anchor": "middle" }),
  );
  const names = labels.map((label, i) =>
    s("text", { x: centre[i], y: HEIGHT - 4, "text-anchor": "middle" }, label),
  );
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-bars", role: "img", "aria-label": name },
    ...shapes,
    zero,
    ...values,
    ...names,
  );

  /** @param {number[]} numbers */
  function set(numbers) {
    const reach = Math.max(limit, ...numbers.map(Math.abs));
    const room = HEIGHT - TOP - BOTTOM;
    const base = signed ? TOP + room / 2 : TOP + room;
    const scale = (signed ? room / 2 - 12 : room) / reach;
    zero.setAttribute("y1", String(base));
    zero.setAttribute("y2", String(base));
    numbers.forEach((x, i) => {
      const height = Math.abs(x) * scale;
      const top = x < 0 ? base : base - height;
      shapes[i].setAttribute("y", String(top));
      shapes[i].setAttribute("height", String(height));
      shapes[i].classList.toggle("mg-negative", x < 0);
      values[i].setAttribute("y", String(x < 0 ? base + height + 13 : top - 5));
      values[i].textContent = fmt(x, digits);
    });
    el.setAttribute(
      "aria-label",
      `${name}: ${labels.map((label, i) => `${label} ${fmt(numbers[i], digits)}`).join(", ")}`,
    );
  }
  return { el, set };
}
