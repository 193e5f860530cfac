/**
 * What the reader did, kept in the page's own storage and sent nowhere.
 *
 * Each entry lies under `microgpt:<kind>:<id>` as `{"v": 1, "value": ...}`. Nothing here throws:
 * where the browser keeps nothing (a private window, a sandboxed frame, no room left), entries last
 * as long as the page. All views of a page agree through an event on its window, all tabs through
 * the browser's own storage event.
 */

const KINDS = ["chapter", "explain", "explore", "predict", "quiz", "score"];
const PREFIX = "microgpt:";
const SCHEMA = 1;
const EVENT = "microgpt-kept";
const LONGEST = 20000;
const ID = /^[0-9a-z][0-9a-z-]{0,59}$/;

/** @typedef {{ kind: string, id: string, value: any }} Entry */

/**
 * @param {string} kind
 * @param {string} id
 */
function keyOf(kind, id) {
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
    const value = JSON.stringify({ v: SCHEMA, value: one?.value });
    const entry =
      value.length > LONGEST ? null : parseEntry(keyOf(String(one?.kind), String(one?.id)), value);
    if (entry) entries.push(entry);
  }
  return { entries, problem: "" };
}

/**
 * The browser's storage, or null where asking for it is already an error.
 * @returns {Storage | null}
 */
function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * Open the storage for one view; `close` when the view goes.
 * @param {{ storage?: Storage | null, target?: EventTarget }} [options] others than the browser's:
 *   for tests
 */
export function openStore({ storage = browserStorage(), target = globalThis } = {}) {
  const memory = /** @type {Map<string, string>} */ (new Map()); // what the browser did not keep
  const listeners = /** @type {Set<(kind: string | null, id: string | null) => void>} */ (
    new Set()
  );

  /** @template T @param {(storage: Storage) => T} action @returns {T | null} */
  function attempt(action) {
    try {
      return storage && action(storage);
    } catch {
      return null;
    }
  }

  /** @param {string} key */
  const textAt = (key) => memory.get(key) ?? attempt((kept) => kept.getItem(key));
  const keys = () => [
    ...new Set([
      ...memory.keys(),
      ...(attempt((kept) => Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? "")) ??
        []),
    ]),
  ];

  /**
   * Tell all views of the page, this one too.
   * @param {string | null} key null: everything
   * @param {string | null} text null: removed
   * @param {boolean} kept
   */
  const tell = (key, text, kept) => {
    target.dispatchEvent(new CustomEvent(EVENT, { detail: { key, text, kept } }));
  };

  /** @param {string | null} key */
  function heard(key) {
    const [kind = null, id = null] = key === null ? [] : key.slice(PREFIX.length).split(":");
    [...listeners].forEach((listener) => listener(kind, id));
  }
  /** @param {Event} event */
  function inPage(event) {
    const { key, text, kept } = /** @type {CustomEvent} */ (event).detail;
    if (key === null) memory.clear();
    else if (kept || text === null) memory.delete(key);
    else memory.set(key, text);
    heard(key);
  }
  /** @param {Event} event */
  function otherTab(event) {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || key.startsWith(PREFIX)) heard(key);
  }
  target.addEventListener(EVENT, inPage);
  target.addEventListener("storage", otherTab);

  /**
   * What is kept there, or null.
   * @param {string} kind
   * @param {string} id
   * @returns {any}
   */
  function read(kind, id) {
    return parseEntry(keyOf(kind, id), textAt(keyOf(kind, id)))?.value ?? null;
  }
  /**
   * @param {string} kind
   * @param {string} id
   * @param {any} value JSON
   */
  function write(kind, id, value) {
    const key = keyOf(kind, id);
    const text = JSON.stringify({ v: SCHEMA, value });
    if (parseEntry(key, text))
      tell(
        key,
        text,
        attempt((kept) => {
          kept.setItem(key, text);
          return true;
        }) === true,
      );
  }
  /**
   * @param {string} kind
   * @param {string} id
   */
  function remove(kind, id) {
    attempt((kept) => kept.removeItem(keyOf(kind, id)));
    tell(keyOf(kind, id), null, true);
  }
  /**
   * All entries, of one kind or of every kind, in order of kind and id.
   * @param {string} [only]
   * @returns {Entry[]}
   */
  function all(only) {
    const entries = keys()
      .sort()
      .map((key) => parseEntry(key, textAt(key)));
    return /** @type {Entry[]} */ (
      entries.filter((entry) => entry && (only === undefined || entry.kind === only))
    );
  }
  /** Forget everything of this course. */
  function clear() {
    keys()
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => attempt((kept) => kept.removeItem(key)));
    tell(null, null, true);
  }
  const exportJson = () =>
    `${JSON.stringify({ course: "microgpt", schema: SCHEMA, entries: all() }, null, 1)}\n`;
  /**
   * Add the entries of an exported text to those kept here; the imported one counts.
   * @param {string} text
   * @returns {{ count: number, problem: string }}
   */
  function importJson(text) {
    const { entries, problem } = parseExport(text);
    entries.forEach(({ kind, id, value }) => write(kind, id, value));
    return { count: entries.length, problem };
  }
  /** Whether the browser keeps what is written when the page is closed. */
  function lasting() {
    return (
      attempt((kept) => {
        kept.setItem(`${PREFIX}test`, "");
        kept.removeItem(`${PREFIX}test`);
        return true;
      }) === true
    );
  }
  return {
    read,
    write,
    remove,
    all,
    clear,
    exportJson,
    importJson,
    lasting,
    /**
     * Hear of every change; kind and id are null when everything may have changed.
     * @param {(kind: string | null, id: string | null) => void} listener
     */
    watch: (listener) => {
      listeners.add(listener);
    },
    close() {
      listeners.clear();
      target.removeEventListener(EVENT, inPage);
      target.removeEventListener("storage", otherTab);
    },
  };
}
