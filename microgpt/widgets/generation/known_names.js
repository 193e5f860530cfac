/** What is known of a generated name: seen in training, in the list but not seen, or new. */

/** @typedef {ReturnType<typeof import("../engine/canonical.js").nameList>} List */
/** @typedef {"seen" | "unseen" | "new"} Kind */

export const KINDS = /** @type {Kind[]} */ (["seen", "unseen", "new"]);

/** @type {Record<Kind, string>} */
const LABELS = { seen: "seen in training", unseen: "in the list", new: "new" };

/**
 * @param {string} name
 * @param {List} list
 * @returns {{ kind: Kind, label: string }}
 */
export function knownName(name, list) {
  const kind = kindOf(name, list);
  return { kind, label: LABELS[kind] };
}

/**
 * @param {string} name
 * @param {List} list
 * @returns {Kind}
 */
export function kindOf(name, list) {
  if (list.seenInTraining(name)) return "seen";
  return list.isListed(name) ? "unseen" : "new";
}

/** A name as it is written; the empty one needs a word. @param {string} name */
export const written = (name) => name || "(empty)";
