/** What is new since the rung before: region by region, each line with its sign. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";
import { count } from "../../kit/format.js";
import { folds } from "./folds.js";

/** @typedef {import("../ladder.js").Now} Now */
/** @typedef {import("../ladder.js").Part} Part */
/** @typedef {import("../ladder.js").Block} Block */

const SIGNS = { " ": "", "-": "−", "+": "+", ">": "↕" };
const KINDS = { " ": "same", "-": "gone", "+": "new", ">": "moved" };

/** @param {Now} now */
export function difference(now) {
  if (!now.before)
    return h(
      "p",
      { class: "mg-ladder-none" },
      "Nothing stands before the first rung. Look at the program.",
    );
  return folds(
    together(now.parts).map((some) =>
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
  return h("p", { class: "mg-ladder-same" }, "the same: ", ...names);
}

/**
 * @param {Part} part
 * @param {Now} now
 */
function changedRegion(part, now) {
  const blocks = part.blocks.map((block) => blockOf(block, now));
  return {
    name: part.region,
    status: statusOf(part),
    open: part.region === now.region,
    body: h("pre", { class: "mg-code mg-ladder-code" }, ...blocks),
  };
}

/** What happened to a region, in words. @param {Part} part */
export function statusOf({ status, blocks, sums }) {
  const whole = blocks.reduce((total, block) => total + block.lines.length, 0);
  const counted = [
    sums.changed && `${count(sums.changed, "line")} changed`,
    sums.new && `${sums.new} new`,
    sums.gone && `${sums.gone} gone`,
  ];
  const words = [
    ...(status === "changed" ? counted : [status, count(whole, "line")]),
    sums.moved && `${sums.moved} moved away`,
    sums.come && `${sums.come} moved here`,
  ];
  return words.filter(Boolean).join(", ");
}

/**
 * @param {Block} block
 * @param {Now} now
 */
function blockOf(block, now) {
  const { sign, lines } = block;
  const first = sign !== " " && block.old ? block.old : block.new;
  const tag = sign === "+" ? "ins" : sign === "-" ? "del" : "span";
  const note = noteOf(block, now);
  const spoken = { " ": "As before:", "-": "Gone:", "+": "New:", ">": `${note}:` }[sign];
  return h(
    tag,
    { class: `mg-ladder-block mg-${KINDS[sign]}` },
    h("span", { class: "mg-hidden" }, `${spoken}\n`),
    note && h("span", { class: "mg-ladder-note", "aria-hidden": "true" }, note, "\n"),
    ...lines.map((line, i) => lineOf(SIGNS[sign], line, first + i)),
  );
}

/**
 * Where lines that moved stand now, or stood.
 * @param {Block} block
 * @param {Pick<Now, "before" | "name">} now
 */
export function noteOf({ sign, old, partner, lines }, { before, name }) {
  if (sign !== ">") return "";
  const many = lines.length > 1;
  const where = many ? `lines ${partner} to ${partner + lines.length - 1}` : `line ${partner}`;
  return old ? `moved to ${where} of ${name}` : `moved here from ${where} of ${before}`;
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
