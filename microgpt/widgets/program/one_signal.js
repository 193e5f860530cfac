/** One token on its way through the whole course: in ten stops to the loss, back, and to the next letter. */

import { called } from "../attention/letters.js";
import { nameField } from "../attention/name_field.js";
import { chars } from "../data/course_run.js";
import { tokens } from "../draw/tokens.js";
import { modelAfter } from "../engine/model_after.js";
import { softmax } from "../engine/nn.js";
import { Random, pick } from "../engine/random.js";
import { button } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { player } from "../kit/player.js";
import { roving } from "../kit/roving.js";
import { adam, draw } from "./one_signal/choices.js";
import {
  attention,
  blame,
  embedded,
  mixed,
  probabilities,
  surprise,
  units,
  vocabulary,
} from "./one_signal/pictures.js";
import { stopOf } from "./one_signal/stop.js";
import { steepest, walk } from "./one_signal/walk.js";
import { FACTS } from "./one_signal/words.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("./one_signal/stop.js").Stop} Stop */
/**
 * @typedef {{ name: string, position: number, stop: number, matrix: string, temperature: number,
 *   seed: number }} State
 */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = ["name", "position", "stop", "matrix", "temperature", "seed"];
const LONGEST = 15; // letters: BOS is the sixteenth token
const SPEED = 4000; // ms from one stop to the next: each has a picture to be looked at
const LETTERS = Array.from(chars);

/**
 * The whole way; the chosen weight of it, and the token that is drawn at the end.
 * @param {State} state
 * @param {GPT} model
 * @param {import("./one_signal/walk.js").Walk} [way] where it is known already
 */
export function compute(state, model, way = walk(state, model)) {
  const probs = softmax(way.blocks.logits, state.temperature);
  const weight = steepest(way, model, state.matrix);
  const row = { wte: [...LETTERS, "BOS"], lm_head: [...LETTERS, "end"] }[state.matrix];
  return {
    ...state,
    way,
    letters: called(["BOS", ...state.name]),
    tokens: [...LETTERS, "BOS"],
    guesses: [...LETTERS, "end"],
    weight: {
      ...weight,
      label: `${state.matrix}[${row ? row[weight.row] : weight.row}][${weight.column}]`,
    },
    probs,
    drawn: pick(probs, new Random(state.seed).random()),
  };
}

/** @type {import("@anywidget/types").Render<State & { content?: any, links?: any }>} */
export function render({ model, el }) {
  const trained = modelAfter();
  /** @type {Stop[]} */
  const told = model.get("content").stops;
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "One signal, end to end",
    caption:
      "The course’s trained model, computed in this page; only what you see is rounded. The loss is " +
      "that of one guess. m and v begin at 0, and the learning rate is 0.01.",
    onReset: () => {
      way.stop();
      field.clear();
    },
  });
  const choose = (/** @type {Partial<State>} */ changes) => {
    way.stop();
    view.set(changes);
  };
  const field = nameField({
    label: `Type a name, of up to ${LONGEST} letters`,
    shows: "The way still is that of",
    longest: LONGEST,
    known: LETTERS,
    onName: (name) => choose({ name, position: Math.min(view.read().position, name.length) }),
  });
  const chips = tokens({ name: "the token", onPick: (position) => choose({ position }) });
  const list = stopList(told, model.get("links") ?? {}, choose);
  const way = stepper(view, told.length - 1, list);
  const walked = kept((/** @type {State} */ state) => walk(state, trained));
  view.body.append(
    field.el,
    h(
      "p",
      { class: "mg-signal-ask mg-on-screen" },
      "Choose the token that you follow, then press Step:",
    ),
    chips.el,
    list.el,
    way.el,
  );

  return view.show(
    (/** @type {State} */ state) => {
      const now = compute(state, trained, walked(state));
      field.set(state.name);
      chips.set(now.letters.map((text, i) => chip(text, i, now.way.at)));
      list.set(now);
      way.set(now.stop);
      view.say(`Stop ${now.stop + 1}, ${told[now.stop].title}: ${FACTS[now.stop](now)}`);
    },
    () => way.stop(),
  );
}

/** @param {string} text @param {number} i @param {number} at @returns {import("../draw/tokens.js").Item} */
const chip = (text, i, at) => ({
  text,
  kind: i ? "letter" : "bos",
  state: i === at ? "current" : "past",
});

/**
 * All stops from top to bottom, one of them open.
 * @param {Stop[]} told
 * @param {Record<string, string>} links
 * @param {(changes: Partial<State>) => void} choose
 */
function stopList(told, links, choose) {
  const pictures = [
    vocabulary(),
    embedded(),
    attention(),
    mixed(),
    units(),
    probabilities(),
    surprise(),
    blame(),
    adam(choose),
    draw(choose),
  ];
  const stops = told.map((one, i) =>
    stopOf(one, i, { picture: pictures[i], links, onOpen: () => choose({ stop: i }) }),
  );
  const heads = roving(stops.map(({ head }) => head));
  const el = h("ol", { class: "mg-signal" }, ...stops.map((stop) => stop.el));

  /** @param {Now} now */
  function set(now) {
    stops.forEach((stop) => stop.set(now));
    if (!stops.some(({ head }) => head.matches(":focus"))) heads.set(now.stop);
  }
  /** Where the reader sees the list: all of a stop, or at least where it begins. @param {number} stop */
  function bringIntoView(stop) {
    const { top, bottom } = el.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) return;
    for (const part of [stops[stop].el, stops[stop].head])
      part.scrollIntoView({ block: "nearest" });
  }
  return { el, set, bringIntoView };
}

/**
 * Step, Play and Back; the buttons stay in sight while the list is.
 * @param {{ read: () => State, set: (changes: Partial<State>) => void }} view
 * @param {number} last
 * @param {{ bringIntoView: (stop: number) => void }} list
 */
function stepper(view, last, list) {
  const go = (/** @type {number} */ stop) => {
    view.set({ stop });
    list.bringIntoView(stop);
  };
  const play = player({
    name: "stops of the way",
    speedMs: SPEED,
    onReset: () => go(0),
    onStep: () => {
      const next = Math.min(view.read().stop + 1, last);
      go(next);
      return next < last;
    },
  });
  const back = button("Back", () => {
    play.stop();
    if (view.read().stop > 0) go(view.read().stop - 1);
  });
  const count = h("span", { class: "mg-signal-count" });
  play.el.append(back, count);
  play.el.classList.add("mg-signal-steps");

  /** @param {number} stop */
  function set(stop) {
    back.setAttribute("aria-disabled", String(stop === 0));
    setText(count, `${stop + 1} of ${last + 1}`);
    play.setEnd(stop === last);
  }
  return { el: play.el, set, stop: play.stop };
}

/**
 * The way is the same for all stops, and for what is chosen at the last two.
 * @template T
 * @param {(state: State) => T} make
 */
function kept(make) {
  let key = "";
  let value = /** @type {T | undefined} */ (undefined);
  return (/** @type {State} */ state) => {
    const next = `${state.name} ${state.position}`;
    if (value === undefined || next !== key) value = make(state);
    key = next;
    return value;
  };
}

export default { render };
