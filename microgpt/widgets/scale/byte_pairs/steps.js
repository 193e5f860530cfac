/** Merge by merge: Step, Play, Back, and a slider for how many. */

import { button, slider } from "../../kit/controls.js";
import { h } from "../../kit/dom.js";
import { player } from "../../kit/player.js";

export const MOST = 200; // merges
const FAR = 60; // of them on the slider
const SPEED = 600; // ms from one merge to the next

/**
 * @param {{ merges: number, now: () => number, possible: () => number,
 *   onMerges: (merges: number) => void }} options
 *   merges: those asked for at first; now: those made; possible: those that the text has
 */
export function mergeSteps({ merges, now, possible, onMerges }) {
  const play = player({
    name: "merges",
    speedMs: SPEED,
    onStep: () => {
      onMerges(Math.min(now() + 1, possible()));
      return now() < possible();
    },
    onReset: () => onMerges(0),
  });
  /** @param {number} next */
  function choose(next) {
    play.stop();
    onMerges(next);
  }
  const back = button("Back", () => choose(Math.max(0, now() - 1)));
  play.el.append(back);
  const count = slider({
    name: "merges",
    min: 0,
    max: FAR,
    step: 1,
    whole: true,
    typed: { min: 0, max: MOST },
    value: merges,
    onInput: choose,
  });
  /** @param {number} asked */
  function set(asked) {
    count.set(asked);
    play.setEnd(now() === possible());
    back.setAttribute("aria-disabled", String(now() === 0));
  }
  return { el: h("div", {}, play.el, count.el), set, stop: play.stop };
}
