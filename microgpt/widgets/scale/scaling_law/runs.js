/** The models that the reader trains: their shape, their runs, and what these came to. */

import { parameterCount } from "../../engine/parameters.js";

/** @typedef {import("../../engine/sizes.js").Size} Size */
/** @typedef {import("../scaling_law.js").Run} Run */
/** @typedef {import("../scaling_law.js").State} State */
/** @typedef {{ width: number, layers: number, rate: number }} Model */

const VOCABULARY = 27;

/**
 * The shape of the model that is trained.
 * @param {{ width: number, layers: number }} size
 */
const configOf = ({ width, layers }) => ({
  n_layer: layers,
  n_embd: width,
  n_head: 4,
  block_size: 16,
});

/** The model that the reader has chosen. @param {Pick<State, "n_embd" | "n_layer" | "rate">} state */
export const chosenOf = ({ n_embd, n_layer, rate }) => ({ width: n_embd, layers: n_layer, rate });

/** @param {{ width: number, layers: number }} size */
export const paramsOf = (size) => parameterCount(configOf(size), VOCABULARY);

/**
 * The reader's models of so many rounds, as far as they are finished.
 * @param {Pick<State, "runs">} state
 * @param {number} rounds
 * @returns {Size[]}
 */
export function ownSizes({ runs }, rounds) {
  return runs.flatMap(({ width, layers, rate, rounds: length, losses }) => {
    const known = losses.filter((loss) => loss !== null);
    if (length !== rounds || known.length === 0) return [];
    const params = paramsOf({ width, layers });
    return [{ width, layers, params, rate, losses: known }];
  });
}

/** @param {Model} one @param {Model} other */
export const isChosen = (one, other) =>
  one.width === other.width && one.layers === other.layers && one.rate === other.rate;

/**
 * The runs with one that is new, or goes on.
 * @param {Run[]} runs
 * @param {Run} run
 */
export function withRun(runs, run) {
  const others = runs.filter((one) => one.rounds !== run.rounds || !isChosen(one, run));
  return [...others, run];
}

/**
 * The runs of a model, one for each seed.
 * @param {Omit<Run, "losses">} run
 * @param {number} seeds
 */
export function planOf({ width, layers, rate, rounds }, seeds) {
  const options = { config: configOf({ width, layers }), learningRate: rate };
  return { models: { own: () => options }, seeds, rounds };
}
