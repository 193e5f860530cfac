/**
 * A function of two numbers over a square, as contour lines and tints; with a point that can be
 * dragged, if wanted.
 */

import { attributes, freshId, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { across, led } from "../kit/keys.js";
import { clamp, tidy } from "../kit/numbers.js";
import { handle, hold, pointer } from "./handle.js";
import { labelPlaces, regions, sample } from "./levels.js";
import { ticks } from "./ticks.js";

const LEFT = 30;
const TOP = 8;
const SIDE = 262;
const RIGHT = 8;
const BOTTOM = 36;
const MARGIN = 12;
const WIDTH = LEFT + SIDE + RIGHT;
const SQUARE = { x: LEFT, y: TOP, width: SIDE, height: SIDE };

/** @typedef {{ name: string, colour?: string, step: number,
 *   onMove: (x: number, y: number) => void }} Point */

/**
 *     const map = contour({
 *       name: "the loss", range: [-3, 3], axes: ["w1", "w2"],
 *       point: { name: "the ball", step: 0.1, onMove },
 *     });
 *     map.set((x, y) => x * x + y * y, [1, 2, 4, 8]);
 *     map.place(2, 1, "loss 5");
 *
 * A press on the map places the point there. On a touch screen only the point itself holds the page
 * still: elsewhere a tap places it and a drag scrolls.
 *
 * @param {{ name: string, range: [number, number], axes: [string, string], colour?: string,
 *   cells?: number, point?: Point }} options
 *   range: what is shown in both directions; colour: the tint of high ground; cells: how fine the
 *   lines are computed; step (of the point): what one arrow key moves, and what dragging snaps to
 */
export function contour({ name, range, axes, colour = "loss", cells = 60, point }) {
  const [low, high] = range;
  const unit = SIDE / (high - low);
  const px = (/** @type {number} */ x) => LEFT + (x - low) * unit;
  const py = (/** @type {number} */ y) => TOP + (high - y) * unit;
  const clip = freshId();
  const bands = s("g");
  const names = s("g");
  const over = s("g", { "clip-path": `url(#${clip})` });
  const knob = point && pointHandle(point, low, high);
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${TOP + SIDE + BOTTOM}`,
      class: "mg-contour",
      role: "group",
      "aria-label": name,
      style: { "--c": `var(--${colour})` },
    },
    s("clipPath", { id: clip }, s("rect", SQUARE)),
    s("rect", { ...SQUARE, class: "mg-contour-floor" }),
    bands,
    s("rect", { ...SQUARE, class: "mg-contour-frame" }),
    names,
    ...scales(range, axes, px, py),
    over,
    knob,
  );
  let at = [0, 0];
  if (knob && point) listen(el, knob, point, range, () => at);

  /**
   * Draw a function.
   * @param {(x: number, y: number) => number} f
   * @param {number[]} levels from low to high
   */
  function set(f, levels) {
    const lines = linesOf(f, range, cells, levels);
    drawBands(bands, lines);
    drawNames(names, lines, levels);
  }

  /**
   * Put the point somewhere; outside the map it waits at the edge.
   * @param {number} x
   * @param {number} y
   * @param {string} [words] what it stands on
   */
  function place(x, y, words = "") {
    if (!knob) return;
    at = [x, y].map((v) => clamp(v, low, high));
    const where = `${axes[0]} ${fmt(x)}, ${axes[1]} ${fmt(y)}`;
    attributes(knob, {
      transform: `translate(${px(at[0])} ${py(at[1])})`,
      "aria-valuenow": at[0],
      "aria-valuetext": words ? `${where}, ${words}` : where,
    });
    knob.classList.toggle("mg-contour-off", at[0] !== x || at[1] !== y);
  }
  return { el, set, place, over, px, py };
}

/**
 * @param {Point} point
 * @param {number} low
 * @param {number} high
 */
function pointHandle({ name, colour = "data" }, low, high) {
  return handle({ name, low, high, colour, knob: 7.5 });
}

/**
 * Marks and numbers at two sides, and the names of the axes.
 * @param {[number, number]} range
 * @param {[string, string]} axes
 * @param {(x: number) => number} px
 * @param {(y: number) => number} py
 */
function scales([low, high], axes, px, py) {
  const floor = TOP + SIDE;
  const name = { class: "mg-contour-axis" };
  const middle = (low + high + 1) / 2; // half a unit above it, clear of its number
  return [
    ...ticks(low, high, 6).flatMap((m) => [
      s("path", { class: "mg-axis", d: `M${px(m)} ${floor}v4M${LEFT} ${py(m)}h-4` }),
      s("text", { x: px(m), y: floor + 16, "text-anchor": "middle" }, fmt(m)),
      s("text", { x: LEFT - 7, y: py(m) + 4, "text-anchor": "end" }, fmt(m)),
    ]),
    s("text", { ...name, x: LEFT + SIDE / 2, y: floor + 32, "text-anchor": "middle" }, axes[0]),
    s("text", { ...name, x: 2, y: py(middle) + 4 }, axes[1]),
  ];
}

/**
 * For each level the loops that enclose what lies above it, in pixels.
 * @param {(x: number, y: number) => number} f
 * @param {[number, number]} range
 * @param {number} cells
 * @param {number[]} levels
 */
function linesOf(f, range, cells, levels) {
  const values = sample(f, range, cells);
  const scale = SIDE / cells;
  return levels.map((level) =>
    regions(values, cells + 1, level).map((loop) =>
      loop.map(([i, j]) => [LEFT + i * scale, TOP + SIDE - j * scale]),
    ),
  );
}

/**
 * Each level as an area, tinted the more the higher it is.
 * @param {SVGGElement} bands
 * @param {number[][][][]} lines
 */
function drawBands(bands, lines) {
  while (bands.childElementCount > lines.length) bands.lastElementChild?.remove();
  while (bands.childElementCount < lines.length)
    bands.append(s("path", { class: "mg-contour-band", "fill-rule": "evenodd" }));
  const point = (/** @type {number[]} */ [x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  lines.forEach((loops, i) =>
    attributes(bands.children[i], {
      style: { "--tint": `${(40 * (i + 1)) / lines.length}%` },
      d: loops.map((loop) => `M${loop.map(point).join("L")}Z`).join(""),
    }),
  );
}

/**
 * The number of each level on its line, where there is room.
 * @param {SVGGElement} names
 * @param {number[][][][]} lines
 * @param {number[]} levels
 */
function drawNames(names, lines, levels) {
  const within = (/** @type {number} */ v, /** @type {number} */ from) =>
    v > from + MARGIN && v < from + SIDE - MARGIN;
  const places = labelPlaces(
    lines.map((loops) => loops.flat()),
    ([x, y]) => within(x, LEFT) && within(y, TOP),
  );
  names.replaceChildren(
    ...places.flatMap((place, i) => (place ? [levelName(place, fmt(levels[i]))] : [])),
  );
}

/**
 * @param {number[]} place
 * @param {string} text
 */
function levelName([x, y], text) {
  return s("text", { x, y: y + 3.5, "text-anchor": "middle", class: "mg-contour-name" }, text);
}

/**
 * Pointer and keys move the point.
 * @param {SVGSVGElement} map
 * @param {SVGGElement} knob
 * @param {Point} point
 * @param {[number, number]} range
 * @param {() => number[]} at where it stands
 */
function listen(map, knob, { step, onMove }, [low, high], at) {
  const snap = (/** @type {number} */ v) => tidy(clamp(Math.round(v / step) * step, low, high));
  const move = (/** @type {number[]} */ [x, y]) => onMove(snap(x), snap(y));
  const mine = (/** @type {Event} */ event) => knob.contains(/** @type {Node} */ (event.target));
  const inside = (/** @type {number[]} */ place) => place.every((v) => v >= low && v <= high);
  /** @param {MouseEvent} event */
  const here = (event) => {
    const [x, y] = pointer(event, map, WIDTH);
    const perPixel = (high - low) / SIDE;
    return [low + (x - LEFT) * perPixel, high - (y - TOP) * perPixel];
  };
  map.addEventListener("pointerdown", (event) => {
    const onMap = event.pointerType === "mouse" && inside(here(event));
    if (event.button !== 0 || !(mine(event) || onMap)) return;
    if (!mine(event)) move(here(event));
    hold(knob, event);
  });
  knob.addEventListener("pointermove", (event) => {
    if (knob.hasPointerCapture(event.pointerId)) move(here(event));
  });
  // A tap, not the beginning of a scroll, is a click in the end.
  map.addEventListener("click", (event) => {
    const { pointerType } = /** @type {PointerEvent} */ (event);
    if (pointerType !== "mouse" && !mine(event) && inside(here(event))) move(here(event));
  });
  const ways = across({ step, far: 10 * step, wide: high - low });
  knob.addEventListener("keydown", (event) => {
    const way = led(event, ways);
    if (way) move([at()[0] + way[0], at()[1] + way[1]]);
  });
}
