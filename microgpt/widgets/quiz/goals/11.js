/** When the tasks of chapter 11 are met: from the watched widget's own state. */

import { learnMerges, splitWord } from "../../engine/bpe.js";
import { taskOf } from "../task.js";

/** @type {import("../task.js").Goals} */
const goals = {
  "11-pieces": {
    met({ text, merges, word }) {
      const pairs = learnMerges(text, merges).map(({ pair }) => pair);
      return word === "slowness" && splitWord(word, pairs).length === 1;
    },
  },
  "11-cache": { met: ({ model, sizes }) => model === "llama3" && sizes.kv_heads === 128 },
};

export default { render: taskOf(goals), goals };
