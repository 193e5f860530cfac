/** When the tasks of chapter 00 are met. */

import { taskOf } from "../task.js";

/** @type {import("../task.js").Goals} */
const goals = {};

export default { render: taskOf(goals), goals };
