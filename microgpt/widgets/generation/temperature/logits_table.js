/** From logit to probability in numbers: for the likeliest letters, and for the least likely. */

import { h } from "../../kit/dom.js";
import { brief, fixed } from "../../kit/format.js";
import { LETTERS, called } from "../letter_bars.js";

/** @typedef {import("../temperature.js").Now} Now */

const FIRST = 3; // of the likeliest

/** Two decimals; what is smaller keeps two digits. @param {number} p */
function probability(p) {
  return p > 0 && p < 0.005 ? brief(Number(p.toPrecision(2))) : fixed(p);
}

export function logitsTable() {
  const el = h("table", { class: "mg-table mg-temperature-table" });

  /** @param {Now} now */
  function set(now) {
    const { order, logits, probs, plain, temperature } = now;
    const shown = [...order.slice(0, FIRST), order[order.length - 1]];
    const rows = /** @type {[string, (i: number) => string][]} */ ([
      ["logit", (i) => fixed(logits[i])],
      [`logit / ${brief(temperature)}`, (i) => fixed(logits[i] / temperature)],
      ["probability", (i) => probability(probs[i])],
      ["at T = 1", (i) => probability(plain[i])],
    ]);
    el.replaceChildren(
      h("caption", {}, "The likeliest letters, and the least likely"),
      headRow(shown),
      h("tbody", {}, ...rows.map(([name, text]) => numberRow(name, shown.map(text)))),
    );
  }
  return { el, set };
}

/** @param {number[]} letters */
function headRow(letters) {
  const heads = letters.map((i) => h("th", { scope: "col", "aria-label": called(i) }, LETTERS[i]));
  return h("thead", {}, h("tr", {}, h("td", {}), ...heads));
}

/**
 * @param {string} name
 * @param {string[]} texts
 */
function numberRow(name, texts) {
  return h("tr", {}, h("th", { scope: "row" }, name), ...texts.map((text) => h("td", {}, text)));
}
