/** The five stations of the loop as a table: a row for each, a column for each letter. */

import { tokens } from "../draw/tokens.js";
import { attributes, h } from "../kit/dom.js";
import { fixed, percent } from "../kit/format.js";

/** @typedef {import("./five_steps.js").Round} Round */

const LETTERS = ["a", "e", "m", "end"]; // that may follow e
export const TRUTH = 2; // which of them does

export function loopTable() {
  const word = tokens({ name: "the name emma" });
  const loss = h("b", { class: "mg-c-loss" });
  const rows = [
    stationRow(1, "Feed", "Show e; the model looks up its numbers."),
    stationRow(2, "Predict", "Turn them into probabilities."),
    stationRow(3, "Compare", "Uncover the truth. ", loss),
    stationRow(4, "Trace the blame", "What does each number do to the loss?"),
    stationRow(5, "Adjust", "Move each number against its blame."),
  ];
  const shares = rows[1].cells.map(withBar);
  const heads = LETTERS.map((letter) => h("th", { scope: "col", role: "columnheader" }, letter));
  const el = h(
    "table",
    { class: "mg-loop", role: "table" }, // roles: on a narrow page css takes the rows apart
    h("tr", { role: "row" }, h("td", { role: "cell" }, word.el), ...heads),
    ...rows.map((one) => one.el),
  );

  /**
   * @param {Round} now
   * @param {number} station
   */
  function set(now, station) {
    word.set([..."emma"].map((text, i) => ({ text, state: letterState(i, station) })));
    rows.forEach((one, i) => one.set(i + 1, station));
    const texts = textsOf(now);
    texts.forEach((line, row) =>
      line.forEach((text, i) => {
        const place = row === 1 ? shares[i].text : rows[row].cells[i];
        place.textContent = row < station ? text : "·";
      }),
    );
    shares.forEach((one, i) => {
      const share = station > 1 ? now.probs[i] : 0;
      one.bar.style.setProperty("--share", String(share));
    });
    loss.textContent = station >= 3 ? `Loss ${fixed(now.loss)}.` : "";
  }
  return { el, set };
}

/**
 * What stands in the five rows.
 * @param {Round} now
 */
function textsOf({ numbers, probs, blame, next }) {
  return [
    numbers.map((x) => fixed(x)),
    probs.map((p) => (p < 0.01 ? "<1 %" : percent(p))),
    LETTERS.map((_, i) => (i === TRUTH ? "100 %" : "0 %")),
    blame.map((x) => `${x >= 0 ? "+" : ""}${fixed(x)}`),
    next.map((x) => fixed(x)),
  ];
}

/**
 * e is shown first; then the m after it is uncovered.
 * @param {number} i place in emma
 * @param {number} station
 * @returns {"past" | "current" | "next"}
 */
function letterState(i, station) {
  if (station === 0 || i > 1) return "next";
  if (i === 0) return "current";
  return station >= 3 ? "past" : "next";
}

/**
 * @param {number} number
 * @param {string} verb
 * @param {...(string | Node)} what
 */
function stationRow(number, verb, ...what) {
  const cells = LETTERS.map(() => h("td", { role: "cell" }));
  const head = h(
    "th",
    { scope: "row", role: "rowheader" },
    h("span", { class: "mg-loop-stop", "aria-hidden": "true" }, number),
    h("span", { class: "mg-loop-verb" }, verb),
    h("span", { class: "mg-loop-what" }, ...what),
  );
  const el = h("tr", { role: "row" }, head, ...cells);
  /**
   * @param {number} mine
   * @param {number} reached
   */
  function set(mine, reached) {
    el.classList.toggle("mg-loop-ahead", mine > reached);
    el.classList.toggle("mg-loop-here", mine === reached);
    attributes(el, { "aria-current": mine === reached ? "step" : null });
  }
  return { el, cells, set };
}

/** A cell with a bar and a text. @param {HTMLElement} cell */
function withBar(cell) {
  const bar = h("span", { class: "mg-loop-share" });
  const text = h("span");
  cell.append(h("span", { class: "mg-loop-room" }, bar), text);
  return { bar, text };
}
