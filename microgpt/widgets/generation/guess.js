/**
 * A hidden name, guessed letter by letter: the reader bets first, then the model shows what it
 * expected.
 */

import { trainedModel } from "../engine/canonical.js";
import { softmax } from "../engine/nn.js";
import { Random } from "../engine/random.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { scoreBoard } from "./guess_score.js";
import { instruction, offer, words } from "./guess_words.js";
import { LETTERS, letterBars, likeliest } from "./letter_bars.js";

/** @typedef {[letter: string, sure: number]} Bet */
/** @typedef {{ seed: number, names: string[], bets: Bet[], answered: boolean }} State */
/** @typedef {{ name: string, position: number, truth: number }} Question */
/**
 * `given` is the probability that the bet put on the truth.
 * @typedef {Question & { letter: number, sure: number, probs: Float64Array, given: number,
 *   you: number, model: number }} Answer
 */

/** @typedef {ReturnType<typeof compute>} Now */

const CAPTION =
  "Outlines are your bet; what you do not put on your letter is spread over the other " +
  `${LETTERS.length - 1}. Filled bars are the model’s.`;
const SURE = ["25", "50", "75", "95"];
const FIRST_SURE = "50";
const END = LETTERS.length - 1;
const LEAST = 0.35; // the probability that fills the height, if none is larger

/**
 * A bet as probabilities: what is not put on the letter is spread evenly over all others.
 * @param {number} letter its place among LETTERS
 * @param {number} sure in percent
 */
export function spread(letter, sure) {
  return LETTERS.map((_, i) =>
    i === letter ? sure / 100 : (1 - sure / 100) / (LETTERS.length - 1),
  );
}

/**
 * The questions in their order: every letter of every name, and each name's end.
 * @param {State} state
 * @returns {Question[]}
 */
export function questions({ seed, names }) {
  const order = names.slice();
  new Random(seed).shuffle(order);
  return order.flatMap((name) =>
    [...name, "end"].map((letter, position) => ({
      name,
      position,
      truth: LETTERS.indexOf(letter),
    })),
  );
}

/**
 * Each bet with its answer and both surprises in nats, their means, and the question on view: the
 * last one while its answer is shown, else the next one; null when all names are known.
 * @param {State} state
 * @param {ReturnType<typeof trainedModel>} engine
 */
export function compute(state, { model, tokenizer }) {
  const all = questions(state);
  let cache = model.start();
  const answers = state.bets.slice(0, all.length).map(([text, sure], k) => {
    const { name, position, truth } = all[k];
    const letter = LETTERS.indexOf(text);
    if (position === 0) cache = model.start();
    const given = spread(letter, sure)[truth];
    const probs = softmax(model.step(cache, tokenizer.encode(name)[position]));
    return {
      name,
      position,
      truth,
      letter,
      sure,
      probs,
      given,
      you: -Math.log(given),
      model: -Math.log(probs[truth]),
    };
  });
  const mean = (/** @type {number[]} */ xs) =>
    xs.length ? xs.reduce((a, b) => a + b, 0) / xs.length : 0;
  const last = answers.at(-1);
  const answer = state.answered && last ? last : null;
  return {
    answers,
    answer,
    question: answer ?? all[answers.length] ?? null,
    you: mean(answers.map((a) => a.you)),
    model: mean(answers.map((a) => a.model)),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const engine = trainedModel();
  let chosen = -1;
  let sure = FIRST_SURE;
  const view = figure({
    model,
    el,
    keys: ["seed", "names", "bets", "answered"],
    name: "Guess the next letter",
    caption: CAPTION,
    onReset: () => {
      chosen = -1;
      sure = FIRST_SURE;
      paint(view.read());
    },
  });
  const task = h("p", { class: "mg-guess-task" });
  const name = nameSoFar();
  const bars = letterBars({
    name: "letters to bet on",
    onPick: (letter) => {
      if (letter === chosen) return act();
      chosen = letter;
      paint(view.read());
    },
  });
  const how = sureChoice((value) => {
    sure = value;
    paint(view.read());
  });
  const action = button("Bet", act, { primary: true });
  const result = h("p", { class: "mg-guess-result" });
  const score = scoreBoard();
  const controls = h("div", { class: "mg-guess-controls" }, how.el, action);
  view.body.append(task, name.el, bars.el, controls, result, score.el);
  view.body.addEventListener("keydown", bars.key);

  /** The bet is made, or the next letter asked for. */
  function act() {
    const state = view.read();
    const { answer, question } = compute(state, engine);
    if (answer) return view.set({ answered: false });
    if (chosen < 0 || !question) return;
    const bet = [LETTERS[chosen], Number(sure)];
    chosen = -1;
    if (bars.el.contains(el.ownerDocument.activeElement)) action.focus();
    view.set({ answered: true, bets: [...state.bets, bet] });
  }

  /** @param {State} state */
  function paint(state) {
    const now = compute(state, engine);
    name.set(now);
    bars.set(now.answer ? answerBars(now.answer) : betBars(now, chosen, Number(sure)));
    how.set(sure);
    action.textContent = offer(now, chosen, sure);
    action.setAttribute("aria-disabled", String(!now.answer && chosen < 0));
    task.textContent = instruction(now, chosen);
    result.replaceChildren(...words(now));
    score.set(now);
    view.say(now.answer ? (result.textContent ?? "") : "");
  }

  return view.show((/** @type {State} */ state) => {
    if (state.answered) chosen = -1;
    paint(state);
  });
}

/** @param {(sure: string) => void} onInput */
function sureChoice(onInput) {
  const options = SURE.map((value) => ({ value, label: `${value} %` }));
  return choice({ name: "How sure?", options, value: FIRST_SURE, onInput });
}

/** The letters that are known, and a place for the one that is asked for. */
function nameSoFar() {
  const known = h("span");
  const slot = h("span", { class: "mg-guess-slot" });
  /** @param {Now} now */
  function set({ answer, question }) {
    const letter = answer?.truth === END ? "" : LETTERS[answer?.truth ?? 0];
    known.textContent = question ? question.name.slice(0, question.position) : "";
    slot.textContent = answer ? letter : "?";
    slot.classList.toggle("mg-c-token", answer !== null);
  }
  return { el: h("p", { class: "mg-guess-name" }, known, slot), set };
}

/** What the bars show of an answer. @param {Answer} answer */
function answerBars({ probs, letter, sure, truth }) {
  return {
    probs,
    bet: spread(letter, sure),
    numbered: [...likeliest(probs, 3).map(({ i }) => i), truth],
    chosen: letter,
    truth,
    least: LEAST,
    enabled: false,
    verb: "",
  };
}

/**
 * What they show of the bet that is being made.
 * @param {Now} now
 * @param {number} chosen
 * @param {number} sure
 */
function betBars({ question }, chosen, sure) {
  const open = new Float64Array(LETTERS.length).fill(1 / LETTERS.length);
  return {
    probs: null,
    bet: chosen >= 0 ? spread(chosen, sure) : open,
    numbered: chosen >= 0 ? [chosen] : [],
    chosen,
    least: LEAST,
    enabled: question !== null,
    verb: "choose",
  };
}

export default { render };
