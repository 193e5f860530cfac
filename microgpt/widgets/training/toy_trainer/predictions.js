/** What the model gives each next token after each beginning, beside the share in the words. */

import { TOY_TOKENS } from "../../engine/toy.js";
import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";

/** @typedef {import("../toy_trainer.js").Now} Now */

export function predictions() {
  const body = h("tbody");
  const el = h(
    "table",
    { class: "mg-learn-table" },
    h(
      "caption",
      {},
      "What comes next? Above: what the model says now. Below: the share in the words.",
    ),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "after"),
        ...TOY_TOKENS.map((token) => h("th", { scope: "col" }, token)),
      ),
    ),
    body,
  );
  let rows = /** @type {ReturnType<typeof rowOf>[]} */ ([]);
  let shown = "";

  /** @param {Now} now */
  function set({ rows: next }) {
    const key = next.map(({ beginning }) => beginning).join();
    if (key !== shown || rows.length === 0) {
      rows = next.map(({ beginning }) => rowOf(beginning));
      body.replaceChildren(...rows.map((row) => row.el));
      shown = key;
    }
    rows.forEach((row, i) => row.set(next[i]));
  }
  return { el, set };
}

/** @param {string} beginning */
function rowOf(beginning) {
  const cells = TOY_TOKENS.map(() => ({ model: bar("model"), share: bar("share") }));
  const name = ["BOS", ...beginning].join(" ");
  const el = h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    ...cells.map(({ model, share }) => h("td", {}, model.el, share.el)),
  );
  /** @param {Now["rows"][number]} row */
  function set({ probs, shares }) {
    cells.forEach(({ model, share }, i) => {
      model.set(probs[i]);
      share.set(shares[i]);
    });
  }
  return { el, set };
}

/** A bar and its number. @param {"model" | "share"} kind */
function bar(kind) {
  const fill = h("span", { class: "mg-share-bar" });
  const text = h("span", { class: "mg-learn-number" });
  const el = h(
    "span",
    { class: `mg-learn-bar mg-learn-${kind}` },
    h("span", { class: "mg-learn-room", "aria-hidden": "true" }, fill),
    text,
  );
  /** @param {number} p */
  function set(p) {
    fill.style.setProperty("--share", p.toFixed(4));
    setText(text, fixed(p));
  }
  return { el, set };
}
