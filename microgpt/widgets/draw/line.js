/** A line chart of numbers over steps: raw and smoothed lines, named baselines, and the value at any step as text. */

import { h, s, watchWidth } from "../kit/dom.js";
import { fixed, fmt } from "../kit/format.js";

const TOP = 12,
  BOTTOM = 36,
  LINE = 14,
  LETTER = 6.8,
  NARROW = 480;

/**
 * Round numbers from `low` to `high`, about as many as asked for.
 * @param {number} low @param {number} high @param {number} about
 */
export function ticks(low, high, about) {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, about),
    power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((m) => m * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/**
 * The mean of the last `window` values at each place; of all values so far where there are fewer.
 * @param {ArrayLike<number>} values @param {number} window
 */
export function runningMean(values, window) {
  return Array.from(values, (_, i) => {
    const start = Math.max(0, i - window + 1);
    let total = 0;
    for (let j = start; j <= i; j++) total += values[j];
    return total / (i - start + 1);
  });
}

/**
 * The range to show: of all finite numbers given, with a little air.
 * @param {ArrayLike<number>[]} lines @param {number[]} more
 * @returns {[number, number]}
 */
export function extent(lines, more) {
  const all = lines
    .flatMap((line) => Array.from(line))
    .concat(more)
    .filter(Number.isFinite);
  if (!all.length) return [0, 1];
  const low = all.reduce((a, b) => Math.min(a, b)),
    high = all.reduce((a, b) => Math.max(a, b));
  const air = high > low ? (high - low) * 0.06 : Math.abs(high) || 1;
  return [low - air, high + air];
}

/**
 * Heights of labels, from top to bottom, pushed down where two would overlap.
 * @param {number[]} wanted @param {number} apart
 */
export function spread(wanted, apart) {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  order.forEach((one, k) => {
    if (k) one.y = Math.max(one.y, order[k - 1].y + apart);
  });
  return order.reduce((result, { y, i }) => {
    result[i] = y;
    return result;
  }, wanted.slice());
}

/**
 * @param {{ name: string, xName: string, yName: string, series: { name: string, colour?: string, faint?: boolean }[], last: number,
 *           first?: number, range?: [number, number], baselines?: { name: string, value: number }[], digits?: number,
 *           hint?: string, describe?: (step: number, values: number[]) => string, onPick?: (index: number) => void }} options
 *   first, last: the steps at the two ends of the axis; range: what the other axis shows (made to fit, if not given);
 *   faint: a thin pale line, for raw values under their mean; describe: more to say of a step, after its numbers
 */
export function lineChart({
  name,
  xName,
  yName,
  series,
  last,
  first = 1,
  range,
  baselines = [],
  digits = 3,
  hint = "Point at the chart, or use the arrow keys.",
  describe,
  onPick,
}) {
  const axes = s("g"),
    lines = series.map(({ colour = "data", faint }) =>
      s("path", {
        class: faint ? "mg-chart-line mg-faint" : "mg-chart-line",
        style: { "--c": `var(--${colour})` },
      }),
    );
  const levels = baselines.map(() => s("path", { class: "mg-chart-base" })),
    levelNames = baselines.map(() => s("text"));
  const cursor = s("path", { class: "mg-chart-cursor" }),
    dots = series.map(({ colour = "data" }) =>
      s("circle", { class: "mg-chart-dot", r: 4, style: { "--c": `var(--${colour})` } }),
    );
  const picture = s(
    "svg",
    {
      class: "mg-chart",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": first,
      "aria-valuemax": last,
    },
    axes,
    ...levels,
    ...lines,
    ...levelNames,
    cursor,
    ...dots,
  );
  const legend = h(
    "p",
    { class: "mg-chart-legend" },
    h("span", { class: "mg-chart-y" }, yName),
    ...series.map(({ name, colour = "data", faint }) =>
      h(
        "span",
        { class: "mg-chart-key" },
        s(
          "svg",
          { viewBox: "0 0 18 8", "aria-hidden": "true" },
          s("path", {
            class: faint ? "mg-chart-line mg-faint" : "mg-chart-line",
            style: { "--c": `var(--${colour})` },
            d: "M0 4H18",
          }),
        ),
        name,
      ),
    ),
  );
  const words = h("p", { class: "mg-chart-words" });
  const el = h("div", {}, legend, picture, words);
  let width = 640,
    height = 290,
    left = 30,
    right = 8,
    data = /** @type {ArrayLike<number>[]} */ (series.map(() => [])),
    shown = range ?? [0, 1],
    drawn = "";
  let at = /** @type {number | null} */ (null);

  const px = (/** @type {number} */ step) =>
    left + ((step - first) / (last - first || 1)) * (width - left - right);
  const py = (/** @type {number} */ y) =>
    TOP +
    ((shown[1] - Math.min(shown[1], Math.max(shown[0], y))) / (shown[1] - shown[0])) *
      (height - TOP - BOTTOM);
  const room = (/** @type {string[]} */ texts) =>
    Math.ceil(texts.reduce((most, text) => Math.max(most, text.length), 0) * LETTER);
  const have = () => data.reduce((most, line) => Math.max(most, line.length), 0);

  function drawAxes() {
    const key = [width, height, last, ...shown].join();
    if (key === drawn) return;
    drawn = key;
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const names = baselines.map((one) =>
      width < NARROW ? one.name : `${one.name} ${fixed(one.value)}`,
    );
    const floor = height - BOTTOM,
      up = ticks(shown[0], shown[1], height / 60),
      marks = up.map((t) => fmt(t, 4));
    left = room(marks) + 8;
    right = room(names) + 8;
    const along = ticks(first, last, width / 110).filter(
      (t) => Number.isInteger(t) && (t > first || first === 0),
    );
    axes.replaceChildren(
      ...up.flatMap((t, i) => [
        s("path", { class: "mg-grid", d: `M${left} ${py(t)}H${width - right}` }),
        s("text", { x: left - 6, y: py(t) + 4, "text-anchor": "end" }, marks[i]),
      ]),
      s("path", { class: "mg-axis", d: `M${left} ${floor}H${width - right}` }),
      ...along.flatMap((t) => [
        s("path", { class: "mg-axis", d: `M${px(t)} ${floor}v4` }),
        s(
          "text",
          { x: px(t), y: floor + 17, "text-anchor": t === last && right < 20 ? "end" : "middle" },
          fmt(t, 2),
        ),
      ]),
      s("text", { x: left, y: height - 4, class: "mg-chart-x" }, xName),
    );
    const heights = spread(
      baselines.map((one) => py(one.value) + 4),
      LINE,
    );
    baselines.forEach((one, i) => {
      levels[i].setAttribute("d", `M${left} ${py(one.value)}H${width - right}`);
      levelNames[i].setAttribute("x", String(width - right + 6));
      levelNames[i].setAttribute("y", String(heights[i]));
      levelNames[i].textContent = names[i];
    });
  }

  /** @param {ArrayLike<number>} line a number that is none leaves a gap */
  function path(line) {
    let text = "",
      pen = "M";
    for (let i = 0; i < line.length; i++) {
      if (Number.isNaN(line[i])) {
        pen = "M";
        continue;
      }
      text += `${pen}${px(first + i).toFixed(1)} ${py(line[i]).toFixed(1)}`;
      pen = "L";
    }
    return text;
  }

  function drawCursor() {
    const n = have(),
      here = at === null || !n ? null : Math.min(at, n - 1);
    const values = here === null ? [] : data.map((line) => (here < line.length ? line[here] : NaN));
    cursor.setAttribute("d", here === null ? "" : `M${px(first + here)} ${TOP}V${height - BOTTOM}`);
    dots.forEach((dot, i) => {
      const there = here !== null && Number.isFinite(values[i]);
      dot.toggleAttribute("hidden", !there);
      if (there) dot.setAttribute("transform", `translate(${px(first + here)} ${py(values[i])})`);
    });
    const numbers = series
      .map((one, i) =>
        Number.isNaN(values[i]) ? "" : `${one.name} ${fixed(values[i] ?? 0, digits)}`,
      )
      .filter(Boolean);
    const text =
      here === null
        ? n
          ? hint
          : "Nothing yet."
        : [
            `${xName} ${fmt(first + here)}: ${numbers.join(", ") || "no number"}`,
            describe?.(first + here, values),
          ]
            .filter(Boolean)
            .join(". ");
    words.textContent = text;
    picture.setAttribute("aria-valuenow", String(first + (here ?? 0)));
    picture.setAttribute("aria-valuetext", text);
  }

  function draw() {
    drawAxes();
    lines.forEach((line, i) => line.setAttribute("d", path(data[i])));
    drawCursor();
  }

  /** @param {number | null} index the place marked, from 0; null: none */
  function select(index) {
    at = index;
    drawCursor();
  }

  /** @param {number} index */
  function pick(index) {
    if (!have()) return;
    const inside = Math.min(have() - 1, Math.max(0, index));
    if (inside === at) return;
    select(inside);
    onPick?.(inside);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const box = picture.getBoundingClientRect(),
      x = ((event.clientX - box.left) / box.width) * width;
    pick(Math.round(((x - left) / (width - left - right)) * (last - first)));
  }
  picture.addEventListener("pointerdown", point);
  picture.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.pressure > 0) point(event);
  });
  picture.addEventListener("focus", () => {
    if (at === null) pick(have() - 1);
  });
  picture.addEventListener("keydown", (event) => {
    const here = at ?? have() - 1,
      far = Math.max(1, Math.round((last - first) / 10));
    const to = /** @type {Record<string, number>} */ ({
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      PageDown: here - far,
      PageUp: here + far,
      Home: 0,
      End: have() - 1,
    })[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    pick(to);
  });
  // Drawn at the size it has on the page, so that letters keep theirs.
  watchWidth(picture, (next) => {
    width = next;
    height = Math.round(Math.min(300, Math.max(200, next * 0.45)));
    draw();
  });

  /**
   * @param {ArrayLike<number>[]} next one line of values for each series, from the first step on
   * @param {number} [end] the last step of the axis from now on
   */
  function set(next, end = last) {
    data = next;
    last = end;
    picture.setAttribute("aria-valuemax", String(end));
    if (!range)
      shown = extent(
        data,
        baselines.map((one) => one.value),
      );
    draw();
  }
  set(data);
  return { el, set, select };
}
