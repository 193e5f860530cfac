/** What each block of the model does, in words, and where it stands in the program. */

import { count } from "../../kit/format.js";
import { MATRICES, short } from "../flow.js";
import { likeliest } from "./guesses.js";
import { ADDS, called, written } from "./sums.js";

/** @typedef {import("../forward_pass.js").Now} Now */

/** The part of a line that computes a block, and the region of the program that it stands in. */
const CODE = /** @type {Record<string, [string, string]>} */ ({
  token: ['state_dict["wte"][token_id]', "gpt"],
  position: ['state_dict["wpe"][pos_id]', "gpt"],
  sum: ['t + p for t, p in zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])', "gpt"],
  norm: ["x = rmsnorm(x)", "gpt"],
  attn_norm: ["attention(rmsnorm(x), i, keys, values)", "gpt"],
  q: ['q = linear(x, state_dict[f"layer{i}.attn_wq"])', "attention"],
  k: ['keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))', "attention"],
  v: ['values[i].append(linear(x, state_dict[f"layer{i}.attn_wv"]))', "attention"],
  scores: ["sum(q[j] * k[j] for j in part) / head_dim ** 0.5", "attention"],
  weights: ["shares = softmax(scores)", "attention"],
  blend: ["sum(share * v[j] for share, v in zip(shares, values[i]))", "attention"],
  wo: ['linear(blend, state_dict[f"layer{i}.attn_wo"])', "attention"],
  attn_add: ["a + b for a, b in zip(attention(rmsnorm(x), i, keys, values), x)", "gpt"],
  mlp_norm: ["mlp(rmsnorm(x), i)", "gpt"],
  fc1: ['linear(x, state_dict[f"layer{i}.mlp_fc1"])', "mlp"],
  relu: ['h.relu() for h in linear(x, state_dict[f"layer{i}.mlp_fc1"])', "mlp"],
  fc2: ['linear(hidden, state_dict[f"layer{i}.mlp_fc2"])', "mlp"],
  mlp_add: ["a + b for a, b in zip(mlp(rmsnorm(x), i), x)", "gpt"],
  logits: ['linear(x, state_dict["lm_head"])', "gpt"],
  probs: ["probs = softmax(gpt(tokens[pos_id], pos_id, keys, values))", "training"],
});

/** @param {string} block */
export const codeOf = (block) => ({ code: CODE[block][0], region: CODE[block][1] });

const RELU = "units are off: what is below zero becomes 0.";

/** What the block on view does, in one or two sentences. @param {Now} now */
export function sentence(now) {
  const { block, letters, ids, at, numbers, off } = now;
  const letter = letters[at];
  const said = /** @type {Record<string, string>} */ ({
    token: `${letter} has the id ${ids[at]}. Row ${ids[at]} of wte says what it is.`,
    position: `${letter} stands at position ${at}. Row ${at} of wpe says where that is.`,
    sum: "The two vectors are added, number by number.",
    norm: "rmsnorm brings the sum to size. From here on it is called x.",
    attn_norm:
      "Attention reads x after one more rmsnorm. " +
      "x has just been brought to size, so next to nothing changes.",
    q: `The query: what ${letter} looks for.`,
    k: `The key: what ${letter} can be found by. It joins the cache.`,
    v: `The value: what ${letter} gives to those who find it. It joins the cache too.`,
    scores:
      `The query meets ${at ? `the keys of all ${at + 1} tokens so far` : "its own key"}, ` +
      "in each head with the 4 numbers of that head.",
    weights: at
      ? "In each head, softmax turns the scores into shares of 1."
      : "One score alone: softmax gives it the share 1.",
    blend: "In each head the values are mixed, each times its weight.",
    wo: "wo mixes what the heads have found. This is what attention adds to x.",
    attn_add: "x comes past attention unchanged, and what attention found is added to it.",
    mlp_norm: "The MLP reads x after rmsnorm. It looks at no other token.",
    fc1: `${count(numbers.fc1.length, "number")} are made of ${numbers.norm.length}.`,
    relu: `At this position ${off} of the ${numbers.relu.length} ${RELU}`,
    fc2: "From the units that are on comes what the MLP adds to x.",
    mlp_add: "x comes past the MLP unchanged, and what the MLP computed is added to it.",
    logits:
      "Each token has a row in lm_head. Its dot product with x says how well the token would come next.",
    probs: `softmax turns the logits into probabilities. ${surestWords(now)}`,
  });
  return said[block];
}

/** The surest guess, and the one that comes true. @param {Now} now */
function surestWords(now) {
  const { numbers, next, letters, at } = now;
  const [best] = likeliest(numbers.probs);
  const p = (/** @type {number} */ i) => written("probs", numbers.probs[i]);
  const first = `The surest is ${called("probs", best, now)}, with ${p(best)}.`;
  const goesOn =
    at < letters.length - 1 ? `goes on with ${called("probs", next, now)}` : "ends here";
  return best === next ? `${first} So it comes.` : `${first} The name ${goesOn}: ${p(next)}.`;
}

/** How many numbers go in and come out. @param {Now} now */
export function inAndOut({ block, numbers, model, at }) {
  const size = numbers.norm.length;
  const out = numbers[block].length;
  const shape = model.shapes.find(({ name }) => name === MATRICES[block]);
  if (shape) {
    const { rows, cols } = shape;
    const own = `${short(shape.name)} has ${rows} rows of ${cols}`;
    const ways = { token: "An id goes in", position: "A position goes in" };
    const going = ways[/** @type {"token"} */ (block)] ?? `${cols} numbers go in`;
    return `${going}, ${out} numbers come out: ${own}, ${(rows * cols).toLocaleString("en")} parameters.`;
  }
  const all = at + 1;
  const going = /** @type {Record<string, string>} */ ({
    scores: `${size} numbers of the query and ${all} × ${size} of the keys`,
    blend: `${numbers.weights.length} weights and ${all} × ${size} numbers of the values`,
  });
  const given = going[block] ?? (ADDS[block] ? `${out} + ${out} numbers` : `${out} numbers`);
  return `${given} go in, ${count(out, "number")} come out. No parameters.`;
}
