/** Which lines the chart has: of one run, or of two beside each other; and the ghosts. */

import { LONG } from "./plan.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./ghosts.js").Ghost} Ghost */
/** @typedef {import("../../draw/line.js").Series & { values: ArrayLike<number> }} Line */

const SECOND = "7 4"; // dash and gap
const GHOST = ["2 4", "8 3 2 3"];

/**
 * @param {{ run: Run, other: Run | null, labels: string[] }} session
 * @param {Ghost[]} ghosts
 * @returns {Line[]}
 */
export function linesOf({ run, other, labels }, ghosts) {
  const pale = ghosts.map((ghost, i) => ({ ...ghost, colour: "ink-3", dash: GHOST[i % 2] }));
  const { steps, window } = run.options;
  if (other) return [...pale, ...ofTwo(run, other, labels)];
  return [
    {
      name: "each document",
      faint: true,
      colour: steps > LONG ? "edge" : "data",
      values: run.losses,
    },
    ...pale, // above the many strokes of single documents
    { name: `mean of ${window}`, values: run.means },
    { name: "held out", colour: "token", values: run.heldOut },
  ];
}

/**
 * @param {Run} a
 * @param {Run} b
 * @param {string[]} labels
 * @returns {Line[]}
 */
function ofTwo(a, b, labels) {
  return [
    { name: labels[0], values: a.means },
    { name: labels[1], colour: "grad", dash: SECOND, values: b.means },
    { name: "A held out", colour: "token", values: a.heldOut },
    { name: "B held out", colour: "position", dash: SECOND, values: b.heldOut },
  ];
}
