/**
 * A square piece of the plane with arrows from the origin whose tips can be dragged, or moved with
 * the arrow keys.
 */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { across, led } from "../kit/keys.js";
import { clamp } from "../kit/numbers.js";
import { drag, handle, pointer } from "./handle.js";

const SIZE = 240;
const PAD = 12;
const ASIDE = 16; // of its tip, where an arrow's name stands
const ARC = 24;

/** @typedef {{ unit: number, px: (x: number) => number, py: (y: number) => number }} Scale */

/** @typedef {{ name: string, colour: string, fixed?: boolean }} Arrow */

/**
 * Where a point lies in a plane that shows -reach..reach in both directions.
 * @param {number} reach
 * @returns {Scale}
 */
export function planeScale(reach) {
  const unit = (SIZE / 2 - PAD) / reach;
  return { unit, px: (x) => SIZE / 2 + x * unit, py: (y) => SIZE / 2 - y * unit };
}

/**
 * An empty plane: its lines, and what is drawn on them.
 * @param {Scale} scale
 * @param {number} reach
 * @param {import("../kit/dom.js").Props} props
 * @param {...SVGElement} drawn
 */
export function sheet(scale, reach, props, ...drawn) {
  const all = { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "mg-plane", ...props };
  return s("svg", all, ...grid(scale, reach), ...drawn);
}

/**
 * @param {{ name: string, reach: number, step: number, arrows: Arrow[], circle?: number,
 *   angle?: boolean, onMove: (index: number, x: number, y: number) => void }} options
 *   reach: the plane shows -reach..reach in both directions; step: what one arrow key moves, and
 *   what dragging snaps to; fixed: that arrow follows from the others, and has no handle; circle:
 *   the radius of a circle around 0; angle: whether the angle between the first two arrows is drawn
 */
export function plane({ name, reach, step, arrows, circle, angle = true, onMove }) {
  const scale = planeScale(reach);
  const { unit } = scale;
  const shadow = s("path", { class: "mg-shadow" });
  const arc = s("path", { class: "mg-arc" });
  const parts = arrows.map((one, i) => arrow(one, scale, reach, i ? 1 : -1));
  const fixed = parts.filter((_, i) => arrows[i].fixed);
  const movable = parts.filter((_, i) => !arrows[i].fixed);
  const el = sheet(
    scale,
    reach,
    { role: "group", "aria-label": name },
    ...ring(circle, unit),
    shadow,
    arc,
    ...[...fixed, ...movable].map((one) => one.shaft),
    ...[...fixed, ...movable].map((one) => one.tip), // nothing lies on a tip that can be dragged
  );
  let points = arrows.map(() => [0, 0]);
  const ways = across({ step, far: 1, wide: 2 * reach });
  const inside = (/** @type {number} */ v) => clamp(Math.round(v / step) * step, -reach, reach);

  parts.forEach(({ tip }, i) => {
    if (arrows[i].fixed) return;
    tip.addEventListener("keydown", (event) => {
      const way = led(event, ways);
      if (way) onMove(i, inside(points[i][0] + way[0]), inside(points[i][1] + way[1]));
    });
    drag(tip, (event) => {
      const [x, y] = pointer(event, el, SIZE);
      onMove(i, inside((x - SIZE / 2) / unit), inside((SIZE / 2 - y) / unit));
    });
  });

  /** @param {number[][]} next one [x, y] for each arrow */
  function set(next) {
    points = next;
    parts.forEach((one, i) => one.set(next[i]));
    if (!angle) return;
    const [a, b] = [next[0], next[1] ?? [0, 0]];
    arc.setAttribute("d", angleArc(a, b, scale));
    shadow.setAttribute("d", projection(a, b, scale));
  }
  return { el, set };
}

/**
 * @param {Scale} scale
 * @param {number} reach
 */
function grid({ px, py }, reach) {
  const last = Math.floor(reach);
  return Array.from({ length: 2 * last + 1 }, (_, i) => i - last).map((m) =>
    s("path", {
      class: m === 0 ? "mg-axis" : "mg-grid",
      d: `M${px(m)} ${PAD}V${SIZE - PAD}M${PAD} ${py(m)}H${SIZE - PAD}`,
    }),
  );
}

/**
 * @param {number | undefined} radius
 * @param {number} unit
 */
function ring(radius, unit) {
  if (!radius) return [];
  return [s("circle", { class: "mg-ring", cx: SIZE / 2, cy: SIZE / 2, r: radius * unit })];
}

/**
 * An arrow from the origin, with a handle at its tip, or a point, and its name beside it.
 * @param {Arrow} arrow
 * @param {Scale} scale
 * @param {number} reach
 * @param {number} side on which the name stands while the arrow has no length
 */
function arrow({ name, colour, fixed }, { px, py }, reach, side) {
  const style = { "--c": `var(--${colour})` };
  const shaft = s("path", { class: fixed ? "mg-arrow mg-arrow-fixed" : "mg-arrow", style });
  const label = s("text", { class: "mg-arrow-name", "text-anchor": "middle" }, name);
  const tip = fixed
    ? s("g", { style }, s("circle", { class: "mg-knob", r: 5 }), label)
    : handle({ name: `tip of ${name}`, low: -reach, high: reach, colour, target: 14 }, label);

  const hand = fixed ? 1 : -1; // on which its name stands, so that two in one direction can be read

  /** @param {number[]} point */
  function set([x, y]) {
    const length = Math.hypot(x, y);
    const [aside, over] = length ? [(hand * y) / length, (hand * x) / length] : [side, 0];
    shaft.setAttribute("d", `M${px(0)} ${py(0)}L${px(x)} ${py(y)}`);
    attributes(label, { x: aside * ASIDE, y: over * ASIDE + 4 });
    attributes(tip, { transform: `translate(${px(x)} ${py(y)})` });
    if (!fixed)
      attributes(tip, { "aria-valuenow": x, "aria-valuetext": `${fmt(x)} across, ${fmt(y)} up` });
  }
  return { shaft, tip, set };
}

/**
 * The smaller arc from the direction of a to that of b; none where one of them has no direction.
 * @param {number[]} a
 * @param {number[]} b
 * @param {Scale} scale
 */
function angleArc([ax, ay], [bx, by], { px, py }) {
  if (!(ax || ay) || !(bx || by)) return "";
  const from = Math.atan2(ay, ax);
  const to = Math.atan2(by, bx);
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  const at = (/** @type {number} */ angle) =>
    `${px(0) + ARC * Math.cos(angle)} ${py(0) - ARC * Math.sin(angle)}`;
  return `M${at(from)}A${ARC} ${ARC} 0 0 ${turn > 0 ? 0 : 1} ${at(from + turn)}`;
}

/**
 * The line from the tip of a, straight down onto the line through b.
 * @param {number[]} a
 * @param {number[]} b
 * @param {Scale} scale
 */
function projection([ax, ay], [bx, by], { px, py }) {
  const along = (ax * bx + ay * by) / (bx * bx + by * by || 1);
  return `M${px(ax)} ${py(ay)}L${px(along * bx)} ${py(along * by)}`;
}
