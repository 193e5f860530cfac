/** What the bigram table's numbers say in sentences. */

import { fixed, percent } from "../kit/format.js";

/**
 * The loss of the table, beside that of a blind guess.
 * @param {number} loss in nats per token
 * @param {number} size how many tokens there are
 */
export function scoreWords(loss, size) {
  return (
    `The whole list costs this table ${fixed(loss, 4)} nats per token, ` +
    `as much as a fair choice among ${fixed(Math.exp(loss), 1)} tokens. ` +
    `A blind guess costs ${fixed(Math.log(size), 4)} nats: ${size} tokens.`
  );
}

/**
 * The token that was drawn last, and the mean so far.
 * @param {{ ids: number[], surprises: number[], mean: number | null, ended: boolean,
 *   over: boolean }} now
 * @param {string[]} names
 * @param {number[][]} table
 */
export function drawnWords({ ids, surprises, mean, ended, over }, names, table) {
  if (mean === null) return "The name begins at BOS. Step draws the first letter from its row.";
  const [before, after] = ids.slice(-2);
  const p = table[before][after];
  const name = ids.slice(1, ended ? -1 : undefined).map((id) => names[id]);
  const drew =
    `From the row ${names[before]}: ${names[after]}, probability ${percent(p)}, ` +
    `surprise ${fixed(surprises[surprises.length - 1], 2)} nats.`;
  const whole = `“${name.join("")}”${over ? "" : " so far"}`;
  const choices = `a fair choice among ${fixed(Math.exp(mean), 1)}`;
  const stop = over && !ended ? " It was stopped at 16 letters." : "";
  return `${drew} ${whole}: ${fixed(mean, 2)} nats per token, ${choices}.${stop}`;
}
