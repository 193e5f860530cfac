/** When the task of chapter 15 is met: from the watched widget's own state. */

import { trainedModel } from "../../engine/canonical.js";
import { Random } from "../../engine/random.js";
import { sample } from "../../engine/sampling.js";
import { taskOf } from "../task.js";

// The list of the policy; a test compares it with microgpt/bot/policy.py.
const FRUITS = (
  "apple apricot avocado banana berries berry cherries cherry clementine coconut currant damson date fig grape guava " +
  "kiwi lemon lime lychee mandarin mango melon nectarine olive orange papaya peach pear persimmon plum pomegranate " +
  "quince satsuma tangerine"
).split(" ");

/** @type {import("../task.js").Goals} */
const goals = {
  "15-slip": {
    met({ prefix, temperature, seed, ended }) {
      if (typeof prefix !== "string" || ended || !(temperature > 0)) return false;
      const { model, tokenizer } = trainedModel();
      const name = sample(model, tokenizer, new Random(seed), { temperature, prefix });
      return FRUITS.some((fruit) => name.includes(fruit) && !prefix.toLowerCase().includes(fruit));
    },
  },
};

export default { render: taskOf(goals), goals };
