/** Lines of Python as a page shows them: comments set apart from code, nothing more. */

import { h } from "../kit/dom.js";

const LINE = /^((?:[^"'#]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)(#.*)?$/;

/**
 * A line's indentation, code and comment. A `#` inside quotation marks begins no comment.
 * @param {string} line
 */
export function split(line) {
  const indent = line.length - line.trimStart().length;
  const [, code = "", comment = ""] = LINE.exec(line.slice(indent)) ?? [null, line.slice(indent)];
  return { indent, code, comment };
}

/**
 * The parts of one line: its number, and its text, which keeps its indentation when it is too long
 * and goes on below.
 * @param {string} line
 * @param {number} number
 */
export function codeLine(line, number) {
  const { indent, code, comment } = split(line);
  return [
    h("span", { class: "mg-line-number", "aria-hidden": "true" }, number),
    h(
      "span",
      { class: "mg-line-text", style: { "--indent": `${indent}ch` } },
      code,
      comment && h("span", { class: "mg-comment" }, comment),
    ),
  ];
}
