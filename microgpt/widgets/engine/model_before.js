/** The course's model as its run began; without the weights that it ended with, which are long. */

import { chars, config, run } from "../data/course_run.js";
import { GPT } from "./gpt.js";
import { initialise } from "./parameters.js";
import { Random } from "./random.js";

/** Before the first step: the run shuffled its documents, then drew its weights. */
export function modelBefore() {
  const size = chars.length + 1; // of the vocabulary
  const random = new Random(run.seed);
  random.shuffle(new Uint32Array(run.num_docs));
  return new GPT(config, size, initialise(random, config, size));
}
