/** The numbers of a model that were changed by hand: a list of [matrix, row, column, value]. */

import { GPT } from "../../engine/gpt.js";
import { short } from "../flow.js";

/** @typedef {[string, number, number, number]} Change */

/**
 * A matrix by its short name.
 * @param {GPT} model
 * @param {string} matrix
 */
export function shapeOf(model, matrix) {
  const found = model.shapes.find(({ name }) => short(name) === matrix);
  if (!found) throw new Error(`The model has no matrix ${matrix}.`);
  return found;
}

/**
 * Where a number lies among all of the model's.
 * @param {GPT} model
 * @param {Change | [string, number, number]} place
 */
export function indexOf(model, [matrix, row, column]) {
  const { offset, cols } = shapeOf(model, matrix);
  return offset + row * cols + column;
}

/**
 * A copy of the model with the changes made.
 * @param {GPT} model
 * @param {Change[]} changes
 */
export function changed(model, changes) {
  const weights = model.weights.slice();
  for (const change of changes) weights[indexOf(model, change)] = change[3];
  return new GPT(model.config, model.vocabSize, weights);
}

/**
 * The list with one number set; the latest change comes last. What has its own value again is not
 * changed.
 * @param {GPT} model
 * @param {Change[]} changes
 * @param {Change} next
 */
export function withChange(model, changes, next) {
  const own = model.weights[indexOf(model, next)] === next[3];
  const others = without(changes, next);
  return own ? others : [...others, next];
}

/**
 * @param {Change[]} changes
 * @param {Change | [string, number, number]} place
 */
export const without = (changes, [matrix, row, column]) =>
  changes.filter(([a, b, c]) => a !== matrix || b !== row || c !== column);
