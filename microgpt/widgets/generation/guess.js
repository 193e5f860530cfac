/**
 * A hidden name, guessed letter by letter: the reader bets first, then the model shows what it
 * expected.
 */

import { trainedModel } from "../engine/canonical.js";
import { softmax } from "../engine/gpt.js";
import { Random } from "../engine/random.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, fixed, percent } from "../kit/format.js";
import { LETTERS, called, letterBars, likeliest } from "./letter_bars.js";

/** @typedef {[letter: string, sure: number]} Bet */
/** @typedef {{ seed: number, names: string[], bets: Bet[], answered: boolean }} State */
/** @typedef {{ name: string, position: number, truth: number }} Question */
/**
 * @typedef {Question & { letter: number, sure: number, probs: Float64Array, you: number,
 *   model: number }} Answer
 */

const SURE = ["25", "50", "75", "95"];

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
 * Each bet with its answer and both surprises in nats, their means, and the question on view: the last one while its
 * answer is shown, else the next one; null when all names are known.
 * @param {State} state @param {ReturnType<typeof trainedModel>} engine
 */
export function compute(state, { model, tokenizer }) {
  const all = questions(state);
  let cache = model.start();
  const answers = state.bets.slice(0, all.length).map(([text, sure], k) => {
    const { name, position, truth } = all[k];
    const letter = LETTERS.indexOf(text);
    if (position === 0) cache = model.start();
    const probs = softmax(model.step(cache, tokenizer.encode(name)[position]));
    return {
      name,
      position,
      truth,
      letter,
      sure,
      probs,
      you: -Math.log(spread(letter, sure)[truth]),
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
  const END = LETTERS.length - 1;
  let chosen = -1;
  let sure = "50";
  const view = figure({
    model,
    el,
    keys: ["seed", "names", "bets", "answered"],
    name: "Guess the next letter",
    caption: `Outlines are your bet; what you do not put on your letter is spread over the other ${LETTERS.length - 1}. Filled bars are the model’s.`,
    onReset: () => {
      chosen = -1;
      sure = "50";
      paint(view.read());
    },
  });

  const task = h("p", { class: "mg-guess-task" });
  const known = h("span");
  const slot = h("span", { class: "mg-guess-slot" });
  const bars = letterBars({
    name: "letters to bet on",
    onPick: (letter) => (letter === chosen ? act() : choose(letter)),
  });
  const how = choice({
    name: "How sure?",
    options: SURE.map((value) => ({ value, label: `${value} %` })),
    value: sure,
    onInput: (value) => {
      sure = value;
      paint(view.read());
    },
  });
  const action = button("Bet", act, { primary: true });
  const result = h("p", { class: "mg-guess-result" });
  const score = h("table", { class: "mg-guess-score" });
  const board = h(
    "div",
    { class: "mg-guess-scroll", tabindex: 0, role: "group", "aria-label": "score" },
    score,
  );
  view.body.append(
    task,
    h("p", { class: "mg-guess-name" }, known, slot),
    bars.el,
    h("div", { class: "mg-guess-controls" }, how.el, action),
    result,
    board,
  );
  view.body.addEventListener("keydown", bars.key);

  /** @param {number} letter */
  function choose(letter) {
    chosen = letter;
    paint(view.read());
  }

  /** The bet is made, or the next letter asked for. */
  function act() {
    const state = view.read();
    const { answer, question } = compute(state, engine);
    if (answer) view.set({ answered: false });
    else if (chosen >= 0 && question) {
      const bet = [LETTERS[chosen], Number(sure)];
      chosen = -1;
      if (bars.el.contains(el.ownerDocument.activeElement)) action.focus();
      view.set({ answered: true, bets: [...state.bets, bet] });
    }
  }

  /** @param {State} state */
  function paint(state) {
    const now = compute(state, engine);
    const { answer, question } = now;
    known.textContent = question ? question.name.slice(0, question.position) : "";
    slot.textContent = !answer ? "?" : answer.truth === END ? "" : LETTERS[answer.truth];
    slot.classList.toggle("mg-c-token", answer !== null);
    const bet = answer
      ? spread(answer.letter, answer.sure)
      : chosen >= 0
        ? spread(chosen, Number(sure))
        : new Float64Array(LETTERS.length).fill(1 / LETTERS.length);
    const numbered = answer
      ? [...likeliest(answer.probs, 3).map(({ i }) => i), answer.truth]
      : chosen >= 0
        ? [chosen]
        : [];
    bars.set({
      probs: answer?.probs ?? null,
      bet,
      numbered,
      chosen: answer ? answer.letter : chosen,
      truth: answer?.truth ?? -1,
      least: 0.35,
      enabled: !answer && question !== null,
      verb: answer ? "" : "choose",
    });
    how.set(sure);
    action.textContent = answer
      ? answer.truth === END
        ? "Next name"
        : "Next letter"
      : chosen >= 0
        ? `Bet ${sure} % on ${called(chosen)}`
        : "Bet";
    action.setAttribute("aria-disabled", String(!answer && chosen < 0));
    task.replaceChildren(instruction(now, chosen));
    result.replaceChildren(...words(now));
    drawScore(score, now);
    board.hidden = now.answers.length === 0;
    view.say(answer ? (result.textContent ?? "") : "");
  }

  return view.show((/** @type {State} */ state) => {
    if (state.answered) chosen = -1;
    paint(state);
  });
}

/**
 * What to do now.
 * @param {ReturnType<typeof compute>} now
 * @param {number} chosen
 */
function instruction({ answer, question, answers }, chosen) {
  if (!question) return "You have been through all the names. Reset begins again.";
  if (answer)
    return answer.truth === LETTERS.length - 1
      ? `The name is ${answer.name}.`
      : `The letter is ${LETTERS[answer.truth]}.`;
  if (chosen >= 0) return `Say how sure you are of ${called(chosen)}, then bet.`;
  if (question.position === 0)
    return answers.length
      ? "Another name is hidden. Click the letter it may begin with."
      : "A name is hidden. Click the letter you think it begins with.";
  return "Click the letter you think comes next, or “end” if the name ends here.";
}

/** The last answer in words; before the first, what surprise is. @param {ReturnType<typeof compute>} now */
function words({ answer }) {
  if (!answer)
    return [
      `Surprise is counted in nats. A letter you gave 50\u00a0% surprises you by ${fixed(Math.log(2))}, one you gave 25\u00a0% by ${fixed(Math.log(4))}. A blind guess among ${LETTERS.length} costs ${fixed(Math.log(LETTERS.length))}. Less is better.`,
    ];
  const side = (/** @type {number} */ p, /** @type {number} */ nats) => [
    `${percent(p)}: `,
    h("b", {}, `${fixed(nats)} nats`),
  ];
  const ahead =
    Math.abs(answer.you - answer.model) < 0.005
      ? "Equally surprised."
      : answer.you < answer.model
        ? "You were less surprised."
        : "The model was less surprised.";
  return [
    "You gave ",
    h("span", { class: "mg-c-letter" }, called(answer.truth)),
    " ",
    ...side(spread(answer.letter, answer.sure)[answer.truth], answer.you),
    ` of surprise. The model gave it `,
    ...side(answer.probs[answer.truth], answer.model),
    `. ${ahead}`,
  ];
}

/**
 * The letters of the name on view, and the means of all.
 * @param {HTMLElement} table
 * @param {ReturnType<typeof compute>} now
 */
function drawScore(table, { answers, question, you, model }) {
  const last = answers.at(-1);
  const name = question && question.position > 0 ? question.name : last?.name;
  const first = last ? answers.length - 1 - last.position : 0;
  const mine = answers.slice(first).filter((answer) => answer.name === name);
  const line = (
    /** @type {string} */ who,
    /** @type {string} */ kind,
    /** @type {(a: Answer) => number} */ nats,
    /** @type {number} */ mean,
  ) =>
    h(
      "tr",
      { class: kind },
      h("th", { scope: "row" }, who),
      ...mine.map((a) => h("td", {}, fixed(nats(a), 1))),
      h("td", { class: "mg-guess-mean" }, fixed(mean)),
    );
  table.replaceChildren(
    ...(!last
      ? []
      : [
          h(
            "caption",
            {},
            `Surprise in nats; the mean is over ${count(answers.length, "letter")}.`,
          ),
          h(
            "tr",
            {},
            h("td"),
            ...mine.map((a) => h("th", { scope: "col" }, LETTERS[a.truth])),
            h("th", { scope: "col", class: "mg-guess-mean" }, "mean"),
          ),
          line("you", "mg-guess-you", (a) => a.you, you),
          line("the model", "mg-c-token", (a) => a.model, model),
        ]),
  );
}

export default { render };
