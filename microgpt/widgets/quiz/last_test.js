/** One question from each chapter: answer all, hand in, and see which passages to read again. */

import { button, row } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { seedField } from "../kit/seed_field.js";
import { LAST_SEED, drawn, inOrder } from "./bank.js";
import { chapterLink, labelOf, passageLink } from "./chapter_links.js";
import { radios } from "./radios.js";

/** @typedef {import("./chapter_links.js").Links} Links */
/** @typedef {import("./bank.js").Mixed} Mixed */
/**
 * `answers`: the options chosen so far, by the item's id, counted as in the item.
 * @typedef {{ seed: number, answers: Record<string, number>, handed_in: boolean }} State
 * @typedef {ReturnType<typeof compute>} Shown
 */

const CAPTION =
  "The seed draws the questions: the same seed gives the same test to everybody. Nothing of it is kept.";

/**
 * The questions, each with the place that is chosen among its shuffled options, or null; which
 * chapters are still open; the score, and what to read again.
 * @param {{ test: Mixed[], answers: Record<string, number> }} state
 */
export function compute({ test, answers }) {
  const asked = test.map(({ item, order }) => {
    const answer = answers[item.id];
    const chosen = order.includes(answer) ? order.indexOf(answer) : null;
    return { item, chosen, right: item.options?.[answer]?.right === true };
  });
  return {
    asked,
    open: asked.filter(({ chosen }) => chosen === null).map(({ item }) => labelOf(item)),
    score: asked.filter(({ right }) => right).length,
    again: asked.filter(({ right }) => !right).map(({ item }) => item),
  };
}

/** @type {import("@anywidget/types").Render<State & { links?: Links }>} */
export function render({ model, el }) {
  const links = model.get("links") ?? {};
  const view = figure({
    model,
    el,
    keys: ["seed", "answers", "handed_in"],
    name: "The last test",
    caption: CAPTION,
  });
  const seed = seedField({
    value: model.get("seed"),
    max: LAST_SEED,
    onInput: (next) => draw(next),
  });
  const list = h("ol", { class: "mg-asked-list" });
  const note = h("p", { class: "mg-item-note", role: "status" });
  const hand = row(button("Hand in", handIn, { primary: true }), note);
  const result = h("div", { class: "mg-test-result", tabindex: -1 });
  const further = row(button("Another test", another));
  view.body.append(
    h("div", { class: "mg-item mg-test" }, row(seed.el), list, hand, result, further),
  );
  let test = /** @type {Mixed[]} */ ([]);
  let questions = /** @type {ReturnType<typeof radios>[]} */ ([]);
  let shown = NaN;

  /**
   * Other questions. What was answered stays until it was handed in: who comes back to a seed finds
   * it there.
   * @param {number} next
   */
  function draw(next) {
    const { answers, handed_in } = view.read();
    view.set({ seed: next, answers: handed_in ? {} : answers, handed_in: false });
  }
  function another() {
    draw((view.read().seed + 1) % (LAST_SEED + 1));
    questions[0].title.focus(); // the button that was pressed is gone
  }
  function handIn() {
    const { open } = compute({ test, answers: view.read().answers });
    note.textContent = open.length ? `Still open: ${chaptersIn(open)}.` : "";
    if (open.length) {
      questions[test.findIndex(({ item }) => labelOf(item) === open[0])].focus();
      return;
    }
    view.set({ handed_in: true });
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: "nearest" });
  }
  /** @param {number} next */
  function build(next) {
    test = drawn(next);
    questions = test.map((one) =>
      radios(/** @type {any} */ (inOrder(one)), (at) => {
        const { answers } = view.read();
        view.set({ answers: { ...answers, [one.item.id]: one.order[at] } });
      }),
    );
    list.replaceChildren(
      ...questions.map(({ el: question }, i) =>
        h(
          "li",
          {},
          h("p", { class: "mg-test-from" }, chapterLink(labelOf(test[i].item), {})),
          question,
        ),
      ),
    );
    shown = next;
    note.textContent = "";
  }
  return view.show((/** @type {State} */ { seed: now, answers, handed_in: done }) => {
    seed.set(now);
    if (now !== shown) build(now);
    const state = compute({ test, answers });
    questions.forEach((question, i) => question.set(state.asked[i].chosen, done));
    if (state.open.length === 0) note.textContent = "";
    hand.hidden = done;
    result.hidden = further.hidden = !done;
    result.replaceChildren(...(done ? verdict(state, links) : []));
  });
}

/** @param {string[]} labels */
function chaptersIn(labels) {
  return `${labels.length === 1 ? "chapter" : "chapters"} ${labels.join(", ")}`;
}

/**
 * The score, and what to read again.
 * @param {Shown} state
 * @param {Links} links
 */
function verdict({ asked, score, again }, links) {
  const lines = again.map((item) => h("li", {}, passageLink(item, links)));
  return [
    h("p", { class: "mg-test-score" }, `${score} of ${asked.length} right.`),
    h("p", {}, again.length ? "Read again:" : "Nothing to read again. You know your way around."),
    again.length ? h("ul", { class: "mg-test-again" }, ...lines) : "",
  ];
}

export default { render };
