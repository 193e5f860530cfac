/** Surprise and entropy: the same questions as `entropy.py`, the usual mistakes, and the way to the answer. */

import { entropyOf } from "../../engine/nn.js";
import { between, hundredths, listed, written } from "./numbers.js";
import { numbersTable } from "./numbers_table.js";

/** @typedef {import("./numbers.js").Random} Random */
/** @typedef {import("./judge.js").Mistake} Mistake */
/**
 * The probability of a token is its share / of; the one at the place `came` comes.
 * @typedef {{ shares: number[], of: number, came: number }} Facts
 */

const HALVES = [
  [2, 1, 1],
  [1, 1, 1, 1],
  [4, 2, 1, 1],
  [2, 2, 2, 1, 1],
  [4, 1, 1, 1, 1],
];
const LETTERS = "abcde";
const TOLERANCE = 0.02;

/**
 * @param {Random} random
 * @param {number} level
 * @returns {Facts}
 */
function draw(random, level) {
  const shares = [powersOfTwo, tenths, withNone][level - 1](random);
  random.shuffle(shares);
  const possible = shares.flatMap((share, i) => (share ? [i] : []));
  const of = shares.reduce((all, share) => all + share, 0);
  return { shares, of, came: possible[between(random, 0, possible.length - 1)] };
}

/** @param {Random} random */
const powersOfTwo = (random) => [...HALVES[between(random, 0, 4)]];

/** @param {Random} random */
function tenths(random) {
  const first = between(random, 1, 8);
  const second = between(random, 1, 9 - first);
  return [first, second, 10 - first - second];
}

/** One of the tokens cannot come. @param {Random} random */
function withNone(random) {
  const first = between(random, 1, 7);
  const second = between(random, 1, 8 - first);
  const third = between(random, 1, 9 - first - second);
  return [first, second, third, 10 - first - second - third, 0];
}

/**
 * @param {Facts} facts
 * @param {number} level
 */
const textsOf = ({ shares, of }, level) =>
  shares.map((n) => (level === 1 ? `1/${of / n}` : written(n / of)));

/**
 * @param {Facts} facts
 * @param {number} level
 * @returns {import("./kinds.js").Question}
 */
function ask(facts, level) {
  const { shares, of, came } = facts;
  const texts = textsOf(facts, level);
  const tokens = listed(texts.map((text, i) => `${LETTERS[i]} ${text}`));
  const units = level === 3 ? "in bits and in nats" : "in bits";
  const probs = shares.map((n) => n / of);
  const bits = probs.map((p) => -Math.log2(p));
  const nats = -Math.log(probs[came]);
  const entropy = entropyOf(probs) / Math.LN2;
  const inNats = number(
    "nats",
    "surprise in nats",
    nats,
    "Take ln in place of log₂: bits × 0.693.",
    [
      { value: bits[came], says: "These are bits. 1 bit is 0.693 nats." },
      { value: bits[came] / Math.LN2, says: "Multiply the bits by 0.693, do not divide." },
      { value: -nats, says: SIGN },
    ],
  );
  return {
    words:
      `The probabilities of the next token: ${tokens}. ${LETTERS[came]} comes. ` +
      `How large is the surprise ${units}, and how large is the entropy in bits?`,
    task: `Two decimals each; ${TOLERANCE} off is near enough.`,
    fields: [
      number(
        "surprise",
        "surprise in bits",
        bits[came],
        "The surprise is −log₂ of the probability.",
        surpriseMistakes(probs, came),
      ),
      ...(level === 3 ? [inNats] : []),
      number(
        "entropy",
        "entropy in bits",
        entropy,
        "Each probability times its surprise, added up.",
        entropyMistakes(probs, came),
      ),
    ],
    steps: steps(facts, level, entropy),
  };
}

const SIGN = "The logarithm of a probability is negative: the minus sign makes it positive.";

/**
 * @param {string} id
 * @param {string} label
 * @param {number} answer
 * @param {string} hint
 * @param {Mistake[]} mistakes
 * @returns {import("./judge.js").NumberField}
 */
