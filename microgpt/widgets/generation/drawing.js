/** Many names, drawn in slices of time, and what they come to. */

import { Random } from "../engine/random.js";
import { sample } from "../engine/sampling.js";
import { kindOf } from "./known_names.js";

/** @typedef {ReturnType<typeof import("../engine/canonical.js").trainedModel>} Engine */
/** @typedef {import("./known_names.js").List} List */
/** @typedef {import("./known_names.js").Kind} Kind */
/** @typedef {{ count: number, temperature: number, seed: number }} Order */
/** @typedef {ReturnType<typeof tally>} Tally */

const SLICE = 12; // ms of drawing before the page has its turn

/**
 * Names of one random number generator, one after another.
 * @param {Order} order
 * @param {Engine} engine
 */
export function* drawNames({ count, temperature, seed }, { model, tokenizer }) {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) yield sample(model, tokenizer, random, { temperature });
}

/**
 * The names by group, and how many are repeated, empty, or cut off at the end of the block.
 * @param {string[]} names
 * @param {List} list
 * @param {number} longest
 */
export function tally(names, list, longest) {
  /** @type {Record<Kind, string[]>} */
  const groups = { seen: [], unseen: [], new: [] };
  for (const name of names) groups[kindOf(name, list)].push(name);
  const letters = names.reduce((sum, name) => sum + name.length, 0);
  return {
    count: names.length,
    groups,
    repeated: names.length - new Set(names).size,
    empty: names.filter((name) => name === "").length,
    cut: names.filter((name) => name.length === longest).length,
    meanLength: names.length ? letters / names.length : 0,
  };
}

/**
 * Goes through `steps` in slices of time, the first at once. `onSlice` hears after each slice, with
 * whether it was the last.
 * @param {Iterator<unknown, void>} steps
 * @param {(done: boolean) => void} onSlice
 */
export function inSlices(steps, onSlice) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  function go() {
    const end = performance.now() + SLICE;
    let { done } = steps.next();
    while (!done && performance.now() < end) ({ done } = steps.next());
    if (!done) timer = setTimeout(go);
    onSlice(Boolean(done));
  }
  go();
  return { stop: () => clearTimeout(timer) };
}
