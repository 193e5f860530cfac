/**
 * An output over one input: the line, the line before the last change, a point to drag, and where
 * the ReLU switches on.
 */

import { drag, handle, pointer } from "../draw/handle.js";
import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { clamp, snap } from "../kit/numbers.js";

const WIDTH = 330;
const HEIGHT = 250;
const LEFT = 34;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 34;
const WIDE = WIDTH - LEFT - RIGHT;
const TALL = HEIGHT - TOP - BOTTOM;
const FINE = 128; // pieces of a line
const PARTS = [1, 0.5, 0, -0.5, -1]; // of the height, where it is marked

/** @typedef {{ px: (x: number) => number, py: (y: number) => number }} Scale */

/**
 * @param {{ name: string, xName: string, yName: string, reach: number, step: number,
 *   heights?: number[], onInput: (x: number) => void }} options
 *   reach: the input goes from -reach to reach; heights: what the upright axis may show, the first
 *   that has room for the point
 */
export function curve({ name, xName, yName, reach, step, heights = [4, 8, 16, 32], onInput }) {
  const px = (/** @type {number} */ x) => LEFT + ((x + reach) / (2 * reach)) * WIDE;
  const scale = upright();
  const before = s("path", { class: "mg-curve-before" });
  const now = s("path", { class: "mg-curve-now" });
  const flip = switchMark();
  const mark = point({ name: `${xName}, along the curve`, low: -reach, high: reach });
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-curve", role: "group", "aria-label": name },
    ...axes(px, reach, scale),
    ...names(xName, yName),
    inside(before, now),
    mark.pole,
    flip.pole,
    flip.name,
    mark.handle,
    mark.value,
  );
  let current = 0;

  const move = (/** @type {number} */ x) => onInput(snap(x, -reach, reach, step));
  mark.handle.addEventListener("keydown", (event) => {
    const keys = along({ at: current, step, far: 5 * step, low: -reach, high: reach });
    const to = led(event, keys);
    if (to !== null) move(to);
  });
  drag(mark.handle, (event) => {
    const [x] = pointer(event, el, WIDTH);
    move(((x - LEFT) / WIDE) * 2 * reach - reach);
  });

  /**
   * @param {{ x: number, f: (x: number) => number, old?: ((x: number) => number) | null,
   *   bend?: number | null }} state
   *   old: the curve of the stage before; bend: where the ReLU switches on
   */
  function set({ x, f, old = null, bend = null }) {
    const y = f(x);
    const limit = heights.find((height) => Math.abs(y) <= height) ?? heights[heights.length - 1];
    const py = (/** @type {number} */ v) => TOP + ((limit - v) / (2 * limit)) * TALL;
    const seen = bend !== null && Math.abs(bend) <= reach ? bend : null;
    current = x;
    scale.set(limit, py);
    now.setAttribute("d", line(f, reach, { px, py }));
    before.setAttribute("d", old ? line(old, reach, { px, py }) : "");
    flip.set(seen, { px, py });
    mark.set(x, y, { px, py }, `${xName} ${fmt(x)}, ${yName} ${fmt(y)}`);
  }
  return { el, set };
}

/** The upright axis: lines across, and their numbers. */
function upright() {
  const grid = s("path", { class: "mg-grid" });
  const numbers = PARTS.map(() => s("text", { x: LEFT - 7, "text-anchor": "end" }));
  /**
   * @param {number} limit at its ends
   * @param {(y: number) => number} py
   */
  function set(limit, py) {
    const lines = PARTS.filter((part) => part !== 0).map(
      (part) => `M${LEFT} ${py(part * limit)}H${WIDTH - RIGHT}`,
    );
    grid.setAttribute("d", lines.join(""));
    numbers.forEach((one, i) => {
      one.textContent = fmt(PARTS[i] * limit);
      one.setAttribute("y", String(py(PARTS[i] * limit) + 4));
    });
  }
  return { grid, numbers, set };
}

/**
 * @param {(x: number) => number} px
 * @param {number} reach
 * @param {ReturnType<typeof upright>} scale
 */
function axes(px, reach, { grid, numbers }) {
  const cross = `M${LEFT} ${TOP + TALL / 2}H${WIDTH - RIGHT}M${px(0)} ${TOP}V${TOP + TALL}`;
  const ends = [-reach, -reach / 2, 0, reach / 2, reach];
  const y = HEIGHT - BOTTOM + 17;
  return [
    grid,
    s("path", { class: "mg-axis", d: cross }),
    ...ends.map((x) => s("text", { x: px(x), y, "text-anchor": "middle" }, fmt(x))),
    ...numbers,
  ];
}

/**
 * @param {string} xName
 * @param {string} yName
 */
function names(xName, yName) {
  const end = { x: WIDTH - RIGHT, y: HEIGHT - 2, "text-anchor": "end" };
  return [
    s("text", { class: "mg-dial-name", ...end }, xName),
    s("text", { class: "mg-curve-name", x: LEFT, y: 9 }, yName),
  ];
}

/** What is cut off at the axes. @param {...SVGElement} lines */
function inside(...lines) {
  const viewBox = `${LEFT} ${TOP} ${WIDE} ${TALL}`;
  const place = { x: LEFT, y: TOP, width: WIDE, height: TALL };
  return s("svg", { class: "mg-curve-inside", ...place, viewBox }, ...lines);
}

/**
 * @param {(x: number) => number} f
 * @param {number} reach
 * @param {Scale} scale
 */
function line(f, reach, { px, py }) {
  const at = (/** @type {number} */ i) => -reach + (2 * reach * i) / FINE;
  const place = (/** @type {number} */ x) => `${px(x).toFixed(1)} ${py(f(x)).toFixed(1)}`;
  return `M${Array.from({ length: FINE + 1 }, (_, i) => place(at(i))).join("L")}`;
}

/** Where the ReLU switches on. */
function switchMark() {
  const pole = s("path", { class: "mg-curve-switch" });
  const name = s("text", { class: "mg-curve-name mg-halo", "text-anchor": "middle" });
  /**
   * @param {number | null} x
   * @param {Scale} scale
   */
  function set(x, { px, py }) {
    const at = x === null ? 0 : clamp(px(x), LEFT + 50, WIDTH - 60);
    pole.setAttribute("d", x === null ? "" : `M${px(x)} ${py(0) - 22}V${py(0) + 26}`);
    name.textContent = x === null ? "" : `switches at ${fmt(x)}`;
    attributes(name, { x: at, y: py(0) + 40 });
  }
  return { pole, name, set };
}

/**
 * The point to drag, on its pole, with its height as a number.
 * @param {{ name: string, low: number, high: number }} options
 */
function point(options) {
  const pole = s("path", { class: "mg-surface-pole" });
  const knob = handle({ ...options, colour: "data", target: 15 });
  const value = s("text", { class: "mg-surface-value" });
  /**
   * @param {number} x
   * @param {number} y
   * @param {Scale} scale
   * @param {string} words
   */
  function set(x, y, { px, py }, words) {
    const [at, high] = [px(x), py(y)];
    const late = at > WIDTH - 74; // no room for the number on its right
    pole.setAttribute("d", `M${at} ${py(0)}V${high}`);
    attributes(knob, {
      transform: `translate(${at} ${high})`,
      "aria-valuenow": x,
      "aria-valuetext": words,
    });
    value.textContent = fmt(y);
    attributes(value, {
      x: late ? at - 12 : at + 12,
      y: Math.max(TOP + 12, high - 10),
      "text-anchor": late ? "end" : "start",
    });
  }
  return { pole, handle: knob, value, set };
}
