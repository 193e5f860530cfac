/** The same pairs as numbers: for those who read, by eye or by ear, and for paper. */

import { h } from "../../kit/dom.js";
import { nats, signed } from "./words.js";

/** @typedef {import("../is_it_real.js").Now} Now */

const HEADS = ["seed", "before", "after", "difference"];

/** A fold with a row for each pair. */
export function pairsTable() {
  const body = h("tbody");
  const heads = HEADS.map((name) => h("th", { scope: "col" }, name));
  const table = h(
    "table",
    { class: "mg-table mg-real-table" },
    h("caption", {}, "Held-out loss of each run, in nats per token"),
    h("thead", {}, h("tr", {}, ...heads)),
    body,
  );
  const el = h(
    "details",
    { class: "mg-real-fold" },
    h("summary", {}, "The pairs as numbers"),
    table,
  );
  let shown = "";

  /** @param {Pick<Now, "pairs">} now */
  function set({ pairs }) {
    const key = JSON.stringify(pairs);
    if (key === shown) return;
    shown = key;
    body.replaceChildren(
      ...pairs.map(({ seed, before, after, difference }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, String(seed)),
          ...[nats(before), nats(after), signed(difference)].map((text) => h("td", {}, text)),
        ),
      ),
    );
  }
  return { el, set };
}
