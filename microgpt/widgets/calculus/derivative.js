/**
 * A curve, the tangent at a point that is dragged along it, and a secant that closes in on the
 * tangent.
 */

import { curve, heights, sample } from "../draw/curve.js";
import { plot } from "../draw/plot.js";
import { Undefined, evaluate, parse } from "../engine/expression.js";
import { button, choice, slider } from "../kit/controls.js";
import { h, s, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { expressionField } from "./derivative_field.js";
import { formula } from "./derivative_rules.js";

/** @typedef {{ f: string, x: number, h: number }} State */
/** @typedef {ReturnType<typeof compute>} Result */

const REACH = 4;
const STEP = 0.1;
const LARGEST = 2;
const SMALLEST = 0.0001;
const LARGE = 1e9;
const FEWEST = 4;
const MOST = 7;
const LETTER = 7;
const OWN = "own";
const PRESETS = [
  { value: "x**2", label: "x²" },
  { value: "x**3", label: "x³" },
  { value: "sin(x)", label: "sin x" },
  { value: "exp(x)", label: "eˣ" },
  { value: "log(x)", label: "log x" },
  { value: "relu(x)", label: "relu x" },
  { value: OWN, label: "your own" },
];

/**
 * NaN: there is none. `reason` says why f has no value at x, `gap` why it has none at x + h; null
 * where it has one. `left` and `right` are the slopes on the two sides of x. The slopes are exact;
 * the secant's is measured.
 * @param {State} state
 */
export function compute({ f, x, h: nudge }) {
  const tree = parse(f);
  const here = tryAt(tree, x);
  const there = tryAt(tree, x + nudge);
  const side = (/** @type {number} */ which) => (here.reason ? NaN : evaluate(tree, x, which)[1]);
  const [slope, left, right] = [0, -1, 1]
    .map(side)
    .map((one) => (Number.isFinite(one) ? one : NaN));
  const rise = there.value - here.value;
  const secant = rise / nudge;
  // What rounding may add to the secant's slope is no difference.
  const noise =
    (4 * Number.EPSILON * (Math.abs(here.value) + Math.abs(there.value) + Math.abs(x * slope))) /
    nudge;
  const apart = secant - slope;
  return {
    value: here.value,
    reason: here.reason,
    second: there.value,
    gap: there.reason,
    slope,
    left,
    right,
    rise,
    secant,
    difference: Math.abs(apart) <= noise ? 0 : apart,
  };
}

/**
 * @param {ReturnType<typeof parse>} tree
 * @param {number} x
 * @returns {{ value: number, reason: string | null }}
 */
function tryAt(tree, x) {
  try {
    return { value: evaluate(tree, x)[0], reason: null };
  } catch (error) {
    if (!(error instanceof Undefined)) throw error;
    return { value: NaN, reason: error.message };
  }
}

/** Enough decimals to tell the two slopes apart. @param {Result} result */
function decimals({ difference }) {
  return difference
    ? Math.max(FEWEST, Math.min(MOST, 1 - Math.floor(Math.log10(Math.abs(difference))))) || FEWEST
    : FEWEST;
}

/** What is not zero never reads as zero. @param {number} x */
export function small(x, digits = MOST) {
  const text = fmt(x, digits);
  return text === "0" && x !== 0
    ? `${x < 0 ? "above −" : "under "}${10 ** -digits < 1e-6 ? "0.0000001" : 10 ** -digits}`
    : text;
}

/**
 * In sentences.
 * @param {State} state
 * @param {Result} result
 */
export function tell({ f, x, h: nudge }, result) {
  const { value, reason, gap, slope, left, right, rise, secant, difference } = result;
  const at = `x = ${fmt(x, 4)}`;
  const digits = decimals(result);
  if (reason) return `${f} is not defined at ${at}: ${reason}.`;
  const kink = left !== right && Number.isFinite(left + right);
  const there = kink
    ? `At the kink at ${at}, the slope is ${fmt(left, 4)} from the left and ${fmt(right, 4)} from the right; this course uses ${fmt(slope, 4)}. `
    : Number.isNaN(slope)
      ? `The curve has no slope at ${at}. `
      : "";
  if (gap)
    return `${there}There is no secant: ${f} is not defined at x + h = ${fmt(x + nudge, 4)}: ${gap}.`;
  const measured = `From the height ${fmt(value, 4)} the secant ${rise < 0 ? "falls" : "rises"} by ${fmt(Math.abs(rise), digits + Math.max(0, Math.ceil(-Math.log10(nudge))))} over a run of ${small(nudge)}: slope ${small(secant, digits)}.`;
  if (there) return there + measured;
  return difference === 0
    ? `${measured} The tangent has the same slope.`
    : `${measured} The tangent's slope is ${small(slope, digits)}: ${small(Math.abs(difference), digits)} apart.`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  let own = false;
  let samples = /** @type {ReturnType<typeof sample>} */ ([]);
  let sampled = "";
  const view = figure({
    model,
    el,
    keys: ["f", "x", "h"],
    name: "Derivative explorer",
    caption: "Drag the point along the curve. Halve h and watch the two slopes meet.",
    onReset: () => {
      own = false;
      field.clear();
      draw(view.read());
    },
  });
  const presets = choice({ name: "f(x)", options: PRESETS, value: "x**2", onInput: pick });
  const field = expressionField((f) => view.set({ f }));
  const picture = plot({
    name: "the curve with its tangent and a secant",
    xName: "x",
    yName: "f(x)",
    pointName: "the point on the curve",
    low: -REACH,
    high: REACH,
    step: STEP,
    colour: "data",
    onMove: (x) => view.set({ x }),
    onDraw: () => draw(view.read()),
  });
  const shape = {
    triangle: s("path", { class: "mg-slope-triangle" }),
    curve: s("path", { class: "mg-slope-curve" }),
    tangent: s("path", { class: "mg-slope-tangent" }),
    secant: s("path", { class: "mg-slope-secant" }),
    second: s("circle", { r: 4.5, class: "mg-slope-second" }),
    run: s("text", { "text-anchor": "middle", class: "mg-slope-word" }),
    rise: s("text", { class: "mg-slope-word" }),
  };
  picture.inside.append(...Object.values(shape));
  const x = slider({
    name: "x",
    label: symbol("x"),
    min: -REACH,
    max: REACH,
    step: STEP,
    value: model.get("x"),
    colour: "data",
    onInput: (x) => view.set({ x }),
  });
  const nudge = slider({
    name: "h",
    label: symbol("h"),
    min: SMALLEST,
    max: LARGEST,
    step: 0.05,
    value: model.get("h"),
    log: true,
    onInput: (h) => view.set({ h }),
  });
  const halve = button(
    "Halve h",
    () => {
      view.set({ h: Math.max(SMALLEST, view.read().h / 2) });
      view.say(words.textContent ?? "");
    },
    { primary: true },
  );
  const rows = ["f(x)", "slope of the tangent", "slope of the secant", "secant − tangent"].map(
    (name) => ({ name: h("span", {}, name), value: h("b") }),
  );
  const keys = ["mg-slope-curve", "mg-slope-tangent", "mg-slope-secant", ""].map((line) =>
    s(
      "svg",
      { viewBox: "0 0 22 8", class: "mg-slope-key", "aria-hidden": "true" },
      line && s("path", { class: line, d: "M0 4H22" }),
    ),
  );
  const facts = h(
    "div",
    { class: "mg-slope-facts" },
    ...rows.flatMap((row, i) => [keys[i], row.name, row.value]),
  );
  const rule = h("p", { class: "mg-slope-rule" });
  const words = h("p", { class: "mg-facts mg-slope-words" });
  const unit = h("p", { class: "mg-slope-unit" });
  view.body.append(
    presets.el,
    field.el,
    rule,
    picture.el,
    unit,
    h(
      "div",
      { class: "mg-columns mg-slope-below" },
      h("div", {}, x.el, nudge.el, h("div", { class: "mg-row mg-slope-halve" }, halve)),
      facts,
    ),
    words,
  );

  /** @param {string} value */
  function pick(value) {
    own = value === OWN;
    field.clear();
    if (own) draw(view.read());
    else view.set({ f: value });
    field.el.hidden = !own;
  }

  /** @param {State} state */
  function draw(state) {
    const result = compute(state);
    const { f } = state;
    const tree = parse(f);
    const fresh = sampled !== f;
    if (fresh)
      samples = sample(
        (at) => {
          const { value } = tryAt(tree, at);
          return Math.abs(value) <= LARGE ? value : NaN;
        },
        -REACH,
        REACH,
      );
    if (fresh) {
      const slope = formula(tree);
      rule.replaceChildren(
        h("span", { class: "mg-c-data" }, `f(x) = ${f.trim()}`),
        h(
          "span",
          { class: "mg-c-grad" },
          slope ? `f′(x) = ${slope}` : "f′(x) is too long to write here",
        ),
      );
    }
    sampled = f;
    const preset = PRESETS.some((one) => one.value === f) && !own;
    presets.set(preset ? f : OWN);
    field.el.hidden = preset;
    field.set(f);
    x.set(state.x);
    nudge.set(state.h);
    halve.setAttribute("aria-disabled", String(state.h <= SMALLEST));
    drawPicture(state, result, fresh);
    const digits = decimals(result);
    [
      fmt(result.value, 4),
      ...[result.slope, result.secant, result.difference].map((one) => small(one, digits)),
    ].forEach((text, i) => {
      rows[i].value.textContent = text === "undefined" ? "none" : text;
    });
    words.textContent = tell(state, result);
  }

  /**
   * @param {State} state
   * @param {Result} result
   * @param {boolean} fresh whether the curve is another one
   */
  function drawPicture(state, { value, second, slope, secant, rise }, fresh) {
    const { px, py } = picture;
    const near = (/** @type {number} */ y) => (Math.abs(y) <= LARGE ? y : NaN);
    const equal = picture.equal();
    const shown = heights(samples, equal, [
      near(value),
      state.x + state.h <= REACH ? near(second) : NaN,
    ]);
    if (picture.frame(shown) || fresh) shape.curve.setAttribute("d", curve(samples, px, py, shown));
    const line = (/** @type {number} */ m) =>
      Number.isNaN(near(value) + near(m))
        ? ""
        : `M${px(-REACH)} ${py(value + m * (-REACH - state.x))}L${px(REACH)} ${py(value + m * (REACH - state.x))}`;
    shape.tangent.setAttribute("d", line(slope));
    shape.secant.setAttribute("d", line(secant));
    const there = state.x + state.h;
    const whole = !Number.isNaN(near(value) + near(second));
    shape.triangle.setAttribute(
      "d",
      whole ? `M${px(state.x)} ${py(value)}H${px(there)}V${py(second)}Z` : "",
    );
    shape.second.setAttribute(
      "transform",
      whole ? `translate(${px(there)} ${py(second)})` : "translate(-99 -99)",
    );
    const wide = px(there) - px(state.x);
    const tall = Math.abs(py(second) - py(value));
    shape.run.textContent = whole && wide > 26 ? `run ${small(state.h)}` : "";
    shape.rise.textContent = whole && tall > 18 && wide > 12 ? `rise ${fmt(rise, 3)}` : "";
    if (whole) {
      shape.run.setAttribute("x", String(px(state.x) + wide / 2));
      shape.run.setAttribute("y", String(py(value) + (rise < 0 ? -6 : 15)));
      shape.rise.setAttribute(
        "x",
        String(Math.min(px(there) + 8, px(REACH) - LETTER * (shape.rise.textContent ?? "").length)),
      );
      shape.rise.setAttribute("y", String((py(value) + py(second)) / 2 + 4));
    }
    picture.point(
      state.x,
      near(value),
      `x ${fmt(state.x, 4)}, ${Number.isNaN(value) ? "no value" : `f of x ${fmt(value, 4)}, slope ${Number.isNaN(slope) ? "none" : fmt(slope, 4)}`}`,
    );
    const ratio = picture.ratio();
    unit.textContent =
      Math.abs(ratio - 1) < 0.01
        ? "Both axes have the same unit: a slope of 1 looks like 45 degrees."
        : "The picture is squeezed to fit, so slopes look flatter than they are. Read them from the numbers.";
  }
  return view.show(draw);
}

export default { render };
