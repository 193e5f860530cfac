/** What each block of the model does, in words, and where it stands in the program. */

import { count, percent } from "../../kit/format.js";
import { likeliest } from "../../generation/letter_bars.js";

/** @typedef {import("../forward_pass.js").Now} Now */

/** The part of a line that computes a block, and the region of the program it stands in. */
const CODE = /** @type {Record<string, [string, string]>} */ ({
  token: ['state_dict["wte"][token_id]', "gpt"],
  position: ['state_dict["wpe"][pos_id]', "gpt"],
  sum: ["t + p for t, p in zip(", "gpt"],
  norm: ["x = rmsnorm(x)", "gpt"],
  attn_norm: ["attention(rmsnorm(x), i, keys, values)", "gpt"],
  q: ['q = linear(x, state_dict[f"layer{i}.attn_wq"])', "attention"],
  k: ['keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))', "attention"],
  v: ['values[i].append(linear(x, state_dict[f"layer{i}.attn_wv"]))', "attention"],
  scores: ["sum(q[j] * k[j] for j in part) / head_dim ** 0.5", "attention"],
  weights: ["shares = softmax(scores)", "attention"],
  blend: ["sum(share * v[j] for share, v in zip(shares, values[i]))", "attention"],
  wo: ['linear(blend, state_dict[f"layer{i}.attn_wo"])', "attention"],
  attn_add: ["a + b for a, b in zip(attention(", "gpt"],
  mlp_norm: ["mlp(rmsnorm(x), i)", "gpt"],
  fc1: ['linear(x, state_dict[f"layer{i}.mlp_fc1"])', "mlp"],
  relu: ["h.relu() for h in", "mlp"],
  fc2: ['linear(hidden, state_dict[f"layer{i}.mlp_fc2"])', "mlp"],
  mlp_add: ["a + b for a, b in zip(mlp(", "gpt"],
  logits: ['linear(x, state_dict["lm_head"])', "gpt"],
  probs: ["softmax(gpt(", "training"],
});

/** @param {string} block */
export const codeOf = (block) => ({ code: CODE[block][0], region: CODE[block][1] });

/** One or two sentences. @param {Now} now */
export function sentence({ block, letters, ids, at, numbers, tokens, off }) {
  const letter = letters[at];
  const seen = at ? `each of the ${at + 1} tokens so far` : "the one token there is";
  const said = /** @type {Record<string, () => string>} */ ({
    token: () => `${letter} has the id ${ids[at]}. Row ${ids[at]} of wte says what it is.`,
    position: () => `${letter} stands at position ${at}. Row ${at} of wpe says where that is.`,
    sum: () => "The two vectors are added, number by number.",
    norm: () => "rmsnorm brings the vector to size. From here on it is called x.",
    attn_norm: () =>
      "Attention reads x after one more rmsnorm. x has just been brought to size, so next to nothing changes.",
    q: () => `The query: what ${letter} looks for. wq times x, after rmsnorm.`,
    k: () => `The key: what ${letter} can be found by. It joins the cache.`,
    v: () => `The value: what ${letter} gives to those who find it. It joins the cache too.`,
    scores: () => `The query meets the key of ${seen}, in each head with its own 4 numbers.`,
    weights: () =>
      at
        ? "In each head, softmax makes shares of 1 of the scores."
        : "One score alone: softmax gives it the share 1.",
    blend: () => "In each head the values are mixed, each times its weight.",
    wo: () => "wo mixes what the heads have found. This is what attention adds.",
    attn_add: () =>
      "x has come past attention unchanged, and what attention found is added to it. The sum is x now.",
    mlp_norm: () => "The MLP reads x, brought to size by rmsnorm. It sees no other token.",
    fc1: () => `fc1 makes ${count(numbers.fc1.length, "number")} of ${numbers.norm.length}.`,
    relu: () =>
      `ReLU sets what is below zero to 0. Here ${off} of ${numbers.relu.length} units are off.`,
    fc2: () =>
      `fc2 makes ${numbers.fc2.length} numbers of the ${numbers.relu.length}. What is 0 adds nothing. This is what the MLP adds.`,
    mlp_add: () =>
      "x has come past the MLP unchanged, and what the MLP computed is added to it. The sum is x now.",
    logits: () =>
      "Each token has a row in lm_head. The dot product of x and that row is its logit: how well the token would come next.",
    probs: () => `softmax makes probabilities of the logits. The surest: ${surest(now)}.`,
  });
  const now = { numbers, tokens };
  return said[block]();
}

/**
 * The likeliest tokens with their probabilities.
 * @param {{ numbers: Now["numbers"], tokens: string[] }} now
 */
const surest = ({ numbers, tokens }) =>
  likeliest(numbers.probs, 3)
    .map(({ i, p }) => `${tokens[i]} ${percent(p)}`)
    .join(", ");
