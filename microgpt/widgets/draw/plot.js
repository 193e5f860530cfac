/**
 * A function drawn over x: axes with ticks, room for lines, and one point that is dragged along the
 * curve.
 */

import { attributes, s, watchWidth } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { clamp, tidy } from "../kit/numbers.js";
import { drag, handle, pointer } from "./handle.js";
import { longest } from "./series.js";
import { ticks } from "./ticks.js";

const TOP = 8;
const BOTTOM = 24;
const RIGHT = 10;
const LETTER = 6.8;
const LEAST_LEFT = 28;
const NARROW = 480;

/**
 * What is shown: x from low to high, heights from bottom to top; the size, and the room on the
 * left.
 * @typedef {{ low: number, high: number, bottom: number, top: number, width: number,
 *   height: number, left: number }} Frame
 */

/**
 * `onDraw` is called whenever the size changes; it calls `frame`, then draws into `inside` with
 * `px` and `py`. `onMove` gets the x to which the point is dragged, kept inside and on a multiple
 * of `step`.
 *
 * @param {{ name: string, xName: string, yName: string, pointName: string, low: number,
 *   high: number, step: number, colour: string, onMove: (x: number) => void,
 *   onDraw: () => void }} options
 */
export function plot({ name, xName, yName, pointName, low, high, step, colour, onMove, onDraw }) {
  const axes = s("g");
  const inside = s("svg", { class: "mg-plot-inside" });
  const knob = handle({ name: pointName, low, high, colour });
  const group = { class: "mg-plot", role: "group", "aria-label": name };
  const el = s("svg", group, axes, inside, knob);
  const now = { low, high, bottom: -1, top: 1, width: 640, height: 400, left: 36 };
  let drawn = "";
  let at = 0;

  const px = (/** @type {number} */ x) => acrossOf(now, x);
  const py = (/** @type {number} */ y) => upOf(now, y);

  /** How many units of x are as long as the picture is high. */
  const equal = () => ((high - low) * tallOf(now)) / wideOf(now);

  /** How long one unit upward is drawn, in units across. */
  const ratio = () => equal() / (now.top - now.bottom);

  /**
   * @param {[number, number]} range the heights to show
   * @returns {boolean} whether anything changed, so that the curve is drawn anew
   */
  function frame(range) {
    const key = [now.width, now.height, ...range].join();
    if (key === drawn) return false;
    drawn = key;
    [now.bottom, now.top] = range;
    el.setAttribute("viewBox", `0 0 ${now.width} ${now.height}`);
    axes.replaceChildren(...marks(now), ...names(now, xName, yName));
    makeRoom(inside, now);
    return true;
  }

  /**
   * Where the point stands; y NaN: no value there, the point waits below.
   * @param {number} x
   * @param {number} y
   * @param {string} words
   */
  function point(x, y, words) {
    at = x;
    const floor = now.height - BOTTOM;
    const down = Number.isNaN(y) ? floor : clamp(py(y), TOP, floor);
    attributes(knob, {
      transform: `translate(${px(x)} ${down})`,
      "aria-valuenow": x,
      "aria-valuetext": words,
    });
    knob.classList.toggle("mg-plot-nowhere", Number.isNaN(y));
  }

  /** @param {number} x */
  const move = (x) => onMove(tidy(clamp(Math.round(x / step) * step, low, high)));
  follow(el, knob, now, move);
  knob.addEventListener("keydown", (event) => {
    const to = led(event, along({ at, step, far: 1, low, high }));
    if (to !== null) move(to);
  });
  fit(el, now, onDraw);
  return { el, inside, frame, point, px, py, equal, ratio };
}

/** @param {Frame} frame */
const wideOf = ({ width, left }) => width - left - RIGHT;
/** @param {Frame} frame */
const tallOf = ({ height }) => height - TOP - BOTTOM;

/**
 * @param {Frame} frame
 * @param {number} x
 */
function acrossOf(frame, x) {
  return frame.left + ((x - frame.low) / (frame.high - frame.low)) * wideOf(frame);
}

/**
 * @param {Frame} frame
 * @param {number} y
 */
function upOf(frame, y) {
  return TOP + ((frame.top - y) / (frame.top - frame.bottom)) * tallOf(frame);
}

/**
 * Drawn at the size it has on the page, so that letters keep theirs.
 * @param {SVGSVGElement} picture
 * @param {Frame} frame
 * @param {() => void} draw
 */
function fit(picture, frame, draw) {
  watchWidth(picture, (width) => {
    frame.width = width;
    frame.height = Math.round(wideOf(frame) * (width < NARROW ? 0.75 : 0.6)) + TOP + BOTTOM;
    draw();
  });
}

/**
 * What is drawn inside the axes is cut off at them.
 * @param {SVGSVGElement} inside
 * @param {Frame} frame
 */
function makeRoom(inside, frame) {
  const room = { x: frame.left, y: TOP, width: wideOf(frame), height: tallOf(frame) };
  attributes(inside, {
    ...room,
    viewBox: Object.values(room).join(" "),
    style: { width: `${room.width}px`, height: `${room.height}px` }, // over the rule for pictures
  });
}

/** The marks of both axes, after the room on the left for their numbers. @param {Frame} frame */
function marks(frame) {
  const up = ticks(frame.bottom, frame.top, frame.height / 55);
  const letters = longest(up.map((t) => fmt(t, 4)));
  frame.left = Math.max(LEAST_LEFT, 10 + Math.ceil(LETTER * letters));
  return [
    ...up.flatMap((t) => heightMark(frame, t)),
    ...ticks(frame.low, frame.high, frame.width / 60).flatMap((t) => xMark(frame, t)),
  ];
}

/**
 * @param {Frame} frame
 * @param {number} t
 */
function heightMark(frame, t) {
  const y = upOf(frame, t);
  const kind = t === 0 ? "mg-axis" : "mg-grid";
  return [
    s("path", { class: kind, d: `M${frame.left} ${y}H${frame.width - RIGHT}` }),
    s("text", { x: frame.left - 6, y: y + 4, "text-anchor": "end" }, fmt(t, 4)),
  ];
}

/**
 * @param {Frame} frame
 * @param {number} t
 */
function xMark(frame, t) {
  const x = acrossOf(frame, t);
  const floor = frame.height - BOTTOM;
  return [
    s("path", { class: t === 0 ? "mg-axis" : "mg-grid", d: `M${x} ${TOP}V${floor}` }),
    s("text", { x, y: floor + 16, "text-anchor": "middle" }, fmt(t, 2)),
  ];
}

/**
 * @param {Frame} frame
 * @param {string} xName
 * @param {string} yName
 */
function names({ width, height, left }, xName, yName) {
  const end = { x: width - RIGHT - 4, y: height - BOTTOM - 6, "text-anchor": "end" };
  return [
    s("text", { ...end, class: "mg-plot-name" }, xName),
    s("text", { x: left + 6, y: TOP + 13, class: "mg-plot-name" }, yName),
  ];
}

/**
 * The point goes where it is dragged, and where the picture is pressed.
 * @param {SVGSVGElement} picture
 * @param {SVGGElement} knob
 * @param {Frame} frame
 * @param {(x: number) => void} move
 */
function follow(picture, knob, frame, move) {
  /** @param {MouseEvent} event */
  function go(event) {
    const [x] = pointer(event, picture, frame.width);
    move(frame.low + ((x - frame.left) / wideOf(frame)) * (frame.high - frame.low));
  }
  drag(knob, go);
  knob.addEventListener("click", (event) => event.stopPropagation());
  picture.addEventListener("click", go);
}
