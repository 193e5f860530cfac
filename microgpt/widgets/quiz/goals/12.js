/** When the tasks of chapter 12 are met: from the watched widget's own state. */

import { moments } from "../../data/traced_step.js";
import { lines } from "../../data/program.js";
import { taskOf } from "../task.js";

/** The recorded moment. @param {number} at */
const recorded = (at) =>
  /** @type {import("../../program/step_program/walk.js").Moment[]} */ (moments)[at];

/** Whether the line that was done has this piece of text. @param {number} at @param {string} piece */
const does = (at, piece) => lines[recorded(at).line - 1].includes(piece);

/** @type {import("../task.js").Goals} */
const goals = {
  "12-cut": { met: ({ region }) => region === "softmax" },
  "12-two-scores": {
    met: ({ moment }) =>
      does(moment, "scores = [sum") && recorded(moment).set.scores.startsWith("2 Values"),
  },
  "12-moved": { met: ({ moment }) => does(moment, "p.data -= lr") },
};

export default { render: taskOf(goals), goals };
