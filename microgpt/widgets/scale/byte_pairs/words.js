/** What is said of the last merge. */

import { count } from "../../kit/format.js";
import { isolated } from "../../kit/isolated.js";
import { visible } from "./pieces.js";

/** @typedef {ReturnType<typeof import("../byte_pairs.js").compute>} Found */

/** @param {string} token */
const quoted = (token) => isolated(visible(token));

/**
 * @param {Found} found
 * @param {number} asked merges
 */
export function happened(found, asked) {
  const { last, made, possible } = found;
  const end = made === possible ? " No pair occurs twice now, so there is no further merge." : "";
  const fewer = asked > made ? ` You asked for ${asked}.` : "";
  if (!last)
    return possible
      ? "No merge yet: each character is a token. Press Step."
      : "No pair of neighbours occurs twice in this text, so there is nothing to merge.";
  const [a, b] = last.pair;
  return (
    `Merge ${made}: ${quoted(a)} and ${quoted(b)} stood side by side ${count(last.count, "time")}. ` +
    `They become one token, ${quoted(a + b)}.${end}${fewer}`
  );
}
