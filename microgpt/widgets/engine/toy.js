/** The toy model of the course: four tokens, vectors of width 2. BOS is its first token, id 0. */

import * as toy from "../data/toy.js";
import { GPT } from "./gpt.js";
import { parameterShapes } from "./parameters.js";

/** What its ids stand for, in their order. @type {string[]} */
export const TOY_TOKENS = toy.tokens;

/** The toy model, a new one at each call. */
export function toyModel() {
  /** @type {Record<string, number[][]>} */
  const matrices = toy.state_dict;
  const shapes = parameterShapes(toy.config, TOY_TOKENS.length);
  const weights = Float64Array.from(shapes.flatMap(({ name }) => matrices[name].flat()));
  return new GPT(toy.config, TOY_TOKENS.length, weights);
}
