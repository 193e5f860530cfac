/** A question to work out on paper, drawn from a seed; each mistake is told by its name; then another one. */

import { button, row } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { answerFields } from "./drills/answer_fields.js";
import { questionControls } from "./drills/controls.js";
import { inARow, rowWords } from "./drills/in_a_row.js";
import { allRight, judge } from "./drills/judge.js";
import { KINDS, MOST, factsOf } from "./drills/kinds.js";

/** @typedef {{ kind: string, level: number, seed: number, number: number }} State */
/** @typedef {import("./drills/judge.js").Verdict} Verdict */

const CAPTION =
  "Work it out on paper, then type. The same seed gives everybody the same questions. " +
  "A wrong answer, or a solution that is shown, begins the row anew.";
const EMPTY = "Type an answer first.";

/** A question and all that belongs to it. @param {State} state */
export function compute(state) {
  const facts = factsOf(state);
  return { facts, ...KINDS[state.kind].ask(facts, state.level) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["kind", "level", "seed", "number"],
    name: "Drill", // with its title, below
    caption: CAPTION,
    onReset() {
      streak.end(view.read().kind);
      begin(view.read());
    },
  });
  const streak = inARow(() => showRow());
  const controls = questionControls(view.set);
  const words = h("p", { class: "mg-question mg-drill-question", tabindex: -1 });
  const task = h("p", { class: "mg-drill-task" });
  const place = h("div");
  const answers = answerFields({ onEnter: check, onInput: () => setText(result, "") });
  const checkButton = button("Check", check, { primary: true });
  const showButton = button("Show me", giveUp);
  const nextButton = button("Next question", next);
  const count = h("span", { class: "mg-drill-row" });
  const result = h("p", { class: "mg-drill-result" });
  const way = wayToTheAnswer();
  const actions = row(checkButton, showButton, nextButton, count);
  view.body.append(controls.el, words, task, place, answers.el, actions, result, way.el);

  let state = /** @type {State} */ (view.read());
  let question = compute(state);
  let beside =
    /** @type {ReturnType<NonNullable<import("./drills/kinds.js").Kind["beside"]>> | null} */ (
      null
    );
  let faultless = true;
  let done = false;

  /** An open question. @param {State} next */
  function begin(next) {
    state = next;
    question = compute(state);
    faultless = true;
    const { beside: make } = KINDS[state.kind];
    beside = make?.(question.facts, state.level, answers.focus) ?? null;
    beside?.set({});
    const open = place.querySelector("details")?.open ?? false; // what is unfolded stays so
    place.replaceChildren(...(beside ? [beside.el] : []));
    for (const fold of place.querySelectorAll("details")) fold.open = open;
    view.root.setAttribute("aria-label", `Drill: ${KINDS[state.kind].title}`);
    setText(words, question.words);
    setText(task, question.task);
    answers.set(question.fields);
    controls.set(state);
    setText(result, "");
    showRow();
    finish(false);
  }

  function showRow() {
    setText(count, rowWords(streak.read(state.kind)));
  }

  /** @param {boolean} is */
  function finish(is) {
    done = is;
    const had = [checkButton, showButton].includes(
      /** @type {HTMLButtonElement} */ (el.ownerDocument.activeElement),
    );
    checkButton.hidden = showButton.hidden = done;
    nextButton.classList.toggle("mg-primary", done);
    way.set(done ? question.steps : []);
    if (done && had) nextButton.focus(); // the button that was pressed is gone
  }

  function check() {
    if (done) return;
    const verdicts = judge(question.fields, answers.typed());
    const states = Object.values(verdicts).map((one) => one.state);
    const right = states.filter((one) => one === "right").length;
    answers.show(verdicts);
    beside?.set(knownBy(verdicts));
    if (states.includes("wrong")) {
      faultless = false;
      streak.end(state.kind);
    }
    if (!allRight(verdicts)) {
      const nothing = states.every((one) => one === "open");
      return tell(nothing ? EMPTY : `${right} of ${states.length} right so far.`, verdicts);
    }
    if (faultless) streak.add(state.kind);
    finish(true);
    tell("Right.", verdicts);
  }

  function giveUp() {
    const verdicts = judge(question.fields, answers.typed());
    streak.end(state.kind);
    answers.reveal(revealed(question.fields, verdicts));
    beside?.set(Object.fromEntries(question.fields.map(({ id, answer }) => [id, Number(answer)])));
    finish(true);
    tell("Here is the way to the answer. Try the next one.");
  }

  function next() {
    view.set({ number: (state.number % MOST) + 1 });
    words.focus({ preventScroll: true });
    words.scrollIntoView({ block: "nearest" });
  }

  /** The answers that are right, for the picture. @param {{ [id: string]: Verdict }} verdicts */
  function knownBy(verdicts) {
    const right = question.fields.filter(({ id }) => verdicts[id]?.state === "right");
    return Object.fromEntries(right.map(({ id, answer }) => [id, Number(answer)]));
  }

  /**
   * On the page, and to a screen reader with what is said to each part.
   * @param {string} sentence
   * @param {{ [id: string]: Verdict }} [verdicts]
   */
  function tell(sentence, verdicts = {}) {
    setText(result, sentence);
    const said = question.fields.flatMap(({ id, label }) =>
      verdicts[id]?.says ? [`${label}: ${verdicts[id].says}`] : [],
    );
    view.say([sentence, ...said].join(" "));
  }
  return view.show(begin, streak.close);
}

/**
 * Where an answer is not right, what is.
 * @param {import("./drills/judge.js").Field[]} fields
 * @param {{ [id: string]: Verdict }} verdicts
 * @returns {{ [id: string]: Verdict }}
 */
function revealed(fields, verdicts) {
  const shown = fields.map((field) => {
    const { state } = verdicts[field.id] ?? { state: "open" };
    if (state === "right" || field.answer === undefined) return [field.id, { state, says: "" }];
    if (!field.options)
      return [field.id, { state, says: "", word: `It is ${field.shown(field.answer)}` }];
    const right = field.options.find(({ value }) => value === field.answer);
    return [field.id, { state, says: right?.says, word: "" }];
  });
  return Object.fromEntries(shown);
}

/** The solution, step by step; hidden while there is none. */
function wayToTheAnswer() {
  const list = h("ol");
  const heading = h("p", { class: "mg-drill-heading" }, "The way to the answer");
  const el = h("div", { class: "mg-drill-way" }, heading, list);
  /** @param {string[]} steps */
  function set(steps) {
    el.hidden = steps.length === 0;
    list.replaceChildren(...steps.map((step) => h("li", {}, step)));
  }
  return { el, set };
}

export default { render };
