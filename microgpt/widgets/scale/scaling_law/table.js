/** The same points as numbers: for those who read, by eye or by ear, and for paper. */

import { LEAST_SEEDS, mean, spread } from "../../engine/evidence.js";
import { h } from "../../kit/dom.js";
import { added, nats, thousands } from "./words.js";

/** @typedef {import("../../engine/sizes.js").Size} Size */
/** @typedef {import("../scaling_law.js").Now} Now */

const SIZE_HEADS = ["parameters", "width × layers", "rate", "loss", "spread"];
const STEP_HEADS = ["from", "to", "a doubling", "verdict"];

/** A fold with the sizes, and the way from each to the next. */
export function numbers() {
  const sizes = table("Mean loss of each size, and how far its seeds differ", SIZE_HEADS);
  const steps = table("From one size to the next: what each doubling adds to the loss", STEP_HEADS);
  const el = h(
    "details",
    { class: "mg-law-fold" },
    h("summary", {}, "The points as numbers"),
    sizes.el,
    steps.el,
  );
  let shown = "";

  /** @param {Now} now */
  function set(now) {
    const { law, deep, plain, own } = now;
    const key = JSON.stringify([law, deep, plain, own]);
    if (key === shown) return;
    shown = key;
    const all = [...law, ...deep, ...plain].sort((a, b) => a.params - b.params);
    sizes.set([
      ...all.map((size) => sizeRow(size)),
      ...own.map((size) => sizeRow(size, " (yours)")),
    ]);
    steps.set(stepRows(now));
  }
  return { el, set };
}

/**
 * @param {Size} size
 * @param {string} [more]
 */
function sizeRow({ params, width, layers, rate, losses }, more = "") {
  const apart = losses.length > 1 ? nats(spread(losses)) : "–";
  const shape = `${width} × ${layers}`;
  return [`${thousands(params)}${more}`, shape, String(rate), nats(mean(losses)), apart];
}

/** @param {Now} now */
function stepRows({ law, steps }) {
  return steps.map((step, i) => [
    thousands(law[i].params),
    thousands(law[i + 1].params),
    added(step),
    law[i].losses.length < LEAST_SEEDS ? "–" : step.verdict,
  ]);
}

/**
 * @param {string} caption
 * @param {string[]} heads
 */
function table(caption, heads) {
  const body = h("tbody");
  const el = h(
    "table",
    { class: "mg-table mg-law-table" },
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
    body,
  );
  /** @param {string[][]} rows */
  function set(rows) {
    const lines = rows.map(([first, ...rest]) =>
      h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((text) => h("td", {}, text))),
    );
    body.replaceChildren(...lines);
    el.hidden = rows.length === 0;
  }
  return { el, set };
}
