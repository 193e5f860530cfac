/**
 * The course's trained model and its list of names, unpacked from the shipped data.
 *
 * Nothing is kept here between calls: call once when a view is made, and hold on to the result.
 */
import { names } from "../data/names.js";
import { chars, config, run } from "../data/course_run.js";
import { weights } from "../data/trained.js";
import { GPT } from "./gpt.js";
import { decodeFloats } from "./parameters.js";
import { Tokenizer } from "./tokenizer.js";
import { Random } from "./random.js";

/**
 * The trained model and its tokenizer, new ones at each call.
 * @returns {{ model: GPT, tokenizer: Tokenizer }}
 */
export function trainedModel() {
  const tokenizer = new Tokenizer(chars);
  return {
    model: new GPT(config, tokenizer.size, decodeFloats(weights)),
    tokenizer,
  };
}

/**
 * The list of names in its own order, and which of them the model was trained on: one name for each
 * step, from the front of the list as the training run shuffled it.
 * @returns {{ all: string[], isListed: (name: string) => boolean,
 *   seenInTraining: (name: string) => boolean }}
 */
export function nameList() {
  const all = names.split(" ");
  const listed = new Set(all);
  const seen = new Set(namesInOrder().slice(0, run.steps));
  return { all, isListed: (name) => listed.has(name), seenInTraining: (name) => seen.has(name) };
}

/** The list as the training run shuffled it: the first `run.steps` of them it was trained on. */
export function namesInOrder() {
  const shuffled = names.split(" ");
  new Random(run.seed).shuffle(shuffled);
  return shuffled;
}
