/** The way through the stages: Step, Play and Back, and a radio button for each. */

import { button, choice } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { player } from "../../kit/player.js";
import { MOST } from "../../engine/rounds.js";
import { STAGES, beside, has, isFirst, isLast } from "./stages.js";

/** @typedef {import("./stages.js").Moment} Moment */
/** @typedef {import("../../engine/rounds.js").Optimiser} Optimiser */

const SPEED = 2400; // ms from one stage to the next: each has lines to be read

/**
 * Step, Play and Back through the stages of all rounds.
 * @param {{ read: () => Moment, set: (moment: Moment) => void }} view
 */
export function stepper(view) {
  const move = (/** @type {1 | -1} */ by) => view.set(beside(view.read(), by));
  const play = player({
    name: "stages of the round",
    speedMs: SPEED,
    onReset: () => view.set({ ...view.read(), round: 1, stage: 0 }),
    onStep: () => {
      move(1);
      return !isLast(view.read());
    },
  });
  const back = button("Back", () => {
    play.stop();
    if (!isFirst(view.read())) move(-1);
  });
  const count = h("span", { class: "mg-round-count" });
  play.el.append(back, count);

  /** @param {Moment} state */
  function set(state) {
    back.setAttribute("aria-disabled", String(isFirst(state)));
    setText(count, `round ${state.round} of ${MOST}`);
    play.setEnd(isLast(state));
  }
  return { el: play.el, set, stop: play.stop };
}

/** A radio button for each stage. @param {(stage: number) => void} onStage */
export function stageChoice(onStage) {
  const { el, set: choose } = choice({
    name: "Stage",
    options: STAGES.map(({ label }, i) => ({ value: String(i), label: `${i + 1} ${label}` })),
    value: "0",
    onInput: (value) => onStage(Number(value)),
  });
  el.classList.add("mg-round-stages");
  /** @param {number} stage @param {Optimiser} optimiser */
  function set(stage, optimiser) {
    el.querySelectorAll("label").forEach((label, i) => {
      label.hidden = !has(i, optimiser);
    });
    choose(String(stage));
  }
  return { el, set };
}
