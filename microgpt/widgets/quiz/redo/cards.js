/**
 * Items as a text that card programs read: a card a line, front and back, a tab between them. The
 * lines at the top are what Anki's text import reads; to other programs they are notes.
 */

import { fmt } from "../../kit/format.js";
import { plain } from "../../kit/text.js";

/** @typedef {import("../bank.js").Item & { answer?: number, unit?: string }} Card */

const HEAD = "#separator:tab\n#html:false\n#columns:Front\tBack\n";

/** @param {import("../bank.js").Item[]} items */
export function cards(items) {
  return HEAD + items.map((item) => `${field(front(item))}\t${field(back(item))}\n`).join("");
}

/** The question, with its options by letter. @param {Card} item */
function front({ question, options = [] }) {
  const listed = options.map(({ text }, i) => ` (${"ABCDE"[i]}) ${plain(text)}`);
  return plain(question) + listed.join("");
}

/** The answer, why, and where that stands. @param {Card} item */
function back({ options, answer = 0, unit = "", explanation, section, passage }) {
  const at = options?.findIndex((option) => option.right) ?? -1;
  const right = options
    ? `(${"ABCDE"[at]}) ${options[at].text} ${options[at].feedback}`
    : `${fmt(answer)} ${unit}`.trim() + ".";
  return plain(`${right} ${explanation} (Chapter ${passage.chapter}, ${section})`);
}

/** On one line; in quotation marks where it holds some, as tables in text files do. @param {string} text */
function field(text) {
  const line = text.replace(/\s+/g, " ");
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
