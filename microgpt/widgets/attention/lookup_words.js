/** What a lookup has found, in words. */

import { isolated } from "../kit/isolated.js";

/** @typedef {ReturnType<typeof import("./soft_lookup.js").compute>} Found */
/** @typedef {import("./soft_lookup.js").Lookup} Lookup */

const ALONE = 0.95;
const MOSTLY = 0.5;

/**
 * @param {Lookup} state
 * @param {Found} found
 * @param {string[]} names of the keys
 */
export function tell({ q, look }, { weights, found }, names) {
  if (look === "exactly") return exactly(q, found, names);
  if (!weights) return "";
  if (q.every((x) => x === 0))
    return "The query is zero: every dot product is 0, so every key gets the same weight.";
  const most = Math.max(...weights);
  const name = isolated(names[weights.indexOf(most)]);
  if (most >= ALONE) return `Nearly the value of ${name} alone.`;
  if (most >= MOSTLY) return `Mostly the value of ${name}, and a little of the others.`;
  return "A blend: no key has half of the weight.";
}

/**
 * @param {number[]} q
 * @param {number} found
 * @param {string[]} names
 */
function exactly(q, found, names) {
  const tuple = `(${q.map((x) => String(x)).join(", ")})`.replaceAll("-", "−");
  return found < 0
    ? `KeyError: ${tuple}. A dict knows only keys that equal the query. Put q onto a key’s tip.`
    : `The query equals the key of ${isolated(names[found])}. A dict gives its value, and nothing of the others.`;
}
