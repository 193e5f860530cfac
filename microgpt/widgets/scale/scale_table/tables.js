/** The parts of a model with their shares, what follows from them, and all models. */

import { total, trainingFlops } from "../../engine/scale.js";
import { h } from "../../kit/dom.js";
import { brief, fmt } from "../../kit/format.js";
import { bytes, counted, money, thousands, time } from "./words.js";

/** @typedef {import("./words.js").Found} Found */
/** @typedef {import("../scale_table.js").Known} Known */

const UNKNOWN = "not told";

/** @param {number} share */
const percent = (share) =>
  share > 0 && share < 0.0005 ? "under 0.1 %" : `${fmt(100 * share, 1)} %`;

/** @param {string} text @param {boolean} [hidden] */
const captioned = (text, hidden = false) =>
  h("caption", { class: hidden ? "mg-hidden" : null }, text);

/** @param {...string} names */
const header = (...names) =>
  h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name))));

/** Each part with a bar as long as its share. */
export function partTable() {
  const body = h("tbody");
  const el = h(
    "table",
    { class: "mg-table mg-scale-table mg-scale-parts" },
    captioned("The parts of the model, their shares and their parameters", true),
    header("part", "share", "parameters"),
    body,
  );
  /** @param {Found} found */
  function set({ counts, total }) {
    const rows = Object.entries(counts).map(([name, count]) => {
      const share = count / total;
      const bar = h("span", { class: "mg-scale-bar", style: { width: `${100 * share}%` } });
      const track = h("span", { class: "mg-scale-track", "aria-hidden": "true" }, count > 0 && bar);
      return h(
        "tr",
        {},
        h("th", { scope: "row" }, name),
        h("td", {}, track, h("span", { class: "mg-scale-percent" }, percent(share))),
        h("td", {}, thousands(count)),
      );
    });
    body.replaceChildren(...rows);
  }
  return { el, set };
}

/** @param {number | null} days @param {number | null} cost */
function paid(days, cost) {
  if (!days) return UNKNOWN;
  return cost === null ? "type a price" : money(cost);
}

/** @type {Record<string, (found: Found) => [string, string][]>} */
const ROWS = {
  memory: ({ memory, perToken, sizes }) => [
    ["its weights", bytes(memory.weights)],
    ["while it is trained", bytes(memory.training)],
    ["cache of a token", bytes(perToken)],
    [`cache of ${thousands(sizes.context)} tokens`, bytes(memory.cache)],
  ],
  training: ({ tokens, flops, days, cost }) => [
    ["tokens", tokens ? counted(tokens) : UNKNOWN],
    ["operations", flops ? brief(flops) : UNKNOWN],
    ["time", days ? time(days) : UNKNOWN],
    ["cost", paid(days, cost)],
  ],
};

/** @param {string} caption */
export function facts(caption) {
  const body = h("tbody");
  const el = h("table", { class: "mg-table mg-scale-table" }, captioned(caption), body);
  /** @param {Found} found @param {string} which */
  function set(found, which) {
    const line = ([name, value] = ["", ""]) =>
      h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value));
    body.replaceChildren(...ROWS[which](found).map((one) => line(one)));
  }
  return { el, set };
}

/** @param {Record<string, Known>} models */
export function allModels(models) {
  const rows = Object.entries(models).map(([key, { name, source, tokens, sizes }]) => {
    const flops = tokens ? brief(trainingFlops(sizes, tokens)) : UNKNOWN;
    const cells = [counted(total(sizes)), tokens ? counted(tokens) : UNKNOWN, flops];
    const title = h("th", { scope: "row" }, name, h("small", {}, source));
    return { key, el: h("tr", {}, title, ...cells.map((text) => h("td", {}, text))) };
  });
  const el = h(
    "table",
    { class: "mg-table mg-scale-table mg-scale-all" },
    captioned("All models", true),
    header("model", "parameters", "tokens", "operations"),
    h("tbody", {}, ...rows.map((one) => one.el)),
  );
  /** @param {string} now */
  function set(now) {
    for (const one of rows)
      if (one.key === now) one.el.setAttribute("aria-current", "true");
      else one.el.removeAttribute("aria-current");
  }
  return { el, set };
}
