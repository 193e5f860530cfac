/** The same weights as tables: for those who read numbers, by eye or by ear. */

import { h } from "../../kit/dom.js";

/** @typedef {import("../trained_heads.js").Now} Now */

/** A table for each head, made anew while they are open and never else. @param {number} heads */
export function weightTables(heads) {
  const room = h("div", { class: "mg-heads-tables" });
  const el = h(
    "details",
    { class: "mg-heads-numbers" },
    h("summary", {}, "All the weights as numbers"),
    room,
  );
  let now = /** @type {Now | null} */ (null);
  function show() {
    if (!el.open || !now) return;
    const { letters, printed } = now;
    room.replaceChildren(
      ...Array.from({ length: heads }, (_, head) => oneTable(head, letters, printed[head])),
    );
  }
  el.addEventListener("toggle", show);

  /** @param {Now} next */
  function set(next) {
    now = next;
    show();
  }
  return { el, set };
}

/**
 * @param {number} head
 * @param {string[]} letters
 * @param {string[][]} rows
 */
function oneTable(head, letters, rows) {
  const name = `Head ${head}. A row is the letter that looks; empty: not there yet`;
  const top = letters.map((letter) => h("th", { scope: "col" }, letter));
  const body = rows.map((row, i) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, letters[i]),
      ...letters.map((_, j) => h("td", {}, row[j] ?? "")),
    ),
  );
  return h(
    "div",
    {
      class: "mg-heads-table",
      role: "region",
      tabindex: 0,
      "aria-label": `numbers of head ${head}`,
    },
    h(
      "table",
      {},
      h("caption", {}, name),
      h("thead", {}, h("tr", {}, h("td"), ...top)),
      h("tbody", {}, ...body),
    ),
  );
}
