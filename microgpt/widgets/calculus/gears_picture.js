/**
 * Three wheels in a chain of belts. A belt moves the same length over both its pulleys, so their
 * sizes are the rate.
 */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 384;
const HEIGHT = 152;
const MIDDLE = 72;
const APART = 128;
const FIRST = 64;
const DIAL = 48;
const RING = 8;
const HUB = 8;
export const DEGREES = 20; // that a wheel turns for 1

/**
 * @param {number} degrees clockwise from the top
 * @param {number} radius
 * @param {number} centre
 */
function at(degrees, radius, centre) {
  const angle = (degrees * Math.PI) / 180;
  const x = centre + radius * Math.sin(angle);
  const y = MIDDLE - radius * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/**
 * The part of the dial's rim that a turn sweeps over: the whole rim from one full turn on.
 * @param {number} from degrees
 * @param {number} to
 * @param {number} centre
 */
export function swept(from, to, centre) {
  if (from === to) return "";
  const whole = Math.abs(to - from) >= 360;
  const end = whole ? from + 359.9 : to;
  const turn = end - from;
  const large = Math.abs(turn) > 180 ? 1 : 0;
  const way = turn > 0 ? 1 : 0;
  const rim = DIAL + RING;
  const inner = `A${DIAL} ${DIAL} 0 ${large} ${way} ${at(end, DIAL, centre)}`;
  const outer = `A${rim} ${rim} 0 ${large} ${1 - way} ${at(from, rim, centre)}`;
  return `M${at(from, DIAL, centre)}${inner}L${at(end, rim, centre)}${outer}Z`;
}

/**
 * The belt from a pulley of radius `big` to one of radius `small`, `apart` to its right: crossed,
 * it turns it backwards.
 * @param {number} left
 * @param {number} big
 * @param {number} small
 * @param {number} apart
 * @param {boolean} crossed
 */
export function belt(left, big, small, apart, crossed) {
  const lean = (crossed ? big + small : big - small) / apart;
  const up = Math.sqrt(1 - lean * lean);
  const way = crossed ? -1 : 1;
  /**
   * Where the belt leaves a pulley.
   * @param {number} centre
   * @param {number} radius
   * @param {number} side -1: above
   * @param {number} shift
   */
  const point = (centre, radius, side, shift) =>
    `${(centre + shift * radius * lean).toFixed(2)} ${(MIDDLE + side * radius * up).toFixed(2)}`;
  const right = left + apart;
  const start = point(left, big, -1, 1);
  const there = `L${point(right, small, -way, way)}`;
  const bend = `A${small} ${small} 0 ${crossed || small > big ? 1 : 0} ${crossed ? 0 : 1}`;
  const back = `L${point(left, big, 1, 1)}`;
  const close = `A${big} ${big} 0 ${crossed || big > small ? 1 : 0} 1 ${start}`;
  return `M${start}${there}${bend} ${point(right, small, way, way)}${back}${close}`;
}

/**
 * A dial with its marks, the rim that a turn sweeps over, and two pulleys on the axle: the hub,
 * which is driven, and the one that drives the next wheel.
 * @param {string} name
 * @param {number} cx
 */
function wheel(name, cx) {
  const centre = { cx, cy: MIDDLE };
  const mark = (/** @type {number} */ k) => {
    const degrees = k * DEGREES;
    return `M${at(degrees, DIAL, cx)}L${at(degrees, DIAL - (k ? 4 : 8), cx)}`;
  };
  const marks = Array.from({ length: 360 / DEGREES }, (_, k) => mark(k)).join("");
  const sweep = s("path", { class: "mg-gears-sweep" });
  const driver = s("circle", { ...centre, class: "mg-gears-driver" });
  const hand = s("path", { class: "mg-gears-hand" });
  const label = { x: cx, y: HEIGHT - 6, "text-anchor": "middle", class: "mg-gears-name" };

  /**
   * @param {{ from: number, to: number, value: number, done: boolean, pulley: number }} state
   *   the pulley is the radius of the one that drives
   */
  function set({ from, to, value, done, pulley }) {
    sweep.setAttribute("d", swept(from * DEGREES, to * DEGREES, cx));
    sweep.classList.toggle("mg-gears-planned", !done);
    hand.setAttribute("d", `M${cx} ${MIDDLE}L${at(value * DEGREES, DIAL - 5, cx)}`);
    driver.setAttribute("r", String(pulley));
  }
  return {
    under: [
      sweep,
      s("circle", { ...centre, r: DIAL, class: "mg-gears-dial" }),
      s("path", { d: marks, class: "mg-gears-marks" }),
      driver,
      s("circle", { ...centre, r: HUB, class: "mg-gears-hub" }),
      s("text", label, name),
    ],
    over: [hand, s("circle", { ...centre, r: 3, class: "mg-gears-axle" })],
    set,
  };
}

/** The belt from one wheel to the next, and its rate above it. @param {number} cx of the first */
function drive(cx) {
  const line = s("path", { class: "mg-gears-belt" });
  const place = { x: cx + 0.5 * APART, y: 14, "text-anchor": "middle" };
  const rate = s("text", { ...place, class: "mg-gears-rate" });

  /**
   * @param {number} factor
   * @param {number} value where the hand of the driving wheel stands
   */
  function set(factor, value) {
    const big = HUB * Math.abs(factor);
    const moved = (-(value * DEGREES * Math.PI * big) / 180).toFixed(2);
    const d = factor ? belt(cx, big, HUB, APART, factor < 0) : "";
    attributes(line, { d, "stroke-dashoffset": moved });
    rate.textContent = `× ${factor < 0 ? `(${fmt(factor)})` : fmt(factor)}`;
  }
  return { line, rate, set };
}

/** @param {string[]} names of the three wheels */
export function wheels(names) {
  const centres = names.map((_, i) => FIRST + i * APART);
  const parts = names.map((name, i) => wheel(name, centres[i]));
  const drives = centres.slice(0, -1).map(drive);
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-gears", role: "img" },
    ...parts.flatMap((one) => one.under),
    ...drives.map((one) => one.line),
    ...parts.flatMap((one) => one.over),
    ...drives.map((one) => one.rate),
  );

  /**
   * @param {{ from: number[], to: number[], values: number[], factors: number[], done: boolean,
   *   words: string }} state
   *   from, to: what the nudge moves between; values: where the hands stand; done: whether the
   *   nudge has been given
   */
  function set({ from, to, values, factors, done, words }) {
    parts.forEach((one, i) => {
      const pulley = HUB * Math.abs(factors[i] ?? 0);
      one.set({ from: from[i], to: to[i], value: values[i], done, pulley });
    });
    drives.forEach((one, i) => one.set(factors[i], values[i]));
    el.setAttribute("aria-label", words);
  }
  return { el, set };
}
