/** What is said of an order, and of a move. */

import { count } from "../../kit/format.js";
import { BLOCKS, SEED_LATE, brokenRules, counted, errors, makersOf } from "./rules.js";
import { codeOf, firstLines } from "./text.js";

/** @typedef {import("./text.js").Block} Block */
/** @typedef {"right" | "wrong" | "open"} Kind */

export const KEYS = "Enter takes it, the arrow keys move it, Enter drops it, Escape puts it back.";

const WORDS = /** @type {Record<string, string>} */ ({
  set:
    '`letters = list(set("".join(docs)))` belongs nowhere. A set has no order: the letters could have other ids in ' +
    "each run.",
  zero: "`BOS = 0` belongs nowhere. BOS would have the id of `a`.",
  [SEED_LATE]:
    "Python runs this without an error. But the seed is set when the names are shuffled already: each run has " +
    "another name first.",
});

/**
 * What Check says: what Python would say, and where it says nothing, what one would see.
 * @param {string[]} order
 * @param {Block[]} blocks
 * @returns {{ kind: Kind, text: string }}
 */
export function verdict(order, blocks) {
  const [error] = errors(order);
  const [rule] = brokenRules(order);
  if (error) return { kind: "wrong", text: missed(error, order, blocks) };
  if (rule === "complete") return { kind: "open", text: unfinished(order) };
  if (rule) return { kind: "wrong", text: WORDS[rule] };
  const { right, all } = counted();
  const total = all.toLocaleString("en-US");
  return { kind: "right", text: `This order works. ${right} of the ${total} orders do.` };
}

/**
 * @param {{ first: string, then: string, name: string }} error
 * @param {string[]} order
 * @param {Block[]} blocks
 */
function missed({ first, then, name }, order, blocks) {
  const lines = firstLines(order, blocks);
  const maker = makersOf(first).find((one) => order.includes(one));
  const where = maker
    ? `It comes from line ${lines[maker] + makingLine(name, codeOf(maker, blocks))}, further down.`
    : "No line of your program makes it yet.";
  return `Python stops in line ${lines[then]}: NameError. \`${name}\` is not defined there. ${where}`;
}

/** Which line of a block makes a name, from 0. @param {string} name @param {string} code */
const makingLine = (name, code) =>
  code.split("\n").findIndex((line) => line.replace("import ", "").startsWith(name));

/** @param {string[]} order without an error */
function unfinished(order) {
  const missing = BLOCKS.filter((block) => !order.includes(block)).length;
  const so = order.length ? "These lines run, one after the other." : "Your program is empty.";
  return `${so} ${count(missing, "block")} ${missing === 1 ? "is" : "are"} still missing.`;
}

/** The name of a block, for those who hear the page. @param {string} id @param {Block[]} blocks */
export function nameOf(id, blocks) {
  const letter = letterOf(id, blocks);
  const [line, ...more] = codeOf(id, blocks).split("\n");
  return `${letter}: ${line.trim()}${more.length ? ` and ${count(more.length, "more line")}` : ""}`;
}

/** @param {string} id @param {Block[]} blocks */
export const letterOf = (id, blocks) =>
  String.fromCharCode(65 + blocks.findIndex((block) => block.id === id));

/** Where a block is. @param {string} id @param {string[]} order */
export function placeOf(id, order) {
  const at = order.indexOf(id);
  return at < 0 ? "not in your program" : `place ${at + 1} of ${order.length} in your program`;
}
