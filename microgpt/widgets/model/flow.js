/** What one step of a model computed, as the items of the drawing (`draw/blocks.js`). */

import { numbersOf } from "../engine/blocks.js";
import { count } from "../kit/format.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("../engine/gpt.js").Trace} Trace */
/** @typedef {import("../draw/blocks.js").Item} Item */

/** The matrix of each block that has one, by its name in the program. */
export const MATRICES = /** @type {Record<string, string>} */ ({
  token: "wte",
  position: "wpe",
  q: "layer0.attn_wq",
  k: "layer0.attn_wk",
  v: "layer0.attn_wv",
  wo: "layer0.attn_wo",
  fc1: "layer0.mlp_fc1",
  fc2: "layer0.mlp_fc2",
  logits: "lm_head",
});

/** wq, for the matrix layer0.attn_wq. @param {string} name */
export const short = (name) => name.replace(/^layer\d+\.(attn|mlp)_/, "");

/**
 * An item for each block.
 * @param {GPT} model
 * @param {Trace} trace
 * @returns {Item[]}
 */
export function itemsOf(model, trace) {
  const { n_head } = model.config;
  return Object.entries(numbersOf(trace)).map(([id, values]) => {
    const shape = model.shapes.find(({ name }) => name === MATRICES[id]);
    const heads = n_head > 1 && (id === "scores" || id === "weights");
    const per = heads ? values.length / n_head : values.length;
    return {
      id,
      values,
      per,
      out: heads ? `${n_head} heads, ${per} each` : count(values.length, "number"),
      ...(shape && { matrix: short(shape.name), shape: `${shape.rows}×${shape.cols}` }),
    };
  });
}
