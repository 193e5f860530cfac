/** What the faults are called, the line of code that makes each, and what is said to an answer. */

import { names } from "../../data/names.js";
import { explanation, hint } from "./signs.js";

/** @typedef {import("../../engine/faulty.js").Fault} Fault */
/** @typedef {import("./run.js").Log} Log */

/** @type {{ [fault in Fault]: string }} */
export const LABELS = {
  none: "Nothing: it is healthy",
  large: "Rate too large",
  small: "Rate too small",
  grads: "Gradients not set back to 0",
  targets: "Targets shuffled",
  sign: "Step with the wrong sign",
  decay: "No decay",
};

const RATE = "adam(step, 0.01 * (1 - step / num_steps))";

/**
 * The line of the program, and what stands there in this run; "" where there is none.
 * @type {{ [fault: string]: { right: string, wrong: string } }}
 */
export const LINES = {
  large: { right: RATE, wrong: "adam(step, 0.1 * (1 - step / num_steps))" },
  small: { right: RATE, wrong: "adam(step, 0.0002 * (1 - step / num_steps))" },
  grads: { right: "p.grad = 0", wrong: "" },
  targets: {
    right: "losses.append(-probs[tokens[pos_id + 1]].log())",
    wrong: "losses.append(-probs[shuffled[pos_id]].log())",
  },
  sign: {
    right: "p.data -= lr * m_hat / (v_hat ** 0.5 + eps)",
    wrong: "p.data += lr * m_hat / (v_hat ** 0.5 + eps)",
  },
  decay: { right: RATE, wrong: "adam(step, 0.01)" },
};

/**
 * To an answer that is not right: what in this log speaks against it.
 * @param {Fault} answer
 * @param {Log} log
 */
export const notThis = (answer, log) => `${LABELS[answer]}? ${hint(answer, log)}`;

/**
 * To the right answer.
 * @param {Fault} fault
 * @param {Log} log
 */
export const itIs = (fault, log) => `${LABELS[fault]}. ${explanation(fault, log)}`;

/** What is known of the run before anything is said of it. @param {Log} log */
export function samplesWords({ samples }) {
  const all = samples.map((text) => (text === "" ? "(an empty one)" : text));
  return `Five names it makes in the end: ${all.join(", ")}.`;
}

/**
 * How many cases are solved.
 * @param {{ solved: number, atOnce: number, of: number }} score
 */
export function scoreWords({ solved, atOnce, of }) {
  if (solved === 0) return `${of} cases, none solved yet.`;
  return `${solved} of ${of} cases solved, ${atOnce} at the first try.`;
}

/**
 * Which of the cases paper shows.
 * @param {string} letter
 * @param {number} of how many there are
 */
export const paperWords = (letter, of) =>
  `This is case ${letter}, one of ${of}. The others are in the book on a screen.`;

/** How many names there are to learn from: for the caption. */
export const NAMES = names.split(" ").length.toLocaleString("en");
