/**
 * Three wheels in a chain of belts. A belt moves the same length over both its pulleys, so their
 * sizes are the rate.
 */

import { s } from "../kit/dom.js";
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
  return `${(centre + radius * Math.sin(angle)).toFixed(2)} ${(MIDDLE - radius * Math.cos(angle)).toFixed(2)}`;
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
  return `M${at(from, DIAL, centre)}A${DIAL} ${DIAL} 0 ${large} ${way} ${at(end, DIAL, centre)}L${at(end, DIAL + RING, centre)}A${DIAL + RING} ${DIAL + RING} 0 ${large} ${1 - way} ${at(from, DIAL + RING, centre)}Z`;
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
  const right = left + apart;
  const way = crossed ? -1 : 1;
  const point = (
    /** @type {number} */ centre,
    /** @type {number} */ radius,
    /** @type {number} */ side,
    /** @type {number} */ shift,
  ) => `${(centre + shift * radius * lean).toFixed(2)} ${(MIDDLE + side * radius * up).toFixed(2)}`;
  return (
    `M${point(left, big, -1, 1)}L${point(right, small, -way, way)}A${small} ${small} 0 ${crossed || small > big ? 1 : 0} ${crossed ? 0 : 1} ${point(right, small, way, way)}` +
    `L${point(left, big, 1, 1)}A${big} ${big} 0 ${crossed || big > small ? 1 : 0} 1 ${point(left, big, -1, 1)}`
  );
}

/** @param {string[]} names of the three wheels */
export function wheels(names) {
  const parts = names.map((name, i) => {
    const cx = FIRST + i * APART;
    const cy = MIDDLE;
    const marks = Array.from(
      { length: 360 / DEGREES },
      (_, k) => `M${at(k * DEGREES, DIAL, cx)}L${at(k * DEGREES, DIAL - (k ? 4 : 8), cx)}`,
    ).join("");
    return {
      cx,
      sweep: s("path", { class: "mg-gears-sweep" }),
      driver: s("circle", { cx, cy, class: "mg-gears-driver" }),
      still: [
        s("circle", { cx, cy, r: DIAL, class: "mg-gears-dial" }),
        s("path", { d: marks, class: "mg-gears-marks" }),
      ],
      hub: s("circle", { cx, cy, r: HUB, class: "mg-gears-hub" }),
      hand: s("path", { class: "mg-gears-hand" }),
      axle: s("circle", { cx, cy, r: 3, class: "mg-gears-axle" }),
      name: s(
        "text",
        { x: cx, y: HEIGHT - 6, "text-anchor": "middle", class: "mg-gears-name" },
        name,
      ),
    };
  });
  const belts = [0, 1].map(() => s("path", { class: "mg-gears-belt" }));
  const rates = [0, 1].map((i) =>
    s("text", {
      x: FIRST + (i + 0.5) * APART,
      y: 14,
      "text-anchor": "middle",
      class: "mg-gears-rate",
    }),
  );
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-gears", role: "img" },
    ...parts.flatMap((one) => [one.sweep, ...one.still, one.driver, one.hub, one.name]),
    ...belts,
    ...parts.flatMap((one) => [one.hand, one.axle]),
    ...rates,
  );

  /**
   * @param {{ from: number[], to: number[], values: number[], factors: number[], done: boolean,
   *   words: string }} state
   *   from, to: what the nudge moves between; values: where the hands stand; done: whether the
   *   nudge has been given
   */
  function set({ from, to, values, factors, done, words }) {
    parts.forEach(({ cx, sweep, driver, hand }, i) => {
      sweep.setAttribute("d", swept(from[i] * DEGREES, to[i] * DEGREES, cx));
      sweep.classList.toggle("mg-gears-planned", !done);
      hand.setAttribute("d", `M${cx} ${MIDDLE}L${at(values[i] * DEGREES, DIAL - 5, cx)}`);
      driver.setAttribute("r", String(i < 2 ? HUB * Math.abs(factors[i]) : 0));
    });
    belts.forEach((one, i) => {
      const big = HUB * Math.abs(factors[i]);
      one.setAttribute("d", factors[i] ? belt(parts[i].cx, big, HUB, APART, factors[i] < 0) : "");
      one.setAttribute(
        "stroke-dashoffset",
        (-(values[i] * DEGREES * Math.PI * big) / 180).toFixed(2),
      );
      rates[i].textContent = `× ${factors[i] < 0 ? `(${fmt(factors[i])})` : fmt(factors[i])}`;
    });
    el.setAttribute("aria-label", words);
  }
  return { el, set };
}
