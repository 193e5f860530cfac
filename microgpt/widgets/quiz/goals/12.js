/** When the tasks of chapter 12 are met: from the watched widget's own state. */

import { moments } from "../../data/traced_step.js";
import { lines } from "../../data/program.js";
import { taskOf } from "../task.js";

/** The recorded moment. @param {number} at */
const recorded = (at) =>
  /** @type {import("../../program/step_program/walk.js").Moment[]} */ (moments)[at];

/** @type {import("../task.js").Goals} */
const goals = {
  "12-cut": { met: ({ region }) => region === "softmax" },
  "12-two-scores": { met: ({ moment }) => recorded(moment).set.scores.startsWith("2 Values") },
  "12-moved": { met: ({ moment }) => lines[recorded(moment).line - 1].includes("p.data -= lr") },
};

export default { render: taskOf(goals), goals };
