/** Python in colours: the few kinds of token that the book's own code shows, under the class names of Pygments. */

import { h } from "../kit/dom.js";

const KEYWORDS =
  "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|" +
  "for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield";
const LONG_TEXT = String.raw`"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)`;
const SHORT_TEXT = String.raw`"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?`;
const KINDS = [
  String.raw`(?<c1>#.*)`,
  String.raw`(?<s2>(?:\b[rbfuRBFU]{1,2})?(?:${LONG_TEXT}|${SHORT_TEXT}))`,
  String.raw`(?<k>\b(?:${KEYWORDS})\b)`,
  String.raw`(?<mi>(?<![\w.])(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][+-]?\d+)?)`,
];
const TOKEN = new RegExp(KINDS.join("|"), "g");

/**
 * The kinds and texts of a program, in order; the kind "" is everything else.
 * @param {string} source
 */
export function tokens(source) {
  const found = /** @type {{ kind: string, text: string }[]} */ ([]);
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > end) found.push({ kind: "", text: source.slice(end, match.index) });
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [
      "",
    ];
    found.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < source.length) found.push({ kind: "", text: source.slice(end) });
  return found;
}

/**
 * What a `pre` shows of a program.
 * @param {string} source
 * @returns {(Node | string)[]}
 */
export function paint(source) {
  return tokens(source).map(({ kind, text }) => (kind ? h("span", { class: kind }, text) : text));
}
