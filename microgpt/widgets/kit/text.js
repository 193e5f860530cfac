/**
 * Short texts with two kinds of inline markup: `code` in backticks and *emphasis* between
 * asterisks.
 */

import { h } from "./dom.js";

const MARKS = /`([^`]+)`|\*([^*\s](?:[^*]*[^*\s])?)\*/g;

/**
 * @param {string} text
 * @returns {{ tag: "code" | "em" | "", text: string }[]}
 */
export function parse(text) {
  const parts = /** @type {{ tag: "code" | "em" | "", text: string }[]} */ ([]);
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) parts.push({ tag: "", text: text.slice(end, match.index) });
    parts.push(
      match[1] === undefined ? { tag: "em", text: match[2] } : { tag: "code", text: match[1] },
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ tag: "", text: text.slice(end) });
  return parts;
}

/** The text without its markup: for names and announcements. @param {string} text */
export function plain(text) {
  return parse(text)
    .map((part) => part.text)
    .join("");
}

/** The text as nodes. @param {string} text @returns {(string | Node)[]} */
export function rich(text) {
  return parse(text).map((part) => (part.tag ? h(part.tag, {}, part.text) : part.text));
}
