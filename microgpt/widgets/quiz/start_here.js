/** Ten questions, one after the other, and the chapter to begin with. */

import { button, row } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { radios } from "./radios.js";
import { keeper } from "./start_here/kept.js";
import { answered, routeInWords } from "./start_here/result.js";
import { knownOf, route } from "./start_here/route.js";

/** @typedef {import("./start_here/route.js").Question} Question */
/**
 * `answers`: the options chosen so far, by the question's id; −1 is "I do not know".
 * @typedef {{ answers: Record<string, number> }} State
 * @typedef {{ content: { questions: Question[] }, links?: Record<string, string> }} Traits
 */

const DONT_KNOW = -1;
const UNKNOWN = {
  text: "I do not know.",
  feedback: "That is an answer too: the course explains it.",
};
const CAPTION =
  "Nothing is kept unless you ask for it. There is no mark, and a slip costs nothing.";

/**
 * The route of these answers, and the first question that is still open: their number when none is.
 * @param {State & Traits} state
 */
export function compute({ answers, content: { questions } }) {
  const open = questions.findIndex(({ id, options }) => {
    const which = answers[id];
    return which !== DONT_KNOW && !options[which];
  });
  return {
    found: route(questions, knownOf(questions, answers)),
    open: open < 0 ? questions.length : open,
  };
}

/** @type {import("@anywidget/types").Render<State & Traits>} */
export function render({ model, el }) {
  const content = model.get("content");
  const links = model.get("links") ?? {};
  const { questions } = content;
  const view = figure({
    model,
    el,
    keys: ["answers"],
    name: "Where do I start?",
    caption: CAPTION,
    onReset: () => go(first()),
  });
  const first = () => compute({ ...view.read(), content }).open;
  const count = h("p", { class: "mg-start-count" });
  const asked = questions.map((question, i) => askedQuestion(question, (at) => answer(i, at)));
  const note = h("p", { class: "mg-item-note", role: "status" });
  const back = button("Back", () => go(at - 1, true));
  const next = button("Next", forward, { primary: true });
  const result = h("div", { class: "mg-route", tabindex: -1 });
  const kept = keeper();
  let at = first();

  view.body.append(
    h(
      "div",
      { class: "mg-item mg-start" },
      count,
      ...asked.map((one) => one.el),
      result,
      row(back, next, note),
      kept.el,
    ),
  );
  /**
   * @param {number} i
   * @param {number} option
   */
  function answer(i, option) {
    const { id, options } = questions[i];
    const which = option < options.length ? option : DONT_KNOW;
    view.set({ answers: { ...view.read().answers, [id]: which } });
  }
  function forward() {
    const isOpen = view.read().answers[questions[at].id] === undefined;
    if (isOpen) note.textContent = "Choose an answer first. “I do not know” is one.";
    else go(at + 1, true);
  }
  /**
   * @param {number} to
   * @param {boolean} [moves] whether the reader asked for it: then the keys go on there
   */
  function go(to, moves = false) {
    at = to;
    draw(view.read());
    if (moves) (asked[at]?.title ?? result).focus({ preventScroll: true });
  }
  /** @param {State} state */
  function draw({ answers }) {
    const { found, open } = compute({ answers, content });
    at = Math.min(at, open);
    const done = at === questions.length;
    count.textContent = done ? "Your route" : `Question ${at + 1} of ${questions.length}`;
    asked.forEach((one, i) => {
      one.el.hidden = i !== at;
      one.set(placeOf(questions[i], answers[questions[i].id]), false);
    });
    note.textContent = "";
    back.hidden = at === 0;
    next.hidden = done;
    result.hidden = !done;
    result.replaceChildren(
      ...(done ? [...routeInWords(found, links), answered(questions, answers)] : []),
    );
    kept.offer(done ? found.start : "");
  }
  return view.show(draw, kept.close);
}

/**
 * A question with one more option: that one does not know.
 * @param {Question} question
 * @param {(at: number) => void} onChoose
 */
function askedQuestion(question, onChoose) {
  return radios({ ...question, options: [...question.options, UNKNOWN] }, onChoose);
}

/**
 * @param {Question} question
 * @param {number | undefined} which
 */
function placeOf({ options }, which) {
  return which === DONT_KNOW ? options.length : (which ?? null);
}

export default { render };
