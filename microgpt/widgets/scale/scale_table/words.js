/** Sizes, times and counts as a reader wants to see them. */

import { brief, fmt } from "../../kit/format.js";

/** @typedef {import("../../engine/scale.js").Sizes} Sizes */
/** @typedef {import("../scale_table.js").State} State */
/** @typedef {ReturnType<typeof import("../scale_table.js").compute>} Found */

const COUNTS = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];
const BYTES = [
  [1e15, "PB"],
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
  [1, "bytes"],
];
const TIMES = [
  [365, "years"],
  [1, "days"],
  [1 / 24, "hours"],
  [1 / 24 / 60, "minutes"],
  [1 / 24 / 3600, "seconds"],
];

/** 4,192. @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/** Three digits: 37.7, 1,990. @param {number} x */
const three = (x) =>
  x >= 100 ? thousands(Number(x.toPrecision(3))) : fmt(Number(x.toPrecision(3)), 3);

/** @param {number} x @param {(number | string)[][]} units the largest first */
function inUnits(x, units) {
  const [size, name] = units.find(([size]) => x >= Number(size)) ?? units[units.length - 1];
  return `${three(x / Number(size))} ${name}`;
}

/** 175 billion. @param {number} n */
export const counted = (n) => (n < 1e6 ? thousands(Math.round(n)) : inUnits(n, COUNTS));

/** @param {number} n */
export const bytes = (n) => inUnits(n, BYTES);

/** @param {number} days */
export function time(days) {
  const seconds = days * 24 * 3600;
  if (seconds < 0.001) return `${brief(seconds)} seconds`;
  return days > 365e6 ? `${brief(days / 365)} years` : inUnits(days, TIMES);
}

/** @param {number} x an amount of money, in the reader's own */
export const money = (x) => (x < 1e6 ? fmt(x, x < 100 ? 2 : 0) : inUnits(x, COUNTS));

/**
 * Of which model these parameters are, and how many of them a token uses.
 * @param {State} state
 * @param {Found} found
 */
export function title({ sizes }, { known, active, total }) {
  const own = Object.keys(sizes).length ? ", with your changes" : "";
  const used = active < total ? ` A token uses ${counted(active)} of them.` : "";
  const again =
    known.sizes.style === "gpt2" ? " Tokens out use the numbers of tokens in again." : "";
  return `${known.name} (${known.source})${own}.${used}${again}`;
}

/** What does not go together; "" where all is well. @param {Sizes} sizes */
export function trouble({ width, heads, kv_heads }) {
  if (width % heads)
    return `${thousands(width)} numbers cannot be shared evenly among ${heads} heads.`;
  if (heads % kv_heads) return `${heads} heads cannot be shared evenly among ${kv_heads} keys.`;
  return "";
}
