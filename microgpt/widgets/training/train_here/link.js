/** The settings of a run as the end of an address, and back. The data are not in it. */

import { LEARNING_RATE } from "./plan.js";

const MARK = "#train=";
const WHOLE = /^\d{1,10}$/;
const DECIMAL = /^\d{1,3}(\.\d{1,10})?$/;

/** @typedef {import("./plan.js").Settings} Settings */

/** @param {Settings} settings */
export function toLink({ seed, steps, n_embd, learning_rate, optimiser }) {
  const rate = Number(learning_rate.toFixed(10));
  return `${MARK}seed:${seed},steps:${steps},width:${n_embd},rate:${rate},optimiser:${optimiser}`;
}

/**
 * The settings that the end of an address names; what is missing or not allowed there is left out.
 * Null: it names none.
 * @param {string} hash
 * @returns {Partial<Settings> | null}
 */
export function fromLink(hash) {
  if (!hash.startsWith(MARK)) return null;
  const found = /** @type {Partial<Settings>} */ ({});
  for (const part of decoded(hash.slice(MARK.length)).split(",")) {
    const [name, text = ""] = part.split(":");
    const value = Number(text);
    if (name === "seed" && WHOLE.test(text) && value <= 1e9) found.seed = value;
    if (name === "steps" && WHOLE.test(text) && value >= 1 && value <= 10000) found.steps = value;
    if (name === "width" && WHOLE.test(text) && value >= 4 && value <= 64 && value % 4 === 0)
      found.n_embd = value;
    if (name === "rate" && DECIMAL.test(text) && value >= 0.0001 && value <= 100)
      found.learning_rate = value;
    if (name === "optimiser" && Object.hasOwn(LEARNING_RATE, text))
      found.optimiser = /** @type {"adam" | "sgd"} */ (text);
  }
  return found;
}

/** Some programs write a link's punctuation in percent signs. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The same settings as a line of Python; what is at its default is left out.
 * @param {Settings} settings
 */
export function toPython({ seed, steps, n_embd, learning_rate, optimiser }) {
  const given = [
    seed !== 42 && `seed=${seed}`,
    steps !== 1000 && `steps=${steps}`,
    n_embd !== 16 && `n_embd=${n_embd}`,
    learning_rate !== LEARNING_RATE[optimiser] &&
      `learning_rate=${Number(learning_rate.toFixed(10))}`,
    optimiser !== "adam" && `optimiser="${optimiser}"`,
  ].filter(Boolean);
  return `TrainHere(${given.join(", ")})`;
}
