/**
 * What a person typed, inside a sentence of ours. One of its letters may say "from here on, right
 * to left" (U+202E does), and the rest of the sentence would turn round. So such a text carries
 * Unicode's own marks for "a text by itself", also through error messages; where it comes onto the
 * page, `h` and `setText` make it an element by itself, <bdi>.
 */

const OPEN = "\u2068";
const CLOSE = "\u2069";
const MARKS = /[\u2066-\u2069]/g;
const PART = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`);

/** @param {string} text */
export function isolated(text) {
  return OPEN + text.replace(MARKS, "") + CLOSE;
}

/** A text in parts: ours, another's, ours, and so on. @param {string} text */
export function parts(text) {
  return text.split(PART);
}

/** The text without the marks, as it reads. @param {string} text */
export function plainly(text) {
  return parts(text).join("");
}
