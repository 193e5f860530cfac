/** One logit: its slider, its exp, and its probability as a number and a bar. */

import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { brief, fmt } from "../kit/format.js";

/** @typedef {import("./softmax_steps.js").Steps} Steps */
/** @typedef {import("./softmax_words.js").Result} Result */
/**
 * @typedef {{ min: number, max: number, step: number,
 *   typed: { min: number, max: number } }} Scale as the kit's slider wants it
 */

const DIGITS = 4; // of a logit that was typed

/**
 * @param {{ name: string, value: number, scale: Scale,
 *   onInput: (value: number) => void }} options
 */
export function logitRow({ name, value, onInput, scale }) {
  const logit = slider({
    name: `logit of ${name}`,
    label: h("span", { class: "mg-soft-name" }, name),
    ...scale,
    value,
    colour: "data",
    onInput,
  });
  logit.el.classList.add("mg-soft-logit");
  const exp = h("span", { class: "mg-soft-exp" });
  const share = h("span", { class: "mg-soft-share" });
  const bar = h("span", { class: "mg-soft-bar" });
  const room = h("span", { class: "mg-soft-room" }, bar);
  const probability = h("span", { class: "mg-soft-probability" }, share, room);
  const el = h("div", { class: "mg-soft-row" }, logit.el, exp, probability);

  /**
   * @param {number} i which logit this is
   * @param {Steps} state
   * @param {Result} result
   * @param {string[] | null} texts the probabilities as they are printed
   */
  function set(i, state, result, texts) {
    logit.set(state.logits[i]);
    exp.replaceChildren(...expNodes(i, state, result));
    share.replaceChildren(...shareNodes(result.exps[i], result.total, texts?.[i]));
    bar.style.setProperty("--share", String(result.probabilities?.[i] ?? 0));
  }
  return { el, set };
}

/**
 * exp(2 + 1 − 3) = 1
 * @param {number} i
 * @param {Steps} state
 * @param {Result} result
 */
function expNodes(i, { logits, shift, subtract }, { exps, away }) {
  return [
    h(
      "span",
      {},
      "exp(",
      h("span", { class: "mg-c-data" }, fmt(logits[i], DIGITS)),
      shift !== 0 && h("b", {}, plus(shift)),
      subtract && plus(-away),
      ")",
    ),
    h("span", {}, " = ", h("b", {}, exps[i] === Infinity ? "too large" : brief(exps[i]))),
  ];
}

/** With its sign before it. @param {number} x */
function plus(x) {
  return x < 0 ? ` − ${fmt(-x, DIGITS)}` : ` + ${fmt(x, DIGITS)}`;
}

/**
 * 7.39 / 11.2 = 0.66
 * @param {number} exp
 * @param {number} total
 * @param {string | undefined} text
 */
function shareNodes(exp, total, text) {
  if (text === undefined) return [h("span", {}, "none")];
  return [
    h("span", {}, `${brief(exp)} / ${brief(total)}`),
    h("span", {}, " = ", h("b", { class: "mg-c-token" }, text)),
  ];
}
