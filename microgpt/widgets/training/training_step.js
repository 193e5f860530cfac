/** One round of training on a name, stage by stage: the model's own numbers, from the tokens to the new loss. */

import { nameField } from "../attention/name_field.js";
import { chars } from "../data/course_run.js";
import { tokens as chips } from "../draw/tokens.js";
import { modelBefore } from "../engine/model_before.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { brief } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";
import { indexOf, shapeOf } from "../model/parameter_matrices/changes.js";
import { sides } from "../model/parameter_matrices/meaning.js";
import { stageChoice, stepper } from "./training_step/controls.js";
import { nowPart } from "./training_step/now.js";
import { rounds } from "../engine/rounds.js";
import { STAGES, shown } from "./training_step/stages.js";
import { sentence, title } from "./training_step/words.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("./taking_part.js").Place} Place */
/** @typedef {import("../engine/rounds.js").Optimiser} Optimiser */
/**
 * @typedef {{ name: string, optimiser: Optimiser, stage: number, round: number, matrix: string,
 *   row: number, column: number }} State
 */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = ["name", "optimiser", "stage", "round", "matrix", "row", "column"];
const LONGEST = 15; // letters: BOS is the sixteenth token
const FOUR = [0, 1, 2, 3];
const TWO = [0, 1];
const LETTERS = Array.from(chars);

/** @param {string} name */
const encode = (name) => new Tokenizer(chars).encode(name);

/** @param {State} state @param {GPT} start */
const roundOf = ({ name, optimiser, round }, start) =>
  rounds(start, encode(name), optimiser, round);

/**
 * The round on view, and the stage that it has come to.
 * @param {State} state
 * @param {GPT} start the model before its first round
 * @param {import("../engine/rounds.js").Round} [last] the round, where it is known already
 */
export function compute(state, start, last = roundOf(state, start)) {
  const { name, optimiser, round } = state;
  const tokens = encode(name);
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
    pickedSaid: called(picked, rowNames(picked[0])).said,
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
  const lastRound = kept((/** @type {State} */ state) => roundOf(state, start));
  view.body.append(
    h("div", { class: "mg-round-top" }, field.el, by.el),
    letters.el,
    stages.el,
    play.el,
    now.el,
  );

  return view.show(
    (/** @type {State} */ state) => {
      const moment = compute(state, start, lastRound(state));
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

/**
 * The rounds are the same for all stages, and for every number that is chosen.
 * @template T
 * @param {(state: State) => T} make
 */
function kept(make) {
  let key = "";
  let value = /** @type {T | undefined} */ (undefined);
  return (/** @type {State} */ state) => {
    const next = [state.name, state.optimiser, state.round].join();
    if (value === undefined || next !== key) value = make(state);
    key = next;
    return value;
  };
}

/** @param {string} text */
const chip = (text) => ({
  text,
  kind: /** @type {"bos" | "letter"} */ (text === "BOS" ? "bos" : "letter"),
});

export default { render };
