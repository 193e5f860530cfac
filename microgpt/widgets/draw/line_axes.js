/** The axes of a line chart, and where its numbers stand. */

import { attributes, s } from "../kit/dom.js";
import { fixed, fmt } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";
import { longest, spread } from "./series.js";
import { ticks } from "./ticks.js";

const TOP = 12;
const BOTTOM = 36;
const LINE = 14; // from one name to the next
const LETTER = 6.8;
const NARROW = 480;

/** @typedef {{ name: string, value: number }} Baseline */
/**
 * What a chart shows: the steps first..last, the heights low..high; its size, and the room beside
 * the lines.
 * @typedef {{ first: number, last: number, low: number, high: number, width: number,
 *   height: number, left: number, right: number }} Frame
 */

/**
 * @param {Frame} frame
 * @param {number} step
 */
export function px({ first, last, width, left, right }, step) {
  return left + ((step - first) / (last - first || 1)) * (width - left - right);
}

/**
 * What lies outside stands at the edge.
 * @param {Frame} frame
 * @param {number} y
 */
export function py({ low, high, height }, y) {
  return TOP + ((high - clamp(y, low, high)) / (high - low)) * (height - TOP - BOTTOM);
}

/**
 * The step and the height at a place of the picture, the nearest where it lies outside.
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y
 * @returns {[step: number, height: number]}
 */
export function placeAt({ first, last, low, high, width, height, left, right }, x, y) {
  const across = clamp((x - left) / (width - left - right), 0, 1);
  const down = clamp((y - TOP) / (height - TOP - BOTTOM), 0, 1);
  return [first + across * (last - first), high - down * (high - low)];
}

/**
 * A line through all the picture's height.
 * @param {Frame} frame
 * @param {number} step
 */
export function upright(frame, step) {
  return `M${px(frame, step)} ${TOP}V${frame.height - BOTTOM}`;
}

/**
 * Axes with ticks, and the named baselines. `set` makes room for the names, so it comes before all
 * else that is drawn in the frame.
 * @param {Baseline[]} baselines
 * @param {string} xName
 */
export function lineAxes(baselines, xName) {
  const el = s("g");
  const levels = baselines.map(() => s("path", { class: "mg-chart-base" }));
  const levelNames = baselines.map(() => s("text"));
  let drawn = "";

  /** @param {Frame} frame */
  function set(frame) {
    const { width, height, last, low, high } = frame;
    const key = [width, height, last, low, high].join();
    if (key === drawn) return;
    drawn = key;
    const names = baselines.map(({ name, value }) =>
      width < NARROW ? name : `${name} ${fixed(value)}`,
    );
    const up = ticks(low, high, height / 60);
    frame.left = roomFor(up.map((t) => fmt(t, 4)));
    frame.right = roomFor(names);
    el.replaceChildren(
      ...up.flatMap((t) => heightMark(frame, t)),
      s("path", { class: "mg-axis", d: acrossAt(frame, height - BOTTOM) }),
      ...stepsMarked(frame).flatMap((t) => stepMark(frame, t)),
      s("text", { x: frame.left, y: height - 4, class: "mg-chart-x" }, xName),
    );
    drawBaselines(frame, names);
  }

  /**
   * @param {Frame} frame
   * @param {string[]} names
   */
  function drawBaselines(frame, names) {
    const heights = baselines.map(({ value }) => py(frame, value));
    const nameHeights = spread(
      heights.map((y) => y + 4),
      LINE,
    );
    baselines.forEach((_, i) => {
      levels[i].setAttribute("d", acrossAt(frame, heights[i]));
      attributes(levelNames[i], { x: frame.width - frame.right + 6, y: nameHeights[i] });
      levelNames[i].textContent = names[i];
    });
  }
  return { el, levels, levelNames, set };
}

/** @param {string[]} texts */
function roomFor(texts) {
  return Math.ceil(longest(texts) * LETTER) + 8;
}

/**
 * @param {Frame} frame
 * @param {number} y
 */
function acrossAt({ left, width, right }, y) {
  return `M${left} ${y}H${width - right}`;
}

/**
 * @param {Frame} frame
 * @param {number} t
 */
function heightMark(frame, t) {
  const y = py(frame, t);
  return [
    s("path", { class: "mg-grid", d: acrossAt(frame, y) }),
    s("text", { x: frame.left - 6, y: y + 4, "text-anchor": "end" }, fmt(t, 4)),
  ];
}

/** Whole steps, the first only where it is 0. @param {Frame} frame */
function stepsMarked({ first, last, width }) {
  return ticks(first, last, width / 110).filter(
    (t) => Number.isInteger(t) && (t > first || first === 0),
  );
}

/**
 * @param {Frame} frame
 * @param {number} t
 */
function stepMark(frame, t) {
  const x = px(frame, t);
  const floor = frame.height - BOTTOM;
  const anchor = t === frame.last && frame.right < 20 ? "end" : "middle";
  return [
    s("path", { class: "mg-axis", d: `M${x} ${floor}v4` }),
    s("text", { x, y: floor + 17, "text-anchor": anchor }, fmt(t, 2)),
  ];
}
