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

/** @typedef {{ a: number[], b: number[], step: number }} State */
/** @typedef {"a" | "b"} Side */

const LONGEST = 6;
const REACH = 9;
const SIDES = /** @type {const} */ (["a", "b"]);
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
export function tell({ a, b, step }) {
  const { n, met, done, at, products, total, longer } = compute({ a, b, step });
  if (done && longer) {
    const rest = (longer === "a" ? a : b).slice(n);
    const shorter = longer === "a" ? "b" : "a";
    return `${shorter} has no ${ORDER[n]} number, so \`zip\` stops, and says nothing. ${rest.length === 1 ? `${fmt(rest[0])} in ${longer} is` : `${list(rest)} in ${longer} are`} never used. \`zip(a, b, strict=True)\` would raise an error.`;
  }
  if (done)
    return `Both lists end together, and the loop with them. The dot product of a and b is ${fmt(total)}.`;
  if (!met) return "No pair has met yet, and total is 0. Take a step.";
  return `Pair ${met}: x is ${fmt(a[at])} and y is ${fmt(b[at])}. x · y is ${fmt(products[at])}, and total goes from ${fmt(total - products[at])} to ${fmt(total)}.`;
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
  const columns = Array.from({ length: LONGEST }, (_, i) => i);
  const fields = { a: columns.map((i) => field("a", i)), b: columns.map((i) => field("b", i)) };
  const results = { product: columns.map(() => cell()), total: columns.map(() => cell()) };
  const lengths = { a: length("a"), b: length("b") };
  const code = program();
  const words = h("p", { class: "mg-facts mg-zip-words" });
  const ledger = h(
    "div",
    { class: "mg-zip", role: "table", "aria-label": "pairs, products and running sum" },
    line(
      "mg-zip-a mg-c-data",
      "a",
      fields.a.map((one) => one.cell),
    ),
    line(
      "mg-zip-b mg-c-token",
      "b",
      fields.b.map((one) => one.cell),
    ),
    line("mg-zip-product", "x · y", results.product),
    line("mg-zip-total", "total", results.total),
  );
  view.body.append(
    h("div", { class: "mg-columns mg-zip-columns" }, h("div", {}, ledger, steps.el), code.el),
    words,
    h("div", { class: "mg-zip-lengths" }, lengths.a.el, lengths.b.el),
  );

  function cell() {
    return h("div", { class: "mg-zip-cell", role: "cell" });
  }

  /**
   * @param {string} kind
   * @param {string} name
   * @param {HTMLElement[]} cells
   */
  function line(kind, name, cells) {
    return h(
      "div",
      { class: `mg-zip-line ${kind}`, role: "row" },
      h("div", { class: "mg-zip-name", role: "rowheader" }, name),
      ...cells,
    );
  }

  /**
   * @param {Side} side
   * @param {number} i
   */
  function field(side, i) {
    const input = h("input", {
      type: "number",
      class: "mg-number",
      min: -REACH,
      max: REACH,
      step: 0.5,
      "aria-label": `${side}, number ${i + 1}`,
    });
    const here = cell();
    here.append(input);
    input.addEventListener("input", () => {
      const typed = input.valueAsNumber;
      const values = view.read()[side].slice();
      if (!Number.isFinite(typed) || i >= values.length) return;
      values[i] = Math.max(-REACH, Math.min(REACH, typed));
      view.set({ [side]: values });
    });
    input.addEventListener("blur", () => {
      show(view.read()[side][i]);
    });
    /** @param {number | undefined} value */
    const show = (value) => {
      if (value !== undefined) input.value = String(value);
    };
    return { cell: here, input, show };
  }

  /** How many numbers a list has, and two buttons that change it at its end. @param {Side} side */
  function length(side) {
    const less = button("−", () => change(-1), { describe: `Take the last number from ${side}` });
    const more = button("+", () => change(1), {
      describe: `Put one more number at the end of ${side}`,
    });
    const words = h("span");
    /** @param {number} by */
    function change(by) {
      const { [side]: values, step } = view.read();
      const next = by > 0 ? [...values, 1] : values.slice(0, -1);
      if (next.length < 1 || next.length > LONGEST) return;
      steps.stop();
      const shortest = Math.min(next.length, view.read()[side === "a" ? "b" : "a"].length);
      view.set({ [side]: next, step: Math.min(step, shortest) });
    }
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

  function program() {
    const values = {
      x: h("b", { class: "mg-c-data" }),
      y: h("b", { class: "mg-c-token" }),
      total: h("b"),
    };
    const lines = ["total = 0", "for x, y in zip(a, b):", "    total += x * y"].map((text) =>
      h("span", { class: "mg-zip-code" }, text),
    );
    const held = Object.entries(values).map(([name, value]) =>
      h("span", { class: "mg-zip-held" }, `${name} = `, value),
    );
    const el = h(
      "div",
      {},
      h("pre", { class: "mg-code mg-zip-program" }, ...lines),
      h("p", { class: "mg-zip-values", "aria-label": "what the names hold now" }, ...held),
    );
    /** @param {State} state */
    function set({ a, b, step }) {
      const { met, done, at, products, total } = compute({ a, b, step });
      lines.forEach((one, i) =>
        one.classList.toggle("mg-now", done ? false : met ? i > 0 : i === 0),
      );
      const last = met - 1;
      values.x.textContent = met ? fmt(a[last]) : "not yet";
      values.y.textContent = met ? fmt(b[last]) : "not yet";
      values.total.textContent =
        at > 0 ? `${sumText([total - products[at], products[at]])} = ${fmt(total)}` : fmt(total);
    }
    return { el, set };
  }

  return view.show(
    (/** @type {State} */ state) => {
      const { n, met, done, at, products, totals, longer } = compute(state);
      SIDES.forEach((side) => {
        lengths[side].set(state[side].length);
        fields[side].forEach(({ cell, input, show }, i) => {
          cell.classList.toggle("mg-none", i >= state[side].length);
          cell.classList.toggle("mg-left-over", done && i >= n);
          if (
            input.valueAsNumber !== state[side][i] &&
            !(input === input.ownerDocument.activeElement && input.value === "")
          )
            show(state[side][i]);
          cell.classList.toggle("mg-now", i === at);
        });
      });
      columns.forEach((i) => {
        results.product[i].textContent = i < met ? fmt(products[i]) : "";
        results.total[i].textContent = i < met ? fmt(totals[i]) : "";
        results.product[i].classList.toggle("mg-c-neg", products[i] < 0);
        results.product[i].classList.toggle("mg-c-pos", !(products[i] < 0));
        [results.product[i], results.total[i]].forEach((one) => {
          one.classList.toggle("mg-now", i === at);
          one.classList.toggle("mg-wait", i >= met && i < n);
        });
        results.total[i].classList.toggle("mg-last", i === met - 1);
      });
      code.set(state);
      words.replaceChildren(...rich(tell(state)));
      words.classList.toggle("mg-zip-warn", done && longer !== null);
      steps.setEnd(done);
      view.say(state.step ? plain(tell(state)) : "");
    },
    () => steps.stop(),
  );
}

export default { render };
