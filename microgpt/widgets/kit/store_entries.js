/**
 * What is kept of the reader's work, as text: each entry lies under `microgpt:<kind>:<id>` as
 * `{"v": 1, "value": ...}`.
 */

const KINDS = [
  "build",
  "chapter",
  "code",
  "explain",
  "explore",
  "predict",
  "quiz",
  "score",
  "setting",
];
export const PREFIX = "microgpt:";
const SCHEMA = 1;
const LONGEST = 20000;
const ID = /^[0-9a-z][0-9a-z-]{0,59}$/;

/** @typedef {{ kind: string, id: string, value: any }} Entry */

/**
 * @param {string} kind
 * @param {string} id
 */
export function keyOf(kind, id) {
  return `${PREFIX}${kind}:${id}`;
}

/**
 * The entry under a key, or null: another program's key, another version's entry, or no JSON.
 * @param {string} key
 * @param {string | null} text
 * @returns {Entry | null}
 */
export function parseEntry(key, text) {
  const [kind, id, ...more] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(":") : [];
  if (text === null || more.length || !KINDS.includes(kind) || !ID.test(id ?? "")) return null;
  try {
    const kept = JSON.parse(text);
    return kept?.v === SCHEMA && kept.value !== undefined ? { kind, id, value: kept.value } : null;
  } catch {
    return null;
  }
}

/**
 * The entries of an exported text, or a sentence that says why there are none.
 * @param {string} text
 * @returns {{ entries: Entry[], problem: string }}
 */
export function parseExport(text) {
  const refuse = (/** @type {string} */ problem) => ({ entries: [], problem });
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("This file is not JSON.");
  }
  if (data?.course !== "microgpt" || !Array.isArray(data.entries))
    return refuse("This file holds no progress of this course.");
  if (data.schema !== SCHEMA)
    return refuse(
      `This file was written by another version of the course (${String(data.schema)}).`,
    );
  const entries = /** @type {Entry[]} */ ([]);
  for (const one of data.entries) {
    const value = entryText(one?.value);
    const entry =
      value.length > LONGEST ? null : parseEntry(keyOf(String(one?.kind), String(one?.id)), value);
    if (entry) entries.push(entry);
  }
  return { entries, problem: "" };
}

/** @param {any} value JSON */
export function entryText(value) {
  return JSON.stringify({ v: SCHEMA, value });
}

/** All entries as one text, to take along. @param {Entry[]} entries */
export function exportText(entries) {
  return `${JSON.stringify({ course: "microgpt", schema: SCHEMA, entries }, null, 1)}\n`;
}
