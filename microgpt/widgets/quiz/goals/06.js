/** When the tasks of chapter 06 are met: from the watched widget's own state. */

import { taskOf } from "../task.js";

/** Near enough for a tip that is dragged: a hundredth of the size. */
const NEAR = 0.01;

/** @type {import("../task.js").Goals} */
const goals = {
  // That no other row is as sure, a test counts.
  "06-surest": { met: ({ row }) => row === "q" },
  "06-same": {
    met: ({ x }) =>
      x.every((/** @type {number} */ one) => one !== 0) &&
      Math.abs(Math.sqrt((x[0] * x[0] + x[1] * x[1]) / 2) - 1) <= NEAR,
  },
};

export default { render: taskOf(goals), goals };
