/** One token on its way through the trained model: to the loss of its guess, and back to every weight. */

import { chars } from "../../data/course_run.js";
import { numbersOf } from "../../engine/blocks.js";
import { rounds } from "../../engine/rounds.js";
import { Tokenizer } from "../../engine/tokenizer.js";
import { clamp } from "../../kit/numbers.js";

/** @typedef {import("../../engine/gpt.js").GPT} GPT */
/** @typedef {ReturnType<typeof walk>} Walk */

/** wq, for the matrix layer0.attn_wq. @param {string} name */
const short = (name) => name.replace(/^layer\d+\.(attn|mlp)_/, "");

/**
 * `heads` are the rows of attention's weights; `blame` is the gradient of the logits; `round` is the
 * step of Adam, with every weight's numbers; `lengths` says how long the gradient of each matrix is.
 * @param {{ name: string, position: number }} state
 * @param {GPT} model
 */
export function walk({ name, position }, model) {
  const at = clamp(position, 0, name.length);
  const tokens = new Tokenizer(chars).encode(name).slice(0, at + 2);
  const target = tokens[at + 1];
  const cache = model.start();
  const steps = tokens.slice(0, -1).map((id) => model.step(cache, id, { trace: true }));
  const blocks = numbersOf(steps[at]);
  const onlyThis = tokens.slice(1).map((id, t) => (t === at ? id : null));
  const round = rounds(model, tokens, "adam", 1, onlyThis);
  return {
    at,
    id: tokens[at],
    target,
    blocks,
    heads: steps[at].layers[0].weights,
    off: blocks.relu.filter((x) => x === 0).length,
    loss: round.before.loss,
    lossAfter: round.after.loss,
    blame: blocks.probs.map((p, i) => p - (i === target ? 1 : 0)),
    round,
    lengths: model.shapes.map((shape) => ({
      matrix: short(shape.name),
      length: Math.hypot(...gradientOf(round, shape)),
    })),
  };
}

/**
 * @param {import("../../engine/rounds.js").Round} round
 * @param {import("../../engine/parameters.js").Shape} shape
 */
const gradientOf = ({ before }, { offset, rows, cols }) =>
  before.grads.subarray(offset, offset + rows * cols);

/**
 * Of one matrix, the weight with the largest gradient, up or down: where it is, and its numbers.
 * @param {Walk} way
 * @param {GPT} model
 * @param {string} matrix
 */
export function steepest(way, model, matrix) {
  const shape = model.shapes.find(({ name }) => short(name) === matrix) ?? model.shapes[0];
  const sizes = gradientOf(way.round, shape).map(Math.abs);
  const i = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b)));
  return {
    row: Math.floor(i / shape.cols),
    column: i % shape.cols,
    numbers: way.round.numbers[shape.offset + i],
  };
}
