/** The course's model as its run began, and as it ended; without the list of names, which is long. */

import * as trained from "../data/trained.js";
import { GPT } from "./gpt.js";
import { decodeFloats, initialise } from "./parameters.js";
import { Random } from "./random.js";

const SIZE = trained.chars.length + 1; // of the vocabulary

/** After the last step. */
export const modelAfter = () => new GPT(trained.config, SIZE, decodeFloats(trained.weights));

/** Before the first: the run shuffled its documents, then drew its weights. */
export function modelBefore() {
  const random = new Random(trained.run.seed);
  random.shuffle(new Uint32Array(trained.run.num_docs));
  return new GPT(trained.config, SIZE, initialise(random, trained.config, SIZE));
}
