/** When the tasks of chapter 10 are met: from the watched widget's own state. */

import { trainedModel } from "../../engine/canonical.js";
import { entropyOf, softmax } from "../../engine/nn.js";
import { nextLogits } from "../../engine/sampling.js";
import { taskOf } from "../task.js";

const CLOSE = 0.05; // bits

/** @type {import("../task.js").Goals} */
const goals = {
  "10-two-bits": {
    met({ prefix, temperature }) {
      if (prefix !== "em" || !(temperature > 0)) return false;
      const { model, tokenizer } = trainedModel();
      const probs = softmax(nextLogits(model, tokenizer, prefix), temperature);
      return Math.abs(entropyOf(probs) / Math.LN2 - 2) < CLOSE;
    },
  },
};

export default { render: taskOf(goals), goals };
