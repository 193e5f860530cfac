/** The paper on which the reader draws: axes, the blind guess, and the curve so far. */

import { pointer } from "../../draw/handle.js";
import { fitChart } from "../../draw/line.js";
import { lineAxes, placeAt, px, py } from "../../draw/line_axes.js";
import { attributes, s } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { FIELDS, TOP, heightAt, rounds } from "./points.js";
import { thousands } from "./words.js";

/** @typedef {import("../drawn_curve.js").Point} Point */
/** @typedef {import("../../draw/line_axes.js").Frame} Frame */

const BESIDE = 8; // pixels

/**
 * `onStroke` gets each piece of a stroke, from one place to another; `onEnd` comes when it is over.
 * @param {{ steps: number, level: { name: string, value: number },
 *   onStroke: (from: Point, to: Point) => void, onEnd: () => void }} options
 */
export function pad({ steps, level, onStroke, onEnd }) {
  const frame = {
    first: 0,
    last: steps,
    low: 0,
    high: TOP,
    width: 640,
    height: 290,
    left: 30,
    right: 8,
  };
  const axes = lineAxes([level], "round");
  const line = s("path", { class: "mg-drawn-line" });
  const dot = s("circle", { class: "mg-drawn-dot", r: 4 });
  const paper = s("rect", { class: "mg-target mg-handle mg-drawn-paper" });
  const el = s("svg", { class: "mg-drawn-pad", role: "img" });
  el.append(axes.el, ...axes.levels, ...axes.levelNames, line, dot, paper);
  let points = /** @type {Point[]} */ ([]);

  function draw() {
    el.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    axes.set(frame);
    // a stroke may begin a little beside the axes
    attributes(paper, { width: px(frame, steps) + BESIDE, height: py(frame, 0) + BESIDE });
    const places = points.map(([round, loss]) => [px(frame, round), py(frame, loss)]);
    const path = places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
    line.setAttribute("d", path && `M${path}`);
    const [x, y] = places[0] ?? [0, 0];
    // one point is no line
    attributes(dot, { cx: x, cy: y, display: places.length === 1 ? null : "none" });
  }
  follow(paper, el, frame, onStroke, onEnd);
  fitChart(el, frame, draw);

  /** @param {Point[]} next */
  function set(next) {
    points = next;
    el.setAttribute("aria-label", `the loss you expect: ${inWords(points, steps)}`);
    draw();
  }
  set(points);
  return { el, set };
}

/**
 * @param {SVGRectElement} paper
 * @param {SVGSVGElement} picture
 * @param {Frame} frame
 * @param {(from: Point, to: Point) => void} onStroke
 * @param {() => void} onEnd
 */
function follow(paper, picture, frame, onStroke, onEnd) {
  let last = /** @type {Point} */ ([0, 0]);
  /** @param {PointerEvent} event */
  const where = (event) => placeAt(frame, ...pointer(event, picture, frame.width));
  /** @param {PointerEvent} event */
  const holds = (event) => paper.hasPointerCapture(event.pointerId);
  paper.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    paper.setPointerCapture(event.pointerId);
    last = where(event);
    onStroke(last, last);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!holds(event)) return;
    const next = where(event);
    onStroke(last, next);
    last = next;
  });
  paper.addEventListener("lostpointercapture", onEnd);
}

/**
 * @param {Point[]} points
 * @param {number} steps
 */
function inWords(points, steps) {
  const said = rounds(steps, FIELDS).flatMap((round) => {
    const height = heightAt(points, round);
    return Number.isNaN(height) ? [] : [`${fixed(height)} at round ${thousands(round)}`];
  });
  return said.join(", ") || "nothing drawn yet";
}
