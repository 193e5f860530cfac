/** Where a loss and a number of parameters stand on paper with two logarithmic axes. */

import { ticks } from "../../draw/ticks.js";
import { s } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { clamp } from "../../kit/numbers.js";
import { guessRange } from "./words.js";

/** @typedef {import("../scaling_law.js").Now} Now */
/**
 * The parameters from first to last, the losses from low to high; the size.
 * @typedef {{ first: number, last: number, low: number, high: number, width: number,
 *   height: number }} Frame
 */

const TOP = 22; // under the words on what lies above
const FOOT = 40;
const LEFT = 44;
const RIGHT = 14;
const NARROW = 480;
const AIR = 0.12; // of the range of losses, free at both ends
const FIRST = 300; // parameters
const LAST = { short: 150_000, long: 150_000, card: 5_000_000 };

/**
 * It shows every loss of a record, seen or not, so that nothing moves when the rest appears.
 * @param {Now} now
 * @param {number} width
 * @returns {Frame}
 */
export function frameOf({ show, record, own }, width) {
  const recorded = [...record.law, ...record.deep, ...record.plain].flatMap((row) => row[4]);
  const { min, max } = guessRange.typed; // what lies beyond stands at the edge
  const mine = own.flatMap(({ losses }) => losses.map((loss) => clamp(loss, min, max)));
  const pairs = record.levels.slice(0, -2).map(([, loss]) => loss); // the nearest of three
  const all = [...recorded, ...mine, ...pairs];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = AIR * (high - low);
  const height = width < NARROW ? 300 : 360;
  return { first: FIRST, last: LAST[show], low: low - air, high: high + air, width, height };
}

/**
 * @param {Frame} frame
 * @param {number} params
 */
export function px({ first, last, width }, params) {
  return LEFT + (Math.log(params / first) / Math.log(last / first)) * (width - LEFT - RIGHT);
}

/**
 * What lies outside stands at the edge.
 * @param {Frame} frame
 * @param {number} loss
 */
export function py({ low, high, height }, loss) {
  const down = Math.log(high / clamp(loss, low, high)) / Math.log(high / low);
  return TOP + down * (height - TOP - FOOT);
}

/**
 * Up to where a line stays inside, from left to right.
 * @param {Frame} frame
 * @param {import("../../engine/sizes.js").PowerLaw} line
 */
export function endOf({ low, high, last }, { power, factor }) {
  if (power === 0) return last;
  return Math.min(last, ((power < 0 ? low : high) / factor) ** (1 / power));
}

/**
 * @param {Frame} frame
 * @param {number} y
 */
export function lossAt({ low, high, height }, y) {
  const down = clamp((y - TOP) / (height - TOP - FOOT), 0, 1);
  return high * (low / high) ** down;
}

/**
 * @param {Frame} frame
 * @param {Now} now
 */
export function axes(frame, { record }) {
  const { width, height, low, high } = frame;
  const floor = height - FOOT;
  return [
    ...ticks(low, high, 6).flatMap((loss) => lossMark(frame, loss)),
    ...powers(frame).flatMap((params) => paramsMark(frame, params)),
    s("path", { class: "mg-axis", d: `M${LEFT} ${floor}H${width - RIGHT}` }),
    s("text", { x: width - RIGHT, y: height - 4, "text-anchor": "end" }, "parameters"),
    s("text", { x: 0, y: 12, class: "mg-law-name" }, "loss"),
    ...levels(frame, record.levels),
  ];
}

/** @param {Frame} frame */
function powers({ first, last }) {
  const from = Math.ceil(Math.log10(first));
  return Array.from(
    { length: Math.floor(Math.log10(last)) - from + 1 },
    (_, i) => 10 ** (from + i),
  );
}

/**
 * @param {Frame} frame
 * @param {number} loss
 */
function lossMark(frame, loss) {
  const y = py(frame, loss);
  return [
    s("path", { class: "mg-grid", d: `M${LEFT} ${y}H${frame.width - RIGHT}` }),
    s("text", { x: LEFT - 7, y: y + 4, "text-anchor": "end" }, fixed(loss, 2)),
  ];
}

/**
 * @param {Frame} frame
 * @param {number} params
 */
function paramsMark(frame, params) {
  const x = px(frame, params);
  const floor = frame.height - FOOT;
  return [
    s("path", { class: "mg-grid", d: `M${x} ${TOP}V${floor}` }),
    s("text", { x, y: floor + 16, "text-anchor": "middle" }, params.toLocaleString("en")),
  ];
}

/**
 * What counting comes to: a line where it fits, else a word above the picture.
 * @param {Frame} frame
 * @param {[string, number][]} all
 */
function levels(frame, all) {
  const text = (/** @type {[string, number]} */ [name, loss]) => `${name} ${fixed(loss, 3)}`;
  const inside = all.filter(([, loss]) => loss < frame.high);
  const above = all.filter(([, loss]) => loss >= frame.high);
  return [
    ...inside.flatMap((level) => {
      const y = py(frame, level[1]);
      return [
        s("path", { class: "mg-law-level", d: `M${LEFT} ${y}H${frame.width - RIGHT}` }),
        s("text", { x: frame.width - RIGHT, y: y - 11, "text-anchor": "end" }, text(level)),
      ];
    }),
    s(
      "text",
      { x: frame.width - RIGHT, y: 12, "text-anchor": "end" },
      `↑ ${above.map(text).join(", ")}`,
    ),
  ];
}
