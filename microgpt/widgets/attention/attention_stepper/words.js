/** What each step of the attention does: a sentence, and one line of arithmetic for each number. */

import { count, fixed } from "../../kit/format.js";

/** @typedef {import("../attention_stepper.js").Now} Now */
/** @typedef {import("../../engine/gpt.js").GPT} GPT */
/**
 * @typedef {{ name: string, matrix: Float64Array, x: Float64Array, result: Float64Array }} Product
 */

/** The steps in their order: step 1 is q. */
export const STAGES = [
  "start",
  "q",
  "k",
  "v",
  "cache",
  "product",
  "score",
  "weight",
  "blend",
  "output",
  "added",
];
export const LAST = STAGES.length - 1;

/** Whether a stage has been computed. @param {Now} now @param {string} stage */
export const done = ({ step }, stage) => step >= STAGES.indexOf(stage);

/** @param {Now} now */
export function sentence({ step, letters, at }) {
  const letter = letters[at];
  const seen = count(at + 1, "score");
  const said = /** @type {Record<string, string>} */ ({
    start:
      `${letter} comes in as x: its row of wte plus the row of its position in wpe, brought to ` +
      "size. n is x after one more rmsnorm. The cache holds the keys and values of the letters before.",
    q: "The query, wq times n: what this letter looks for.",
    k: "The key, wk times n: what it can be found by.",
    v: "The value, wv times n: what it gives to those who find it.",
    cache:
      "Its key and value join the cache. Later letters will find them there; " +
      "it sees nothing of later ones, because nothing of them is there yet.",
    product: `The query meets ${at ? "every key" : "the one key"} in the cache: a dot product each.`,
    score: "Each is divided by √2, for vectors of two numbers.",
    weight: at
      ? `Softmax turns the ${seen} into shares of 1. Before, the program takes the largest score ` +
        "away from all of them, which changes no share."
      : "Softmax of one score alone: its share is exactly 1.",
    blend: "The values are blended: each times its share, added up.",
    output: "wo mixes the numbers of the blend.",
    added: "What attention found is added to x. x is not replaced.",
  });
  return said[STAGES[step]];
}

/**
 * The matrix of the latest step, what it is multiplied with, and the result; null where there is
 * none.
 * @param {Now} now
 * @param {GPT} model
 */
export function matrixOf({ step, steps, at }, { layers: [{ wq, wk, wv, wo }] }) {
  const { normed: x, q, k, v, blend, output } = steps[at];
  const products = /** @type {Record<string, any>} */ ({
    q: { name: "wq", matrix: wq, x, result: q },
    k: { name: "wk", matrix: wk, x, result: k },
    v: { name: "wv", matrix: wv, x, result: v },
    output: { name: "wo", matrix: wo, x: blend, result: output },
  });
  return /** @type {Product | null} */ (products[STAGES[step]] ?? null);
}

/**
 * The arithmetic of the latest step.
 * @param {Now} now
 * @param {GPT} model
 */
export function lines(now, model) {
  const { step, letters, steps, at, printed } = now;
  const mine = steps[at];
  const [head] = mine.heads;
  const seen = steps.slice(0, at + 1);
  const product = matrixOf(now, model);
  if (product) return productLines(product);
  switch (STAGES[step]) {
    case "start":
      return [`x = ${vector(mine.x)}, n = rmsnorm(x) = ${vector(mine.normed)}`];
    case "cache":
      return [`${count(at + 1, "key")} and ${count(at + 1, "value")} in the cache`];
    case "product":
      return seen.map(
        ({ k }, t) => `${letters[t]}: ${sumOf(mine.q, k)} = ${fixed(head.products[t])}`,
      );
    case "score":
      return seen.map(
        (_, t) => `${letters[t]}: ${fixed(head.products[t])} / √2 = ${fixed(head.scores[t])}`,
      );
    case "weight":
      return softmaxLines(letters, head.scores, printed);
    case "blend":
      return Array.from(head.blend, (number, i) => {
        const column = seen.map(({ v }) => v[i]);
        return `blend${sub(i)} = ${sumOf(head.weights, column)} = ${fixed(number)}`;
      });
    default:
      return Array.from(
        mine.added,
        (number, i) =>
          `x${sub(i)}: ${bracketed(mine.x[i], true)} + ${bracketed(mine.output[i])} = ${fixed(number)}`,
      );
  }
}

/** A line for each row of the matrix. @param {Product} product */
function productLines({ name, matrix, x, result }) {
  return Array.from(result, (number, i) => {
    const row = matrix.subarray(i * x.length, (i + 1) * x.length);
    return `${name[1]}${sub(i)} = ${sumOf(row, x)} = ${fixed(number)}`;
  });
}

/**
 * @param {string[]} letters
 * @param {ArrayLike<number>} scores
 * @param {string[]} printed
 */
function softmaxLines(letters, scores, printed) {
  const exps = Array.from(scores, Math.exp);
  const total = fixed(exps.reduce((a, b) => a + b, 0));
  return exps.map(
    (exp, t) =>
      `${letters[t]}: e^${bracketed(scores[t], true)} / ${total} = ` +
      `${fixed(exp)} / ${total} = ${printed[t]}`,
  );
}

/** What the letter takes, as soon as that is known. @param {Now} now */
export function outcome(now) {
  if (!done(now, "weight")) return "";
  const { letters, at, printed } = now;
  if (at === 0) return `${letters[0]} takes exactly 1 from itself: nothing else is there.`;
  const parts = printed.map((share, t) => `${share} from ${t === at ? "itself" : letters[t]}`);
  return `${letters[at]} takes ${parts.slice(0, -1).join(", ")} and ${parts[at]}.`;
}

/**
 * Pairs multiplied and added, in writing.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function sumOf(a, b) {
  return Array.from(a, (x, i) => `${bracketed(x, i === 0)} × ${bracketed(b[i])}`).join(" + ");
}

/**
 * A negative number stands in brackets, except at the front.
 * @param {number} x
 * @param {boolean} [front]
 */
function bracketed(x, front = false) {
  const text = fixed(x);
  return text.startsWith("−") && !front ? `(${text})` : text;
}

/** @param {ArrayLike<number>} xs */
const vector = (xs) => `[${Array.from(xs, (x) => fixed(x)).join(", ")}]`;
/** @param {number} i */
const sub = (i) => "₀₁"[i];
