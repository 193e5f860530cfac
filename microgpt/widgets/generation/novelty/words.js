/** What is said of many generated names. */

import { fixed } from "../../kit/format.js";

/** @typedef {import("../drawing.js").Tally} Tally */
/** @typedef {import("../known_names.js").Kind} Kind */

/** @type {Record<Kind, string>} */
export const TITLES = {
  seen: "Seen in training",
  unseen: "In the list, but never seen",
  new: "New",
};

/** A share in percent; what is not zero never reads as zero. @param {number} n @param {number} all */
export function share(n, all) {
  const percent = all ? (100 * n) / all : 0;
  return percent > 0 && percent < 0.05 ? "under 0.1 %" : `${fixed(percent, 1)} %`;
}

/** @param {number} n */
const many = (n) => (n ? n.toLocaleString("en") : "none");

/** How long they are, and what is wrong with some. @param {Tally} now */
export function faultWords({ meanLength, repeated, empty, cut }) {
  return (
    `Mean length: ${fixed(meanLength, 1)} letters. Repeated: ${many(repeated)}. ` +
    `Empty: ${many(empty)}. Cut off at 16 letters: ${many(cut)}.`
  );
}

/** For a screen reader. @param {Tally} now */
export function spoken({ count, groups }) {
  const { seen, unseen } = groups;
  return (
    `${count} drawn: ${seen.length} seen in training, ` +
    `${unseen.length} in the list but never seen, ${groups.new.length} new`
  );
}
