/** What the reader foretells of a run before it is shown, and what is said to it. */

import { runs } from "../../data/ladder_runs.js";
import { choice } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";

/** @typedef {keyof typeof runs} Rung */
/** @typedef {"lower" | "same" | "higher"} Guess */

/** Two means of 100 losses are about the same where they differ by less. */
const SAME = 0.02;

const OPTIONS = /** @type {{ value: Guess, label: string }[]} */ ([
  { value: "lower", label: "lower" },
  { value: "same", label: `about the same (within ${SAME})` },
  { value: "higher", label: "higher" },
]);
const WORDS = { lower: "lower", same: "about the same", higher: "higher" };

/**
 * How the last losses of a rung compare with those of another.
 * @param {Rung} rung
 * @param {Rung} before
 * @returns {Guess}
 */
export function truth(rung, before) {
  const difference = runs[rung].last - runs[before].last;
  if (Math.abs(difference) < SAME) return "same";
  return difference < 0 ? "lower" : "higher";
}

/**
 * What is said to a guess.
 * @param {Rung} rung
 * @param {Rung} before
 * @param {Guess} guess
 */
export function answer(rung, before, guess) {
  const found = truth(rung, before);
  const numbers = `${fixed(runs[rung].last, 4)} beside ${before}’s ${fixed(runs[before].last, 4)}`;
  const verdict = guess === found ? "Right" : `You said ${WORDS[guess]}; it is`;
  return guess === found
    ? `${verdict}: ${WORDS[found]}, ${numbers}.`
    : `${verdict} ${WORDS[found]}: ${numbers}.`;
}

/**
 * The question, once for a rung, so that who answers by keys stays there.
 * @param {Rung} rung
 * @param {Rung} before
 * @param {(guess: Guess) => void} onGuess
 */
function question(rung, before, onGuess) {
  const ask = choice({
    name: `Before you look: the mean of the last 100 losses, beside ${before}’s?`,
    options: OPTIONS,
    value: /** @type {any} */ (""),
    onInput: onGuess,
  });
  const said = h("p", { class: "mg-ladder-said" });
  return {
    rung,
    el: h("div", { class: "mg-ladder-guess" }, ask.el, said),
    /** @param {Guess | undefined} guess */
    set(guess) {
      ask.set(/** @type {any} */ (guess ?? ""));
      setText(said, guess ? answer(rung, before, guess) : "");
    },
  };
}

/** @param {(rung: Rung, guess: Guess) => void} onGuess */
export function guessing(onGuess) {
  const el = h("div");
  let shown = /** @type {ReturnType<typeof question> | null} */ (null);
  /**
   * @param {Rung} rung
   * @param {Rung | ""} before
   * @param {Guess | undefined} guess the first that was made
   */
  function set(rung, before, guess) {
    if (shown?.rung !== rung) {
      shown = before ? question(rung, before, (next) => onGuess(rung, next)) : null;
      el.replaceChildren(...(shown ? [shown.el] : []));
    }
    shown?.set(guess);
  }
  return { el, set };
}
