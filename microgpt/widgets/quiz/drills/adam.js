/**
 * One step of Adam for one parameter: the same questions as `adam.py`, the usual mistakes, and the way
 * to the answer.
 */

import { ADAM, adamStep } from "../../engine/adam.js";
import { fmt } from "../../kit/format.js";
import { between, inside, nonzero, precise, written } from "./numbers.js";
import { numbersTable } from "./numbers_table.js";

/** @typedef {import("./numbers.js").Random} Random */
/** @typedef {import("./judge.js").Mistake} Mistake */
/** @typedef {import("./judge.js").Typed} Typed */
/** @typedef {{ t: number, g: number, p: number, lr: number, m: number, v: number }} Facts */

const RATES = [0.1, 0.05, 0.02, 0.01];
const LEAST = 1000; // of the new m, in hundred-thousandths: what is nearly 0 teaches nothing
const NEAR = 0.01; // of a number: three digits are enough
const { beta1: B1, beta2: B2 } = ADAM;

/**
 * @param {Random} random
 * @param {number} level
 * @returns {Facts}
 */
function draw(random, level) {
  for (;;) {
    const [g, p] = [nonzero(random, -12, 12), nonzero(random, -99, 99)];
    const lr = level === 1 ? RATES[0] : RATES[between(random, 0, 3)];
    const [t, m, v] = [first, second, later][level - 1](random);
    if (Math.abs(85 * m + 1500 * g) >= LEAST)
      return { t, g: g / 10, p: p / 100, lr, m: m / 1000, v: v / 10000 };
  }
}

const first = () => [1, 0, 0];

/** The averages that one gradient before has left, exactly. @param {Random} random */
function second(random) {
  const before = nonzero(random, -12, 12);
  return [2, 15 * before, before ** 2];
}

/** Averages as several gradients of the size k / 10 might have left. @param {Random} random */
function later(random) {
  const [t, k] = [between(random, 3, 9), between(random, 3, 9)];
  return [t, 10 * nonzero(random, -4 * k, 4 * k), (t - 1) * k ** 2];
}

/** All numbers of the step. @param {Facts} facts */
function computed({ t, g, p, lr, m, v }) {
  const { m: newM, v: newV, mHat, vHat, step } = adamStep(g, { m, v, t: t - 1 }, lr);
  return { m: newM, v: newV, mHat, vHat, move: step, after: p - step };
}

/**
 * @param {Facts} facts
 * @returns {import("./kinds.js").Question}
 */
