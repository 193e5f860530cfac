/** What is said to the answers so far: what speaks against the wrong ones; and why it is the right one. */

import { h } from "../../kit/dom.js";
import { LINES, itIs, notThis } from "./words.js";

/** @typedef {import("../../engine/faulty.js").Fault} Fault */
/** @typedef {import("./run.js").Log} Log */

export function found() {
  const el = h("div", { class: "mg-diag-found" });
  let shown = "";
  /**
   * @param {Log | null} log
   * @param {{ fault: Fault, seed: number, tries: Fault[] }} now
   */
  function set(log, { fault, seed, tries }) {
    const key = JSON.stringify([log !== null, seed, tries]);
    if (key === shown) return;
    shown = key;
    el.replaceChildren(...(log ? tries.flatMap((one) => saidTo(one, fault, log)) : []));
  }
  return { el, set };
}

/**
 * @param {Fault} answer
 * @param {Fault} fault
 * @param {Log} log
 */
function saidTo(answer, fault, log) {
  if (answer !== fault) return [h("p", {}, h("b", {}, "Not that. "), notThis(answer, log))];
  return [h("p", {}, h("b", {}, "Yes. "), itIs(fault, log)), ...linesOf(fault)];
}

/** The line that made it. @param {Fault} fault */
function linesOf(fault) {
  const lines = LINES[fault];
  if (!lines) return [];
  const { right, wrong } = lines;
  const here = wrong ? h("code", {}, wrong) : "nothing: the line is missing";
  return [
    h(
      "dl",
      { class: "mg-diag-lines" },
      h("dt", {}, "in the program"),
      h("dd", {}, h("code", {}, right)),
      h("dt", {}, "in this run"),
      h("dd", {}, here),
    ),
  ];
}
