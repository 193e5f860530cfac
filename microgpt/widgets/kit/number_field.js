/**
 * The field in which a number is typed. It is a text field: the browser's own number field drops
 * what it does not know, such as the minus sign of this page, before a script sees it.
 *
 * What can be read is taken while one types. What cannot be read, or lies outside the limits, stays
 * as typed with a sentence, and the last good number stays in use. The text is put in order only
 * when the field is left. Arrow and Page keys step; Home and End move the caret; the wheel does
 * nothing.
 */

import { attributes, freshId, h } from "./dom.js";
import { led } from "./keys.js";
import { clamp, tidy } from "./numbers.js";
import { readWithin, written } from "./read_number.js";
import { scaleOf } from "./scales.js";

const PAUSE = 700; // ms after which a number that is only begun gets its sentence
const FAR = 10; // steps of a Page key
const WAYS = { ArrowUp: 1, ArrowDown: -1, PageUp: FAR, PageDown: -FAR };

/**
 * A number field and the line for its sentence, both in `el`.
 *
 * `name` is what a screen reader says, where no label points to `id`. With `whole`, only whole
 * numbers; with `optional`, the field may be empty: then it has no number, and `onEmpty` is called.
 * `of` stands before the sentence, where it is far from the field. `start` is where the keys begin
 * in an empty field: 0, if not given. `log`: see `scaleOf`.
 *
 * @param {{ name?: string | null, id?: string, min: number, max: number, step: number,
 *   log?: boolean, whole?: boolean, optional?: boolean, of?: string, start?: number,
 *   value?: number | null,
 *   onInput: (value: number) => void, onEmpty?: () => void }} options
 */
export function numberField({ name, id, value = null, onInput, onEmpty = () => {}, ...options }) {
  const { min, max, whole, optional = false, of, start = 0 } = options;
  const field = spinButton({ id, min, max, "aria-label": name });
  const notice = noticeOf(field, of);
  const scale = scaleOf(options);
  let current = value;
  let told = false; // while the number that was typed is on its way

  const reading = () => readWithin(field.value, { min, max, whole });
  const isEmpty = () => optional && field.value.trim() === "";
  /** The number in use stands in the field, whatever was typed. */
  function putBack() {
    field.value = current === null ? "" : String(tidy(current));
    notice.clear();
  }
  /** @param {number | null} next */
  function set(next) {
    const news = next !== current;
    current = next;
    announce(field, current);
    if (news && !told) putBack();
  }
  /** @param {number} next */
  function tell(next) {
    told = true;
    set(next);
    onInput(next);
    told = false;
  }
  function typed() {
    const { value: next, problem, begun } = reading();
    if (isEmpty()) {
      notice.clear();
      current = null;
      announce(field, null);
      onEmpty();
    } else if (next === undefined) notice.show(problem, begun ? PAUSE : 0);
    else {
      notice.clear();
      tell(next);
    }
  }
  function left() {
    const { value: next, problem } = reading();
    if (isEmpty()) return;
    if (next === undefined) notice.show(problem);
    else if (current !== null) field.value = String(tidy(current, 10)); // as exact as it was typed
  }
  field.addEventListener("input", typed);
  field.addEventListener("blur", left);
  field.addEventListener("putback", putBack);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") notice.hurry();
    const by = led(event, WAYS);
    if (by === null) return;
    tell(scale.next(reading().value ?? current ?? clamp(start, min, max), by));
    putBack();
  });
  announce(field, current);
  putBack();
  const el = h("div", { class: "mg-number-field" }, field, notice.el);
  /** The number that stands in the field; null where none does. */
  const now = () => reading().value ?? null;
  function clear() {
    set(null);
    putBack();
  }
  return { el, field, note: notice.el, set, now, putBack, clear };
}

/**
 * In every number field in `root`, the number in use takes the place of what could not be read.
 * @param {Element} root
 */
export function putBackNumbers(root) {
  for (const field of root.querySelectorAll(".mg-number"))
    field.dispatchEvent(new Event("putback"));
}

/** @param {{ min: number, max: number, [name: string]: unknown }} props */
function spinButton({ min, max, ...props }) {
  return h("input", {
    type: "text",
    inputmode: "decimal",
    spellcheck: "false",
    role: "spinbutton",
    class: "mg-number",
    "aria-valuemin": min,
    "aria-valuemax": max,
    ...props,
  });
}

/**
 * For a screen reader: the number in use.
 * @param {HTMLInputElement} field
 * @param {number | null} value
 */
function announce(field, value) {
  attributes(field, {
    "aria-valuenow": value === null ? null : tidy(value),
    "aria-valuetext": value === null ? null : written(value),
  });
}

/**
 * The line in which a sentence about a field stands, read aloud when it appears.
 * @param {HTMLInputElement} field
 * @param {string} [of]
 */
function noticeOf(field, of) {
  const el = h("p", { class: "mg-number-note", id: freshId(), "aria-live": "polite" });
  let waits = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let next = "";
  function write() {
    clearTimeout(waits);
    if (!next) return;
    const sentence = of ? `${of}: ${next}` : next;
    if (el.textContent !== sentence) el.textContent = sentence;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", el.id);
  }
  function clear() {
    clearTimeout(waits);
    next = "";
    if (el.textContent) el.textContent = "";
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  /**
   * @param {string} sentence
   * @param {number} [pause]
   */
  function show(sentence, pause = 0) {
    clearTimeout(waits);
    next = sentence;
    if (pause && !el.textContent) waits = setTimeout(write, pause);
    else write();
  }
  return { el, show, clear, hurry: write };
}
