/**
 * What the reader wrote in a cell, kept at every keystroke: the text as it stands, and the last good one, which the
 * cells below it build on. It came to its end; an answer passed. A cell in which nothing was written is not kept.
 */

import { openStore } from "../kit/store.js";

/** @typedef {{ text: string, good?: string }} Written */

/**
 * @param {string} chapter as in "01": the names of cells are a chapter's own
 * @param {ReturnType<typeof openStore>} [store] one that is open already
 */
export function keptCode(chapter, store = openStore()) {
  const key = (/** @type {string} */ id) => `${chapter}-${id}`;
  /** @param {string} id @returns {Partial<Written>} */
  const read = (id) => store.read("code", key(id)) ?? {};
  return {
    /** @param {string} id */
    text: (id) => read(id).text,
    /** @param {string} id */
    good: (id) => read(id).good,
    /** @param {string} id @param {string} text */
    type: (id, text) => store.write("code", key(id), { ...read(id), text }),
    /** This text is good. @param {string} id @param {string} text */
    ran: (id, text) => {
      const written = read(id);
      if (written.text !== undefined) store.write("code", key(id), { ...written, good: text });
    },
    /** @param {string} id */
    putBack: (id) => store.remove("code", key(id)),

    /** @param {string} exercise */
    isSolved: (exercise) => store.read("build", exercise)?.done === true,
    /** @param {string} exercise @param {string} id of its cell @param {string} text that passed */
    solve(exercise, id, text) {
      this.ran(id, text);
      store.write("build", exercise, { done: true, when: new Date().toISOString() });
    },
  };
}

/** @typedef {ReturnType<typeof keptCode>} Kept */
