/** The two or three numbers of each stop: in a sentence where it is open, in a few words where it lies behind. */

import { brief, fixed, percent, signed } from "../../kit/format.js";

/** @typedef {import("../one_signal.js").Now} Now */

/** "0.31 + (−0.12)". @param {number} a @param {number} b */
const plus = (a, b) => `${fixed(a)} + ${b < 0 ? `(${fixed(b)})` : fixed(b)}`;

/** @param {ArrayLike<number>} xs */
const largest = (xs) => Array.from(xs).reduce((best, x, i) => (x > xs[best] ? i : best), 0);

/** How a guess is called in a sentence. @param {Now} now @param {number} i */
const called = ({ guesses }, i) => (guesses[i] === "end" ? "the end" : guesses[i]);

/** "e, 0.45": from whom a head takes most. @param {Now} now @param {number} head */
function mostOf({ letters, way }, head) {
  const at = largest(way.heads[head]);
  return `${letters[at]} ${fixed(way.heads[head][at])}`;
}

/** A negative number stands in brackets. @param {number} x */
const inside = (x) => (x < 0 ? `(${brief(x)})` : brief(x));

/** The open stop, in one or two sentences. @type {((now: Now) => string)[]} */
export const FACTS = [
  ({ letters, way }) =>
    `${letters[way.at]} stands at position ${way.at}; its token id is ${way.id}.`,
  ({ way: { blocks } }) =>
    `The first number: ${plus(blocks.token[0], blocks.position[0])} = ${fixed(blocks.sum[0])}; ` +
    `after rmsnorm it is ${fixed(blocks.norm[0])}.`,
  (now) =>
    now.way.at === 0
      ? "BOS has nothing before it: each head gives it the weight 1."
      : `Most is taken from: ${now.way.heads.map((_, h) => `${mostOf(now, h)} in head ${h}`).join(", ")}.`,
  ({ way: { blocks } }) =>
    `The first number: ${plus(blocks.norm[0], blocks.wo[0])} = ${fixed(blocks.attn_add[0])}.`,
  ({ way: { blocks, off } }) =>
    `${off} of ${blocks.relu.length} are off. The first number of x: ` +
    `${plus(blocks.attn_add[0], blocks.fc2[0])} = ${fixed(blocks.mlp_add[0])}.`,
  (now) => {
    const { logits, probs } = now.way.blocks;
    const best = largest(probs);
    return `The largest logit is ${fixed(logits[best])}, for ${called(now, best)}: probability ${fixed(probs[best])}.`;
  },
  (now) =>
    `${called(now, now.way.target)} follows: −log ${brief(probability(now))} = ${fixed(now.way.loss)}. ` +
    "If all 27 were equally likely, it would be log 27 = 3.30.",
  (now) =>
    `For ${called(now, now.way.target)}: ${brief(probability(now))} − 1 = ${fixed(blameOf(now))}. ` +
    "Its logit should rise, and all others fall.",
  ({ way: { loss, lossAfter } }) =>
    `All weights move so. The same guess, made again: loss ${fixed(lossAfter)}, after ${fixed(loss)}.`,
  (now) =>
    `Drawn: ${called(now, now.drawn)}, which at this temperature has the probability ` +
    `${fixed(now.probs[now.drawn])}.`,
];

/** A stop that lies behind, in a few words. @type {((now: Now) => string)[]} */
export const LINES = [
  ({ letters, way }) => `${letters[way.at]} is token ${way.id}`,
  ({ way: { blocks } }) => `16 numbers, the first ${fixed(blocks.norm[0])}`,
  (now) => `head 0: most from ${mostOf(now, 0)}`,
  ({ way: { blocks } }) => `first number ${signed(blocks.wo[0])}`,
  ({ way: { off, blocks } }) => `${off} of ${blocks.relu.length} off`,
  (now) => {
    const best = largest(now.way.blocks.probs);
    return `surest: ${called(now, best)}, ${percent(now.way.blocks.probs[best])}`;
  },
  (now) => `${called(now, now.way.target)}: loss ${fixed(now.way.loss)}`,
  (now) => `logit of ${called(now, now.way.target)}: ${fixed(blameOf(now))}`,
  ({ way }) => `loss ${fixed(way.loss)}, then ${fixed(way.lossAfter)}`,
  (now) => `drawn: ${called(now, now.drawn)}`,
];

/** Of the token that follows. @param {Now} now */
const probability = ({ way }) => way.blocks.probs[way.target];
/** @param {Now} now */
const blameOf = ({ way }) => way.blame[way.target];

/** What Adam does with the chosen weight, in lines as on paper. @param {Now} now */
export function adamLines({ weight: { label, numbers } }) {
  const { value, g, m, v, mHat, vHat, step, next } = numbers;
  return [
    `${label} = ${fixed(value, 4)}, gradient g = ${brief(g)}`,
    `m = 0.85 × 0 + 0.15 × ${inside(g)} = ${brief(m)}`,
    `v = 0.99 × 0 + 0.01 × ${inside(g)}² = ${brief(v)}`,
    `move = 0.01 × ${inside(mHat)} / √${brief(vHat)} = ${brief(step)}`,
    `new value = ${fixed(value, 4)} − ${step < 0 ? `(${fixed(step, 4)})` : fixed(step, 4)} = ${fixed(next, 4)}`,
  ];
}
