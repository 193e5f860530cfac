/** One round of training on a name, stage by stage: the model's own numbers, from the tokens to the new loss. */

import { nameField } from "../attention/name_field.js";
import { chars } from "../data/trained.js";
import { tokens as chips } from "../draw/tokens.js";
import { modelBefore } from "../engine/before_after.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { button, choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { brief } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { indexOf, shapeOf } from "../model/parameter_matrices/changes.js";
import { sides } from "../model/parameter_matrices/meaning.js";
import { placePickers } from "./place_pickers.js";
import { isAboutNumbers, numberTable } from "./training_step/number_table.js";
import { positionTable } from "./training_step/position_table.js";
import { MOST, rounds } from "./training_step/rounds.js";
import { STAGES, beside, has, isFirst, isLast, shown } from "./training_step/stages.js";
import * as sums from "./training_step/sums.js";
import { lossWords, meaningLines, sentence, title } from "./training_step/words.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("./taking_part.js").Place} Place */
/** @typedef {import("./training_step/rounds.js").Optimiser} Optimiser */
/**
 * @typedef {{ name: string, optimiser: Optimiser, stage: number, round: number, matrix: string,
 *   row: number, column: number }} State
 */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = ["name", "optimiser", "stage", "round", "matrix", "row", "column"];
const LONGEST = 15; // letters: BOS is the sixteenth token
const SPEED = 2400; // ms from one stage to the next: each has lines to be read
const FOUR = [0, 1, 2, 3];
const TWO = [0, 1];
const LETTERS = Array.from(chars);

/**
 * The round on view, and the stage that it has come to.
 * @param {State} state
 * @param {GPT} start the model before its first round
 */
export function compute(state, start) {
  const { name, optimiser, round } = state;
  const tokens = new Tokenizer(chars).encode(name);
  const last = rounds(start, tokens, optimiser, round);
  const index = shown(state);
  const picked = inside(start, state);
  const rowNames = (/** @type {string} */ matrix) =>
    sides(matrix, shapeOf(start, matrix), LETTERS).rows;
  const places = watchedPlaces(name);
  if (!places.some((place) => place.join() === picked.join())) places.push(picked);
  return {
    name,
    optimiser,
    round,
    index,
    stage: STAGES[index].name,
    tokens,
    letters: [...LETTERS, "BOS"],
    positions: last.before.positions.length,
    all: last.numbers.length.toLocaleString("en"),
    moved: last.numbers.filter(({ value, next }) => value !== next).length.toLocaleString("en"),
    correction: [1 - 0.85 ** round, 1 - 0.99 ** round].map(brief),
    last,
    rowNames,
    names: sides(picked[0], shapeOf(start, picked[0]), LETTERS),
    picked,
    chosen: last.numbers[indexOf(start, picked)],
    watched: places.map((place) => ({
      place,
      ...called(place, rowNames(place[0])),
      numbers: last.numbers[indexOf(start, place)],
    })),
  };
}

/** @param {GPT} model @param {State} state @returns {Place} */
function inside(model, { matrix, row, column }) {
  const { rows, cols } = shapeOf(model, matrix);
  return [matrix, clamp(row, 0, rows - 1), clamp(column, 0, cols - 1)];
}

/**
 * Numbers worth watching: of a letter that is read, of a letter's logit, of a letter that is not
 * read.
 * @param {string} name
 * @returns {Place[]}
 */
function watchedPlaces(name) {
  const id = (/** @type {string} */ letter) => LETTERS.indexOf(letter);
  const read = id(name[Math.floor(name.length / 2)]);
  const unread = LETTERS.findLastIndex((letter) => !name.includes(letter));
  return [
    ...FOUR.map((column) => /** @type {Place} */ (["wte", read, column])),
    ...TWO.map((column) => /** @type {Place} */ (["lm_head", id(name[name.length - 1]), column])),
    ["wte", unread, 0],
  ];
}

/** What a number is called, to read and to hear. @param {Place} place @param {string[]} rows */
const called = ([matrix, row, column], rows) => ({
  label: `${matrix}[${rows[row]}][${column}]`,
  said: `${matrix}, row ${rows[row]}, column ${column}`,
});

