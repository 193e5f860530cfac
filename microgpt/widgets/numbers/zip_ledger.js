/** The two lists of ZipLists, and under each pair its product and the sum so far. */

import { h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { numberField } from "../kit/number_field.js";

/** @typedef {import("./zip_lists.js").State} State */
/** @typedef {import("./zip_lists.js").Side} Side */
/** @typedef {ReturnType<typeof import("./zip_lists.js").compute>} Result */

export const LONGEST = 6;
const REACH = 9;
const COLUMNS = Array.from({ length: LONGEST }, (_, i) => i);
const SIDES = /** @type {const} */ (["a", "b"]);

/** @param {(side: Side, i: number, value: number) => void} onInput */
export function ledger(onInput) {
  const fields = { a: fieldsOf("a", onInput), b: fieldsOf("b", onInput) };
  const results = COLUMNS.map(() => resultCells());
  const table = h(
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
    line(
      "mg-zip-product",
      "x · y",
      results.map((one) => one.product),
    ),
    line(
      "mg-zip-total",
      "total",
      results.map((one) => one.total),
    ),
  );
  const notes = SIDES.flatMap((side) => fields[side].map((one) => one.note));
  const el = h("div", {}, table, ...notes);

  /**
   * @param {State} state
   * @param {Result} result
   */
  function set(state, result) {
    const { n, done, at } = result;
    for (const side of SIDES) {
      fields[side].forEach((one, i) => {
        one.set(state[side][i]);
        one.cell.classList.toggle("mg-left-over", done && i >= n);
        one.cell.classList.toggle("mg-now", i === at);
      });
    }
    results.forEach((one, i) => one.set(i, result));
  }
  return { el, set };
}

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
 * @param {(side: Side, i: number, value: number) => void} onInput
 */
function fieldsOf(side, onInput) {
  return COLUMNS.map((i) => field(`${side}, number ${i + 1}`, (x) => onInput(side, i, x)));
}

/**
 * A number of a list; an empty cell where the list is shorter.
 * @param {string} name
 * @param {(value: number) => void} onInput
 */
function field(name, onInput) {
  const number = numberField({ name, of: name, min: -REACH, max: REACH, step: 0.5, onInput });
  const here = cell();
  here.append(number.field);

  /** @param {number | undefined} value */
  function set(value) {
    here.classList.toggle("mg-none", value === undefined);
    number.set(value ?? null);
  }
  return { cell: here, note: number.note, set };
}

/** The product of a pair and the sum so far, in two cells. */
function resultCells() {
  const product = cell();
  const total = cell();
  /**
   * @param {number} i
   * @param {Result} result
   */
  function set(i, { n, met, at, products, totals }) {
    const negative = products[i] < 0;
    product.textContent = i < met ? fmt(products[i]) : "";
    total.textContent = i < met ? fmt(totals[i]) : "";
    product.classList.toggle("mg-c-neg", negative);
    product.classList.toggle("mg-c-pos", !negative);
    for (const one of [product, total]) {
      one.classList.toggle("mg-now", i === at);
      one.classList.toggle("mg-wait", i >= met && i < n);
    }
    total.classList.toggle("mg-last", i === met - 1);
  }
  return { product, total, set };
}
