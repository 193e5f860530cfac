/** The lines that stand under the words of a stage. */

import * as sums from "./sums.js";
import { meaningLines } from "./words.js";

/** @typedef {import("../training_step.js").Now} Now */

/** Of the number that is chosen, or of the loss. @param {Now} now */
export function lines(now) {
  const { stage, last, chosen, optimiser, round } = now;
  if (stage === "loss") return sums.lossLines(last);
  if (stage === "backward") return meaningLines(now);
  if (stage === "averages") return sums.averageLines(chosen);
  if (stage === "corrected") return sums.correctedLines(chosen, round);
  if (stage === "move") return sums.moveLines(chosen, optimiser);
  return stage === "again" ? sums.againLines(last) : [];
}
