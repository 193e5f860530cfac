/** What happens at each stage, in a sentence or two. */

import { count } from "../../kit/format.js";
import { short } from "../flow.js";

/** @typedef {import("../toy_by_hand.js").Now} Now */

/** Names as in the picture of the model, for the line above the arithmetic. */
const TITLES = /** @type {Record<string, string>} */ ({
  token: "t, the row of the token",
  position: "p, the row of the position",
  sum: "e, token plus position",
  norm: "x, after rmsnorm",
  attn_norm: "n, what attention reads",
  q: "q, the query",
  k: "k, the key",
  v: "v, the value",
  scores: "the scores",
  weights: "the attention weights",
  blend: "the blend",
  wo: "o, what attention adds",
  attn_add: "y, x plus attention",
  mlp_norm: "m, what the MLP reads",
  fc1: "h, the units",
  relu: "r, after ReLU",
  fc2: "f, what the MLP adds",
  mlp_add: "z, y plus MLP",
  logits: "the logits",
  probs: "P, the probabilities",
  loss: "the loss",
});
const WAYS = { forward: "Forward", backward: "Backward", adam: "The step", after: "After it" };

/** @param {Now} now */
export function title({ stage: { way, block }, picked }) {
  const what = block ? TITLES[block] : way === "adam" ? short(picked.name) : "the loss again";
  return `${WAYS[way]}: ${what}`;
}

/** @type {Record<string, (now: Now) => string>} */
const FORWARD = {
  token: ({ called, at }) =>
    `Begin here. The token ${called[at]} is looked up: it becomes its row of wte. Press Step.`,
  position: ({ at }) => `It stands at position ${at}, so it gets row ${at} of wpe.`,
  sum: () => "Both rows are added, number by number.",
  norm: () => "rmsnorm divides each number by their size. The result is x.",
  attn_norm: () => "Attention begins with a rmsnorm of its own.",
  q: () => "wq times n: what this token looks for.",
  k: () => "wk times n: what it can be found by. It goes into the cache.",
  v: () => "wv times n: what it gives. It goes into the cache.",
  scores: ({ at }) =>
    `The query meets ${at ? "every key so far" : "the one key so far"}: a dot product, divided by √2.`,
  weights: ({ at }) =>
    at ? "Softmax makes shares of 1 from the scores." : "Softmax of one score alone: exactly 1.",
  blend: () => "The values so far, each times its weight, added up.",
  wo: () => "wo times the blend: what attention adds.",
  attn_add: () => "It is added to x. x is not replaced.",
  mlp_norm: () => "The MLP begins with a rmsnorm too.",
  fc1: ({ mine: { out } }) => `fc1 times m: ${out.fc1.length} numbers from ${out.mlp_norm.length}.`,
  relu: ({ mine: { out } }) => {
    const shut = out.fc1.filter((x) => x <= 0).length;
    return `ReLU: what is below 0 becomes 0. Here that is ${shut} of ${out.fc1.length}.`;
  },
  fc2: () => "fc2 times r: what the MLP adds.",
  mlp_add: () => "It is added to y. y is not replaced.",
  logits: () => "lm_head times z: a score for each token that could come next.",
  probs: () => "Softmax makes probabilities from the scores.",
  loss: ({ step }) =>
    "The surprise is −log of the probability of the token that did come next. " +
    (step.positions.length > 1 ? "The loss is the mean of all positions." : "It is the loss."),
};
/** @type {Record<string, (now: Now) => string>} */
const BACKWARD = {
  loss: () =>
    "Now back. Each number is asked: how fast does the loss grow when you grow? " +
    "The answer is its gradient, grad. For the loss itself it is 1.",
  probs: ({ mine, vocabulary, step }) =>
    `Only P(${vocabulary[mine.target]}) is in the surprise of this position, ` +
    `which counts 1/${step.positions.length} in the loss. The slope of −log P is −1 / P.`,
  logits: () =>
    "Softmax and log together have a short slope: P, and for the right token P − 1. " +
    "Times z, that is the gradient of lm_head.",
  mlp_add: () => "Each number of z met a column of lm_head. So it gets: column times gradients.",
  fc2: () => "A sum hands its gradient on as it is. Times r, that is the gradient of fc2.",
  relu: () => "Each number of r met a column of fc2.",
  fc1: () =>
    "Where ReLU was open the gradient goes through. Where it was shut it ends: 0. " +
    "Times m, that is the gradient of fc1.",
  mlp_norm: () => "Each number of m met a column of fc1.",
  attn_add: () =>
    "y was used twice: straight on, and in the MLP through its rmsnorm. Both gradients add up.",
  wo: () => "A sum hands its gradient on as it is. Times the blend, that is the gradient of wo.",
  blend: () => "Each number of the blend met a column of wo.",
  v: ({ step, at }) =>
    `${used(step.positions.length - at, "value")} Each use gives weight times blend.grad.`,
  weights: () => "Each weight multiplied a value: a dot product with blend.grad.",
  scores: ({ at }) =>
    at
      ? "Back through softmax: a share grows only at the others’ cost, so the mean c is taken away."
      : "One score alone always has the share 1. Nothing it does changes the loss.",
  k: ({ step, at }) =>
    `${used(step.positions.length - at, "key")} Each use gives score.grad times query, divided by √2.`,
  q: () => "The query met every key so far: score.grad times key, divided by √2, added up.",
  attn_norm: () => "n was used three times: in q, k and v. Three columns, added up.",
  norm: () =>
    "x was used twice: straight on, and in attention through its rmsnorm. Both gradients add up.",
  sum: () => "Back through the first rmsnorm.",
  position: ({ at }) => `A sum hands its gradient on as it is: to row ${at} of wpe.`,
  token: ({ vocabulary, mine }) =>
    `And to row ${vocabulary[mine.token]} of wte. Now every matrix has its gradient.`,
};

/** @param {number} n @param {string} what */
const used = (n, what) =>
  n > 1
    ? `This ${what} was used here and by ${count(n - 1, "later position")}.`
    : `No later position has used this ${what}.`;

/** @param {Now} now */
export function sentence(now) {
  const { way, block } = now.stage;
  if (way === "forward") return FORWARD[block](now);
  if (way === "backward") return BACKWARD[block](now);
  if (way === "adam")
    return (
      "Adam keeps two running averages for each weight, of its gradient and of the gradient’s " +
      "square, and divides the first by the root of the second. In round 1 each holds one number " +
      "alone, so g / √g² leaves the sign: nearly every weight moves by the rate 0.01."
    );
  return now.step.after < now.step.loss
    ? "The same tokens, read with the moved weights: the loss has fallen."
    : "The same tokens, read with the moved weights: this time the loss has not fallen.";
}