const number = (id, label, answer, hint, mistakes) => ({
  ...{ id, label, answer, hint, mistakes, tolerance: TOLERANCE },
  shown: hundredths,
});

/**
 * @param {number[]} probs
 * @param {number} came
 * @returns {Mistake[]}
 */
function surpriseMistakes(probs, came) {
  const p = probs[came];
  const bits = -Math.log2(p);
  const others = probs.flatMap((q, i) => (i !== came && q > 0 ? [-Math.log2(q)] : []));
  return [
    { value: -bits, says: SIGN },
    { value: bits * Math.LN2, says: "These are nats, with ln. For bits take log₂." },
    { value: -Math.log10(p), says: "This is with the logarithm to base 10. For bits take log₂." },
    { value: p, says: "This is the probability. The surprise is −log₂ of it." },
    { value: 1 / p, says: "This is 1 divided by the probability. Take log₂ of that." },
    { value: p * bits, says: "This is weighted with the probability: that is for the entropy." },
    ...others.map((value) => ({ value, says: "This is the surprise of another token." })),
  ];
}

/**
 * @param {number[]} probs
 * @param {number} came
 * @returns {Mistake[]}
 */
function entropyMistakes(probs, came) {
  const possible = probs.filter((p) => p > 0);
  const surprises = possible.map((p) => -Math.log2(p));
  const sum = surprises.reduce((all, x) => all + x, 0);
  const entropy = possible.reduce((all, p, i) => all + p * surprises[i], 0);
  return [
    { value: -entropy, says: SIGN },
    { value: entropy * Math.LN2, says: "These are nats, with ln. For bits take log₂." },
    {
      value: sum,
      says: "The surprises are added without weights. Multiply each by its probability.",
    },
    {
      value: sum / possible.length,
      says: "This is the plain mean. Weight each surprise with its probability.",
    },
    {
      value: -Math.log2(probs[came]),
      says: "This is the surprise of the token that came. Average over all.",
    },
    { value: Math.log2(possible.length), says: "That would be so if all were equally likely." },
    { value: Math.log2(probs.length), says: "That would be so if all were equally likely." },
  ];
}

/**
 * @param {Facts} facts
 * @param {number} level
 * @param {number} entropy
 */
function steps(facts, level, entropy) {
  const { shares, of, came } = facts;
  const texts = textsOf(facts, level);
  const bits = shares.map((n) => Math.log2(of / n));
  const write = (/** @type {number} */ x) => (level === 1 ? written(x) : hundredths(x));
  const how = (/** @type {number} */ i) =>
    level === 1 || shares[i] === of / 2 || of % shares[i] === 0
      ? `log₂ ${of / shares[i]}`
      : `log₂ 10 − log₂ ${shares[i]}`;
  const weighed = shares.flatMap((n, i) => (n ? [`${texts[i]} × ${write(bits[i])}`] : []));
  const each = bits.flatMap((x, i) => (shares[i] ? [`${LETTERS[i]} ${write(x)}`] : []));
  const nats = `In nats: ${hundredths(bits[came])} × 0.693 = ${hundredths(bits[came] * Math.LN2)}.`;
  return [
    `Surprise of ${LETTERS[came]}: −log₂ ${texts[came]} = ${how(came)} = ${write(bits[came])} bits.`,
    ...(level === 3 ? [nats] : []),
    `The surprise of each token: ${each.join(", ")}.`,
    `Entropy: ${weighed.join(" + ")} = ${level === 1 ? written(entropy) : hundredths(entropy)} bits.`,
    ...(level === 3 ? ["A token that cannot come adds 0."] : []),
  ];
}

/**
 * @param {Facts} _facts
 * @param {number} level
 */
function beside(_facts, level) {
  const ns = level === 1 ? [1, 2, 4, 8] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const write = (/** @type {number} */ n) => (level === 1 ? written : hundredths)(Math.log2(n));
  return numbersTable("n", ns.map(String), [["log₂ n", ns.map(write)]]);
}

export const entropy = {
  title: "surprise and entropy",
  levels: [
    "halves, quarters and eighths",
    "tenths, with a table of log₂",
    "a token that cannot come, and nats as well",
  ],
  draw,
  ask,
  beside,
};
