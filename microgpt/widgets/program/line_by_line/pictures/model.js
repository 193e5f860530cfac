/** The toy model reads BOS, a, b: what the last token looks at, its units, and x on its way. */

import { numbersOf } from "../../../engine/blocks.js";
import { TOY_TOKENS, toyModel } from "../../../engine/toy.js";
import { list } from "../../../kit/format.js";

/** @typedef {import("../scene.js").SceneStep} SceneStep */

const READ = [0, 1, 2];
const CHIPS = READ.map((id, i) => ({
  text: TOY_TOKENS[id],
  kind: /** @type {"bos" | "letter"} */ (id === 0 ? "bos" : "letter"),
  state: /** @type {"current" | "past"} */ (i === READ.length - 1 ? "current" : "past"),
}));

/** The numbers of every block, for each token that is read. */
function reading() {
  const model = toyModel();
  const cache = model.start();
  return READ.map((token) => numbersOf(model.step(cache, token, { trace: true })));
}

/** @returns {SceneStep[]} */
export function attentionSteps() {
  const all = reading();
  const last = all[all.length - 1];
  const each = (/** @type {string} */ id) => all.map((one) => list(one[id])).join("  ");
  const bars = (/** @type {ArrayLike<number>} */ values, /** @type {number} */ limit) => ({
    labels: READ.map((id) => TOY_TOKENS[id]),
    values: Array.from(values),
    limit,
    signed: limit < 1,
  });
  const chips = CHIPS;
  return [
    {
      chips,
      says: "The toy model has read BOS and a, and reads b now. It has one head, of 2 numbers.",
    },
    {
      chips,
      line: "q = linear(x",
      sum: `q = ${list(last.q)}`,
      says: "b asks: its query.",
    },
    {
      chips,
      line: "keys[i].append(",
      sum: each("k"),
      says: "Its key goes to the end of the list, behind those of BOS and a.",
    },
    { chips, line: "values[i].append(", sum: each("v"), says: "So does its value." },
    {
      chips,
      line: "scores = [sum(",
      bars: bars(last.scores, 0.2),
      says: "The query meets every key: dot product, divided by √2. These are the scores.",
    },
    {
      chips,
      line: "shares = softmax(scores)",
      bars: bars(last.weights, 1),
      says: "softmax makes shares of them: how much b takes from each.",
    },
    {
      chips,
      line: "blend += [sum(",
      sum: `blend = ${list(last.blend)}`,
      says: "The three values, each times its share, added up.",
    },
    {
      chips,
      line: "return linear(blend",
      sum: `${list(last.wo)}`,
      says: "The last matrix makes of it what is added to x.",
    },
  ];
}

/** @returns {SceneStep[]} */
export function mlpSteps() {
  const { fc1, relu, fc2 } = reading()[READ.length - 1];
  const limit = 0.6;
  const units = (/** @type {ArrayLike<number>} */ values) => ({
    labels: Array.from(values, (_, i) => `h${"₀₁₂₃₄₅₆₇"[i]}`),
    values: Array.from(values),
    limit,
    signed: true,
  });
  const open = Array.from(relu).filter((one) => one > 0).length;
  return [
    {
      bars: units(fc1.map(() => 0)),
      says: "The toy model's MLP has 8 units. It looks at one token, b, and at nothing else.",
    },
    {
      bars: units(fc1),
      line: "hidden = [h.relu()",
      says: "One dot product with each of the 8 rows of `mlp_fc1`: some are above 0, some below.",
    },
    {
      bars: units(relu),
      line: "hidden = [h.relu()",
      says: `relu closes what is below 0. ${open} units stay open.`,
    },
    {
      bars: units(relu),
      line: "return linear(hidden",
      sum: `${list(fc2)}`,
      says: "`mlp_fc2` makes 2 numbers of what the open units say. They are added to x.",
    },
  ];
}

/** @returns {SceneStep[]} */
export function gptSteps() {
  const { sum, norm, attn_add, mlp_add, logits } = reading()[READ.length - 1];
  const chips = CHIPS;
  const x = (/** @type {ArrayLike<number>} */ values) => ({
    labels: ["x₀", "x₁"],
    values: Array.from(values),
    limit: 2,
    signed: true,
  });
  return [
    {
      chips,
      line: undefined,
      bars: x([0, 0]),
      says: "The toy model, whose vectors have 2 numbers, gets the token b at position 2.",
    },
    {
      chips,
      line: "x = [t + p for",
      bars: x(sum),
      says: "The row of b and the row of position 2, added.",
    },
    { chips, line: "x = rmsnorm(x)", bars: x(norm), says: "Brought to the size 1." },
    {
      chips,
      line: "zip(attention(rmsnorm(x), i",
      bars: x(attn_add),
      says: "What attention has gathered is added. x moves, but it is not replaced.",
    },
    {
      chips,
      line: "zip(mlp(rmsnorm(x), i)",
      bars: x(mlp_add),
      says: "What the MLP makes of it is added too.",
    },
    {
      chips,
      line: 'return linear(x, state_dict["lm_head"])',
      bars: { labels: TOY_TOKENS, values: Array.from(logits), limit: 0.8, signed: true },
      says: "x is compared with a row for each token: four scores, the logits.",
    },
  ];
}
