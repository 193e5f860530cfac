/** What the chat says of what was typed, and of the name that comes of it. */

import { symbolsIn } from "../engine/corpus.js";
import { isolated } from "../kit/isolated.js";

/** @typedef {import("./chat_model.js").Speaker} Speaker */

// of letters, in widths of the capital height; the first kind that fits counts
const WIDTHS = /** @type {[RegExp, number][]} */ ([
  [/[mw]/, 1.06],
  [/[fijlrst]/, 0.5],
  [/[a-z]/, 0.66],
  [/\p{M}/u, 0],
  [/\p{Ll}/u, 0.8],
]);

/** Each once, as a sentence names it. @param {string[]} characters */
function quoted(characters) {
  return [...new Set(characters.map((c) => (/\s/.test(c) ? "a space" : `“${isolated(c)}”`)))];
}

/**
 * The letters of what was typed, and a sentence about what was left out.
 * @param {string} typed
 * @param {number} longest
 */
export function clean(typed, longest) {
  const characters = Array.from(typed.normalize("NFC").toLowerCase());
  const letters = characters.filter((c) => /^[a-z]$/.test(c));
  const others = quoted(characters.filter((c) => !/^[a-z]$/.test(c)));
  const named = others.length > 3 ? [...others.slice(0, 2), "others"] : others;
  const joined =
    named.length > 1
      ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)} are`
      : `${named[0]} is`;
  const words = others.length
    ? [`The model knows the letters a to z alone: ${joined} left out.`]
    : [];
  if (letters.length > longest)
    words.push(`The model reads at most ${longest} letters: the rest is left out.`);
  return { prefix: letters.slice(0, longest).join(""), message: words.join(" ") };
}

/**
 * The same for a model with symbols of its own; where it knows a letter only in the other case,
 * that one is taken.
 * @param {string} typed
 * @param {number} longest
 * @param {string[]} chars
 */
export function cleanFor(typed, longest, chars) {
  const { kept, unknown } = symbolsIn(typed, chars);
  const others = quoted(unknown);
  const named = others.slice(0, 3).join(", ") + (others.length > 3 ? " and others" : "");
  const words = others.length ? [`This model has never seen ${named}: left out.`] : [];
  if (kept.length > longest)
    words.push(`The model reads at most ${longest} symbols: the rest is left out.`);
  return { prefix: kept.slice(0, longest).join(""), message: words.join(" ") };
}

/**
 * How wide the name can get, in widths of the capital height of the type: an upper bound for any
 * serif face.
 * @param {string} name
 */
export function ems(name) {
  return Array.from(name).reduce((sum, c) => sum + width(c), 0.3);
}

/** @param {string} c one character */
function width(c) {
  const [, wide] = WIDTHS.find(([kind]) => kind.test(c)) ?? [null, 1.15];
  return wide;
}

/**
 * What is known of a name; of one that was typed to its end, nobody says that the model found it.
 * @param {string} name
 * @param {Speaker["list"]} list
 * @param {number} longest
 * @param {boolean} typed
 */
export function status(name, list, longest, typed) {
  if (!name) return "ends before its first letter: an empty name";
  if (list.seenInTraining(name))
    return `is in the list, and one of the ${list.noun ?? "names"} the model was trained on`;
  if (list.isListed(name))
    return `is in the list, but the model was not trained on it${typed ? "" : ": rediscovered"}`;
  const many = `${list.all.length.toLocaleString("en")} ${list.noun ?? "names"}`;
  const cut = name.length >= longest ? ", and cut off here" : "";
  return `is not in the list of ${many}${typed ? "" : `: invented${cut}`}`;
}
