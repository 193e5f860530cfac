/** The loss along one parameter, the other held still, with its tangent at the point. */

import { LANDSCAPES, REACH } from "../engine/landscapes.js";
import { attributes, h, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { short } from "./short.js";

const WIDTH = 260;
const HEIGHT = 118;
const PAD = 8;
const FLOOR = 98;
const ENDS = [-REACH, 0, REACH];
const PLACES = Array.from({ length: 61 }, (_, i) => -REACH + i / 10);
const GAP = 0.11; // a little more than from one place to the next
const TANGENT = 46; // pixels to each side

/** @param {number} w */
const px = (w) => PAD + ((w + REACH) / (2 * REACH)) * (WIDTH - 2 * PAD);

/** @param {0 | 1} which */
export function section(which) {
  const mine = `w${which + 1}`;
  const other = `w${2 - which}`;
  const curve = s("path", { class: "mg-map-curve" });
  const tangent = s("path", { class: "mg-map-tangent" });
  const dot = s("circle", { r: 5, class: "mg-map-dot" });
  const title = h("p", { class: "mg-map-title" });
  const picture = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    ...axis(mine),
    curve,
    tangent,
    dot,
  );

  /**
   * @param {{ landscape: string, point: number[] }} state
   * @param {number[]} slopes
   * @param {number} loss
   */
  function set({ landscape, point }, slopes, loss) {
    const land = LANDSCAPES[landscape];
    const top = Math.max(land.top, loss * 1.05);
    const slope = slopes[which];
    const py = (/** @type {number} */ value) => FLOOR - (value / top) * (FLOOR - PAD);
    const along = (/** @type {number} */ w) =>
      which ? land.loss(point[0], w) : land.loss(w, point[1]);
    const [x, y] = [px(point[which]), py(loss)];
    curve.setAttribute("d", line(along, top, py));
    tangent.setAttribute("d", touching(x, y, py(loss + slope) - y));
    attributes(dot, { cx: x, cy: y });
    const held = `${mine}, ${other} held at ${short(point[1 - which], 2)}`;
    title.replaceChildren(`Along ${held}: slope `, h("b", { class: "mg-c-grad" }, short(slope)));
    const said = `loss along ${held}; its tangent has slope ${short(slope)}`;
    picture.setAttribute("aria-label", said);
  }
  return { el: h("div", { class: "mg-map-section" }, title, picture), set };
}

/** @param {string} name */
function axis(name) {
  const ticks = ENDS.map((w) => `M${px(w)} ${FLOOR}v4`).join("");
  const word = { y: FLOOR + 17, "text-anchor": "middle" };
  return [
    s("path", { class: "mg-axis", d: `M${PAD} ${FLOOR}H${WIDTH - PAD}${ticks}` }),
    ...ENDS.map((w) => s("text", { ...word, x: px(w) }, fmt(w))),
    s("text", { ...word, x: px(REACH / 2), class: "mg-contour-axis" }, name),
  ];
}

/**
 * The curve, with a gap where it is above the picture.
 * @param {(w: number) => number} along
 * @param {number} top
 * @param {(value: number) => number} py
 */
function line(along, top, py) {
  const places = PLACES.map((w) => [w, along(w)]).filter(([, value]) => value <= top);
  return places
    .map(([w, value], i) => {
      const pen = i && w - places[i - 1][0] < GAP ? "L" : "M";
      return `${pen}${px(w).toFixed(1)} ${py(value).toFixed(1)}`;
    })
    .join("");
}

/**
 * The tangent, as long as it may be and stay in its picture.
 * @param {number} x
 * @param {number} y
 * @param {number} rise over one unit across, in pixels
 */
function touching(x, y, rise) {
  const run = px(1) - px(0);
  const stretch = TANGENT / Math.hypot(run, rise);
  const height = (/** @type {number} */ way) =>
    (way * rise < 0 ? y - 2 : FLOOR + 4 - y) / (Math.abs(rise) || 1e-9);
  const after = Math.min(stretch, (WIDTH - 2 - x) / run, height(1));
  const before = Math.min(stretch, (x - 2) / run, height(-1));
  const start = `${x - before * run} ${y - before * rise}`;
  return `M${start}L${x + after * run} ${y + after * rise}`;
}
