/** What becomes of each key: dot product, scaled, exp, weight; and what its value adds to the blend. */

import { h } from "../kit/dom.js";
import { brief, fixed, list } from "../kit/format.js";
import { addToOne } from "../kit/rounding.js";

/** @typedef {ReturnType<typeof import("./soft_lookup.js").compute>} Found */
/** @typedef {import("./soft_lookup.js").Lookup} Lookup */

const SOFT = [
  ["q · k", ""],
  ["/ √2", ""],
  ["exp", ""],
  ["weight", "mg-c-token"],
  ["value", "mg-c-v"],
  ["weight × value", "mg-c-data"],
];
const NONE = "–";

/** @param {string[]} labels */
export function lookupTable(labels) {
  const heads = SOFT.map(([text, kind]) => h("span", { role: "columnheader", class: kind }, text));
  const corner = h("span", { role: "columnheader", class: "mg-c-k" }, "key");
  const rows = labels.map((label) => tableRow(label, "mg-lookup-name mg-c-k"));
  const foot = tableRow("sum", "mg-lookup-sum");
  const el = h(
    "div",
    { class: "mg-lookup", role: "table", "aria-label": "from the query to the blend" },
    h("div", { class: "mg-lookup-row mg-lookup-heads", role: "row" }, corner, ...heads),
    ...rows.map((one) => one.el),
    foot.el,
  );
  /**
   * @param {Lookup} state
   * @param {Found} found
   */
  function set({ v, look }, found) {
    const soft = look === "softly";
    const weights = found.weights && addToOne(found.weights);
    heads[0].textContent = soft ? SOFT[0][0] : "k = q?";
    rows.forEach((row, i) => {
      row.set({
        steps: soft
          ? [fixed(found.dots[i]), fixed(found.scaled[i]), brief(found.exps[i])]
          : [found.found === i ? "yes" : "no", NONE, NONE],
        weight: weights ? weights[i] : NONE,
        share: found.weights ? found.weights[i] : 0,
        value: list(v[i]),
        product: found.products ? list(found.products[i]) : NONE,
      });
    });
    foot.set({
      steps: ["", "", soft ? brief(found.exps.reduce((sum, x) => sum + x, 0)) : ""],
      weight: weights ? "1" : NONE,
      share: 0,
      value: "",
      product: found.out ? list(found.out) : NONE,
    });
  }
  return { el, set };
}

/**
 * @param {string} label
 * @param {string} kind
 */
function tableRow(label, kind) {
  const cell = (/** @type {string} */ kind) => h("span", { role: "cell", class: kind });
  const name = h("span", { role: "rowheader", class: kind }, label);
  const steps = [0, 1, 2].map(() => cell("mg-lookup-step"));
  const number = h("b", { class: "mg-c-token" });
  const bar = h("span", { class: "mg-lookup-bar" });
  const weight = cell("mg-lookup-weight");
  weight.append(number, h("span", { class: "mg-lookup-room" }, bar));
  const value = cell("mg-lookup-value mg-c-v");
  const product = cell("mg-lookup-product mg-c-data");
  const el = h(
    "div",
    { class: "mg-lookup-row", role: "row" },
    name,
    ...steps,
    weight,
    value,
    product,
  );
  /**
   * @param {{ steps: string[], weight: string, share: number, value: string,
   *   product: string }} texts
   */
  function set(texts) {
    steps.forEach((one, i) => {
      one.textContent = texts.steps[i];
    });
    number.textContent = texts.weight;
    bar.style.setProperty("--share", String(texts.share));
    value.textContent = texts.value;
    product.textContent = texts.product;
  }
  return { el, set };
}
