/** Native inputs with labels, so that mouse, touch, keyboard and screen reader all work. */

import { freshId, h } from "./dom.js";
import { led } from "./keys.js";
import { clamp, tidy } from "./numbers.js";

/** For a field whose text is no prose: the browser neither completes nor corrects it. */
export const VERBATIM = {
  autocomplete: "off",
  autocapitalize: "none",
  autocorrect: "off",
  spellcheck: "false",
};

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ primary?: boolean, small?: boolean, describe?: string }} [options]
 */
export function button(label, onClick, { primary = false, small = false, describe } = {}) {
  const kind = `mg-button${primary ? " mg-primary" : ""}${small ? " mg-small" : ""}`;
  return h(
    "button",
    { type: "button", class: kind, "aria-label": describe, onclick: onClick },
    label,
  );
}

/** @param {...Node} buttons */
export function row(...buttons) {
  return h("div", { class: "mg-row" }, ...buttons);
}

/**
 * A slider with a number field beside it: drag, use the arrow keys, or type.
 *
 * `name` is what a screen reader says; `label` is what stands on the page (the name, if not given).
 * What is typed is kept inside min..max; what is no number is put back when the field is left. With
 * `log` equal ways on the slider are equal factors: then min is above 0, and `step` counts powers
 * of ten.
 *
 * @param {{ name: string, label?: Node | string, min: number, max: number, step: number,
 *   value: number, colour?: string, log?: boolean, onInput: (value: number) => void }} options
 */
export function slider({ name, label = name, value, colour, onInput, ...limits }) {
  const { min, max, step, log } = limits;
  const scale = log ? factors(limits) : steps(limits);
  const id = freshId();
  const range = h("input", {
    type: "range",
    id,
    min: scale.place(min),
    max: scale.place(max),
    step: log ? 1 : step,
    "aria-label": label === name ? null : name,
  });
  const field = h("input", {
    type: "number",
    class: "mg-number",
    min,
    max,
    step: log ? "any" : step,
    "aria-label": `${name}, as a number`,
  });
  const el = h("div", { class: "mg-slider" }, h("label", { for: id }, label), range, field);
  if (colour) el.style.setProperty("--c", `var(--${colour})`);
  let current = value;

  /** @param {number} next */
  function set(next) {
    current = next;
    range.value = String(scale.place(next));
    if (log) range.setAttribute("aria-valuetext", String(tidy(next)));
    // while one types, a 0 on the way to 0.05 stays
    if (clamp(field.valueAsNumber, min, max) !== next) field.value = String(tidy(next));
    el.style.setProperty("--share", `${100 * scale.share(clamp(next, min, max))}%`);
  }
  range.addEventListener("input", () => onInput(scale.found(Number(range.value))));
  field.addEventListener("input", () => {
    const typed = field.valueAsNumber;
    if (Number.isFinite(typed)) onInput(clamp(typed, min, max));
  });
  field.addEventListener("blur", () => {
    field.value = String(tidy(current));
  });
  if (log)
    field.addEventListener("keydown", (event) => {
      const to = led(event, { ArrowUp: 1, ArrowDown: -1 });
      if (to !== null) onInput(scale.next(current, to));
    });
  set(value);
  return { el, set, range, field };
}

/** @typedef {{ min: number, max: number, step: number }} Limits */

/** The scale of a slider whose equal ways are equal steps. @param {Limits} limits */
function steps({ min, max, step }) {
  return {
    place: (/** @type {number} */ x) => x,
    found: (/** @type {number} */ at) => at,
    share: (/** @type {number} */ x) => (max > min ? (x - min) / (max - min) : 0),
    next: (/** @type {number} */ x, /** @type {number} */ by) => x + by * step,
  };
}

/**
 * The scale of one whose equal ways are equal factors: `step` counts powers of ten. Values have two
 * digits, and the last step ends at max.
 * @param {Limits} limits
 */
function factors({ min, max, step }) {
  const last = Math.round(Math.log10(max / min) / step);
  const factor = (max / min) ** (1 / last);
  const round = (/** @type {number} */ x) => clamp(Number(x.toPrecision(2)), min, max);
  const place = (/** @type {number} */ x) => (last * Math.log(x / min)) / Math.log(max / min);
  return {
    place,
    found: (/** @type {number} */ at) => round(min * factor ** at),
    share: (/** @type {number} */ x) => place(x) / last,
    next: (/** @type {number} */ x, /** @type {number} */ by) => round(x * factor ** by),
  };
}

/**
 * One of a few choices, as radio buttons in a row.
 * @template {string} V
 * @param {{ name: string, options: { value: V, label: string }[], value: V,
 *   onInput: (value: V) => void }} options
 */
export function choice({ name, options, value, onInput }) {
  const group = freshId();
  const inputs = options.map((option) =>
    h("input", {
      type: "radio",
      name: group,
      value: option.value,
      onchange: () => onInput(option.value),
    }),
  );
  const labels = options.map((option, i) => h("label", {}, inputs[i], h("span", {}, option.label)));
  const el = h("fieldset", { class: "mg-choice" }, h("legend", {}, name), ...labels);
  /** @param {V} next */
  const set = (next) =>
    inputs.forEach((input) => {
      input.checked = input.value === next;
    });
  set(value);
  return { el, set };
}
