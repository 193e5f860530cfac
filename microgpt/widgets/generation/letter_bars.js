/** What may come next, each a button: its letter, and above it a bar as high as its probability. */

import { attributes, h } from "../kit/dom.js";
import { percent } from "../kit/format.js";
import { roving } from "../kit/roving.js";

const END = "end";
export const LETTERS = [..."abcdefghijklmnopqrstuvwxyz", END];

/**
 * How a letter is called in a sentence.
 * @param {number} i
 * @param {string[]} letters
 */
export function called(i, letters = LETTERS) {
  if (letters[i] === END) return "the end";
  return letters[i] === " " ? "a space" : letters[i];
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
 * `letters` are all that may come next, in the order in which they stand there.
 * @param {{ name: string, letters?: string[], onPick: (letter: number) => void }} options
 */
export function letterBars({ name, letters = LETTERS, onPick }) {
  const parts = letters.map((letter, i) => letterButton(letter, called(i, letters), () => pick(i)));
  const many = letters.length > LETTERS.length ? " mg-letters-many" : "";
  const el = h(
    "div",
    { class: `mg-letters${many}`, role: "toolbar", "aria-label": name },
    ...parts.map((one) => one.el),
  );
  let open = true;
  roving(parts.map((one) => one.el));
  el.addEventListener("keydown", key);

  /** A letter's own key. @param {KeyboardEvent} event */
  function key(event) {
    const place = (/** @type {string} */ one) => (one === END ? -1 : letters.indexOf(one));
    const at = place(event.key) >= 0 ? place(event.key) : place(event.key.toLowerCase());
    if (at < 0 || !open || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    parts[at].el.focus();
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
  function set({ probs, bet = null, numbered = [], least = 0, ...state }) {
    const { chosen = -1, truth = -1, enabled = true, verb = "add" } = state;
    const most = Math.max(least, ...Array.from(probs ?? []), ...Array.from(bet ?? [])) || 1;
    open = enabled;
    parts.forEach((one, i) =>
      one.set({
        p: probs ? probs[i] : 0,
        q: bet ? bet[i] : 0,
        most,
        shown: (probs ?? bet)?.[i] ?? 0,
        numbered: numbered.includes(i),
        chosen: i === chosen,
        truth: i === truth,
        enabled,
        verb,
      }),
    );
    el.classList.toggle("mg-letters-bet", bet !== null);
  }
  return { el, set, key };
}

/**
 * A letter with room above it for two bars and a percentage.
 * @param {string} letter
 * @param {string} name how it is called
 * @param {() => void} onClick
 */
function letterButton(letter, name, onClick) {
  const value = h("span", { class: "mg-letter-value" });
  const bar = h("span", { class: "mg-letter-bar" });
  const yours = h("span", { class: "mg-letter-yours" });
  const kind = letter === END ? "mg-letter mg-letter-end" : "mg-letter";
  const el = h(
    "button",
    { type: "button", class: kind, onclick: onClick },
    h("span", { class: "mg-letter-room" }, value, bar, yours),
    h("span", { class: "mg-letter-name" }, letter === " " ? "␣" : letter),
  );

  /**
   * @param {{ p: number, q: number, most: number, shown: number, numbered: boolean,
   *   chosen: boolean, truth: boolean, enabled: boolean, verb: string }} state
   *   p: the model's probability; q: the reader's; most: what fills the height; shown: the one that
   *   is said
   */
  function set({ p, q, most, shown, numbered, chosen, truth, enabled, verb }) {
    bar.style.setProperty("--share", String(p / most));
    yours.style.setProperty("--share", String(q / most));
    value.style.setProperty("--share", String(Math.max(p, q) / most));
    // Not as text: the button's name has the percentage already, and speech control goes by the
    // letter.
    value.dataset.percent = numbered ? String(Math.round(100 * shown)) : "";
    el.classList.toggle("mg-chosen", chosen);
    el.classList.toggle("mg-right", truth);
    const words = [
      `${verb} ${name}`.trim(),
      shown && percent(shown),
      chosen && "your choice",
      truth && "the truth",
    ];
    attributes(el, {
      "aria-disabled": String(!enabled),
      "aria-label": words.filter(Boolean).join(", "),
    });
  }
  return { el, set };
}
