/** The same results as numbers: for those who read, by eye or by ear, and for paper. */

import { h, setText } from "../../kit/dom.js";
import { captionWords, nats, signed } from "./words.js";

/** @typedef {import("../ablation.js").Now} Now */
/** @typedef {import("../ablation.js").Row} Row */

const HEADS = ["", "mean loss", "spread", "difference", "verdict"];
const NOTHING = "–";

/** A table whose rows are made anew where other models are shown. */
export function evidenceTable() {
  const caption = h("caption");
  const body = h("tbody");
  const heads = HEADS.map((name) => (name ? h("th", { scope: "col" }, name) : h("td")));
  const el = h(
    "table",
    { class: "mg-table mg-ablation-table" },
    caption,
    h("thead", {}, h("tr", {}, ...heads)),
    body,
  );
  let shown = "";
  let cells = /** @type {HTMLElement[][]} */ ([]);

  /** @param {Now} now */
  function set(now) {
    const { rows } = now;
    setText(caption, captionWords(now));
    const key = rows.map(({ name }) => name).join();
    if (key !== shown) {
      shown = key;
      cells = rows.map(() => HEADS.slice(1).map(() => h("td")));
      body.replaceChildren(
        ...rows.map(({ label }, i) => h("tr", {}, h("th", { scope: "row" }, label), ...cells[i])),
      );
    }
    rows.forEach((row, i) => texts(row).forEach((text, k) => setText(cells[i][k], text)));
  }
  return { el, set };
}

/** @param {Row} row */
function texts({ name, numbers }) {
  if (!numbers) return [NOTHING, NOTHING, NOTHING, NOTHING];
  const { mean, spread, seeds, difference = 0, error = 0, verdict } = numbers;
  const several = seeds > 1;
  const own = [nats(mean), several ? nats(spread) : NOTHING];
  if (name === "whole") return [...own, NOTHING, NOTHING];
  const apart = several ? `${signed(difference)} ± ${nats(error)}` : signed(difference);
  return [...own, apart, verdict ?? NOTHING];
}
