/** Native inputs with labels, so that mouse, touch, keyboard and screen reader all work. */

import { freshId, h } from "./dom.js";

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ primary?: boolean, describe?: string }} [options]
 */
export function button(label, onClick, { primary = false, describe } = {}) {
  const kind = primary ? "mg-button mg-primary" : "mg-button";
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
export function slider({
  name,
  label = name,
  min,
  max,
  step,
  value,
  colour,
  log = false,
  onInput,
}) {
  const id = freshId();
  const steps = log ? Math.round(Math.log10(max / min) / step) : 0;
  const factor = (max / min) ** (1 / steps); // the last step ends at max
  const inside = (/** @type {number} */ x) => Math.min(max, Math.max(min, x));
  const place = (/** @type {number} */ x) =>
    log ? (steps * Math.log(x / min)) / Math.log(max / min) : x;
  const found = (/** @type {number} */ at) =>
    log ? inside(Number((min * factor ** at).toPrecision(2))) : at;
  const range = h("input", {
    type: "range",
    id,
    min: log ? 0 : min,
    max: log ? steps : max,
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
    range.value = String(place(next));
    if (log) range.setAttribute("aria-valuetext", tidy(next));
    // while one types, a 0 on the way to 0.05 stays
    if (inside(field.valueAsNumber) !== next) field.value = tidy(next);
    const share = max > min ? (place(inside(next)) - place(min)) / (place(max) - place(min)) : 0;
    el.style.setProperty("--share", `${100 * share}%`);
  }
  range.addEventListener("input", () => {
    onInput(found(Number(range.value)));
  });
  field.addEventListener("input", () => {
    const typed = field.valueAsNumber;
    if (Number.isFinite(typed)) onInput(inside(typed));
  });
  field.addEventListener("blur", () => {
    field.value = tidy(current);
  });
  if (log)
    field.addEventListener("keydown", (event) => {
      const times = { ArrowUp: factor, ArrowDown: 1 / factor }[event.key];
      if (!times) return;
      event.preventDefault();
      onInput(inside(Number((current * times).toPrecision(2))));
    });
  set(value);
  return { el, set, range, field };
}

/** Without the noise of binary fractions. @param {number} x */
function tidy(x) {
  return String(Number(x.toFixed(6)));
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
