/**
 * What the reader did, kept in the page's own storage and sent nowhere.
 *
 * Nothing here throws: where the browser keeps nothing (a private window, a sandboxed frame, no
 * room left), entries last as long as the page. All views of a page agree through an event on its
 * window, all tabs through the browser's own storage event.
 */

import { PREFIX, entryText, exportText, keyOf, parseEntry, parseExport } from "./store_entries.js";

const EVENT = "microgpt-kept";

/** @typedef {import("./store_entries.js").Entry} Entry */

/**
 * The browser's storage, or null: asking for it is already an error, or what is there is the book's
 * stand-in for it, which keeps nothing.
 * @returns {Storage | null}
 */
function browserStorage() {
  try {
    return globalThis.localStorage instanceof Storage ? globalThis.localStorage : null;
  } catch {
    return null;
  }
}

/**
 * Texts under keys that survive whatever the browser refuses: what it does not keep lies in memory.
 * @param {Storage | null} storage
 */
function shelf(storage) {
  const memory = /** @type {Map<string, string>} */ (new Map());
  /** @template T @param {(storage: Storage) => T} action @returns {T | null} */
  function attempt(action) {
    try {
      return storage && action(storage);
    } catch {
      return null;
    }
  }
  const names = (/** @type {Storage} */ kept) =>
    Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? "");
  /**
   * @param {string} key
   * @param {string} text
   * @returns {boolean} whether the browser keeps it
   */
  const put = (key, text) =>
    attempt((kept) => {
      kept.setItem(key, text);
      return true;
    }) === true;
  /** @param {string} key */
  const drop = (key) => attempt((kept) => kept.removeItem(key));
  return {
    put,
    drop,
    /** @param {string} key */
    text: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(key)),
    keys: () => [...new Set([...memory.keys(), ...(attempt(names) ?? [])])],
    /** Whether the browser keeps what is written when the page is closed. */
    lasting() {
      const lasts = put(`${PREFIX}test`, "");
      drop(`${PREFIX}test`);
      return lasts;
    },
    /** Every shelf of the page hears of every change. @param {Change} change */
    note({ key, text, kept }) {
      if (key === null) memory.clear();
      else if (kept || text === null) memory.delete(key);
      else memory.set(key, text);
    },
  };
}

/**
 * `key` null: everything; `text` null: removed.
 * @typedef {{ key: string | null, text: string | null, kept: boolean }} Change
 */

/**
 * Changes made in this page and in other tabs, until it is closed.
 * @param {EventTarget} target
 * @param {(change: Change) => void} inPage
 * @param {(key: string | null) => void} heard
 */
function listen(target, inPage, heard) {
  /** @param {Event} event */
  function here(event) {
    const { detail } = /** @type {CustomEvent} */ (event);
    inPage(detail);
    heard(detail.key);
  }
  /** @param {Event} event */
  function otherTab(event) {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || key.startsWith(PREFIX)) heard(key);
  }
  target.addEventListener(EVENT, here);
  target.addEventListener("storage", otherTab);
  return () => {
    target.removeEventListener(EVENT, here);
    target.removeEventListener("storage", otherTab);
  };
}

/**
 * What is done to entries, and told to all views of the page, this one too.
 * @param {ReturnType<typeof shelf>} kept
 * @param {EventTarget} target
 */
function changes(kept, target) {
  /** @param {Change} change */
  const tell = (change) => target.dispatchEvent(new CustomEvent(EVENT, { detail: change }));
  return {
    /**
     * @param {string} kind
     * @param {string} id
     * @param {any} value JSON
     */
    write(kind, id, value) {
      const key = keyOf(kind, id);
      const text = entryText(value);
      if (parseEntry(key, text)) tell({ key, text, kept: kept.put(key, text) });
    },
    /**
     * @param {string} kind
     * @param {string} id
     */
    remove(kind, id) {
      const key = keyOf(kind, id);
      kept.drop(key);
      tell({ key, text: null, kept: true });
    },
    /** Forget everything of this course. */
    clear() {
      kept
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .forEach(kept.drop);
      tell({ key: null, text: null, kept: true });
    },
  };
}

/**
 * The entries of one kind or of every kind, in order of kind and id.
 * @param {ReturnType<typeof shelf>} kept
 * @param {string} [only]
 * @returns {Entry[]}
 */
function entriesOf(kept, only) {
  return kept
    .keys()
    .sort()
    .flatMap((key) => parseEntry(key, kept.text(key)) ?? [])
    .filter((entry) => only === undefined || entry.kind === only);
}

/**
 * Open the storage for one view; `close` when the view goes.
 * @param {{ storage?: Storage | null, target?: EventTarget }} [options] others than the browser's:
 *   for tests
 */
export function openStore({ storage = browserStorage(), target = globalThis } = {}) {
  const kept = shelf(storage);
  const change = changes(kept, target);
  const listeners = /** @type {Set<(kind: string | null, id: string | null) => void>} */ (
    new Set()
  );
  const deafen = listen(target, kept.note, (key) => {
    const [kind = null, id = null] = key === null ? [] : key.slice(PREFIX.length).split(":");
    [...listeners].forEach((listener) => listener(kind, id));
  });
  /** @param {string} [only] */
  const all = (only) => entriesOf(kept, only);
  return {
    ...change,
    all,
    /**
     * What is kept there, or null.
     * @param {string} kind
     * @param {string} id
     * @returns {any}
     */
    read: (kind, id) => parseEntry(keyOf(kind, id), kept.text(keyOf(kind, id)))?.value ?? null,
    exportJson: () => exportText(all()),
    /**
     * Add the entries of an exported text to those kept here; the imported one counts.
     * @param {string} text
     * @returns {{ count: number, problem: string }}
     */
    importJson(text) {
      const { entries, problem } = parseExport(text);
      entries.forEach(({ kind, id, value }) => change.write(kind, id, value));
      return { count: entries.length, problem };
    },
    lasting: kept.lasting,
    /**
     * Hear of every change; kind and id are null when everything may have changed.
     * @param {(kind: string | null, id: string | null) => void} listener
     */
    watch: (listener) => {
      listeners.add(listener);
    },
    close() {
      listeners.clear();
      deafen();
    },
  };
}
