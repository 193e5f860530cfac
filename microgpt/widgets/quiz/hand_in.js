/** The file that a reader hands in: their code, what passed, and when. `python -m microgpt.check` reads it. */

/** @typedef {import("../kit/store_entries.js").Entry} Entry */

const SCHEMA = 1;

/**
 * Of a cell the last text that came to its end counts, else the one that stands there.
 * @param {Entry[]} entries
 * @param {Date} now
 */
export function handIn(entries, now) {
  const of = (/** @type {string} */ wanted) => entries.filter(({ kind }) => kind === wanted);
  const cells = of("code").map(({ id, value }) => [id, String(value?.good ?? value?.text ?? "")]);
  const solved = of("build")
    .filter(({ value }) => value?.done === true)
    .map(({ id, value }) => [id, String(value?.when ?? "")]);
  const file = {
    course: "microgpt",
    hand_in: SCHEMA,
    written: now.toISOString(),
    solved: Object.fromEntries(solved),
    cells: Object.fromEntries(cells),
  };
  return { text: `${JSON.stringify(file, null, 1)}\n`, solved: solved.length };
}
