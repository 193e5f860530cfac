/**
 * Two lists walking together: the pair that meets, its product, the running sum, and the loop that
 * does it.
 */

import { add, products as multiply, sumText } from "../draw/arithmetic.js";
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, fmt, list } from "../kit/format.js";
import { player } from "../kit/player.js";
import { plain, rich } from "../kit/text.js";
import { LONGEST, ledger } from "./zip_ledger.js";

/** @typedef {{ a: number[], b: number[], step: number }} State */
/** @typedef {"a" | "b"} Side */

const ORDER = ["first", "second", "third", "fourth", "fifth", "sixth"];

/**
 * `at` is the pair that meets now, -1 before the first and after the last. `met` is how many have
 * met.
 * @param {State} state
 */
export function compute({ a, b, step }) {
  const products = multiply(a, b);
  const n = products.length;
  const met = Math.min(step, n);
  const done = step > n;
  const totals = products.map((_, i) => add(products.slice(0, i + 1)));
  const longer = /** @type {Side | null} */ (a.length > n ? "a" : b.length > n ? "b" : null);
  return {
    n,
    met,
    done,
    at: done ? -1 : met - 1,
    products,
    totals,
    total: met ? totals[met - 1] : 0,
    longer,
  };
}

/** In words: what happens at this step. @param {State} state */
export function tell(state) {
  const { met, done, at, products, total } = compute(state);
  if (done) return ending(state);
  if (!met) return "No pair has met yet, and total is 0. Take a step.";
  const pair = `x is ${fmt(state.a[at])} and y is ${fmt(state.b[at])}`;
  const sum = `total goes from ${fmt(total - products[at])} to ${fmt(total)}`;
  return `Pair ${met}: ${pair}. x · y is ${fmt(products[at])}, and ${sum}.`;
}

/** What became of the longer list. @param {State} state */
function ending(state) {
  const { n, longer, total } = compute(state);
  if (!longer)
    return (
      "Both lists end together, and the loop with them. " +
      `The dot product of a and b is ${fmt(total)}.`
    );
  const rest = state[longer].slice(n);
  const shorter = longer === "a" ? "b" : "a";
  const unused =
    rest.length === 1 ? `${fmt(rest[0])} in ${longer} is` : `${list(rest)} in ${longer} are`;
  return (
    `${shorter} has no ${ORDER[n]} number, so \`zip\` stops, and says nothing. ` +
    `${unused} never used. \`zip(a, b, strict=True)\` would raise an error.`
  );
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["a", "b", "step"],
    name: "Two lists walking together",
    caption: "zip takes one number from each list. Every number can be changed.",
    onReset: () => steps.stop(),
  });
  const steps = player({
    onStep: () => {
      const state = /** @type {State} */ (view.read());
      const next = Math.min(state.step, compute(state).n) + 1;
      view.set({ step: next });
      return next <= compute(state).n;
    },
    onReset: () => view.set({ step: 0 }),
    speedMs: 1100,
    name: "turns of the loop",
  });
  const table = ledger((side, i, value) => view.set({ [side]: view.read()[side].with(i, value) }));
  const lengths = { a: lengthOf("a", change), b: lengthOf("b", change) };
  const code = program();
  const words = h("p", { class: "mg-facts mg-zip-words" });
  view.body.append(
    h("div", { class: "mg-columns mg-zip-columns" }, h("div", {}, table.el, steps.el), code.el),
    words,
    h("div", { class: "mg-zip-lengths" }, lengths.a.el, lengths.b.el),
  );

  /**
   * One number more at the end of a list, or one less.
   * @param {Side} side
   * @param {number} by
   */
  function change(side, by) {
    const { a, b, step } = view.read();
    const values = side === "a" ? a : b;
    const next = by > 0 ? [...values, 1] : values.slice(0, -1);
    if (next.length < 1 || next.length > LONGEST) return;
    steps.stop();
    const shortest = Math.min(next.length, (side === "a" ? b : a).length);
    view.set({ [side]: next, step: Math.min(step, shortest) });
  }

  /** @param {State} state */
  function draw(state) {
    const result = compute(state);
    lengths.a.set(state.a.length);
    lengths.b.set(state.b.length);
    table.set(state, result);
    code.set(state, result);
    words.replaceChildren(...rich(tell(state)));
    words.classList.toggle("mg-zip-warn", result.done && result.longer !== null);
    steps.setEnd(result.done);
    view.say(state.step ? plain(tell(state)) : "");
  }
  return view.show(draw, () => steps.stop());
}

/**
 * How many numbers a list has, and two buttons that change it at its end.
 * @param {Side} side
 * @param {(side: Side, by: number) => void} onChange
 */
function lengthOf(side, onChange) {
  const less = button("−", () => onChange(side, -1), {
    describe: `Take the last number from ${side}`,
  });
  const more = button("+", () => onChange(side, 1), {
    describe: `Put one more number at the end of ${side}`,
  });
  const words = h("span");
  /** @param {number} n */
  function set(n) {
    words.replaceChildren(
      h("b", { class: side === "a" ? "mg-c-data" : "mg-c-token" }, side),
      ` has ${count(n, "number")}`,
    );
    less.setAttribute("aria-disabled", String(n <= 1));
    more.setAttribute("aria-disabled", String(n >= LONGEST));
  }
  return { el: h("div", { class: "mg-zip-length" }, words, less, more), set };
}

/** The loop as Python, and what its names hold. */
function program() {
  const lines = ["total = 0", "for x, y in zip(a, b):", "    total += x * y"].map((text) =>
    h("span", { class: "mg-zip-code" }, text),
  );
  const x = h("b", { class: "mg-c-data" });
  const y = h("b", { class: "mg-c-token" });
  const sum = h("b");
  const held = (/** @type {string} */ name, /** @type {Node} */ value) =>
    h("span", { class: "mg-zip-held" }, `${name} = `, value);
  const el = h(
    "div",
    {},
    h("pre", { class: "mg-code mg-zip-program" }, ...lines),
    h(
      "p",
      { class: "mg-zip-values", "aria-label": "what the names hold now" },
      held("x", x),
      held("y", y),
      held("total", sum),
    ),
  );
  /**
   * @param {State} state
   * @param {ReturnType<typeof compute>} result
   */
  function set({ a, b }, { met, done, at, products, total }) {
    const running = (/** @type {number} */ i) => (met ? i > 0 : i === 0);
    lines.forEach((one, i) => one.classList.toggle("mg-now", !done && running(i)));
    x.textContent = met ? fmt(a[met - 1]) : "not yet";
    y.textContent = met ? fmt(b[met - 1]) : "not yet";
    const steps = at > 0 ? `${sumText([total - products[at], products[at]])} = ` : "";
    sum.textContent = steps + fmt(total);
  }
  return { el, set };
}

export default { render };
