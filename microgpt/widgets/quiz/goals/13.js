/** When the task of chapter 13 is met: from the watched widget's own state. */

import { taskOf } from "../task.js";

/** @type {import("../task.js").Goals} */
const goals = {
  "13-moved": { met: ({ rung, view }) => rung === "train1" && view === "difference" },
};

export default { render: taskOf(goals), goals };
