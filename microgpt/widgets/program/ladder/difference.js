/** What is new since the rung before: region by region, each line with its sign. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";

/** @typedef {import("../ladder.js").Now} Now */
/** @typedef {import("../ladder.js").Part} Part */
/** @typedef {import("../ladder.js").Block} Block */

const SIGNS = { " ": "", "-": "−", "+": "+", ">": "↕" };
const KINDS = { " ": "same", "-": "gone", "+": "new", ">": "moved" };
const STATUS = { changed: "changed", new: "new", gone: "gone", same: "the same" };

/** @param {Now} now */
export function difference(now) {
  if (!now.before)
    return h(
      "p",
      { class: "mg-ladder-none" },
      "Nothing stands before the first rung. Look at the program.",
    );
  return h(
    "div",
    { class: "mg-ladder-parts" },
    ...together(now.parts).map((some) =>
      some[0].status === "same" ? sameRegions(some) : changedRegion(some[0], now),
    ),
  );
}

/**
 * Each region by itself; those that stay the same and follow one another, as one.
 * @param {Part[]} parts
 */
export function together(parts) {
  const groups = /** @type {Part[][]} */ ([]);
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.status === "same" && last?.[0].status === "same") last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** @param {Part[]} parts */
function sameRegions(parts) {
  const names = parts.flatMap(({ region }, i) => [i ? ", " : "", h("code", {}, region)]);
  return h("p", { class: "mg-ladder-region mg-same" }, h("span", {}, "the same: "), ...names);
}

/**
 * @param {Part} part
 * @param {Now} now
 */
function changedRegion({ region, status, blocks }, now) {
  const title = h(
    "p",
    { class: "mg-ladder-region" },
    h("code", {}, region),
    h("span", {}, STATUS[status]),
  );
  return h("div", {}, title, h("pre", { class: "mg-code mg-ladder-code" }, ...blocks.map(blockOf)));

  /** @param {Block} block */
  function blockOf(block) {
    const first = block.old && block.sign !== " " ? block.old : block.new;
    const tag = block.sign === "+" ? "ins" : block.sign === "-" ? "del" : "span";
    const note = noteOf(block, now);
    return h(
      tag,
      { class: `mg-ladder-block mg-${KINDS[block.sign]}` },
      h("span", { class: "mg-hidden" }, `${spokenOf(block, note)}\n`),
      note && h("span", { class: "mg-ladder-note", "aria-hidden": "true" }, note, "\n"),
      ...block.lines.map((line, i) => lineOf(SIGNS[block.sign], line, first + i)),
    );
  }
}

/**
 * Where lines that moved stand now, or stood.
 * @param {Block} block
 * @param {Now} now
 */
export function noteOf({ sign, old, partner, lines }, { before, name }) {
  if (sign !== ">") return "";
  const where =
    lines.length > 1 ? `lines ${partner} to ${partner + lines.length - 1}` : `line ${partner}`;
  return old ? `moved to ${where} of ${name}` : `moved here from ${where} of ${before}`;
}

/**
 * What a screen reader says before a block.
 * @param {Block} block
 * @param {string} note
 */
function spokenOf({ sign }, note) {
  return { " ": "As before:", "-": "Gone:", "+": "New:", ">": `${note}:` }[sign];
}

/**
 * @param {string} sign
 * @param {string} line
 * @param {number} number
 */
function lineOf(sign, line, number) {
  return h(
    "span",
    { class: "mg-code-line mg-ladder-line" },
    h("span", { class: "mg-ladder-sign", "aria-hidden": "true" }, sign),
    ...codeLine(line, number),
    "\n",
  );
}
