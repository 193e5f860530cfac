/**
 * A line chart of numbers over steps: raw and smoothed lines, named baselines, and the value at any
 * step as text.
 */

import { attributes, h, s, watchWidth } from "../kit/dom.js";
import { fixed, fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { clamp } from "../kit/numbers.js";
import { pointer } from "./handle.js";
import { lineAxes, placeAt, px, py, upright } from "./line_axes.js";
import { extent, longest } from "./series.js";

/** @typedef {{ name: string, colour?: string, faint?: boolean, dash?: string }} Series */
/** @typedef {import("./line_axes.js").Frame} Frame */

/**
 * @param {{ name: string, xName: string, yName: string, series: Series[], last: number,
 *   first?: number, range?: [number, number], baselines?: { name: string, value: number }[],
 *   digits?: number, hint?: string, describe?: (step: number, values: number[]) => string,
 *   onPick?: (index: number, pressed: boolean) => void }} options
 *   first, last: the steps at the two ends of the axis; range: what the other axis shows (made to
 *   fit, if not given); faint: a thin pale line, for raw values under their mean; dash: the lengths
 *   of its pieces and gaps; describe: more to say of a step, after its numbers; pressed: whether a
 *   step was chosen, by a press or a key, and not only passed over
 */
export function lineChart({ series, last, first = 1, range, baselines = [], onPick, ...texts }) {
  let shown = range;
  const frame = { first, last, low: 0, high: 1, width: 640, height: 290, left: 30, right: 8 };
  const axes = lineAxes(baselines, texts.xName);
  const lines = series.map((one) => s("path", strokeOf(one)));
  const cursor = cursorOf(series);
  const picture = s("svg", { class: "mg-chart", tabindex: 0, role: "slider" });
  attributes(picture, { "aria-label": texts.name, "aria-valuemin": first });
  picture.append(axes.el, ...axes.levels, ...lines, ...axes.levelNames);
  picture.append(cursor.line, ...cursor.dots);
  const words = h("p", { class: "mg-chart-words" });
  const el = h("div", {}, legend(texts.yName, series), picture, words);
  let data = /** @type {ArrayLike<number>[]} */ (series.map(() => []));
  let at = /** @type {number | null} */ (null);

  function drawCursor() {
    const n = longest(data);
    const here = at === null || !n ? null : Math.min(at, n - 1);
    const values = here === null ? [] : data.map((line) => (here < line.length ? line[here] : NaN));
    const step = here === null ? null : first + here;
    const said = tell(step, values, n > 0, series, texts);
    cursor.set(frame, step, values);
    words.textContent = said;
    words.classList.toggle("mg-on-screen", step === null && n > 0 && !texts.hint);
    attributes(picture, { "aria-valuenow": step ?? first, "aria-valuetext": said });
  }

  function draw() {
    picture.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    axes.set(frame);
    lines.forEach((line, i) => line.setAttribute("d", path(data[i], frame)));
    drawCursor();
  }

  /** @param {number | null} index the place marked, from 0; null: none */
  function select(index) {
    at = index;
    drawCursor();
  }

  listen(picture, frame, {
    at: () => at,
    last: () => longest(data) - 1,
    pick(index, pressed) {
      select(index);
      onPick?.(index, pressed);
    },
  });
  fitChart(picture, frame, draw);

  /**
   * @param {ArrayLike<number>[]} next one line of values for each series, from the first step on
   * @param {number} [end] the last step of the axis from now on
   * @param {[number, number]} [heights] what the other axis shows from now on
   */
  function set(next, end = frame.last, heights = shown) {
    data = next;
    frame.last = end;
    shown = heights;
    picture.setAttribute("aria-valuemax", String(end));
    const levels = baselines.map((one) => one.value);
    [frame.low, frame.high] = shown ?? extent(data, levels);
    draw();
  }
  set(data);
  return { el, set, select };
}

/**
 * Drawn at the size it has on the page, so that letters keep theirs.
 * @param {SVGSVGElement} picture
 * @param {Frame} frame
 * @param {() => void} draw
 */
export function fitChart(picture, frame, draw) {
  watchWidth(picture, (width) => {
    frame.width = width;
    frame.height = Math.round(clamp(width * 0.45, 200, 300));
    draw();
  });
}

/** @param {Series} series */
function strokeOf({ colour = "data", faint, dash }) {
  return {
    class: faint ? "mg-chart-line mg-faint" : "mg-chart-line",
    "stroke-dasharray": dash,
    style: { "--c": `var(--${colour})` },
  };
}

/**
 * The name of the upright axis, and a piece of each line with its name.
 * @param {string} yName
 * @param {Series[]} series
 */
function legend(yName, series) {
  const keys = series.map((one) => {
    const piece = s("path", { ...strokeOf(one), d: "M0 4H18" });
    const sample = s("svg", { viewBox: "0 0 18 8", "aria-hidden": "true" }, piece);
    return h("span", { class: "mg-chart-key" }, sample, one.name);
  });
  return h("p", { class: "mg-chart-legend" }, h("span", { class: "mg-chart-y" }, yName), ...keys);
}

/**
 * The step that is looked at: a line through it, and a dot on each series.
 * @param {Series[]} series
 */
function cursorOf(series) {
  const line = s("path", { class: "mg-chart-cursor" });
  const dots = series.map(({ colour = "data" }) =>
    s("circle", { class: "mg-chart-dot", r: 4, style: { "--c": `var(--${colour})` } }),
  );
  /**
   * @param {Frame} frame
   * @param {number | null} step
   * @param {number[]} values
   */
  function set(frame, step, values) {
    line.setAttribute("d", step === null ? "" : upright(frame, step));
    dots.forEach((dot, i) => {
      const there = step !== null && Number.isFinite(values[i]);
      dot.toggleAttribute("hidden", !there);
      if (there)
        dot.setAttribute("transform", `translate(${px(frame, step)} ${py(frame, values[i])})`);
    });
  }
  return { line, dots, set };
}

/**
 * A number that is none leaves a gap.
 * @param {ArrayLike<number>} line
 * @param {Frame} frame
 */
function path(line, frame) {
  let text = "";
  let pen = "M";
  for (let i = 0; i < line.length; i++) {
    if (Number.isNaN(line[i])) {
      pen = "M";
      continue;
    }
    const x = px(frame, frame.first + i);
    text += `${pen}${x.toFixed(1)} ${py(frame, line[i]).toFixed(1)}`;
    pen = "L";
  }
  return text;
}

/**
 * The numbers at a step in words; before one is chosen, what to do.
 * @param {number | null} step
 * @param {number[]} values
 * @param {boolean} any whether there are numbers at all
 * @param {Series[]} series
 * @param {{ xName: string, digits?: number, hint?: string,
 *   describe?: (step: number, values: number[]) => string }} texts
 */
function tell(step, values, any, series, texts) {
  const { xName, digits = 3, hint = "Point at the chart, or use the arrow keys." } = texts;
  if (step === null) return any ? hint : "Nothing yet.";
  const numbers = series.flatMap(({ name }, i) =>
    Number.isNaN(values[i]) ? [] : [`${name} ${fixed(values[i] ?? 0, digits)}`],
  );
  const here = `${xName} ${fmt(step)}: ${numbers.join(", ") || "no number"}`;
  const more = texts.describe?.(step, values);
  return more ? `${here}. ${more}` : here;
}

/**
 * Pointer and keys choose a step.
 * @param {SVGSVGElement} picture
 * @param {Frame} frame
 * @param {{ at: () => number | null, last: () => number,
 *   pick: (index: number, pressed: boolean) => void }} steps
 *   at: the one chosen, from 0; last: the last there is; -1: there is none
 */
function listen(picture, frame, { at, last, pick }) {
  /**
   * @param {number} index
   * @param {boolean} pressed
   */
  function choose(index, pressed) {
    const inside = clamp(index, 0, last());
    if (last() >= 0 && (pressed || inside !== at())) pick(inside, pressed);
  }
  /**
   * @param {PointerEvent} event
   * @param {boolean} pressed
   */
  function point(event, pressed) {
    const [step] = placeAt(frame, ...pointer(event, picture, frame.width));
    choose(Math.round(step - frame.first), pressed);
  }
  // a finger that comes down may be about to scroll: only the click is a choice
  picture.addEventListener("pointerdown", (event) => point(event, false));
  picture.addEventListener("click", (event) => point(/** @type {PointerEvent} */ (event), true));
  picture.addEventListener("pointermove", (event) => {
    const pressed = event.buttons > 0;
    if (event.pointerType === "mouse" || pressed) point(event, pressed);
  });
  picture.addEventListener("focus", () => {
    if (at() === null) choose(last(), false);
  });
  picture.addEventListener("keydown", (event) => {
    const far = Math.max(1, Math.round((frame.last - frame.first) / 10));
    const to = led(event, along({ at: at() ?? last(), step: 1, far, low: 0, high: last() }));
    if (to !== null) choose(to, true);
  });
}
