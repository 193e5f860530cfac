/** The kinds of drill, and the questions they draw: the same as in `drills/__init__.py`. */

import { Random } from "../../engine/random.js";
import { adam } from "./adam.js";
import { chain } from "./chain.js";
import { entropy } from "./entropy.js";
import { shape } from "./shape.js";
import { softmax } from "./softmax.js";

/**
 * A question: what is asked, how it is answered, what is asked for, and the way to the answer.
 * @typedef {{ words: string, task: string, fields: import("./judge.js").Field[], steps: string[] }} Question
 */
/**
 * `levels` says what each level brings. `draw` gives the facts of a question, `ask` the question;
 * `beside` what stands beside it, which is told the answers that are known.
 * @typedef {{ title: string, levels: string[], draw: (random: Random, level: number) => any,
 *   ask: (facts: any, level: number) => Question,
 *   beside?: (facts: any, level: number, onPick: (id: string) => void) =>
 *     { el: HTMLElement, set: (known: { [id: string]: number | undefined }) => void } }} Kind
 */

export const KINDS = /** @type {{ [kind: string]: Kind }} */ ({
  ...{ chain, softmax, shape, adam, entropy },
});
export const LEVELS = [1, 2, 3];
/** The largest seed, and the largest number of a question. */
export const MOST = 9999;

/**
 * What a question is about, as plain numbers and texts: a stream of random numbers for each.
 * @param {{ kind: string, level: number, seed: number, number: number }} state
 */
export function factsOf({ kind, level, seed, number }) {
  const kinds = Object.keys(KINDS);
  const place = kinds.indexOf(kind) * LEVELS.length + level - 1;
  const random = new Random((seed * (MOST + 1) + number) * kinds.length * LEVELS.length + place);
  return KINDS[kind].draw(random, level);
}
