/** What the pairs come to, in sentences; and what is said to a conclusion. */

import { changes, record } from "../../data/changes.js";
import { ERRORS, LEAST_SEEDS } from "../../engine/evidence.js";
import { count, fixed, signed as withSign } from "../../kit/format.js";

/** @typedef {import("../is_it_real.js").State} State */
/** @typedef {import("../is_it_real.js").Now} Now */
/** @typedef {import("../../engine/evidence.js").Verdict} Verdict */

const DIGITS = 4;

/** A loss, or how far two lie apart. @param {number} nats */
export const nats = (nats) => fixed(nats, DIGITS);

/** A difference has a sign. @param {number} difference */
export const signed = (difference) => withSign(difference, DIGITS);

const SAID = {
  better: "better",
  worse: "worse",
  "cannot tell": "no difference that shows",
};

/**
 * A mean difference and its error, on one line.
 * @param {number} difference
 * @param {number} error
 */
const give = (difference, error) => `${signed(difference)}\u00a0±\u00a0${nats(error)}`;

/** The pairs in a sentence or two. @param {Pick<Now, "pairs" | "numbers" | "spread">} now */
export function evidenceWords({ pairs, numbers, spread }) {
  if (!numbers) return "";
  if (pairs.length === 1) {
    const [{ seed, before, after, difference }] = pairs;
    return (
      `Seed ${seed}: ${nats(before)} before the change, ${nats(after)} after it; ` +
      `difference ${signed(difference)}.`
    );
  }
  const { difference, error } = numbers;
  return (
    `Mean difference of ${pairs.length} pairs: ${give(difference, error)}. ` +
    `Spread of single runs before the change: ${nats(spread)}.`
  );
}

/**
 * What is said to the reader's conclusion.
 * @param {Pick<State, "change" | "guess" | "belief" | "rounds" | "conclusion">} state
 * @param {Now} now
 */
export function finding(state, now) {
  if (!now.numbers || state.conclusion === "") return [];
  return [checked(state.conclusion, now), singles(state, now), ...truth(state, now)].filter(
    Boolean,
  );
}

/**
 * The conclusion against the noise.
 * @param {Verdict} conclusion
 * @param {Now} now
 */
function checked(conclusion, { pairs, numbers, spread }) {
  const { verdict = "cannot tell", difference = 0, error = 0 } = numbers ?? {};
  const right = conclusion === verdict;
  if (pairs.length < LEAST_SEEDS) {
    const few = `${pairs.length} seeds are too few to tell luck from effect: take ${LEAST_SEEDS} or more.`;
    return right ? `Right: cannot tell. ${few}` : `These runs do not allow “${conclusion}”. ${few}`;
  }
  const why = reason(Math.abs(difference), spread, ERRORS * error);
  if (right) return `Right: ${verdict}. ${why}`;
  if (conclusion === "cannot tell") return `You may say more: ${verdict}. ${why}`;
  if (verdict === "cannot tell")
    return `These runs do not allow “${conclusion}”: cannot tell. ${why}`;
  return `The other way round: a lower loss is better, so it is ${verdict}. ${why}`;
}

/**
 * Beyond the noise, or within it.
 * @param {number} size of the difference
 * @param {number} spread
 * @param {number} errors three of them
 */
function reason(size, spread, errors) {
  const text = `The difference of ${nats(size)} is`;
  if (size <= spread) return `${text} no larger than the spread of single runs, ${nats(spread)}.`;
  if (size <= errors)
    return `${text} no larger than ${ERRORS} of its errors, ${nats(errors)}: other seeds may undo it.`;
  return (
    `${text} larger than the spread of single runs, ${nats(spread)}, ` +
    `and than ${ERRORS} of its errors, ${nats(errors)}.`
  );
}

/**
 * What single pairs said, and whether the first was believed.
 * @param {Pick<State, "belief">} state
 * @param {Now} now
 */
function singles({ belief }, { pairs }) {
  const all = pairs.map(({ difference }) => difference);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const first = belief === "yes" ? "You believed the first pair." : "You did not trust one pair.";
  return `${first} Single pairs went from ${signed(low)} to ${signed(high)}.`;
}

/**
 * What many seeds said of the same change, and of the prediction.
 * @param {Pick<State, "change" | "guess" | "rounds">} state
 * @param {Now} now
 */
function truth({ change, guess, rounds }, { numbers, pairs }) {
  if (change === null || guess === "" || rounds !== record.rounds) return [];
  const { difference, error, verdict } = changes[change];
  const many = `With ${record.seeds} seeds, recorded, it was ${give(difference, error)}: ${verdict}.`;
  const few =
    verdict !== numbers?.verdict ? ` ${count(pairs.length, "seed")} did not show the same.` : "";
  const foretold = guess === verdict ? "was right" : "was not";
  return [`${many}${few} Your prediction, ${SAID[guess]}, ${foretold}.`];
}
