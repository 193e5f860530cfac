/** Softmax by hand: the same questions as `softmax.py`, the usual mistakes, and the way to the answer. */

import { softmax as probabilities } from "../../engine/nn.js";
import { between, hundredths, listed, precise, written } from "./numbers.js";
import { numbersTable } from "./numbers_table.js";

/** @typedef {import("./numbers.js").Random} Random */
/** @typedef {{ logs: boolean, numbers: number[] }} Facts  logs: the logits are the logarithms of the numbers */

const TOTALS = [4, 5, 8, 10, 20]; // what the numbers behind the logarithms add up to
const TOLERANCE = 0.01;
const TABLES = [[], [-2, -1, 0, 1, 2, 3, 4], [-3, -2, -1, 0]];

/**
 * @param {Random} random
 * @param {number} level
 * @returns {Facts}
 */
function draw(random, level) {
  for (;;) {
    const numbers = [logarithms, small, large][level - 1](random);
    if (new Set(numbers).size > Math.min(level, 2)) return { logs: level === 1, numbers };
  }
}

/** @param {Random} random */
function logarithms(random) {
  const total = TOTALS[between(random, 0, 4)];
  const first = between(random, 1, total - 2);
  const second = between(random, 1, total - first - 1);
  return [first, second, total - first - second];
}

/** @param {Random} random */
function small(random) {
  const lowest = between(random, -2, 1);
  return [0, 0, 0].map(() => lowest + between(random, 0, 3));
}

/** Too large for the table: the largest has to be taken away first. @param {Random} random */
function large(random) {
  const highest = between(random, 8, 40);
  const place = between(random, 0, 3);
  return [0, 1, 2, 3].map((i) => highest - (i === place ? 0 : between(random, 0, 3)));
}

/** @param {Facts} facts */
function logitsOf({ logs, numbers }) {
  const texts = numbers.map((n) => (logs ? "ln " : "") + written(n));
  return { texts, logits: numbers.map((n) => (logs ? Math.log(n) : n)) };
}

/**
 * @param {Facts} facts
 * @param {number} level
 * @returns {import("./kinds.js").Question}
 */
function ask(facts, level) {
  const { texts, logits } = logitsOf(facts);
  const probs = [...probabilities(logits)];
  return {
    words: `The logits are ${listed(texts)}. What does softmax make of them?`,
    task: "Two decimals each; 0.01 off is near enough.",
    fields: probs.map((p, i) => ({
      id: `p${i}`,
      label: `probability of ${texts[i]}`,
      answer: p,
      tolerance: TOLERANCE,
      shown: hundredths,
      hint: "Take e to the power of each logit, add them up, and divide each by the sum.",
      mistakes: mistakes(facts, logits, probs, i),
    })),
    steps: level === 1 ? logSteps(facts, texts) : powerSteps(logits, level === 3),
  };
}

/**
 * @param {Facts} facts
 * @param {number[]} logits
 * @param {number[]} probs
 * @param {number} i
 * @returns {import("./judge.js").Mistake[]}
 */
function mistakes({ logs, numbers }, logits, probs, i) {
  const total = (/** @type {number[]} */ xs) => xs.reduce((all, x) => all + x, 0);
  const literal = probabilities(numbers)[i];
  const back = probabilities(logits.map((x) => -x))[i];
  return [
    {
      value: Math.exp(logits[i]),
      says: "This is e to the power of the logit. Divide it by the sum of all of them.",
    },
    {
      value: logits[i] / total(logits),
      says: "The logits themselves are divided here. Take e to the power of each first.",
    },
    {
      value: probs[i] / Math.max(...probs),
      says: "This is divided by the largest. Divide by the sum of all.",
    },
    ...(logs
      ? [{ value: literal, says: "The logits are logarithms: e to the power of ln 3 is 3." }]
      : []),
    { value: back, says: "This favours the small logits: the sign is turned round." },
    { value: 100 * probs[i], says: "This is in percent: 20 % is 0.20." },
    { value: 1 / probs.length, says: "That shares 1 evenly. A larger logit gets more." },
    ...probs.flatMap((p, j) =>
      j === i ? [] : [{ value: p, says: "This is the probability of another logit." }],
    ),
  ];
}

/**
 * @param {Facts} facts
 * @param {string[]} texts
 */
function logSteps({ numbers }, texts) {
  const sum = numbers.reduce((all, n) => all + n, 0);
  const back = texts.map((text, i) => `e^(${text}) = ${numbers[i]}`);
  return [
    `e to the power of a logarithm gives the number back: ${back.join(", ")}.`,
    `The sum: ${numbers.join(" + ")} = ${sum}.`,
    `Divide each by it: ${numbers.map((n) => `${n} / ${sum} = ${hundredths(n / sum)}`).join(", ")}.`,
  ];
}

/**
 * @param {number[]} logits
 * @param {boolean} shift whether the largest is taken away first
 */
function powerSteps(logits, shift) {
  const largest = Math.max(...logits);
  const xs = logits.map((x) => (shift ? x - largest : x));
  const powers = xs.map(Math.exp);
  const sum = powers.reduce((all, x) => all + x, 0);
  const first = `Take the largest, ${largest}, away from each, which changes nothing: ${xs.map(written).join(", ")}.`;
  return [
    ...(shift ? [first] : []),
    `e to the power of each: ${xs.map((x, i) => `e^${written(x)} = ${precise(powers[i])}`).join(", ")}.`,
    `The sum: ${powers.map(precise).join(" + ")} = ${precise(sum)}.`,
    `Divide each by it: ${powers.map((x) => `${precise(x)} / ${precise(sum)} = ${hundredths(x / sum)}`).join(", ")}.`,
  ];
}

/**
 * @param {Facts} _facts
 * @param {number} level
 */
function beside(_facts, level) {
  const xs = TABLES[level - 1];
  return numbersTable("x", xs.map(written), [["e^x", xs.map((x) => precise(Math.exp(x)))]]);
}

export const softmax = {
  title: "softmax by hand",
  levels: [
    "the logits are logarithms",
    "whole numbers, with a table of e^x",
    "four larger ones: take the largest away first",
  ],
  draw,
  ask,
  beside,
};
