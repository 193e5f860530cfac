/** Each pair as a line from before to after, and its difference beside it, on an axis with 0. */

import { ticks } from "../../draw/ticks.js";
import { ERRORS } from "../../engine/evidence.js";
import { attributes, s, watchWidth } from "../../kit/dom.js";
import { fmt } from "../../kit/format.js";
import { evidenceWords, signed } from "./words.js";

/** @typedef {import("../is_it_real.js").Now} Now */
/**
 * Where a strip stands: from x to end, its heights low..high.
 * @typedef {{ x: number, end: number, low: number, high: number }} Strip
 */

const HEIGHT = 240;
const TOP = 26; // under the title
const FLOOR = 206;
const AXIS = 52; // px for the numbers of an axis
const EDGE = 8;
const LEAST_RANGE = 0.02; // nats
const AIR = 0.1; // of the range, free at both ends
const RADIUS = 4;

export function strips() {
  const el = s("svg", { class: "mg-real-strips", role: "img" });
  let width = 640;
  let now = /** @type {Now | null} */ (null);

  function draw() {
    if (!now || now.pairs.length === 0) return;
    attributes(el, {
      viewBox: `0 0 ${width} ${HEIGHT}`,
      height: HEIGHT,
      "aria-label": spoken(now),
    });
    el.replaceChildren(...losses(now, width), ...differences(now, width));
  }
  watchWidth(el, (next) => {
    width = next;
    draw();
  });
  return {
    el,
    /** @param {Now} next */
    set(next) {
      now = next;
      draw();
    },
  };
}

/** @param {Now} now */
function spoken(now) {
  const each = now.pairs.map(({ seed, difference }) => `seed ${seed}: ${signed(difference)}`);
  return `${evidenceWords(now)} Differences: ${each.join(", ")}.`;
}

/**
 * @param {number} low
 * @param {number} high
 */
function widened(low, high) {
  const half = Math.max(LEAST_RANGE, high - low) * (0.5 + AIR);
  const middle = (low + high) / 2;
  return { low: middle - half, high: middle + half };
}

/**
 * @param {Strip} strip
 * @param {number} y
 */
const py = ({ low, high }, y) => FLOOR - ((y - low) / (high - low)) * (FLOOR - TOP);

/**
 * The title and the axis of a strip.
 * @param {Strip} strip
 * @param {string} title
 * @param {(t: number) => string} text
 */
function axis(strip, title, text) {
  const { x, end, low, high } = strip;
  return [
    s("text", { class: "mg-real-title", x: x - AXIS, y: 13 }, title),
    ...ticks(low, high, 4).flatMap((t) => [
      s("path", { class: "mg-grid", d: `M${x} ${py(strip, t)}H${end}` }),
      s("text", { x: x - 6, y: py(strip, t) + 4, "text-anchor": "end" }, text(t)),
    ]),
  ];
}

/**
 * @param {number} x
 * @param {string} text
 */
const foot = (x, text) => s("text", { x, y: FLOOR + 22, "text-anchor": "middle" }, text);

/**
 * A line for each pair.
 * @param {Now} now
 * @param {number} width
 */
function losses({ pairs }, width) {
  const all = pairs.flatMap(({ before, after }) => [before, after]);
  const strip = {
    x: AXIS,
    end: width / 2 - 12,
    ...widened(Math.min(...all), Math.max(...all)),
  };
  const a = strip.x + (strip.end - strip.x) * 0.22;
  const b = strip.x + (strip.end - strip.x) * 0.78;
  return [
    ...axis(strip, "held-out loss", (t) => fmt(t, 4)),
    ...pairs.flatMap(({ before, after }) => {
      const [from, to] = [py(strip, before), py(strip, after)];
      return [
        s("path", { class: "mg-real-line", d: `M${a} ${from}L${b} ${to}` }),
        s("circle", { class: "mg-real-dot mg-real-before", cx: a, cy: from, r: RADIUS }),
        s("circle", { class: "mg-real-dot", cx: b, cy: to, r: RADIUS }),
      ];
    }),
    foot(a, "before"),
    foot(b, "after"),
  ];
}

/**
 * A dot for each difference; their mean, and what it may be off by.
 * @param {Now} now
 * @param {number} width
 */
function differences({ pairs, numbers, spread }, width) {
  const { difference: mean = 0, error = 0 } = numbers ?? {};
  const bar = ERRORS * error;
  const all = pairs.map(({ difference }) => difference);
  const ends = [...all, 0, spread, -spread, mean + bar, mean - bar];
  const strip = {
    x: width / 2 + AXIS + 4,
    end: width - EDGE,
    ...widened(Math.min(...ends), Math.max(...ends)),
  };
  const at = (/** @type {number} */ share) => strip.x + (strip.end - strip.x) * share;
  const dots = all.map((difference, i) => {
    const cx = at(pairs.length === 1 ? 0.36 : 0.14 + (0.44 * i) / (pairs.length - 1));
    return s("circle", { class: "mg-real-dot", cx, cy: py(strip, difference), r: RADIUS });
  });
  return [
    ...band(strip, spread),
    ...axis(strip, "after − before", signed4),
    s("path", { class: "mg-real-zero", d: `M${strip.x} ${py(strip, 0)}H${strip.end}` }),
    ...dots,
    foot(at(0.36), pairs.length === 1 ? "one pair" : "pairs"),
    ...(pairs.length > 1 ? meanMark(strip, at(0.82), mean, bar) : []),
  ];
}

/** @param {number} t */
const signed4 = (t) => (t > 0 ? `+${fmt(t, 4)}` : fmt(t, 4));

/**
 * What single runs differ by, on both sides of 0.
 * @param {Strip} strip
 * @param {number} spread
 */
function band(strip, spread) {
  if (spread === 0) return [];
  const [y, end] = [py(strip, spread), py(strip, -spread)];
  const d = `M${strip.x} ${y}H${strip.end}M${strip.x} ${end}H${strip.end}`;
  return [
    s("rect", {
      class: "mg-real-band",
      x: strip.x,
      y,
      width: strip.end - strip.x,
      height: end - y,
    }),
    s("path", { class: "mg-real-edge", d }),
  ];
}

/**
 * @param {Strip} strip
 * @param {number} x
 * @param {number} mean
 * @param {number} bar
 */
function meanMark(strip, x, mean, bar) {
  const [top, y, low] = [mean + bar, mean, mean - bar].map((one) => py(strip, one));
  return [
    s("path", {
      class: "mg-real-bar",
      d: `M${x - 5} ${top}h10M${x} ${top}V${low}M${x - 5} ${low}h10`,
    }),
    s("path", { class: "mg-real-mean", d: `M${x - 13} ${y}h26` }),
    foot(x, "mean"),
  ];
}
