/** What FineTune says: what the model knows before, what it has learned, what it has forgotten. */

import { changeOf } from "../../engine/finetune.js";
import { ERRORS } from "../../engine/evidence.js";
import { count, fixed, fmt, signed } from "../../kit/format.js";

/** @typedef {import("../../engine/finetune.js").Change} Change */
/** @typedef {import("../../engine/finetune.js").Losses} Losses */
/** @typedef {import("./tuning.js").Tuning} Tuning */
/** @typedef {Record<keyof Losses, Change>} Changes */

const LEAST_NAMES = 4; // from which one may conclude

/** A loss as a number of equally likely choices. @param {number} loss */
function choices(loss) {
  const many = Math.exp(loss);
  return many >= 1e6 ? "a million or more" : fmt(many, many < 10 ? 1 : 0);
}

/**
 * How a run stands.
 * @param {Pick<Tuning, "running" | "done" | "last" | "steps" | "problem">} tuning
 */
export function statusWords({ running, done, last, steps, problem }) {
  if (problem) return problem;
  if (running) return `Round ${last.step} of ${steps}.`;
  if (done) return `All ${steps} rounds are done.`;
  return last.step ? `Stopped after ${last.step} of ${steps} rounds.` : "";
}

/**
 * The losses after beside those before, name by name.
 * @param {{ first: { losses: Losses }, last: { losses: Losses } }} run
 * @returns {Changes}
 */
export function changesOf({ first, last }) {
  const of = (/** @type {keyof Losses} */ what) => changeOf(first.losses[what], last.losses[what]);
  return { trained: of("trained"), heldBack: of("heldBack"), general: of("general") };
}

/** A difference and what it may be off by, which one name alone does not say. @param {Change} change */
export function give({ difference, error, count }) {
  return signed(difference) + (count > 1 ? ` ± ${fixed(error)}` : "");
}

const VERBS = { "-1": "fell", 0: "hardly moved,", 1: "rose" };

/**
 * Which way a loss went, where more than noise: −1 down, 1 up, 0 no difference that shows.
 * @param {Change} change
 * @returns {-1 | 0 | 1}
 */
function direction({ difference, error }) {
  if (Math.abs(difference) <= ERRORS * error) return 0;
  return difference < 0 ? -1 : 1;
}

/** How a loss moved, in nats and in choices. @param {Change} change */
function moved(change) {
  const verb = VERBS[direction(change)];
  const { before, after } = change;
  return (
    `${verb} from ${fixed(before)} to ${fixed(after)} nats (${give(change)}): ` +
    `from ${choices(before)} choices to ${choices(after)}`
  );
}

/**
 * What is known before the first step.
 * @param {Losses} losses
 */
function before(losses) {
  const { trained, general } = changesOf({ first: { losses }, last: { losses } });
  return [
    `Before: a letter of your list costs the model ${fixed(trained.before)} nats, as unsure as among ` +
      `${choices(trained.before)} choices. Of names of the course’s list that it has never seen, ` +
      `${fixed(general.before)}, as among ${choices(general.before)}.`,
  ];
}

/** What the names held back say. @param {Change} change */
function generalised(change) {
  if (change.count < LEAST_NAMES)
    return `Held back: ${count(change.count, "name")}, too few to say what else it has learned.`;
  const said = `On those held back it ${moved(change)}.`;
  const meaning = {
    "-1": "So it has learned something that the names have in common.",
    0: "So it has learned these names, and nothing that shows of their kind.",
    1: "So it has learned these names by heart, and has become worse at their kind.",
  };
  return `${said} ${meaning[direction(change)]}`;
}

/**
 * What was learned and forgotten, a paragraph each.
 * @param {Pick<Tuning, "first" | "last">} run
 * @param {number} mix percent of old names
 */
export function findings({ first, last }, mix) {
  if (last.step === 0) return before(first.losses);
  const { trained, heldBack, general } = changesOf({ first, last });
  const forgot = direction(general) > 0 ? "Forgotten" : "Nothing forgotten that shows";
  const rehearsed = mix ? ` ${mix} % of the rounds rehearsed names from its first training.` : "";
  const learned = `on the names of your list that it trained on, the loss ${moved(trained)}`;
  const never = `on ${general.count} names of the course’s list that it has never seen`;
  return [
    `Learned: ${learned}. ${generalised(heldBack)}`,
    `${forgot}: ${never}, the loss ${moved(general)}.${rehearsed}`,
  ];
}
