/** The trained model on any name: every number on the way from a token to the guesses, block by block. */

import { called } from "../attention/letters.js";
import { nameField } from "../attention/name_field.js";
import { chars } from "../data/course_run.js";
import { IDS, NAMES, blocks } from "../draw/blocks.js";
import { tokens } from "../draw/tokens.js";
import { numbersOf } from "../engine/blocks.js";
import { modelAfter } from "../engine/model_after.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { itemsOf } from "./flow.js";
import { guessBars } from "./forward_pass/guesses.js";
import { blockPanel } from "./forward_pass/panel.js";
import { arithmetic } from "./forward_pass/sums.js";

/** @typedef {{ name: string, position: number, block: string, number: number, until: string }} State */
/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {ReturnType<typeof compute>} Now */

const LONGEST = 15; // letters: BOS is the sixteenth token
const SPEED = 2000; // ms from one block to the next: each has a sentence to be read
/** The last block that is there. */
const LAST = /** @type {Record<string, string>} */ ({
  embedding: "norm",
  attention: "attn_add",
  model: "probs",
});
const last = (/** @type {string} */ until) => IDS.indexOf(LAST[until]);

/**
 * Every number at the chosen position, and which block and which of its numbers are on view.
 * `steps` has all positions; `next` is the id of what really comes; `off` counts the units that
 * ReLU sets to 0.
 * @param {State} state
 * @param {GPT} model
 */
export function compute({ name, position, block, number, until }, model) {
  const ids = new Tokenizer(chars).encode(name);
  const cache = model.start();
  const steps = ids.slice(0, -1).map((id) => model.step(cache, id, { trace: true }));
  const at = clamp(position, 0, steps.length - 1);
  const numbers = numbersOf(steps[at]);
  const shown = IDS[Math.min(IDS.indexOf(block), last(until))];
  return {
    model,
    letters: called(["BOS", ...name]),
    guesses: [...chars, "end"],
    ids,
    next: ids[at + 1],
    steps,
    at,
    numbers,
    off: numbers.relu.filter((x) => x === 0).length,
    block: shown,
    index: clamp(number, 0, numbers[shown].length - 1),
  };
}

/**
 * The drawing's items: what a later chapter brings is pale.
 * @param {Now} now
 * @param {string} until
 */
export function drawn({ model, steps, at, off, numbers }, until) {
  return itemsOf(model, steps[at]).map((item, i) => {
    if (i > last(until))
      return { id: item.id, pale: i > last("attention") ? "chapter 08" : "chapter 07" };
    return item.id === "relu" ? { ...item, out: `${off} of ${numbers.relu.length} off` } : item;
  });
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const trained = modelAfter();
  const view = figure({
    model,
    el,
    keys: ["name", "position", "block", "number", "until"],
    name: "The way through the model",
    caption:
      "The trained model. Numbers are shown with two digits; the page computes with all of them.",
    onReset: () => {
      play.stop();
      field.clear();
    },
  });
  const choose = (/** @type {Partial<State>} */ changes) => {
    play.stop();
    view.set(changes);
  };
  const play = player({
    speedMs: SPEED,
    onReset: () => view.set({ block: IDS[0] }),
    onStep: () => {
      const { block, until } = view.read();
      const next = Math.min(IDS.indexOf(block) + 1, last(until));
      const watched = flow.inView(block);
      view.set({ block: IDS[next] });
      if (watched) {
        measure();
        flow.bringIntoView(IDS[next]);
      }
      return next < last(until);
    },
  });
  const field = nameField({
    label: `Type a name, of up to ${LONGEST} letters`,
    shows: "The picture still shows",
    longest: LONGEST,
    known: Array.from(chars),
    onName: (name) => choose({ name, position: Math.min(view.read().position, name.length) }),
  });
  const chips = tokens({ name: "the token", onPick: (position) => choose({ position }) });
  const flow = blocks({
    label: "the model, block by block",
    onSelect: (block) => choose({ block }),
  });
  const panel = blockPanel({ steps: play.el, onIndex: (number) => choose({ number }) });
  const bars = guessBars();
  // On a narrow page the panel covers what is below a block that is scrolled into sight.
  const measure = () => flow.element.style.setProperty("--covered", `${panel.el.offsetHeight}px`);
  flow.element.addEventListener("keydown", measure, true);
  view.body.append(
    field.el,
    h("p", { class: "mg-pass-ask mg-on-screen" }, "Choose a token, then a block, or press Step:"),
    chips.el,
    h("div", { class: "mg-pass" }, h("div", {}, flow.element, bars.el), panel.el),
  );

  return view.show(
    (/** @type {State} */ state) => {
      const now = compute(state, trained);
      field.set(state.name);
      chips.set(
        now.letters.map((text, i) => ({
          text,
          kind: i ? "letter" : "bos",
          state: i === now.at ? "current" : "past",
        })),
      );
      flow.draw(drawn(now, state.until), { selected: now.block });
      panel.set(now);
      bars.el.hidden = state.until !== "model";
      bars.set(now);
      play.setEnd(now.block === LAST[state.until]);
      view.say(`${NAMES[now.block]}: ${arithmetic(now)}`);
    },
    () => play.stop(),
  );
}

export default { render };
