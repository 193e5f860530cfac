/**
 * What may be concluded from a few runs: the same rule as in `microgpt/evidence.py`.
 */

export const LEAST_SEEDS = 4; // with fewer there is no verdict
export const ERRORS = 3; // how many standard errors a difference must exceed

/** @typedef {"worse" | "better" | "cannot tell"} Verdict */
/**
 * @typedef {{ seeds: number, mean: number, spread: number, difference: number, error: number,
 *   verdict: Verdict }} Comparison
 */

/** @param {number[]} numbers */
export function mean(numbers) {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

/**
 * The standard deviation, as it is estimated from a few numbers; of one number, 0.
 * @param {number[]} numbers
 */
export function spread(numbers) {
  if (numbers.length < 2) return 0;
  const middle = mean(numbers);
  const squares = numbers.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1));
}

/**
 * The model without a part beside the whole one, or one after a change beside that before it, seed by
 * seed: lists of equal length.
 * @param {number[]} whole losses
 * @param {number[]} without losses, of the same seeds
 * @returns {Comparison}
 */
export function compare(whole, without) {
  const differences = without.map((loss, i) => loss - whole[i]);
  const difference = mean(differences);
  const error = spread(differences) / Math.sqrt(differences.length);
  const seeds = differences.length;
  const sure =
    seeds >= LEAST_SEEDS && Math.abs(difference) > Math.max(spread(whole), ERRORS * error);
  const direction = difference > 0 ? "worse" : "better";
  return {
    seeds,
    mean: mean(without),
    spread: spread(without),
    difference,
    error,
    verdict: sure ? direction : "cannot tell",
  };
}

/**
 * The same of the seeds that both have finished; null where there is none.
 * @param {(number | null)[]} whole losses, null where a run is not finished
 * @param {(number | null)[]} without
 */
export function compareFinished(whole, without) {
  const pairs = without.flatMap((loss, i) =>
    loss === null || whole[i] === null ? [] : [[whole[i], loss]],
  );
  if (pairs.length === 0) return null;
  return compare(
    pairs.map(([one]) => one),
    pairs.map(([, other]) => other),
  );
}

/**
 * The rule in words.
 * @param {string} whole what is compared with, as in "the whole model"
 */
export const ruleWords = (whole) =>
  `A verdict takes ${LEAST_SEEDS} seeds or more. The difference must be larger than the spread of ` +
  `${whole}, and larger than ${ERRORS} times its own error, which stands after the ±. Spread is ` +
  "how far a single run typically lies from their mean. The error says how far the mean of so few " +
  "differences may lie from the mean of many. Else the answer is “cannot tell”.";
