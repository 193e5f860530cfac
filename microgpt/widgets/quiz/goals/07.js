/** When the tasks of chapter 07 are met: from the watched widget's own state. */

import { compute } from "../../attention/soft_lookup.js";
import { softmax } from "../../engine/nn.js";
import { taskOf } from "../task.js";

const A = 3; // the entry of `a` among e, m, m, a

/** @type {import("../task.js").Goals} */
const goals = {
  "07-half": {
    met({ logits }) {
      const [m, i] = logits;
      return m === 2 && i === 1 && logits.length === 3 && softmax(logits)[2] > 0.5;
    },
  },
  "07-only-a": {
    met({ q, k, look }) {
      const { weights } = compute({ q, k, v: k, look });
      return look === "softly" && k.length === A + 1 && weights !== null && weights[A] > 0.9;
    },
  },
};

export default { render: taskOf(goals), goals };
