/** The settings of a run as the end of an address, and back. The data are not in it. */

import { knobOf } from "./knobs.js";
import { LEARNING_RATE } from "./plan.js";

const MARK = "#train=";
const WHOLE = /^\d{1,10}$/;
const DECIMAL = /^\d{1,3}(\.\d{1,10})?$/;

/** @typedef {import("../train_here.js").Choices} Choices */

/**
 * How each setting is called in a link, and what of a text is taken: undefined, where it is not
 * allowed.
 * @type {Record<string, { key: keyof Choices, read: (text: string) => any }>}
 */
const PARTS = {
  seed: { key: "seed", read: whole(0, 1e9) },
  steps: { key: "steps", read: whole(1, 10000) },
  width: { key: "n_embd", read: whole(4, 64, 4) },
  rate: { key: "learning_rate", read: decimal(0.0001, 100) },
  optimiser: {
    key: "optimiser",
    read: (text) => (Object.hasOwn(LEARNING_RATE, text) ? text : undefined),
  },
  only: { key: "only", read: whole(0, 20000) },
  compare: { key: "compare", read: readChange },
};

/**
 * @param {number} low
 * @param {number} high
 * @param {number} [unit]
 */
function whole(low, high, unit = 1) {
  /** @param {string} text */
  return (text) => {
    const value = Number(text);
    const allowed = WHOLE.test(text) && value >= low && value <= high && value % unit === 0;
    return allowed ? value : undefined;
  };
}

/**
 * @param {number} low
 * @param {number} high
 */
function decimal(low, high) {
  /** @param {string} text */
  return (text) => {
    const value = Number(text);
    return DECIMAL.test(text) && value >= low && value <= high ? value : undefined;
  };
}

/** What the second run has changed: "rate=0.03", or "nothing". @param {string} text */
function readChange(text) {
  const [name, value = ""] = text.split("=");
  if (text === "nothing") return {};
  if (!["seed", "width", "rate", "optimiser"].includes(name)) return undefined;
  const { key, read } = PARTS[name];
  const found = read(value);
  return found === undefined ? undefined : { [key]: found };
}

/** @param {Choices} settings */
export function toLink(settings) {
  const parts = Object.entries(PARTS).map(
    ([name, { key }]) => `${name}:${writtenAs(settings, key)}`,
  );
  return MARK + parts.join(",");
}

/**
 * @param {Choices} settings
 * @param {keyof Choices} key
 */
function writtenAs(settings, key) {
  if (key === "compare") return changeAsText(settings.compare);
  const value = settings[key];
  return typeof value === "number" ? String(Number(value.toFixed(10))) : value;
}

/** @param {import("./knobs.js").Change} change */
function changeAsText(change) {
  const knob = knobOf(change);
  const [name = ""] = Object.keys(PARTS).filter((one) => PARTS[one].key === knob);
  return knob ? `${name}=${change[knob]}` : "nothing";
}

/**
 * The settings that the end of an address names; what is missing or not allowed there is left out.
 * Null: it names none.
 * @param {string} hash
 * @returns {Partial<Choices> | null}
 */
export function fromLink(hash) {
  if (!hash.startsWith(MARK)) return null;
  const found = decoded(hash.slice(MARK.length))
    .split(",")
    .flatMap((part) => {
      const [name, text = ""] = part.split(":");
      if (!Object.hasOwn(PARTS, name)) return [];
      const value = PARTS[name].read(text);
      return value === undefined ? [] : [[PARTS[name].key, value]];
    });
  return Object.fromEntries(found);
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
 * @param {Choices} settings
 */
export function toPython({ seed, steps, n_embd, learning_rate, optimiser, only, compare }) {
  const given = [
    seed !== 42 && `seed=${seed}`,
    steps !== 1000 && `steps=${steps}`,
    n_embd !== 16 && `n_embd=${n_embd}`,
    learning_rate !== LEARNING_RATE[optimiser] &&
      `learning_rate=${Number(learning_rate.toFixed(10))}`,
    optimiser !== "adam" && `optimiser="${optimiser}"`,
    only > 0 && `only=${only}`,
    knobOf(compare) && `compare=${JSON.stringify(compare).replace(":", ": ")}`,
  ].filter(Boolean);
  return `TrainHere(${given.join(", ")})`;
}
