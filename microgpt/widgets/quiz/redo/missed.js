/** Which items were wrong at the first try, and what a new answer makes of that. */

import { isRightNumber } from "../guess_number.js";
import { compute as predict } from "../predict.js";
import { compute as quiz } from "../quiz.js";

/** @typedef {import("../bank.js").Item} Item */
/** @typedef {import("../bank.js").Mixed} Mixed */
/** @typedef {import("../../kit/store_entries.js").Entry} Entry */
/** @typedef {{ tried: number[], done?: boolean, shown?: boolean }} Kept */

/**
 * Whether what is kept of an item begins with a wrong answer.
 * @param {Item} item
 * @param {any} kept
 */
export function isMissed(item, kept) {
  const content = /** @type {any} */ (item);
  const { tried } = item.asks === "predict" ? predict({ content, kept }) : quiz({ content, kept });
  if (tried.length === 0) return false;
  return item.options ? !item.options[tried[0]].right : !isRightNumber(content)(tried[0]);
}

/**
 * Those of the items that are missed, in the same order.
 * @param {Mixed[]} all
 * @param {Entry[]} entries
 */
export function missed(all, entries) {
  const kept = new Map(entries.map(({ kind, id, value }) => [`${kind}:${id}`, value]));
  return all.filter(({ item }) => isMissed(item, kept.get(`${item.asks}:${item.id}`)));
}

/**
 * What is kept of an item after new answers, counted among its shuffled options. Right at the first
 * try: that counts from now on. Else the wrong first answer stays, and what is solved stays solved.
 * @param {Kept} kept
 * @param {Kept} now
 * @param {Mixed} mixed
 * @returns {Kept}
 */
export function keptAfter(kept, { tried, done, shown }, { item, order }) {
  const own = item.options ? tried.map((at) => order[at]) : tried;
  if (done && !shown && own.length === 1) return { tried: own, done: true };
  if (kept.done) return kept;
  const all = [...new Set([...kept.tried, ...own])];
  return { ...kept, tried: all, done: done === true, ...(shown ? { shown } : {}) };
}

/**
 * The missed item that comes after this one, round and round; this one again when there is no
 * other; null when none is missed.
 * @param {Mixed[]} all
 * @param {Mixed[]} list those that are missed
 * @param {string} [id] of the item that was shown
 */
export function nextAfter(all, list, id) {
  const at = all.findIndex(({ item }) => item.id === id);
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return round.find((one) => list.includes(one)) ?? null;
}
