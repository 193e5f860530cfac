/** The way through one training step: forward, backward, the step of Adam, and the loss after it. */

import { BLOCKS } from "../../engine/blocks.js";
import { MATRICES } from "../flow.js";

/** @typedef {"forward" | "backward" | "adam" | "after"} Way */
/** @typedef {{ way: Way, block: string }} Stage block: "" where it is about a matrix */

/** Backward each block comes after all that have used it. */
const BACK = [
  ..."loss probs logits mlp_add fc2 relu fc1 mlp_norm attn_add wo blend v weights".split(" "),
  ..."scores k q attn_norm norm sum position token".split(" "),
];
/** @type {Stage[]} */
export const STAGES = [
  ...[...BLOCKS, "loss"].map((block) => /** @type {Stage} */ ({ way: "forward", block })),
  ...BACK.map((block) => /** @type {Stage} */ ({ way: "backward", block })),
  { way: "adam", block: "" },
  { way: "after", block: "" },
];
export const LAST = STAGES.length - 1;

/** Backward these blocks need the columns of the matrices that they were multiplied with. */
const COLUMNS = /** @type {Record<string, string[]>} */ ({
  mlp_add: ["logits"],
  relu: ["fc2"],
  mlp_norm: ["fc1"],
  blend: ["wo"],
  attn_norm: ["q", "k", "v"],
});

/** @param {Way} way @param {string} block */
export const indexOf = (way, block) =>
  STAGES.findIndex((one) => one.way === way && one.block === block);

/**
 * The matrices on view at a stage, and whether it is their rows or their columns that are in use;
 * `matrix` is the one that was chosen.
 * @param {Stage} stage
 * @param {string} matrix
 * @returns {{ names: string[], use: "row" | "column" }}
 */
export function onView({ way, block }, matrix) {
  if (block === "") return { names: [matrix], use: "row" };
  if (way === "backward" && COLUMNS[block])
    return { names: COLUMNS[block].map((one) => MATRICES[one]), use: "column" };
  return { names: MATRICES[block] ? [MATRICES[block]] : [], use: "row" };
}

/** The block that a matrix makes. @param {string} matrix */
export const blockOf = (matrix) =>
  Object.keys(MATRICES).find((block) => MATRICES[block] === matrix) ?? "";

/**
 * The stage of another way: at the same block where there is one.
 * @param {number} step
 * @param {Way} way
 * @param {string} matrix
 */
export function turned(step, way, matrix) {
  const at = indexOf(way, "");
  return at >= 0 ? at : indexOf(way, STAGES[step].block || blockOf(matrix));
}

/** Whether a block has been computed in this direction. @param {number} step @param {Way} way @param {string} block */
export const done = (step, way, block) => step >= indexOf(way, block);
