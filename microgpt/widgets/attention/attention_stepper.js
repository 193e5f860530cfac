/** One letter on its way through the attention of the toy model, number by number. */

import { tokens } from "../draw/tokens.js";
import { attentionSteps } from "../engine/attention.js";
import { TOY_TOKENS, toyModel } from "../engine/toy.js";
import { slider } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { addToOne } from "../kit/rounding.js";
import { stagePicture } from "./attention_stepper/picture.js";
import { matrixTimes } from "./attention_stepper/brackets.js";
import { LAST, lines, matrixOf, outcome, sentence } from "./attention_stepper/words.js";
import { called } from "./letters.js";

/** @typedef {{ tokens: string[], position: number, step: number }} State */
/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {ReturnType<typeof compute>} Now */

const SPEED = 1400; // ms from one step to the next: each has a line to be read

/**
 * The letters' names, every number of every letter, and how far the chosen one has come. `printed`
 * are its weights as they stand on the page.
 * @param {State} state
 * @param {GPT} model
 */
export function compute({ tokens, position, step }, model) {
  const ids = tokens.map((token) => TOY_TOKENS.indexOf(token));
  const steps = attentionSteps(model, ids);
  const at = clamp(position, 0, ids.length - 1);
  const printed = addToOne(steps[at].heads[0].weights);
  return { letters: called(tokens), steps, at, step: clamp(step, 0, LAST), printed };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const toy = toyModel();
  const view = figure({
    model,
    el,
    keys: ["tokens", "position", "step"],
    name: "Attention, step by step",
    caption:
      "The toy model: vectors of two numbers, one head. " +
      "Numbers are shown with two digits; the page computes with all of them.",
    onReset: () => play.stop(),
  });
  const play = player({
    speedMs: SPEED,
    onReset: () => view.set({ step: 0 }),
    onStep: () => {
      const step = Math.min(LAST, view.read().step + 1);
      view.set({ step });
      return step < LAST;
    },
  });
  const chips = tokens({
    name: "the letter that looks",
    onPick: (position) => {
      play.stop();
      view.set({ position, step: 0 });
    },
  });
  const scrub = slider({
    name: "step",
    min: 0,
    max: LAST,
    step: 1,
    whole: true,
    value: 0,
    onInput: (step) => {
      play.stop();
      view.set({ step });
    },
  });
  const now = nowPart();
  const picture = stagePicture(toy.config.block_size);
  view.body.append(
    h("p", { class: "mg-step-ask mg-on-screen" }, "Choose the letter that looks, then press Step:"),
    h("div", { class: "mg-step-controls" }, chips.el, play.el, scrub.el),
    now.el,
    picture.el,
  );

  return view.show(
    (/** @type {State} */ state) => {
      const shown = compute(state, toy);
      const { letters, at, step } = shown;
      chips.set(
        letters.map((text, i) => ({
          text,
          kind: state.tokens[i] === "BOS" ? "bos" : "letter",
          state: i === at ? "current" : "past",
        })),
      );
      play.setEnd(step === LAST);
      scrub.set(step);
      now.set(shown, toy);
      picture.set(shown);
      view.say(`${step} of ${LAST}: ${sentence(shown)}`);
    },
    () => play.stop(),
  );
}

/** What the latest step did: a sentence, and its arithmetic. */
function nowPart() {
  const words = h("p", { class: "mg-step-words" });
  const sums = h("div", { class: "mg-step-sums" });
  const result = h("p", { class: "mg-step-outcome" });
  /**
   * @param {Now} now
   * @param {GPT} model
   */
  function set(now, model) {
    setText(words, sentence(now));
    const product = matrixOf(now, model);
    sums.replaceChildren(
      ...(product ? [matrixTimes(product)] : []),
      ...lines(now, model).map((line) => h("p", {}, line)),
    );
    setText(result, outcome(now));
  }
  return { el: h("div", { class: "mg-step-now" }, words, sums, result), set };
}

export default { render };
