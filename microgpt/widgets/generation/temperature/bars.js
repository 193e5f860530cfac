/** The bars of what may come next, from the likeliest on or in the order of the alphabet. */

import { LETTERS, letterBars, likeliest } from "../letter_bars.js";

/** @typedef {import("../temperature.js").Now} Now */

const ALPHABET = LETTERS.map((_, i) => i);
const NUMBERED = 5;
const LEAST_SHOWN = 0.005; // of a probability that stands above its bar

/** @param {(letter: number) => void} onPick its place among LETTERS */
export function orderedBars(onPick) {
  let order = ALPHABET;
  const make = () =>
    letterBars({
      name: "probabilities of the next letter",
      letters: order.map((i) => LETTERS[i]),
      onPick: (place) => onPick(order[place]),
    });
  let bars = make();

  /** In another order the bars are made anew; the keyboard stays at its place. @param {number[]} next */
  function use(next) {
    if (next.every((letter, place) => letter === order[place])) return;
    const buttons = () =>
      /** @type {NodeListOf<HTMLElement>} */ (bars.el.querySelectorAll("button"));
    const at = Array.from(buttons()).findIndex((one) => one.matches(":focus"));
    order = next;
    const old = bars.el;
    bars = make();
    old.replaceWith(bars.el);
    if (at >= 0) buttons()[at].focus();
  }

  /**
   * @param {Now} now
   * @param {boolean} sorted
   */
  function set({ probs, plain, order: ranked }, sorted) {
    use(sorted ? ranked : ALPHABET);
    const inOrder = (/** @type {ArrayLike<number>} */ all) => order.map((i) => all[i]);
    const shown = inOrder(probs);
    bars.set({
      probs: shown,
      bet: inOrder(plain),
      numbered: likeliest(shown, NUMBERED)
        .filter(({ p }) => p >= LEAST_SHOWN)
        .map(({ i }) => i),
    });
  }
  return {
    get el() {
      return bars.el;
    },
    set,
  };
}
