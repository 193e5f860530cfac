/** The logits below each other, as many as there are. */

import { h } from "../kit/dom.js";
import { logitRow } from "./softmax_row.js";

/** @typedef {import("./softmax_row.js").Scale} Scale */
/** @typedef {import("./softmax_steps.js").Steps & { labels: string[] }} State */
/** @typedef {import("./softmax_words.js").Result} Result */

const MOST = 6; // characters of a label in one line

/**
 * @param {Scale} scale
 * @param {(i: number, value: number) => void} onInput
 */
export function logitRows(scale, onInput) {
  const el = h("div", { class: "mg-soft-rows" });
  /** @type {ReturnType<typeof logitRow>[]} */
  let rows = [];
  let shown = "";

  /** Other rows where there are others to show. @param {State} state */
  function build({ logits, labels }) {
    const names = logits.map((_, i) => labels[i] ?? String(i + 1));
    const wanted = JSON.stringify(names);
    if (wanted === shown) return;
    shown = wanted;
    rows = names.map((name, i) =>
      logitRow({ name, scale, value: logits[i], onInput: (value) => onInput(i, value) }),
    );
    const longest = Math.min(MOST, Math.max(...names.map((name) => name.length)));
    el.style.setProperty("--names", `${longest}ch`);
    el.replaceChildren(heads(), ...rows.map((row) => row.el));
  }

  /**
   * @param {State} state
   * @param {Result} result
   * @param {string[] | null} texts the probabilities as they are printed
   */
  function set(state, result, texts) {
    build(state);
    rows.forEach((row, i) => row.set(i, state, result, texts));
  }
  return { el, set };
}

/** What stands above the columns; for eyes alone, since each number says what it is. */
function heads() {
  return h(
    "div",
    { class: "mg-soft-row mg-soft-heads", "aria-hidden": "true" },
    h("span", { class: "mg-c-data" }, "logit"),
    h("span", {}, "exp"),
    h("span", { class: "mg-c-token" }, "probability"),
  );
}
