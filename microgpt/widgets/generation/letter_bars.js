/** What may come next, each a button: its letter, and above it a bar as high as its probability. */

import { h } from "../kit/dom.js";
import { percent } from "../kit/format.js";
import { roving } from "../kit/roving.js";

export const LETTERS = [..."abcdefghijklmnopqrstuvwxyz", "end"];

/**
 * How a letter is called in a sentence.
 * @param {number} i
 * @param {string[]} letters
 */
export function called(i, letters = LETTERS) {
  return i === letters.length - 1 ? "the end" : letters[i] === " " ? "a space" : letters[i];
}

/**
 * Which letters are the likeliest, the likeliest first.
 * @param {ArrayLike<number>} probs
 * @param {number} count
 */
export function likeliest(probs, count) {
  return Array.from(probs, (p, i) => ({ i, p }))
    .sort((a, b) => b.p - a.p || a.i - b.i)
    .slice(0, count);
}

/**
 * One stop of the Tab key: the arrow keys move among the letters, and a letter's own key picks it.
 * `letters` are all that may come next, the end last.
 * @param {{ name: string, letters?: string[], onPick: (letter: number) => void }} options
 */
export function letterBars({ name, letters = LETTERS, onPick }) {
  const values = letters.map(() => h("span", { class: "mg-letter-value" }));
  const bars = letters.map(() => h("span", { class: "mg-letter-bar" }));
  const yours = letters.map(() => h("span", { class: "mg-letter-yours" }));
  const buttons = letters.map((letter, i) =>
    h(
      "button",
      { type: "button", class: "mg-letter", onclick: () => pick(i) },
      h("span", { class: "mg-letter-room" }, values[i], bars[i], yours[i]),
      h("span", { class: "mg-letter-name" }, letter === " " ? "␣" : letter),
    ),
  );
  const el = h(
    "div",
    {
      class: letters.length > LETTERS.length ? "mg-letters mg-letters-many" : "mg-letters",
      role: "toolbar",
      "aria-label": name,
    },
    ...buttons,
  );
  let open = true;
  roving(buttons);
  el.addEventListener("keydown", key);

  /** A letter's own key. @param {KeyboardEvent} event */
  function key(event) {
    const place = (/** @type {string} */ one) => letters.slice(0, -1).indexOf(one);
    const at = place(event.key) >= 0 ? place(event.key) : place(event.key.toLowerCase());
    if (at < 0 || !open || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    buttons[at].focus();
    pick(at);
  }

  /** @param {number} letter */
  function pick(letter) {
    if (open) onPick(letter);
  }

  /**
   * `probs` are the model's, drawn filled; `bet` is the reader's, drawn as outlines; either may be
   * missing. `numbered`: the letters whose percentage stands above the bar. `chosen` and `truth`
   * mark a letter each. `least`: the probability that fills the height, if none is larger. With
   * `enabled` false nothing can be picked.
   * @param {{ probs: ArrayLike<number> | null, bet?: ArrayLike<number> | null, numbered?: number[],
   *   chosen?: number, truth?: number, least?: number, enabled?: boolean, verb?: string }} state
   */
  function set({
    probs,
    bet = null,
    numbered = [],
    chosen = -1,
    truth = -1,
    least = 0,
    enabled = true,
    verb = "add",
  }) {
    open = enabled;
    const most = Math.max(least, ...Array.from(probs ?? []), ...Array.from(bet ?? [])) || 1;
    buttons.forEach((button, i) => {
      const p = probs ? probs[i] : 0;
      const q = bet ? bet[i] : 0;
      const shown = probs ? p : q;
      bars[i].style.setProperty("--share", String(p / most));
      yours[i].style.setProperty("--share", String(q / most));
      values[i].style.setProperty("--share", String(Math.max(p, q) / most));
      // Not as text: the button's name has the percentage already, and speech control goes by the
      // letter.
      values[i].dataset.percent = numbered.includes(i) ? String(Math.round(100 * shown)) : "";
      button.classList.toggle("mg-chosen", i === chosen);
      button.classList.toggle("mg-right", i === truth);
      button.setAttribute("aria-disabled", String(!enabled));
      button.setAttribute(
        "aria-label",
        [
          `${verb} ${called(i, letters)}`.trim(),
          shown && percent(shown),
          i === chosen && "your choice",
          i === truth && "the truth",
        ]
          .filter(Boolean)
          .join(", "),
      );
    });
    el.classList.toggle("mg-letters-bet", bet !== null);
  }
  return { el, set, key };
}
