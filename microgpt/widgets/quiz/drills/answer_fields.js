/** Where the answer is typed or chosen, with a verdict on each part of it. */

import { choice } from "../../kit/controls.js";
import { attributes, freshId, h, setText } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { isNeeded } from "./judge.js";

/** @typedef {import("./judge.js").Field} Field */
/** @typedef {import("./judge.js").Verdict} Verdict */
/** @typedef {import("./judge.js").Typed} Typed */
/**
 * One part: `value` is what is typed or chosen, `focus` the element to go to.
 * @typedef {{ el: HTMLElement, value: () => any, focus: () => void,
 *   mark: (verdict: Verdict) => void }} Part
 */

const MOST = 99999;
const OPEN = /** @type {Verdict} */ ({ state: "open", says: "" });
const MARKS = { open: "", right: "✓ right", wrong: "✗ not yet" };

/**
 * `onEnter` hears of Enter in a field, `onInput` of every change.
 * @param {{ onEnter: () => void, onInput: () => void }} options
 */
export function answerFields({ onEnter, onInput }) {
  const el = h("div", { class: "mg-drill-answers" });
  let fields = /** @type {Field[]} */ ([]);
  let parts = /** @type {Part[]} */ ([]);
  const typed = () => Object.fromEntries(fields.map(({ id }, i) => [id, parts[i].value()]));

  function showNeeded() {
    const now = typed();
    fields.forEach((field, i) => {
      parts[i].el.hidden = !isNeeded(field, now);
    });
  }
  /** @param {number} i */
  function changed(i) {
    parts[i].mark(OPEN); // the verdict was about what stood there before
    showNeeded();
    onInput();
  }
  return {
    el,
    typed,
    /** Empty fields for another question. @param {Field[]} next */
    set(next) {
      fields = next;
      parts = next.map((field, i) =>
        field.options
          ? choicePart(field, () => changed(i))
          : numberPart(field, () => changed(i), onEnter),
      );
      el.replaceChildren(...parts.map((part) => part.el));
      showNeeded();
    },
    /** @param {{ [id: string]: Verdict }} verdicts */
    show: (verdicts) => parts.forEach((part, i) => part.mark(verdicts[fields[i].id] ?? OPEN)),
    /**
     * The answer: what has none is not shown any more.
     * @param {{ [id: string]: Verdict }} verdicts
     */
    reveal: (verdicts) =>
      fields.forEach(({ id, answer }, i) => {
        parts[i].mark(verdicts[id]);
        parts[i].el.hidden = answer === undefined;
      }),
    /** @param {string} id */
    focus: (id) => parts[fields.findIndex((field) => field.id === id)]?.focus(),
  };
}

/** The word beside a part, and the sentence below it. */
function verdictOf() {
  const word = h("span", { class: "mg-drill-mark" });
  const says = h("p", { class: "mg-drill-says", id: freshId() });
  /**
   * @param {HTMLElement} el
   * @param {Element} described
   * @param {Verdict} verdict
   */
  function mark(el, described, verdict) {
    el.dataset.state = verdict.state;
    setText(word, verdict.word ?? MARKS[verdict.state]);
    setText(says, verdict.says);
    says.hidden = verdict.says === "";
    if (verdict.says) attributes(described, { "aria-describedby": says.id });
    else if (described.getAttribute("aria-describedby") === says.id)
      attributes(described, { "aria-describedby": null });
  }
  return { word, says, mark };
}

/**
 * @param {import("./judge.js").NumberField} field
 * @param {() => void} onInput
 * @param {() => void} onEnter
 * @returns {Part}
 */
function numberPart({ label, tolerance }, onInput, onEnter) {
  const id = freshId();
  const { word, says, mark } = verdictOf();
  const limits = { min: -MOST, max: MOST, step: tolerance ? 0.01 : 1 };
  const typed = numberField({ id, ...limits, optional: true, onInput, onEmpty: onInput });
  typed.field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onEnter();
  });
  const el = h(
    "div",
    { class: "mg-drill-answer" },
    h("label", { for: id }, label),
    typed.el,
    word,
    says,
  );
  mark(el, typed.field, OPEN);
  return {
    el,
    value: () => typed.now() ?? undefined,
    focus: () => typed.field.focus(),
    mark: (verdict) => mark(el, typed.field, verdict),
  };
}

/**
 * @param {import("./judge.js").ChoiceField} field
 * @param {() => void} onInput
 * @returns {Part}
 */
function choicePart({ label, options }, onInput) {
  const { word, says, mark } = verdictOf();
  let value = "";
  const radios = choice({
    ...{ name: label, options, value },
    onInput: (next) => {
      value = next;
      onInput();
    },
  });
  const el = h("div", { class: "mg-drill-answer mg-drill-choice" }, radios.el, word, says);
  mark(el, radios.el, OPEN);
  return {
    el,
    value: () => value || undefined,
    focus: () => /** @type {HTMLElement | null} */ (radios.el.querySelector("input"))?.focus(),
    mark: (verdict) => mark(el, radios.el, verdict),
  };
}
