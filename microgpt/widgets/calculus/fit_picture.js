/**
 * The picture of FitLine: the point, the line, the miss as a bar and the loss as a square on it.
 */

import { drag, handle, pointer } from "../draw/handle.js";
import { ticks } from "../draw/ticks.js";
import { attributes, freshId, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { clamp, tidy } from "../kit/numbers.js";

const WIDTH = 320;
const HEIGHT = 270;
const LEFT = 30;
const TOP = 8;
const ACROSS = 282;
const DOWN = 226;
const SNAP = 0.1;
const W = 5; // how far the sliders reach
const B = 10;
const Y = 25;
const FAR = 9999; // pixels: enough to be out of sight

/** @typedef {{ x: number, target: number, w: number, b: number }} Line */
/** @typedef {ReturnType<typeof scaleOf>} Scale */

/**
 * Where the axes begin and end, so that zero, the point and a square as high as the target fit in.
 * @param {number} x
 * @param {number} target
 */
export function frame(x, target) {
  const size = Math.max(4, Math.abs(target));
  const low = Math.min(0, target) - (target < 0 ? 1.1 : 0.4) * size;
  const high = Math.max(0, target) + (target < 0 ? 0.4 : 1.1) * size;
  const first = Math.min(0, x) - 1;
  const unit = Math.min(112 / (x - first), 250 / (Math.max(0, x) + 1 - first));
  return { low, high, first, last: first + ACROSS / unit, unit };
}

/**
 * @param {number} x
 * @param {number} target
 */
function scaleOf(x, target) {
  const axes = frame(x, target);
  const { low, high, first, unit } = axes;
  return {
    ...axes,
    px: (/** @type {number} */ v) => LEFT + (v - first) * unit,
    py: (/** @type {number} */ v) => TOP + ((high - v) / (high - low)) * DOWN,
    near: (/** @type {number} */ v) => clamp(v, low, high),
    at: (/** @type {number} */ y) => high - ((y - TOP) / DOWN) * (high - low),
  };
}

/** @param {{ onMove: (w: number, b: number) => void }} options */
export function fitPicture({ onMove }) {
  let state = { x: 0, target: 0, w: 0, b: 0 };
  let scale = scaleOf(0, 0);
  const clip = freshId();
  const axes = s("g");
  const past = s("path", { class: "mg-fit-past" });
  const line = s("path", { class: "mg-fit-line" });
  const miss = missAndSquare();
  const goal = target();
  const move = (/** @type {number} */ w, /** @type {number} */ b) =>
    onMove(within(w, W), within(b, B));
  const atZero = lineHandle("b: the height of the line at x = 0", B, {
    scale: () => scale,
    read: () => state.b,
    write: (y) => move(state.w, y),
  });
  const atPoint = lineHandle("y: the height of the line at the point", Y, {
    scale: () => scale,
    read: () => state.w * state.x + state.b,
    write: (y) => move((y - state.b) / state.x, state.b),
  });
  const inside = s("g", { "clip-path": `url(#${clip})` }, miss.square, past, line, miss.bar);
  inside.append(goal.mark, miss.dot);
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "mg-fit",
      role: "group",
      "aria-label": "the line and the point",
    },
    s("clipPath", { id: clip }, s("rect", { x: LEFT, y: TOP, width: ACROSS, height: DOWN })),
    axes,
    inside,
    miss.area,
    goal.name,
    atZero.el,
    atPoint.el,
  );

  /**
   * @param {Line & { by: string }} next
   * @param {{ w: number, b: number, prediction: number, loss: number }[]} rows the last is now
   */
  function set({ x, target, by }, rows) {
    const now = rows[rows.length - 1];
    const moved = x !== state.x || target !== state.target || !axes.childElementCount;
    state = { x, target, w: now.w, b: now.b };
    if (moved) {
      scale = scaleOf(x, target);
      axes.replaceChildren(...marks(scale));
    }
    line.setAttribute("d", stroke(scale, now));
    const before = rows.slice(0, -1).map((one) => stroke(scale, one));
    past.setAttribute("d", before.join(""));
    miss.set(scale, state, now);
    goal.set(scale, state, now.prediction > target);
    atZero.set(0, by === "hand" && x !== 0);
    atPoint.set(x, by === "hand");
  }
  return { el, set };
}

/**
 * A point on the line that moves it up and down.
 * @param {string} name
 * @param {number} reach
 * @param {{ scale: () => Scale, read: () => number, write: (y: number) => void }} line
 */
