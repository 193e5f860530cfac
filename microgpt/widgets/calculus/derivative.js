/**
 * A curve, the tangent at a point that is dragged along it, and a secant that closes in on the
 * tangent.
 */

import { sample } from "../draw/curve.js";
import { parse } from "../engine/expression.js";
import { Undefined, evaluate } from "../engine/expression_value.js";
import { button, row, slider } from "../kit/controls.js";
import { h, s, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { functionChooser } from "./derivative_field.js";
import { REACH, STEP, drawable, slopePicture } from "./derivative_picture.js";
import { formula } from "./derivative_rules.js";
import { decimals, small, tell } from "./derivative_words.js";

/** @typedef {{ f: string, x: number, h: number }} State */
/** @typedef {ReturnType<typeof compute>} Result */

const LARGEST = 2; // of h
const SMALLEST = 0.0001;

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

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["f", "x", "h"],
    name: "Derivative explorer",
    caption: "Drag the point along the curve. Halve h and watch the two slopes meet.",
    onReset: () => {
      chooser.clear();
      draw(view.read());
    },
  });
  const chooser = functionChooser(
    (f) => view.set({ f }),
    () => draw(view.read()),
  );
  const picture = slopePicture({
    onMove: (x) => view.set({ x }),
    onDraw: () => draw(view.read()),
  });
  const graph = grapher();
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
  const run = runControls(model.get("h"), (h) => view.set({ h }), halve);
  const facts = factsTable();
  const words = h("p", { class: "mg-facts mg-slope-words" });
  view.body.append(
    ...chooser.els,
    graph.rule,
    picture.el,
    picture.unit,
    h("div", { class: "mg-columns mg-slope-below" }, h("div", {}, x.el, ...run.els), facts.el),
    words,
  );

  function halve() {
    view.set({ h: Math.max(SMALLEST, view.read().h / 2) });
    view.say(words.textContent ?? "");
  }

  /** @param {State} state */
  function draw(state) {
    const result = compute(state);
    chooser.set(state.f);
    x.set(state.x);
    run.set(state.h);
    picture.set(state, result, graph.of(state.f));
    facts.set(result);
    words.textContent = tell(state, result);
  }
  return view.show(draw);
}

/** The slider of h, and a button that halves it.
 * @param {number} value
 * @param {(h: number) => void} onInput
 * @param {() => void} onHalve
 */
function runControls(value, onInput, onHalve) {
  const nudge = slider({
    name: "h",
    label: symbol("h"),
    min: SMALLEST,
    max: LARGEST,
    step: 0.05,
    value,
    log: true,
    onInput,
  });
  const halve = button("Halve h", onHalve, { primary: true });
  const halveRow = row(halve);
  halveRow.classList.add("mg-slope-halve");
  return {
    els: [nudge.el, halveRow],
    /** @param {number} h */
    set(h) {
      nudge.set(h);
      halve.setAttribute("aria-disabled", String(h <= SMALLEST));
    },
  };
}

/** The curve in samples and its rule in words: worked out once for each function. */
function grapher() {
  const rule = h("p", { class: "mg-slope-rule" });
  let known = "";
  let samples = /** @type {ReturnType<typeof sample>} */ ([]);

  /** @param {string} f */
  function of(f) {
    const fresh = f !== known;
    if (!fresh) return { samples, fresh };
    known = f;
    const tree = parse(f);
    const slope = formula(tree);
    samples = sample((x) => drawable(tryAt(tree, x).value), -REACH, REACH);
    rule.replaceChildren(
      h("span", { class: "mg-c-data" }, `f(x) = ${f.trim()}`),
      h(
        "span",
        { class: "mg-c-grad" },
        slope ? `f′(x) = ${slope}` : "f′(x) is too long to write here",
      ),
    );
    return { samples, fresh };
  }
  return { rule, of };
}

/** The four numbers, each with a piece of its line. */
function factsTable() {
  const rows = /** @type {const} */ ([
    ["mg-slope-curve", "f(x)"],
    ["mg-slope-tangent", "slope of the tangent"],
    ["mg-slope-secant", "slope of the secant"],
    ["", "secant − tangent"],
  ]).map(([line, name]) => ({ line, name, value: h("b") }));
  const key = (/** @type {string} */ line) =>
    s(
      "svg",
      { viewBox: "0 0 22 8", class: "mg-slope-key", "aria-hidden": "true" },
      line && s("path", { class: line, d: "M0 4H22" }),
    );
  const cells = rows.flatMap(({ line, name, value }) => [key(line), h("span", {}, name), value]);

  /** @param {Result} result */
  function set(result) {
    const digits = decimals(result);
    const slopes = [result.slope, result.secant, result.difference];
    const texts = [fmt(result.value, 4), ...slopes.map((one) => small(one, digits))];
    rows.forEach(({ value }, i) => {
      value.textContent = texts[i] === "undefined" ? "none" : texts[i];
    });
  }
  return { el: h("div", { class: "mg-slope-facts" }, ...cells), set };
}

export default { render };
