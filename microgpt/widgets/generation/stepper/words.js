/** What is said of the choice of one letter. */

import { h } from "../../kit/dom.js";
import { count, fixed } from "../../kit/format.js";
import { isolated } from "../../kit/isolated.js";
import { LETTERS, called } from "../letter_bars.js";

/** @typedef {import("../stepper.js").Now} Now */
/** @typedef {import("../stepper.js").Round} Round */
/** @typedef {import("../stepper.js").State} State */

/** The largest number that can be chosen: it stays below 1. */
export const HIGHEST = 0.9999;
const MOST_DIGITS = 6;

/** Where the piece of a letter begins and ends. @param {Round} round @param {number} i */
export function pieceOf({ ends }, i) {
  return [i ? ends[i - 1] : 0, ends[i]];
}

/**
 * As many digits as it takes to see that the number lies in the piece.
 * @param {Round} round
 */
export function digitsOf(round) {
  const [start, end] = pieceOf(round, round.chosen);
  for (let digits = 2; digits < MOST_DIGITS; digits++) {
    const [a, u, b] = [start, round.u, end].map((x) => Number(x.toFixed(digits)));
    if (a <= u && u < b) return digits;
  }
  return MOST_DIGITS;
}

/** The random number of a choice, as it is shown. @param {Round} round */
export const shownNumber = (round) => fixed(round.u, digitsOf(round));

/** "m’s piece", "the piece of the end" @param {number} i */
const pieceName = (i) => (LETTERS[i] === "end" ? "the piece of the end" : `${LETTERS[i]}’s piece`);

/**
 * Whether the likeliest letter was chosen, and why, from this choice's own numbers: a heading and
 * what follows it.
 * @param {Now} now
 * @returns {string[]}
 */
export function why(now) {
  const { round, drawn } = now;
  if (!drawn) return waiting(now);
  const { best, chosen, shares } = round;
  const digits = digitsOf(round);
  const span = (/** @type {number} */ i) => {
    const [start, end] = pieceOf(round, i);
    return `${fixed(start, digits)} to ${fixed(end, digits)}`;
  };
  const number = shownNumber(round);
  const ending = endWords(now);
  if (best === chosen)
    return [
      `${capital(called(best))}, the most probable letter, was chosen.`,
      `It has ${fixed(shares[best])}: its piece reaches from ${span(best)}. The number was ${number}: it fell there.`,
      ending,
    ].filter(Boolean);
  return [
    "Why was the most probable letter not chosen?",
    `${capital(called(best))} has ${fixed(shares[best])}: it fills ${span(best)}. ` +
      `The number was ${number}: it fell in ${pieceName(chosen)}, ${span(chosen)}. ` +
      `Of many numbers, ${fixed(100 * shares[best], 0)} in 100 fall in ${pieceName(best)}.`,
    ending,
  ].filter(Boolean);
}

/** @param {string} text */
const capital = (text) => (text.startsWith("the ") ? `T${text.slice(1)}` : text);

/** Before the number is drawn. @param {Now} now */
function waiting({ round, ids }) {
  const fed = ids.length === 1 ? "BOS" : LETTERS[round.token];
  return [
    `${fed} is fed; the model says what may come next.`,
    `The ${LETTERS.length} probabilities fill the bar from 0 to 1. ` +
      `Press Step to draw the number, or choose it yourself.`,
  ];
}

/** @param {Now} now */
function endWords({ over, ids }) {
  if (!over) return "";
  const name = ids
    .slice(1)
    .filter((id) => LETTERS[id] !== "end")
    .map((id) => LETTERS[id])
    .join("");
  const result = name
    ? `The name is ${isolated(name)}.`
    : "The name ended before its first letter.";
  return over === "end"
    ? `The end was chosen: the name is over. ${result}`
    : `The model can read no more: the name is cut off. ${result}`;
}

/**
 * What the rule cuts away, before and after.
 * @param {Now} now
 * @param {State} state
 */
export function cutWords({ round }, { rule }) {
  if (rule === "all") return "";
  const { probs, stays, shares, best } = round;
  const left = stays.filter(Boolean).length;
  const sum = probs.reduce((total, p, i) => (stays[i] ? total + p : total), 0);
  const gone = LETTERS.length - left;
  if (gone === 0) return "Nothing is cut away.";
  const greedy =
    rule === "greedy" ? " Greedy: the whole bar is one piece, so the number does not matter." : "";
  return (
    `${count(gone, "letter is", "letters are")} cut away (hatched), together ${fixed(1 - sum)}. ` +
    `What is left, ${fixed(sum)}, is stretched to 1: ` +
    `${called(best)} had ${fixed(probs[best])} and now has ${fixed(shares[best])}.${greedy}`
  );
}

/** The places for both. */
export function told() {
  const cut = h("p", { class: "mg-stepper-note" });
  const title = h("p", { class: "mg-stepper-title" });
  const rest = h("p", { class: "mg-stepper-why" });
  /**
   * @param {Now} now
   * @param {State} state
   */
  function set(now, state) {
    const [first, ...more] = why(now);
    title.textContent = first;
    rest.replaceChildren(h("span", {}, more.join(" ")));
    cut.textContent = cutWords(now, state);
    cut.hidden = cut.textContent === "";
  }
  return { el: h("div", { class: "mg-stepper-words" }, title, rest), cut, set };
}
