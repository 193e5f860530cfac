/** The picture of Derivative: the curve, its tangent, and the secant with the triangle under it. */

import { curve, heights } from "../draw/curve.js";
import { plot } from "../draw/plot.js";
import { attributes, h, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { small } from "./derivative_words.js";

/** @typedef {import("./derivative.js").State} State */
/** @typedef {import("./derivative.js").Result} Result */
/** @typedef {ReturnType<typeof plot>} Plot */

export const REACH = 4; // of x, to both sides
export const STEP = 0.1;
const LARGE = 1e9;
const LETTER = 7;
const EQUAL = "Both axes have the same unit: a slope of 1 looks like 45 degrees.";
const SQUEEZED =
  "The picture is squeezed to fit, so slopes look flatter than they are. " +
  "Read them from the numbers.";

/** A height that can be drawn; NaN for others. @param {number} y */
export const drawable = (y) => (Math.abs(y) <= LARGE ? y : NaN);

/** @param {{ onMove: (x: number) => void, onDraw: () => void }} options */
export function slopePicture({ onMove, onDraw }) {
  const picture = plot({
    name: "the curve with its tangent and a secant",
    xName: "x",
    yName: "f(x)",
    pointName: "the point on the curve",
    low: -REACH,
    high: REACH,
    step: STEP,
    colour: "data",
    onMove,
    onDraw,
  });
  const run = triangle(picture);
  const line = s("path", { class: "mg-slope-curve" });
  const tangent = s("path", { class: "mg-slope-tangent" });
  const secant = s("path", { class: "mg-slope-secant" });
  const unit = h("p", { class: "mg-slope-unit" });
  picture.inside.append(run.area, line, tangent, secant, ...run.marks);

  /**
   * @param {State} state
   * @param {Result} result
   * @param {{ samples: import("../draw/curve.js").Sample[], fresh: boolean }} graph
   *   fresh: the curve is another one than before
   */
  function set({ x, h }, result, { samples, fresh }) {
    const { px, py } = picture;
    const { value, second, slope } = result;
    const seen = [drawable(value), x + h <= REACH ? drawable(second) : NaN];
    const shown = heights(samples, picture.equal(), seen);
    if (picture.frame(shown) || fresh) line.setAttribute("d", curve(samples, px, py, shown));
    tangent.setAttribute("d", straight(picture, x, value, slope));
    secant.setAttribute("d", straight(picture, x, value, result.secant));
    run.set(x, h, result);
    picture.point(x, drawable(value), `x ${fmt(x, 4)}, ${heightWords(result)}`);
    unit.textContent = Math.abs(picture.ratio() - 1) < 0.01 ? EQUAL : SQUEEZED;
  }
  return { el: picture.el, unit, set };
}

/** @param {Result} result */
function heightWords({ value, slope }) {
  if (Number.isNaN(value)) return "no value";
  return `f of x ${fmt(value, 4)}, slope ${Number.isNaN(slope) ? "none" : fmt(slope, 4)}`;
}

/**
 * The line of slope `m` through a point, from side to side.
 * @param {Plot} picture
 * @param {number} x
 * @param {number} y
 * @param {number} m
 */
function straight({ px, py }, x, y, m) {
  if (Number.isNaN(drawable(y) + drawable(m))) return "";
  const at = (/** @type {number} */ end) => `${px(end)} ${py(y + m * (end - x))}`;
  return `M${at(-REACH)}L${at(REACH)}`;
}

/**
 * The triangle of run and rise, the second point, and the words at its sides.
 * @param {Plot} picture
 */
function triangle({ px, py }) {
  const area = s("path", { class: "mg-slope-triangle" });
  const second = s("circle", { r: 4.5, class: "mg-slope-second" });
  const runWord = s("text", { "text-anchor": "middle", class: "mg-slope-word" });
  const riseWord = s("text", { class: "mg-slope-word" });

  /** Out of the picture, where there is no second point. */
  function hide() {
    area.setAttribute("d", "");
    second.setAttribute("transform", "translate(-99 -99)");
    runWord.textContent = riseWord.textContent = "";
  }

  /**
   * @param {number} x
   * @param {number} h
   * @param {Result} result
   */
  function set(x, h, { value, second: height, rise }) {
    if (Number.isNaN(drawable(value) + drawable(height))) return hide();
    const [left, right, from, to] = [px(x), px(x + h), py(value), py(height)];
    const wide = right - left;
    area.setAttribute("d", `M${left} ${from}H${right}V${to}Z`);
    second.setAttribute("transform", `translate(${right} ${to})`);
    const risen = Math.abs(to - from) > 18 && wide > 12 ? `rise ${fmt(rise, 3)}` : "";
    runWord.textContent = wide > 26 ? `run ${small(h)}` : "";
    riseWord.textContent = risen;
    attributes(runWord, { x: left + wide / 2, y: from + (rise < 0 ? -6 : 15) });
    attributes(riseWord, {
      x: Math.min(right + 8, px(REACH) - LETTER * risen.length),
      y: (from + to) / 2 + 4,
    });
  }
  return { area, marks: [second, runWord, riseWord], set };
}
