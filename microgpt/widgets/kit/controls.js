/** Native inputs with labels, so that mouse, touch, keyboard and screen reader all work. */

import { attributes, freshId, h } from "./dom.js";
import { numberField } from "./number_field.js";
import { clamp, tidy } from "./numbers.js";
import { scaleOf } from "./scales.js";

/** For a field whose text is no prose: the browser does not correct it. */
export const VERBATIM = {
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
 * With `log` equal ways on the slider are equal factors: then min is above 0, and `step` counts
 * powers of ten. With `typed` the field takes numbers beyond the ends of the slider, up to those
 * limits; then the thumb waits at its end.
 *
 * @param {{ name: string, label?: Node | string, min: number, max: number, step: number,
 *   value: number, colour?: string, log?: boolean, whole?: boolean,
 *   typed?: { min: number, max: number }, onInput: (value: number) => void }} options
 */
export function slider({ name, label = name, value, colour, onInput, typed: wide, ...limits }) {
  const { min, max, step, log } = limits;
  const scale = scaleOf(limits);
  const id = freshId();
  const range = h("input", {
    type: "range",
    id,
    min: scale.place(min),
    max: scale.place(max),
    step: log ? 1 : step,
    "aria-label": label === name ? null : name,
  });
  const typed = numberField({ name: `${name}, as a number`, value, onInput, ...limits, ...wide });
  const { field, putBack } = typed;
  const el = h("div", { class: "mg-slider" }, h("label", { for: id }, label), range, typed.el);
  if (colour) el.style.setProperty("--c", `var(--${colour})`);

  /** @param {number} next */
  function set(next) {
    range.value = String(scale.place(next));
    const beyond = next < min || next > max;
    attributes(range, { "aria-valuetext": log || beyond ? String(tidy(next)) : null });
    el.classList.toggle("mg-beyond", beyond);
    typed.set(next);
    el.style.setProperty("--share", `${100 * scale.share(clamp(next, min, max))}%`);
  }
  range.addEventListener("input", () => onInput(scale.found(Number(range.value))));
  set(value);
  return { el, set, range, field, putBack };
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
