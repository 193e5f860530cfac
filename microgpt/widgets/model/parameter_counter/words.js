/** What is said of the counts. */

import { brief, fmt } from "../../kit/format.js";

/** @typedef {import("../parameter_counter.js").State} State */
/** @typedef {ReturnType<typeof import("../parameter_counter.js").compute>} Counted */

/** Sizes with a name. @type {Record<string, State>} */
export const PRESETS = {
  microgpt: { n_embd: 16, n_layer: 1, n_head: 4, vocab_size: 27, block_size: 16 },
  "twice as wide": { n_embd: 32, n_layer: 1, n_head: 4, vocab_size: 27, block_size: 16 },
  "twice as deep": { n_embd: 16, n_layer: 2, n_head: 4, vocab_size: 27, block_size: 16 },
  "GPT-2 small’s sizes": {
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    vocab_size: 50257,
    block_size: 1024,
  },
};
const OURS = 4192;
const WIDTH = 16; // of our model
const MOST_NAMED = 8; // numbers of heads that are listed

/** 4,192. @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/** 16.4 %. @param {number} share */
export const percent = (share) => `${fmt(100 * share, 1)} %`;

/**
 * The name of a set of sizes, or "".
 * @param {State} state
 */
export function presetOf(state) {
  const same = (/** @type {State} */ sizes) =>
    Object.entries(sizes).every(([key, size]) => state[/** @type {keyof State} */ (key)] === size);
  return Object.keys(PRESETS).find((name) => same(PRESETS[name])) ?? "";
}

/**
 * = 432 + 256 + 432 + 4 × 256 + 1,024 + 1,024
 * @param {Counted} counted
 * @param {number} layers
 */
export function sumLine({ matrices }, layers) {
  const size = (/** @type {string} */ end) => {
    const matrix = matrices.find(({ name }) => name.endsWith(end));
    return matrix ? thousands(matrix.rows * matrix.cols) : "";
  };
  const layer = `4 × ${size("attn_wq")} + ${size("mlp_fc1")} + ${size("mlp_fc2")}`;
  const all = layers === 1 ? layer : `${thousands(layers)} × (${layer})`;
  return `= ${size("wte")} + ${size("wpe")} + ${size("lm_head")} + ${all}`;
}

/**
 * GPT-2's own count at these sizes, and what makes the difference to ours.
 * @param {State} sizes
 */
export function gpt2({ n_embd: n, n_layer, vocab_size, block_size }) {
  const tied = vocab_size * n;
  const matrices = tied + block_size * n + n_layer * 12 * n * n;
  const biases = n_layer * (3 * n + n + 4 * n + n); // of q, k, v together, of the output, of the MLP
  const norms = (2 * n_layer + 1) * 2 * n; // each multiplies and shifts
  return { tied, biases, norms, total: matrices + biases + norms };
}

/**
 * One sentence or two for each thing that the count shows.
 * @param {State} state
 * @param {Counted} counted
 * @returns {{ text: string, bad?: boolean }[]}
 */
export function tell(state, counted) {
  const [embeddings, attention, mlp] = counted.groups;
  const ratio = `${thousands(mlp.count)} : ${thousands(attention.count)} = ${mlp.count / attention.count} : 1`;
  const said = [
    {
      text:
        state.n_embd === WIDTH
          ? `MLP : attention = ${ratio}.`
          : `MLP : attention = ${ratio}, as at every width: ` +
            `8 × n_embd² against 4 × n_embd² in each layer.`,
    },
    {
      text:
        `The embeddings, wte and wpe, hold ${percent(embeddings.share)}. They grow with n_embd, ` +
        `a layer with n_embd²: in a wider model their share is smaller.`,
    },
    heads(state, counted.fits),
  ];
  if (presetOf(state) === "GPT-2 small’s sizes") said.push({ text: notGpt2(state) });
  else if (counted.total !== OURS)
    said.push({ text: `${brief(counted.total / OURS)} times microgpt’s ${thousands(OURS)}.` });
  return said;
}

/** @param {State} state @param {boolean} fits */
function heads({ n_embd, n_head }, fits) {
  if (fits) {
    const each = `${n_head === 1 ? "1 head works" : `${n_head} heads work, each`} on `;
    return {
      text: `n_head changes no matrix: ${each}${thousands(n_embd / n_head)} of the ${thousands(n_embd)} numbers.`,
    };
  }
  const allowed = Array.from({ length: n_embd }, (_, i) => i + 1).filter((n) => n_embd % n === 0);
  const named = allowed.slice(0, MOST_NAMED).join(", ") + (allowed.length > MOST_NAMED ? " …" : "");
  return {
    bad: true,
    text:
      `${thousands(n_embd)} numbers cannot be shared evenly among ${n_head} heads: n_embd must be ` +
      `divisible by n_head. Possible here: ${named}. The count is the same for all of them.`,
  };
}

/** Why it is not GPT-2's own count. @param {State} sizes */
function notGpt2(sizes) {
  const own = gpt2(sizes);
  return (
    `This is our program at the sizes of GPT-2 small. GPT-2 itself has ${thousands(own.total)}: ` +
    `its output uses wte’s numbers again (${thousands(own.tied)} fewer), and it has biases ` +
    `(${thousands(own.biases)} more) and LayerNorms with numbers of their own ` +
    `(${thousands(own.norms)} more).`
  );
}
