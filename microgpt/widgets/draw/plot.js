/** A function drawn over x: axes with ticks, room for lines, and one point that is dragged along the curve. */

import { s, watchWidth } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { ticks } from "./line.js";

const TOP = 8,
  BOTTOM = 24,
  LETTER = 6.8;
const QUANTILE = 0.05,
  WILD = 4,
  AIR = 0.06,
  NEAR = 0.4;

/** @typedef {{ x: number, y: number }} Sample  y is NaN where the function has no value */

/**
 * The function at `count` + 1 places from low to high, and right at the edges of where it has values.
 * @param {(x: number) => number} f NaN: no value @param {number} low @param {number} high @param {number} [count]
 * @returns {Sample[]}
 */
export function sample(f, low, high, count = 400) {
  const grid = Array.from(
    { length: count + 1 },
    (_, i) => (low * (count - i) + high * i) / count,
  ).map((x) => ({ x, y: f(x) }));
  return grid.flatMap((one, i) =>
    i && Number.isNaN(grid[i - 1].y) !== Number.isNaN(one.y)
      ? [edge(f, grid[i - 1].x, one.x), one]
      : [one],
  );
}

/** The last place with a value, between one that has and one that has not. @param {(x: number) => number} f @param {number} from @param {number} to */
function edge(f, from, to) {
  let [inside, outside] = Number.isNaN(f(to)) ? [from, to] : [to, from];
  for (let i = 0; i < 40; i++) {
    const middle = (inside + outside) / 2;
    if (Number.isNaN(f(middle))) outside = middle;
    else inside = middle;
  }
  return { x: inside, y: f(inside) };
}

/**
 * The heights to show: all of them where one unit can be as long as on the other axis (`equal` units fit); else those of
 * the inner half, without what shoots away. `more` is always inside.
 * @param {Sample[]} samples @param {number} equal @param {number[]} [more]
 * @returns {[number, number]}
 */
export function heights(samples, equal, more = []) {
  const all = samples
    .map((one) => one.y)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [first, last] = [samples[0].x, samples[samples.length - 1].x],
    quarter = (last - first) / 4;
  const inner = samples
    .filter(({ x }) => x >= first + quarter && x <= last - quarter)
    .map((one) => one.y)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const shown =
    all.length && all[all.length - 1] - all[0] <= equal
      ? all
      : inner.length
        ? inner
        : all.length
          ? all
          : [0];
  const at = (/** @type {number} */ share) => shown[Math.round(share * (shown.length - 1))];
  const wild = at(1) - at(0) > WILD * (at(1 - QUANTILE) - at(QUANTILE)) && at(1) > at(0);
  const core = wild ? [at(QUANTILE), at(1 - QUANTILE)] : [at(0), at(1)];
  const wanted = [...core, ...more.filter(Number.isFinite)];
  let low = wanted.reduce((a, b) => Math.min(a, b)),
    high = wanted.reduce((a, b) => Math.max(a, b));
  const air = Math.max(AIR * (high - low), wild ? 0.3 * (high - low) : 0);
  [low, high] = [low - air, high + air];
  if (low > 0 && low < NEAR * (high - low)) low = -AIR * high; // the axis, where it costs little
  if (high < 0 && -high < NEAR * (high - low)) high = -AIR * low;
  const lacking = Math.max(0, equal - (high - low)) / 2;
  return [low - lacking, high + lacking];
}

/**
 * The curve as an SVG path; a gap where there is no value, and where it jumps from below the picture to above it.
 * @param {Sample[]} samples @param {(x: number) => number} px @param {(y: number) => number} py @param {[number, number]} shown
 */
export function curve(samples, px, py, [low, high]) {
  const far = high - low;
  let text = "",
    before = NaN;
  for (const { x, y } of samples) {
    const jumps = (before < low && y > high) || (before > high && y < low);
    if (!Number.isNaN(y))
      text += `${Number.isNaN(before) || jumps ? "M" : "L"}${px(x).toFixed(2)} ${py(Math.min(high + far, Math.max(low - far, y))).toFixed(2)}`;
    before = y;
  }
  return text;
}

/**
 * `onDraw` is called whenever the size changes; it calls `frame`, then draws into `inside` with `px` and `py`.
 * `onMove` gets the x to which the point is dragged, kept inside and on a multiple of `step`.
 *
 * @param {{ name: string, xName: string, yName: string, pointName: string, low: number, high: number, step: number, colour: string, onMove: (x: number) => void, onDraw: () => void }} options
 */