function lineHandle(name, reach, { scale, read, write }) {
  const look = { low: -reach, high: reach, colour: "data", target: 15, upright: true };
  const el = handle({ name, ...look });
  const move = (/** @type {number} */ y) => write(Math.round(y / SNAP) * SNAP);

  drag(el, (event) => {
    const picture = /** @type {SVGSVGElement} */ (el.ownerSVGElement);
    const [, y] = pointer(event, picture, WIDTH);
    move(scale().near(scale().at(y)));
  });
  el.addEventListener("keydown", (event) => {
    const to = led(event, along({ at: read(), step: SNAP, far: 1, low: -reach, high: reach }));
    if (to !== null) move(to);
  });

  /**
   * @param {number} x
   * @param {boolean} shown
   */
  function set(x, shown) {
    const { px, py, near } = scale();
    attributes(el, {
      hidden: !shown,
      tabindex: shown ? 0 : -1,
      transform: `translate(${px(x)} ${py(near(read()))})`,
      "aria-valuenow": read(),
      "aria-valuetext": fmt(read()),
    });
  }
  return { el, set };
}

/** @param {Scale} scale */
function marks({ px, py, first, last, low, high }) {
  const name = { y: HEIGHT - 3, "text-anchor": "middle", class: "mg-contour-axis" };
  return [
    ...ticks(low, high, 6).flatMap((t) => [
      s("path", { class: t ? "mg-grid" : "mg-axis", d: `M${LEFT} ${py(t)}h${ACROSS}` }),
      s("text", { x: LEFT - 6, y: py(t) + 4, "text-anchor": "end" }, fmt(t)),
    ]),
    s("path", { class: "mg-axis", d: `M${px(0)} ${TOP}v${DOWN}` }),
    ...ticks(first, last, 6).map((t) =>
      s("text", { x: px(t), y: TOP + DOWN + 16, "text-anchor": "middle" }, fmt(t)),
    ),
    s("text", { ...name, x: LEFT + ACROSS / 2 }, "x"),
  ];
}

/**
 * A line from side to side, as the data of a path.
 * @param {Scale} scale
 * @param {{ w: number, b: number }} line
 */
function stroke({ px, py, first, last }, { w, b }) {
  const at = (/** @type {number} */ x) =>
    `${px(x).toFixed(1)} ${clamp(py(w * x + b), -FAR, FAR).toFixed(1)}`;
  return `M${at(first)}L${at(last)}`;
}

/** The miss as a bar from the line to the target, and the loss as the square on it. */
function missAndSquare() {
  const square = s("rect", { class: "mg-fit-square" });
  const bar = s("path", { class: "mg-fit-gap" });
  const dot = s("circle", { r: 5, class: "mg-fit-dot" });
  const area = s("text", { class: "mg-value" });

  /**
   * @param {Scale} scale
   * @param {Line} line
   * @param {{ prediction: number, loss: number }} now
   */
  function set({ px, py, near, low, high }, { x, target }, { prediction, loss }) {
    const [left, goal, y] = [px(x), py(target), py(near(prediction))];
    const side = Math.abs(y - goal);
    // what leaves the picture is cut off, not squeezed
    const whole = Math.min(FAR, Math.abs(prediction - target) * (DOWN / (high - low)));
    const top = prediction > target ? goal - whole : goal;
    attributes(square, { x: left, y: top, width: whole, height: whole });
    bar.setAttribute("d", `M${left} ${y}V${goal}`);
    attributes(dot, { cx: left, cy: y });
    area.textContent = side > 50 ? `loss ${fmt(loss)}` : "";
    attributes(area, { x: left + 8, y: Math.min(y, goal) + side / 2 + 4 });
  }
  return { square, bar, dot, area, set };
}

/** The point to be met, and its name. */
function target() {
  const mark = s("path", { class: "mg-fit-goal" });
  const name = s("text", { class: "mg-fit-name", "text-anchor": "end" });
  /**
   * @param {Scale} scale
   * @param {Line} line
   * @param {boolean} below whether the line runs above it, so that the name stands below
   */
  function set({ px, py }, { x, target }, below) {
    mark.setAttribute("d", `M${px(x)} ${py(target) - 8}l8 8l-8 8l-8 -8z`);
    attributes(name, { x: px(x) - 12, y: py(target) + (below ? 16 : -8) });
    name.textContent = `target ${fmt(target)}`;
  }
  return { mark, name, set };
}

/**
 * Within a slider's reach; where a slope is none, 0.
 * @param {number} v
 * @param {number} reach
 */
function within(v, reach) {
  return tidy(Number.isFinite(v) ? clamp(v, -reach, reach) : 0, 4);
}
