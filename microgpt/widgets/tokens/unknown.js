/** What is to be said of a sign that the vocabulary lacks: which it is, and why it is not there. */

import { h } from "../kit/dom.js";

/** @typedef {{ sign: string, chars: string[], unknown: string[] }} Sign */

const SHOWN = 3; // signs that get a sentence of their own

// What leaves no mark of its own on the page has to be called by name.
const NAMES = /** @type {Record<string, string>} */ ({
  " ": "the space",
  "\t": "the tab",
  "\u00a0": "the no-break space",
  "\u00ad": "the soft hyphen",
  "\u200b": "the zero-width space",
  "\u200c": "the zero-width non-joiner",
  "\u200d": "the zero-width joiner",
  "\ufe0f": "the variation selector",
  "\ufeff": "the byte-order mark",
});

/**
 * A text in the signs that a reader sees, each with the characters it is made of, which are what
 * Python sees.
 * @param {string} text
 * @param {string[]} known
 * @returns {Sign[]}
 */
export function signs(text, known) {
  const seen =
    typeof Intl.Segmenter === "function"
      ? Array.from(new Intl.Segmenter("en").segment(text), (one) => one.segment)
      : Array.from(text);
  return seen.map((sign) => {
    const chars = Array.from(sign);
    return { sign, chars, unknown: chars.filter((one) => !known.includes(one)) };
  });
}

/** The number of a character, as it is usually written. @param {string} char */
export function codePoint(char) {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * A sentence about a sign, in parts: what was typed stands in a part of its own.
 * @param {Sign} sign
 * @param {string[]} known
 * @returns {({ typed: string } | string)[]}
 */
export function about({ sign, chars, unknown }, known) {
  if (chars.length > 1) return severalCharacters(sign, chars, unknown);
  const name = NAMES[sign];
  if (name) return [`${capital(name)} is not in the vocabulary: it is a character like any other.`];
  if (/\p{M}/u.test(sign)) return [`A ${mark(sign)} stands alone. It is not in the vocabulary.`];
  if (/\p{Cc}|\p{Cf}|\p{Cs}/u.test(sign))
    return [`The invisible character ${codePoint(sign)} is not in the vocabulary.`];
  const lower = sign.toLowerCase();
  if (lower !== sign && known.includes(lower))
    return [
      { typed: sign },
      " is not in the vocabulary. ",
      { typed: lower },
      " is: a capital is another character.",
    ];
  return [{ typed: sign }, ` (${codePoint(sign)}) is not in the vocabulary: no name has it.`];
}

/**
 * @param {string} sign
 * @param {string[]} chars
 * @param {string[]} unknown
 */
function severalCharacters(sign, chars, unknown) {
  const [first, ...rest] = chars;
  const numbers = chars.map(codePoint).join(" ");
  if (!unknown.includes(first) && rest.every((one) => /\p{M}/u.test(one)))
    return [
      { typed: sign },
      ` is ${chars.length} characters here. `,
      { typed: first },
      ` is in the vocabulary; the ${mark(rest[0])} after it is not.`,
    ];
  const which = unknown.length === chars.length ? "None of them is" : "Not all of them are";
  return [
    { typed: sign },
    ` looks like one sign and is ${chars.length} characters: ${numbers}. ${which} in the vocabulary.`,
  ];
}

/** @param {string} char */
const mark = (char) => `combining mark ${codePoint(char)}`;

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * The sentences about the first few signs that are not known, each sign once.
 * @param {Sign[]} all
 * @param {string[]} known
 */
export function refusals(all, known) {
  const wrong = all.filter((one) => one.unknown.length);
  const once = [...new Map(wrong.map((one) => [one.sign, one])).values()];
  const told = once.slice(0, SHOWN).map((one) => about(one, known));
  const left = once.length - told.length;
  return left ? [...told, [`${left} more ${left === 1 ? "sign is" : "signs are"} unknown.`]] : told;
}

/**
 * A sentence on the page. What was typed is isolated, so that it cannot turn the words around it.
 * @param {({ typed: string } | string)[]} parts
 */
export function sentence(parts) {
  return h(
    "span",
    {},
    ...parts.map((part) =>
      typeof part === "string" ? part : h("bdi", { class: "mg-typed" }, part.typed),
    ),
  );
}
