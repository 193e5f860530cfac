/** When the tasks of chapter 08 are met: from the watched widget's own state. */

import { lossOf } from "../../engine/gpt.js";
import { parameterCount } from "../../engine/parameters.js";
import { TOY_TOKENS, toyModel } from "../../engine/toy.js";
import { taskOf } from "../task.js";

/** The toy model with the matrices that were changed. @param {Record<string, number[][]>} changed */
function toyWith(changed) {
  const model = toyModel();
  for (const [name, rows] of Object.entries(changed)) model.state_dict[name].set(rows.flat());
  return model;
}

/** @type {import("../task.js").Goals} */
const goals = {
  "08-ten-thousand": {
    met({ n_embd, n_layer, n_head, vocab_size, block_size }) {
      const asOurs = n_embd === 16 && vocab_size === 27 && block_size === 16;
      return asOurs && parameterCount({ n_embd, n_layer, n_head, block_size }, 27) > 10000;
    },
  },
  "08-lower": {
    met({ name, weights }) {
      if (name !== "ab") return false;
      const first = toyModel();
      const now = toyWith(weights);
      const changed = now.weights.filter((weight, i) => weight !== first.weights[i]).length;
      const ids = ["BOS", "a", "b", "BOS"].map((token) => TOY_TOKENS.indexOf(token));
      return changed === 1 && lossOf(now, ids) < 1.4;
    },
  },
};

export default { render: taskOf(goals), goals };
