/** When the task of chapter 14 is met: from the watched widget's own state. */

import { brokenRules } from "../../program/order_blocks/rules.js";
import { taskOf } from "../task.js";

/** @type {import("../task.js").Goals} */
const goals = {
  "14-luck": {
    met({ order }) {
      const broken = brokenRules(order);
      return broken.length === 1 && broken[0] === "seed before shuffle";
    },
  },
};

export default { render: taskOf(goals), goals };
