/** When the tasks of chapter 05 are met: from the watched widget's own state. */

import { compute } from "../../autograd/order_of_turns.js";
import { taskOf } from "../task.js";

/** @type {import("../task.js").Goals} */
const goals = {
  "05-right-order": {
    met(state) {
      const { done, wrong } = compute(state);
      return done && wrong.length === 0;
    },
  },
  "05-wrong-order": {
    met: (state) => compute(state).wrong.length > 0,
  },
};

export default { render: taskOf(goals), goals };
