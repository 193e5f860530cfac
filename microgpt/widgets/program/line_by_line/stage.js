/** The animated picture of a region: its steps, what is said to each, and the line that does it. */

import { h } from "../../kit/dom.js";
import { player } from "../../kit/player.js";
import { rich } from "../../kit/text.js";
import { PICTURES } from "./pictures.js";

const PAUSE = 2200; // ms from one step to the next: a sentence is read

/**
 * One step of a picture: what is said, and a piece of the line that does it.
 * @typedef {{ says: string, line?: string }} Step
 */
/**
 * What draws the steps of a picture, each in the same place.
 * @template {Step} S
 * @typedef {{ steps: () => S[], draw: () => { el: Element, show: (step: S) => void } }} Picture
 */

/** @param {(piece?: string) => void} onLine */
export function stage(onLine) {
  const place = h("div", { class: "mg-lines-picture" });
  const says = h("p", { class: "mg-lines-says", "aria-live": "polite" });
  const count = h("span", { class: "mg-lines-count" });
  let steps = /** @type {Step[]} */ ([]);
  let drawing = /** @type {ReturnType<Picture<any>["draw"]> | null} */ (null);
  let at = 0;
  const play = player({
    name: "steps of the picture",
    speedMs: PAUSE,
    onReset: () => go(0),
    onStep() {
      go(Math.min(at + 1, steps.length - 1));
      return at < steps.length - 1;
    },
  });
  const el = h(
    "div",
    { class: "mg-lines-stage" },
    place,
    says,
    h("div", { class: "mg-row" }, play.el, count),
  );

  /** @param {number} next */
  function go(next) {
    at = next;
    drawing?.show(steps[at]);
    says.replaceChildren(...rich(steps[at].says));
    count.textContent = `${at + 1} of ${steps.length}`;
    play.setEnd(at === steps.length - 1);
    onLine(steps[at].line);
  }
  function restart() {
    play.stop();
    go(0);
  }
  /** @param {string} name of a region */
  function set(name) {
    const picture = PICTURES[name];
    steps = picture.steps();
    drawing = picture.draw();
    place.replaceChildren(drawing.el);
    restart();
  }
  return { el, set, restart, stop: play.stop };
}
