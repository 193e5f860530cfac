/** The settings in words; and the second run, in which one of them is changed. */

import { LEARNING_RATE } from "./plan.js";

/** @typedef {import("./plan.js").Settings} Settings */
/** @typedef {keyof typeof KNOBS} Knob */
/** @typedef {Partial<Pick<Settings, Knob>>} Change one of them at most */

const LARGEST_RATE = 100;

/** What can be changed in the second run: its name, and a first other value of it. */
export const KNOBS = {
  learning_rate: {
    label: "learning rate",
    /** @param {Settings} settings */
    next: ({ learning_rate: rate }) =>
      rate * 3 > LARGEST_RATE ? rate / 3 : Number((rate * 3).toPrecision(3)),
  },
  optimiser: {
    label: "optimiser",
    /** @param {Settings} settings */
    next: ({ optimiser }) => (optimiser === "adam" ? "sgd" : "adam"),
  },
  n_embd: {
    label: "width",
    /** @param {Settings} settings */
    next: ({ n_embd }) => (n_embd > 8 ? 8 : 16),
  },
  seed: {
    label: "seed",
    /** @param {Settings} settings */
    next: ({ seed }) => (seed < 1e9 ? seed + 1 : 0),
  },
};

/** What is changed, if anything. @param {Change} change @returns {Knob | null} */
export function knobOf(change) {
  return /** @type {Knob} */ (Object.keys(change)[0]) ?? null;
}

/** A learning rate that the optimiser brought. @param {Settings} settings */
export function rateLeftAlone({ learning_rate, optimiser }) {
  return learning_rate === LEARNING_RATE[optimiser];
}

/**
 * The settings of the second run; null: there is none, for nothing is changed. A learning rate that
 * was left alone follows the optimiser.
 * @template {Settings & { compare: Change }} S
 * @param {S} settings
 * @returns {S | null}
 */
export function otherSettings(settings) {
  const knob = knobOf(settings.compare);
  if (!knob || settings.compare[knob] === settings[knob]) return null;
  const other = { ...settings, ...settings.compare };
  if (knob === "optimiser" && rateLeftAlone(settings))
    other.learning_rate = LEARNING_RATE[other.optimiser];
  return other;
}

/**
 * How settings differ from others, in words: "SGD, rate 0.1"; empty where they do not.
 * @param {Settings & { list?: string }} mine
 * @param {Settings & { list?: string }} others
 */
export function unlike(mine, others) {
  const { optimiser, learning_rate: rate, n_embd, seed, steps, list = "" } = mine;
  const named = [
    list !== (others.list ?? "") && list,
    optimiser !== others.optimiser && (optimiser === "sgd" ? "SGD" : "Adam"),
    rate !== others.learning_rate && `rate ${Number(rate.toPrecision(6))}`,
    n_embd !== others.n_embd && `width ${n_embd}`,
    seed !== others.seed && `seed ${seed}`,
    steps !== others.steps && `${steps.toLocaleString("en")} ${steps === 1 ? "round" : "rounds"}`,
  ];
  return named.filter(Boolean).join(", ");
}
