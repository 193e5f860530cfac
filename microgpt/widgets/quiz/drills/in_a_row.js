/** How many questions of a kind were right in a row: kept in the page's storage. */

import { openStore } from "../../kit/store.js";

const KIND = "score";
const idOf = (/** @type {string} */ kind) => `drill-${kind}`;

/** @param {() => void} onChange in this view or another one */
export function inARow(onChange) {
  const store = openStore();
  store.watch((kind) => {
    if (kind === null || kind === KIND) onChange();
  });
  /** @param {string} kind */
  function read(kind) {
    const count = store.read(KIND, idOf(kind))?.row;
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  }
  return {
    read,
    /** @param {string} kind */
    add: (kind) => store.write(KIND, idOf(kind), { row: read(kind) + 1 }),
    /** @param {string} kind */
    end: (kind) => store.remove(KIND, idOf(kind)),
    close: store.close,
  };
}

/** @param {number} count */
export const rowWords = (count) => `Right in a row: ${count || "none yet"}`;
