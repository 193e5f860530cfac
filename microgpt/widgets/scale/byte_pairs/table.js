/** The most frequent pairs, and how many tokens the text has. */

import { h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { piece } from "./pieces.js";

/** @typedef {ReturnType<typeof import("../byte_pairs.js").compute>} Found */

/** @param {number} n */
const thousands = (n) => n.toLocaleString("en");

export function pairTable() {
  const rows = h("tbody");
  const head = h(
    "thead",
    {},
    h("tr", {}, h("th", { scope: "col" }, "pair"), h("th", { scope: "col" }, "occurs")),
  );
  const caption = h("caption", {}, "The most frequent pairs now");
  const el = h("table", { class: "mg-table mg-pairs-table" }, caption, head, rows);
  /** @param {Found["pairs"]} pairs */
  function set(pairs) {
    const lines = pairs.map(({ pair: [a, b], count }, i) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, piece(a), " ", piece(b), i || count < 2 ? null : next()),
        h("td", {}, thousands(count)),
      ),
    );
    rows.replaceChildren(...lines);
  }
  return { el, set };
}

const next = () => h("span", { class: "mg-pairs-next" }, " next");

/** Characters, tokens and vocabulary, before the first merge and now. */
export function sizes() {
  const names = ["tokens", "characters per token", "vocabulary"];
  const cells = names.map(() => [h("td"), h("td")]);
  const head = ["", "at first", "now"].map((text) =>
    text ? h("th", { scope: "col" }, text) : h("td"),
  );
  const lines = names.map((name, i) => h("tr", {}, h("th", { scope: "row" }, name), ...cells[i]));
  const caption = h("caption", {}, "What the merges come to");
  const el = h(
    "table",
    { class: "mg-table mg-pairs-table" },
    caption,
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...lines),
  );
  /** @param {Found} found */
  function set({ tokens, characters, alphabet, made }) {
    const each = (/** @type {number} */ n) => (n ? fixed(characters / n, 2) : "0");
    const numbers = [
      [thousands(characters), thousands(tokens.length)],
      [each(characters), each(tokens.length)],
      [thousands(alphabet), thousands(alphabet + made)],
    ];
    numbers.forEach((two, i) =>
      two.forEach((text, k) => {
        cells[i][k].textContent = text;
      }),
    );
  }
  return { el, set };
}
