/** The most probable next tokens, as bars. */

import { barList } from "../../draw/bar_list.js";
import { percent } from "../../kit/format.js";

/** @typedef {import("../forward_pass.js").Now} Now */

const SHOWN = 6;

/** The tokens' ids, the likeliest first. @param {ArrayLike<number>} probs */
export const likeliest = (probs) =>
  Array.from(probs, (_, i) => i).sort((a, b) => probs[b] - probs[a] || a - b);

export function guessBars() {
  const list = barList(SHOWN);

  /** @param {Now} now */
  function set({ letters, at, numbers: { probs }, guesses, next }) {
    const best = likeliest(probs).slice(0, SHOWN);
    list.set(
      `The surest guesses after ${letters.slice(0, at + 1).join(" ")}`,
      best.map((i) => ({
        name: guesses[i],
        share: probs[i] / probs[best[0]],
        value: percent(probs[i]) + (i === next ? ", so it goes on" : ""),
        strong: i === next,
      })),
    );
  }
  return { el: list.el, set };
}