/** The arithmetic of the stage. @param {Now} now */
export function lines(now) {
  const { stage, last, chosen, optimiser, round } = now;
  if (stage === "loss") return sums.lossLines(last);
  if (stage === "backward") return meaningLines(now);
  if (stage === "averages") return sums.averageLines(chosen);
  if (stage === "corrected") return sums.correctedLines(chosen, round);
  if (stage === "move") return sums.moveLines(chosen, optimiser);
  return stage === "again" ? sums.againLines(last) : [];
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const start = modelBefore();
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "One round of training",
    caption:
      `Every number is the model’s own: ${start.weights.length.toLocaleString("en")} parameters, drawn ` +
      "with seed 42. Here the learning rate is 0.01 in every round; in the program it falls to 0.",
    onReset: () => {
      play.stop();
      field.clear();
    },
  });
  const go = (/** @type {Partial<State>} */ changes) => {
    play.stop();
    view.set(changes);
  };
  const play = stepper(view);
  const field = nameField({
    label: `Type a name, of up to ${LONGEST} letters`,
    shows: "The numbers still are those of",
    longest: LONGEST,
    known: LETTERS,
    onName: (name) => go({ name, round: 1, stage: 0 }),
  });
  const by = choice({
    name: "Optimiser",
    options: [
      { value: /** @type {Optimiser} */ ("adam"), label: "Adam" },
      { value: /** @type {Optimiser} */ ("sgd"), label: "SGD" },
    ],
    value: "adam",
    onInput: (optimiser) => go({ optimiser }),
  });
  const letters = chips({ name: "the tokens of the document" });
  const stages = stageChoice((stage) => go({ stage }));
  const now = nowPart(go);
  view.body.append(
    h("div", { class: "mg-round-top" }, field.el, by.el),
    letters.el,
    stages.el,
    play.el,
    now.el,
  );

  return view.show(
    (/** @type {State} */ state) => {
      const moment = compute(state, start);
      field.set(state.name);
      by.set(state.optimiser);
      letters.set(moment.tokens.map((id) => chip(moment.letters[id])));
      stages.set(moment.index, state.optimiser);
      play.set(state);
      now.set(moment);
      view.say(`${title(moment)}. ${sentence(moment)}`);
    },
    () => play.stop(),
  );
}

/** @param {string} text */
const chip = (text) => ({
  text,
  kind: /** @type {"bos" | "letter"} */ (text === "BOS" ? "bos" : "letter"),
});

/** Step, Play and Back through the stages of all rounds. @param {ReturnType<typeof figure>} view */
function stepper(view) {
  const move = (/** @type {1 | -1} */ by) => view.set(beside(view.read(), by));
  const play = player({
    name: "stages of the round",
    speedMs: SPEED,
    onReset: () => view.set({ round: 1, stage: 0 }),
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

  /** @param {State} state */
  function set(state) {
    back.setAttribute("aria-disabled", String(isFirst(state)));
    setText(count, `round ${state.round} of ${MOST}`);
    play.setEnd(isLast(state));
  }
  return { el: play.el, set, stop: play.stop };
}

/** A radio button for each stage. @param {(stage: number) => void} onStage */
function stageChoice(onStage) {
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

/**
 * What happens at this stage: its words, its table, its arithmetic.
 * @param {(changes: Partial<State>) => void} go
 */
function nowPart(go) {
  const head = h("p", { class: "mg-round-title" });
  const words = h("p", { class: "mg-round-words" });
  const loss = h("p", { class: "mg-round-loss" });
  const written = h("div", { class: "mg-round-sums" });
  const numbers = numberTable(([matrix, row, column]) => go({ matrix, row, column }));
  const positions = positionTable();
  const pickers = placePickers(go);
  const own = h("p", { class: "mg-round-own" });
  const el = h(
    "div",
    { class: "mg-round-now" },
    head,
    words,
    h(
      "div",
      { class: "mg-round-work" },
      h("div", {}, positions.el, numbers.el),
      h("div", {}, own, written, pickers.el),
    ),
    loss,
  );
  /** @param {Now} now */
  function set(now) {
    const about = isAboutNumbers(now.stage);
    setText(head, title(now));
    setText(words, sentence(now));
    positions.el.hidden = about;
    positions.set(now);
    numbers.set(now);
    own.hidden = pickers.el.hidden = !about;
    setText(own, `${called(now.picked, now.names.rows).said}:`);
    written.replaceChildren(...lines(now).map((line) => h("p", {}, line)));
    written.classList.toggle("mg-round-prose", now.stage === "backward");
    pickers.set(now.picked, now.names);
    setText(loss, lossWords(now));
  }
  return { el, set };
}

export default { render };