export function plot({ name, xName, yName, pointName, low, high, step, colour, onMove, onDraw }) {
  const axes = s("g"),
    inside = s("svg", { class: "mg-plot-inside" });
  const handle = s(
    "g",
    {
      class: "mg-handle",
      style: { "--c": `var(--${colour})` },
      tabindex: 0,
      role: "slider",
      "aria-label": pointName,
      "aria-valuemin": low,
      "aria-valuemax": high,
    },
    s("circle", { r: 16, class: "mg-target" }),
    s("circle", { r: 7, class: "mg-knob" }),
  );
  const el = s(
    "svg",
    { class: "mg-plot", role: "group", "aria-label": name },
    axes,
    inside,
    handle,
  );
  let width = 640,
    height = 400,
    left = 36,
    shown = /** @type {[number, number]} */ ([-1, 1]),
    drawn = "",
    at = 0;

  const right = 10;
  const px = (/** @type {number} */ x) =>
    left + ((x - low) / (high - low)) * (width - left - right);
  const py = (/** @type {number} */ y) =>
    TOP + ((shown[1] - y) / (shown[1] - shown[0])) * (height - TOP - BOTTOM);

  /** How many units of x are as long as the picture is high. */
  const equal = () => ((high - low) * (height - TOP - BOTTOM)) / (width - left - right);

  /** How long one unit upward is drawn, in units across. */
  const ratio = () => equal() / (shown[1] - shown[0]);

  /** @param {[number, number]} range the heights to show @returns {boolean} whether anything changed, so that the curve is drawn anew */
  function frame(range) {
    const key = [width, height, ...range].join();
    if (key === drawn) return false;
    drawn = key;
    shown = range;
    el.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const up = ticks(shown[0], shown[1], height / 55),
      marks = up.map((t) => fmt(t, 4)),
      floor = height - BOTTOM;
    left = Math.max(
      28,
      10 + Math.ceil(LETTER * marks.reduce((most, text) => Math.max(most, text.length), 0)),
    );
    const along = ticks(low, high, width / 60);
    const room = { x: left, y: TOP, width: width - left - right, height: floor - TOP };
    for (const [key, value] of Object.entries({ ...room, viewBox: Object.values(room).join(" ") }))
      inside.setAttribute(key, String(value));
    for (const key of /** @type {const} */ (["width", "height"]))
      inside.style.setProperty(key, `${room[key]}px`); // over the rule for all pictures
    axes.replaceChildren(
      ...up.flatMap((t, i) => [
        s("path", {
          class: t === 0 ? "mg-axis" : "mg-grid",
          d: `M${left} ${py(t)}H${width - right}`,
        }),
        s("text", { x: left - 6, y: py(t) + 4, "text-anchor": "end" }, marks[i]),
      ]),
      ...along.flatMap((t) => [
        s("path", { class: t === 0 ? "mg-axis" : "mg-grid", d: `M${px(t)} ${TOP}V${floor}` }),
        s("text", { x: px(t), y: floor + 16, "text-anchor": "middle" }, fmt(t, 2)),
      ]),
      s(
        "text",
        { x: width - right - 4, y: floor - 6, "text-anchor": "end", class: "mg-plot-name" },
        xName,
      ),
      s("text", { x: left + 6, y: TOP + 13, class: "mg-plot-name" }, yName),
    );
    return true;
  }

  /** Where the point stands; y NaN: no value there, the point waits below. @param {number} x @param {number} y @param {string} words */
  function point(x, y, words) {
    at = x;
    handle.setAttribute(
      "transform",
      `translate(${px(x)} ${Number.isNaN(y) ? height - BOTTOM : Math.min(height - BOTTOM, Math.max(TOP, py(y)))})`,
    );
    handle.classList.toggle("mg-plot-nowhere", Number.isNaN(y));
    handle.setAttribute("aria-valuenow", String(x));
    handle.setAttribute("aria-valuetext", words);
  }

  /** @param {number} x */
  const move = (x) =>
    onMove(Number(Math.min(high, Math.max(low, Math.round(x / step) * step)).toFixed(6)));

  /** @param {MouseEvent} event */
  function follow(event) {
    const box = el.getBoundingClientRect();
    move(
      low +
        ((((event.clientX - box.left) / box.width) * width - left) / (width - left - right)) *
          (high - low),
    );
  }
  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus({ preventScroll: true });
  });
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) follow(event);
  });
  handle.addEventListener("click", (event) => event.stopPropagation());
  el.addEventListener("click", follow);
  handle.addEventListener("keydown", (event) => {
    const to = /** @type {Record<string, number>} */ ({
      ArrowLeft: at - step,
      ArrowDown: at - step,
      ArrowRight: at + step,
      ArrowUp: at + step,
      PageDown: at - 1,
      PageUp: at + 1,
      Home: low,
      End: high,
    })[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(to);
  });
  // Drawn at the size it has on the page, so that letters keep theirs.
  watchWidth(el, (next) => {
    width = next;
    height = Math.round((next - left - right) * (next < 480 ? 0.75 : 0.6)) + TOP + BOTTOM;
    onDraw();
  });
  return { el, inside, frame, point, px, py, equal, ratio };
}
