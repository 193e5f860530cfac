/** Softmax step by step, as plain floats do it: with all that can go wrong. */

import { softmax } from "../engine/nn.js";

/** @typedef {{ logits: number[], shift: number, subtract: boolean }} Steps */

const FAR_OFF = 0.005; // a probability that is wrong by so much prints wrong

/**
 * `away` is what is subtracted from every logit before exp. `fails` says why there are no
 * probabilities, or "digits" where they are wrong.
 * @param {Steps} state
 */
export function compute({ logits, shift, subtract }) {
  const shifted = logits.map((z) => z + shift);
  const away = subtract ? Math.max(...shifted) : 0;
  const exps = shifted.map((z) => Math.exp(z - away));
  const total = exps.reduce((sum, e) => sum + e, 0);
  const fails = failure(exps, total, softmax(logits));
  const usable = fails === "" || fails === "digits";
  return {
    shifted,
    away,
    exps,
    total,
    fails,
    probabilities: usable ? exps.map((e) => e / total) : null,
  };
}

/**
 * @param {number[]} exps
 * @param {number} total
 * @param {ArrayLike<number>} exact the probabilities as they should be
 * @returns {"" | "overflow" | "sum" | "zero" | "digits"}
 */
function failure(exps, total, exact) {
  if (exps.includes(Infinity)) return "overflow";
  if (total === Infinity) return "sum";
  if (total === 0) return "zero";
  return exps.some((e, i) => Math.abs(e / total - exact[i]) > FAR_OFF) ? "digits" : "";
}
