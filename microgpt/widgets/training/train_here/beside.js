/** What two runs beside each other come to, in words. */

import { mean } from "../../engine/evidence.js";
import { fixed } from "../../kit/format.js";
import { choices, statusWords, thousands } from "./words.js";

/** @typedef {import("./run.js").Run} Run */

const SHARE = 0.2; // of the rounds that both have done: the end of a run
const ALIKE = 0.005; // a difference that two decimals do not show

/**
 * How one of the two stands.
 * @param {Pick<Run, "step" | "means" | "heldOut" | "problem" | "options">} run
 * @param {string} label
 */
function standing({ step, means, heldOut, problem, options }, label) {
  if (step === 0) return `${label}: ${problem || "not trained yet."}`;
  const [now, held] = [means[step - 1], heldOut[step - 1]];
  const sentences = [
    `${label}: round ${thousands(step)} of ${thousands(options.steps)}.`,
    `Loss on average now ${fixed(now)}: as unsure as among ${choices(now)}.`,
    Number.isFinite(held) && `Held out ${fixed(held)}.`,
    problem,
  ];
  return sentences.filter(Boolean).join(" ");
}

/**
 * The means of the last rounds that both have done; null: there are none.
 * @param {{ losses: number[] }} a
 * @param {{ losses: number[] }} b
 */
export function lastPart(a, b) {
  const both = Math.min(a.losses.length, b.losses.length);
  if (both === 0) return null;
  const last = Math.ceil(SHARE * both);
  const [meanA, meanB] = [a, b].map(({ losses }) => mean(losses.slice(both - last, both)));
  return { last, a: meanA, b: meanB, difference: meanB - meanA };
}

/**
 * The difference between the two, and what it is worth; nothing while they run, or where one has
 * grown beyond all bounds.
 * @param {Pick<Run, "losses" | "running" | "diverged" | "options">} a
 * @param {Pick<Run, "losses" | "running" | "diverged" | "options"> | null} b
 */
export function differenceWords(a, b) {
  if (!b) return "";
  const found = lastPart(a, b);
  if (a.running || b.running || a.diverged || b.diverged || !found) return "";
  const { last, difference } = found;
  const size = Math.abs(difference);
  const how =
    size < ALIKE ? "the same" : `${difference < 0 ? "lower" : "higher"} by ${fixed(size)}`;
  const rounds = last === 1 ? "the last round" : `the last ${thousands(last)} rounds`;
  const worth =
    a.options.seed !== b.options.seed
      ? "Only the seed differs: this is chance. What another change brings must be larger than that."
      : "One pair of runs decides nothing. Compare again with four other seeds before you believe it.";
  return `Mean loss of ${rounds}: A ${fixed(found.a)}, B ${fixed(found.b)}: B is ${how}. ${worth}`;
}

/**
 * How the run stands, or each of two.
 * @param {import("./session.js").Session} session
 */
export function standings({ run, other, labels }) {
  return other ? [run, other].map((one, i) => standing(one, labels[i])) : [statusWords(run)];
}
