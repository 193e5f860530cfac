/** A small list that the reader types; what the trained model cannot read is said in a sentence. */

import { count } from "../../kit/format.js";
import { isolated } from "../../kit/isolated.js";

const SHORTEST = 2; // letters
const LONGEST = 15; // with its end such a name fills the block
const FEWEST = 5; // names: every fifth is held back
const MOST = 500;
const SHOWN = 20; // letters of a name that is quoted

/**
 * The different names of a text, in small letters; an Error says in a sentence why there are none.
 * @param {string} text names with spaces, commas or line ends between them
 */
export function readNames(text) {
  const names = [...new Set(text.toLowerCase().split(/[\s,;]+/))].filter(Boolean);
  for (const name of names) check(name);
  if (names.length === 0) throw new Error("There is no name in it yet.");
  if (names.length < FEWEST)
    throw new Error(
      `${count(names.length, "name")} so far: ${FEWEST} or more are needed, as every fifth is held back.`,
    );
  if (names.length > MOST)
    throw new Error(`These are ${names.length.toLocaleString("en")} names; the limit is ${MOST}.`);
  return names;
}

/** @param {string} name */
function check(name) {
  const symbols = Array.from(name);
  const more = symbols.length > SHOWN ? "…" : "";
  const quoted = `“${isolated(symbols.slice(0, SHOWN).join("") + more)}”`;
  const unknown = symbols.find((symbol) => !/^[a-z]$/.test(symbol));
  if (unknown !== undefined)
    throw new Error(
      `${quoted} holds “${isolated(unknown)}”: the model knows only the letters from a to z.`,
    );
  if (symbols.length < SHORTEST || symbols.length > LONGEST)
    throw new Error(
      `${quoted} has ${count(symbols.length, "letter")}: a name has ${SHORTEST} to ${LONGEST} here.`,
    );
}
