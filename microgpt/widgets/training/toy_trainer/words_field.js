/** The field for the words: some words of the letters a, b, c. */

import { VERBATIM } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";

const MOST = 8; // words
const LONGEST = 3; // letters: with BOS, the four tokens that the toy model reads at most

/** The words of a text, between spaces and commas. @param {string} text */
export const wordsIn = (text) => text.split(/[\s,]+/).filter(Boolean);

/**
 * Why a text holds no words for the toy model; "" where it does.
 * @param {string} text
 */
export function refused(text) {
  const words = wordsIn(text);
  const strange = Array.from(words.join("")).find((letter) => !"abc".includes(letter));
  const long = words.find((word) => word.length > LONGEST);
  if (strange) return `${strange} is unknown: the toy model knows a, b and c.`;
  if (long) return `${long} is too long: the toy model reads at most ${LONGEST} letters.`;
  if (words.length > MOST) return `These are ${words.length} words; ${MOST} are the most.`;
  return words.length ? "" : "Write at least one word.";
}

/** @param {(words: string[]) => void} onWords hears of every text that is a list of words */
export function wordsField(onWords) {
  const input = h("input", { type: "text", id: freshId(), class: "mg-text", ...VERBATIM });
  const note = h("p", { class: "mg-learn-note", role: "status" });
  let words = /** @type {string[]} */ ([]);

  /** @param {string} why */
  function show(why) {
    setText(note, why && `${why} Learned: ${words.join(", ")}.`);
    if (why) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  input.addEventListener("input", () => {
    const why = refused(input.value);
    const next = wordsIn(input.value);
    if (!why && next.join() !== words.join()) onWords(next);
    show(why);
  });
  /** @param {string[]} next */
  function set(next) {
    const news = next.join() !== words.join();
    words = next;
    if (news && wordsIn(input.value).join() !== next.join()) clear();
  }
  /** What was typed gives way to the words in use. */
  function clear() {
    input.value = words.join(", ");
    show("");
  }
  const label = h("label", { for: input.id }, `the words, of a, b, c (at most ${MOST})`);
  return { el: h("div", { class: "mg-field" }, label, input, note), set, clear };
}
