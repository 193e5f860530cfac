/** Models of several sizes, and what a larger one brings: the same as in `microgpt/sizes.py`. */

import { compare, mean, spread } from "./evidence.js";

/**
 * One size, trained from one learning rate: a loss for each seed.
 * @typedef {{ width: number, layers: number, params: number, rate: number, losses: number[] }} Size
 */
/** loss = factor * params ** power. @typedef {{ power: number, factor: number }} PowerLaw */
/**
 * What each doubling of the parameters adds to the loss, and the error of that.
 * @typedef {{ perDoubling: number, error: number, seeds: number,
 *   verdict: import("./evidence.js").Verdict }} Step
 */

/**
 * The straight line nearest to the mean losses, both numbers of each point as logarithms.
 * @param {Size[]} sizes two or more
 * @returns {PowerLaw}
 */
export function powerLaw(sizes) {
  const xs = sizes.map((size) => Math.log(size.params));
  const ys = sizes.map((size) => Math.log(mean(size.losses)));
  const [xMean, yMean] = [mean(xs), mean(ys)];
  const across = xs.reduce((sum, x) => sum + (x - xMean) ** 2, 0);
  const power = xs.reduce((sum, x, i) => sum + (x - xMean) * (ys[i] - yMean), 0) / across;
  return { power, factor: Math.exp(yMean - power * xMean) };
}

/**
 * The loss that a line foretells.
 * @param {PowerLaw} law
 * @param {number} params
 */
export const foretold = ({ power, factor }, params) => factor * params ** power;

/**
 * What a doubling brings between two sizes, from the seeds that both have.
 * @param {Size} small
 * @param {Size} large
 * @returns {Step}
 */
export function stepBetween(small, large) {
  const seeds = Math.min(small.losses.length, large.losses.length);
  const [before, after] = [small.losses.slice(0, seeds), large.losses.slice(0, seeds)];
  const doublings = Math.log2(large.params / small.params);
  const each = after.map((loss, i) => (loss - before[i]) / doublings);
  return {
    perDoubling: mean(each),
    error: spread(each) / Math.sqrt(seeds),
    seeds,
    verdict: compare(before, after).verdict,
  };
}

/**
 * The smallest size that no larger one is better than, by the rule of `compare`.
 * @param {Size[]} sizes from small to large
 */
export function levelsOff(sizes) {
  const isLast = (/** @type {Size} */ size, /** @type {number} */ i) =>
    sizes.slice(i + 1).every((more) => compare(size.losses, more.losses).verdict !== "better");
  return sizes.find(isLast) ?? sizes[sizes.length - 1];
}
