/** In words: who is down, and what each is about to do. */

import { fixed } from "../../kit/format.js";

/** @typedef {import("./balls.js").Ball} Ball */
/** @typedef {import("./balls.js").Now} Now */

/** Four decimals, fewer where the number is large; a very large one in powers of ten. @param {number} x */
export function number(x) {
  const size = Math.abs(x);
  if (size >= 1e5) return x.toExponential(1).replace("e+", "e").replace("-", "−");
  return fixed(x, size < 10 ? 4 : Math.max(1, 4 - Math.floor(Math.log10(size))));
}

/** @param {Now} now */
export function sentences({ sgd, adam, steps }) {
  const one = standing("SGD", sgd);
  const other = standing("Adam", adam);
  if (steps === 0) return ["Nothing has moved yet. Press Step.", nextStep(sgd, adam)];
  return [`${one} ${other}`, [nextStep(sgd, adam), turned(sgd)].filter(Boolean).join(" ")];
}

/**
 * How a ball stands.
 * @param {string} name
 * @param {Ball} ball
 */
function standing(name, { now, taken, since, diverged }) {
  if (diverged)
    return `${name} overshoots further at each step: at step ${taken} its loss is over a million. Stopped.`;
  const loss = `loss ${number(now.loss)}`;
  return since === null
    ? `${name} is not down yet: ${loss}.`
    : `${name} is down since step ${since}: ${loss}.`;
}

/**
 * How far each goes next.
 * @param {Ball} sgd
 * @param {Ball} adam
 */
function nextStep(sgd, adam) {
  const moves = [...way("SGD", sgd), ...way("Adam", adam)];
  return moves.length ? `The next step: ${moves.join("; ")}.` : "";
}

/**
 * @param {string} name
 * @param {Ball} ball
 */
function way(name, { now, diverged }) {
  if (diverged) return [];
  const [one, other] = now.moves.map(({ step }) => number(Math.abs(step)));
  return [`${name} goes ${one} in w1 and ${other} in w2`];
}

/** Whether SGD has crossed the floor with its last step. @param {Ball} ball */
function turned({ visits, taken, diverged }) {
  if (diverged || taken === 0) return "";
  const [before, now] = visits.slice(-2).map(({ slopes }) => slopes);
  const crossed = now.findIndex((slope, i) => slope * before[i] < 0);
  return crossed < 0
    ? ""
    : `SGD has crossed the floor: its slope in w${crossed + 1} has changed its sign.`;
}
