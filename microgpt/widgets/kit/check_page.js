/**
 * The control "Check this page": computes the recorded numbers again in the reader's browser and
 * says how far they agree.
 */

import { button } from "./controls.js";
import { h } from "./dom.js";
import { count } from "./format.js";

/**
 * To how many decimals two numbers agree that differ by so much.
 * @param {number} difference
 */
export function decimals(difference) {
  return difference > 0 ? Math.max(0, Math.floor(-Math.log10(difference))) : 15;
}

/**
 * What the engine's self-check found.
 * @typedef {{ agree: boolean, maxDifference: number,
 *   samples: { recorded: string, drawn: string }[], losses: unknown[] }} Result
 */

/** @param {Result} result */
export function verdict({ agree, samples, losses, maxDifference }) {
  const same = samples.filter((one) => one.recorded === one.drawn).length;
  const names = `${same} of ${samples.length} recorded names come out the same`;
  const numbers = count(losses.length, "recorded loss", "recorded losses");
  const close = count(decimals(maxDifference), "decimal");
  const end = agree
    ? "This page computes what the course’s program computes."
    : "This browser computes something else: please report it.";
  return `Computed again in this browser: ${names}, ${numbers} to ${close}. ${end}`;
}

/** @param {() => Result | Promise<Result>} checkPage */
async function answer(checkPage) {
  try {
    return verdict(await checkPage());
  } catch (error) {
    return `This could not be computed: ${/** @type {Error} */ (error).message}`;
  }
}

/**
 * A small button for a figure's `actions`, and the line that holds the answer.
 * @param {() => Result | Promise<Result>} checkPage computes it
 */
export function pageCheck(checkPage) {
  const words = h("p", { class: "mg-facts mg-check", role: "status" });
  let asked = 0;
  const check = button(
    "Check this page",
    async () => {
      const mine = ++asked;
      words.textContent = "Computing …";
      const said = await answer(checkPage);
      if (mine === asked) words.textContent = said;
    },
    { small: true },
  );
  return {
    button: check,
    words,
    clear: () => {
      asked++; // an answer still on its way comes too late
      words.textContent = "";
    },
  };
}