function ask(facts) {
  const { t, g, p, lr, m, v } = facts;
  const now = computed(facts);
  const w = written;
  return {
    words:
      `Step ${t} of Adam: p is ${w(p)}, its gradient is ${w(g)}. So far m is ${w(m)} and v is ${w(v)}; ` +
      `the learning rate is ${w(lr)}. What are the new m and v, the corrected ones, the move, and p after it?`,
    task: `Keep ${B1} of m and ${B2} of v. Three digits are enough: 1 in 100 off is near enough.`,
    fields: [
      stage(
        "m",
        "new m",
        now.m,
        `${B1} of the old m, and ${w(1 - B1)} of the gradient.`,
        mistakesM(facts),
      ),
      stage(
        "v",
        "new v",
        now.v,
        `${B2} of the old v, and ${w(1 - B2)} of the gradient’s square.`,
        mistakesV(facts),
      ),
      {
        ...stage(
          "m_hat",
          "corrected m",
          now.mHat,
          `Divide the new m by 1 − ${B1}^${t}.`,
          corrections(now.m, B1, B2, t),
        ),
        follows: ({ m }) => m / (1 - B1 ** t),
      },
      {
        ...stage(
          "v_hat",
          "corrected v",
          now.vHat,
          `Divide the new v by 1 − ${B2}^${t}.`,
          corrections(now.v, B2, B1, t),
        ),
        follows: ({ v }) => v / (1 - B2 ** t),
      },
      {
        ...stage(
          "move",
          "move",
          now.move,
          "The learning rate times corrected m, divided by the root of corrected v.",
          mistakesMove(facts),
        ),
        follows: (typed) => (lr * typed.m_hat) / Math.sqrt(typed.v_hat),
      },
      {
        ...stage("p", "p after it", now.after, "The move is taken away from p.", mistakesP(facts)),
        tolerance: 2 * NEAR * Math.abs(now.move),
        shown: (x) => fmt(x, 3 - Math.floor(Math.log10(Math.abs(now.move)))),
        follows: ({ move }) => p - move,
      },
    ],
    steps: stepsOf(facts),
  };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {number} answer
 * @param {string} hint
 * @param {Mistake[]} mistakes
 * @returns {import("./judge.js").NumberField}
 */
const stage = (id, label, answer, hint, mistakes) => ({
  ...{ id, label, answer, hint, mistakes, shown: precise },
  tolerance: NEAR * Math.abs(answer),
});

/** @param {Facts} facts @returns {Mistake[]} */
const mistakesM = ({ g, m }) => [
  { value: (1 - B1) * m + B1 * g, says: `The shares are swapped: ${B1} is for the old m.` },
  { value: B1 * m + g, says: `The gradient counts in full here. Its share is ${written(1 - B1)}.` },
  { value: B2 * m + (1 - B2) * g, says: `These are the shares of v. m keeps ${B1}.` },
  { value: g, says: "This is the gradient alone. m is an average with the old m." },
  { value: (1 - B1) * g, says: `${B1} of the old m is missing.` },
  {
    value: B1 * m - (1 - B1) * g,
    says: "Here the gradient is taken away. The average adds its share.",
  },
];

/** @param {Facts} facts @returns {Mistake[]} */
const mistakesV = ({ g, v }) => [
  { value: B2 * v + (1 - B2) * g, says: "v averages the square of the gradient. Square it first." },
  { value: B2 * v - (1 - B2) * g ** 2, says: "A square is never negative: its share is added." },
  { value: B1 * v + (1 - B1) * g ** 2, says: `These are the shares of m. v keeps ${B2}.` },
  { value: (1 - B2) * v + B2 * g ** 2, says: `The shares are swapped: ${B2} is for the old v.` },
  {
    value: B2 * v + g ** 2,
    says: `The square counts in full here. Its share is ${written(1 - B2)}.`,
  },
  { value: g ** 2, says: "This is the square alone. v is an average with the old v." },
  { value: (1 - B2) * g ** 2, says: `${B2} of the old v is missing.` },
];

/**
 * @param {number} x the new average
 * @param {number} beta
 * @param {number} other of the other average
 * @param {number} t
 * @returns {Mistake[]}
 */
const corrections = (x, beta, other, t) => [
  { value: x, says: "This is not corrected: the average began at 0, so it is too small." },
  {
    value: x * (1 - beta ** t),
    says: "Divide by that, do not multiply: the average is too small.",
  },
  { value: x / beta ** t, says: `Divide by 1 − ${beta}^${t}, not by the power itself.` },
  { value: x / (1 - beta), says: `The power is missing: ${beta}^${t} in step ${t}.` },
  {
    value: x / (1 - beta ** (t - 1)),
    says: `This is the correction of the step before: the power is ${t}.`,
  },
  { value: x / (1 - other ** t), says: `This is corrected with ${other}. Here it is ${beta}.` },
];

/** @param {Facts} facts @returns {Mistake[]} */
function mistakesMove(facts) {
  const { lr, g } = facts;
  const { m, v, mHat, vHat, move } = computed(facts);
  return [
    { value: (lr * mHat) / vHat, says: "The root is missing: divide by the root of corrected v." },
    { value: (lr * m) / Math.sqrt(v), says: "These are the averages before they are corrected." },
    { value: mHat / Math.sqrt(vHat), says: "The learning rate is missing." },
    { value: lr * mHat, says: "Divide by the root of corrected v, too." },
    {
      value: lr * mHat * Math.sqrt(vHat),
      says: "Divide by the root of corrected v, do not multiply.",
    },
    {
      value: lr * g,
      says: "This is the move of plain gradient descent: the learning rate times the gradient.",
    },
    {
      value: -move,
      says: "The sign is turned round. The move has the sign of m; it is taken away afterwards.",
    },
  ];
}

/** @param {Facts} facts @returns {Mistake[]} */
function mistakesP(facts) {
  const { p, lr, g } = facts;
  const { move } = computed(facts);
  return [
    { value: p + move, says: "Here the move is added. It is taken away: that goes downhill." },
    { value: p, says: "p has not moved." },
    { value: p - lr * g, says: "This is plain gradient descent. Take away Adam’s move." },
    { value: -move, says: "This is the move alone. Take it away from p." },
  ];
}

/** @param {Facts} facts */
function stepsOf(facts) {
  const { t, g, p, lr, m, v } = facts;
  const now = computed(facts);
  const [w, n] = [written, precise];
  const [rest1, rest2] = [w(1 - B1), w(1 - B2)];
  const after = fmt(now.after, 3 - Math.floor(Math.log10(Math.abs(now.move))));
  return [
    `New m: ${B1} × ${inside(m)} + ${rest1} × ${inside(g)} = ${n(now.m)}.`,
    `New v: ${B2} × ${inside(v)} + ${rest2} × ${inside(g)}² = ${n(now.v)}.`,
    `Corrected m: ${n(now.m)} / (1 − ${B1}^${t}) = ${n(now.m)} / ${n(1 - B1 ** t)} = ${n(now.mHat)}.`,
    `Corrected v: ${n(now.v)} / (1 − ${B2}^${t}) = ${n(now.v)} / ${n(1 - B2 ** t)} = ${n(now.vHat)}.`,
    `Move: ${w(lr)} × ${inside(now.mHat, n)} / √${n(now.vHat)} = ${n(now.move)}. ` +
      "(The 0.00000001 beside the root changes no digit here.)",
    `p after it: ${w(p)} − ${inside(now.move, n)} = ${after}.`,
  ];
}

/** The powers that the corrections need. @param {Facts} facts */
function beside({ t }) {
  return numbersTable(
    "power",
    [`${B1}^${t}`, `${B2}^${t}`],
    [["is", [precise(B1 ** t), precise(B2 ** t)]]],
  );
}

export const adam = {
  title: "one step of Adam",
  levels: ["the first step, from m = 0 and v = 0", "the second step", "a later step"],
  draw,
  ask,
  beside,
};
