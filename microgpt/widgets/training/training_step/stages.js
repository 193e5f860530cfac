/** The way through the rounds: what comes after a stage, and what before it. */

import { MOST } from "../../engine/rounds.js";

/** @typedef {import("../../engine/rounds.js").Optimiser} Optimiser */
/** @typedef {{ round: number, stage: number, optimiser: Optimiser }} Moment */

/** The stages of a round, and what they are called on the page. */
export const STAGES = /** @type {const} */ ([
  { name: "tokens", label: "tokens" },
  { name: "forward", label: "forward" },
  { name: "loss", label: "loss" },
  { name: "backward", label: "backward" },
  { name: "averages", label: "m and v" },
  { name: "corrected", label: "corrected" },
  { name: "move", label: "the move" },
  { name: "again", label: "forward again" },
]);
/** @typedef {typeof STAGES[number]["name"]} Stage */

const LAST = STAGES.length - 1;
const MOVE = STAGES.findIndex(({ name }) => name === "move");

/** SGD keeps no averages, so it has no such stages. @param {number} stage @param {Optimiser} optimiser */
export const has = (stage, optimiser) =>
  optimiser === "adam" || !["averages", "corrected"].includes(STAGES[stage].name);

/** The stage on view: where there is none of that kind, the move. @param {Moment} moment */
export const shown = ({ stage, optimiser }) => (has(stage, optimiser) ? stage : MOVE);

/** @param {Moment} moment */
export const isFirst = ({ round, stage }) => round === 1 && stage === 0;

/** @param {Moment} moment */
export const isLast = ({ round, stage }) => round === MOST && stage === LAST;

/**
 * One stage on, and from the last one into the next round; or one back.
 * @param {Moment} moment
 * @param {1 | -1} by
 * @returns {Moment}
 */
export function beside({ optimiser, ...moment }, by) {
  let { round } = moment;
  let stage = shown({ optimiser, ...moment });
  do {
    stage += by;
    if (stage > LAST) [round, stage] = [round + 1, 0];
    if (stage < 0) [round, stage] = [round - 1, LAST];
  } while (!has(stage, optimiser));
  return round < 1 || round > MOST ? { optimiser, ...moment } : { optimiser, round, stage };
}
