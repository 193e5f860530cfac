/** When the tasks of chapter 01 are met: from the watched widget's own state. */

import { taskOf } from "../task.js";

/**
 * @param {number[]} a
 * @param {number[]} b
 */
const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/** @param {number[]} a */
const length = (a) => Math.sqrt(dot(a, a));

/** @type {import("../task.js").Goals} */
const goals = {
  "01-zero-dot": {
    met: ({ a, b }) => a.length > 0 && dot(a, b) === 0 && [...a, ...b].every((x) => x !== 0),
  },
  "01-opposite": {
    met({ a, b }) {
      const lengths = length(a) * length(b);
      return (
        lengths > 0 &&
        Math.abs(dot(a, b) / lengths + 1) < 1e-9 &&
        Math.abs(length(a) - length(b)) > 1e-9
      );
    },
  },
};

export default { render: taskOf(goals), goals };
