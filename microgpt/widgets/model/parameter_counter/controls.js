/** The five sizes, and sets of them to begin with. */

import { button, slider } from "../../kit/controls.js";
import { attributes, h } from "../../kit/dom.js";
import { presetOf, PRESETS } from "./words.js";

/** @typedef {import("../parameter_counter.js").State} State */

/**
 * What a size means, how far its slider goes and what can be typed. Steps of n_embd are such that 4
 * heads share it evenly.
 * @type {Record<keyof State, { means: string, min: number, max: number, step: number, most: number }>}
 */
const SIZES = {
  n_embd: { means: "numbers in a vector", min: 4, max: 64, step: 4, most: 16384 },
  n_layer: { means: "layers", min: 1, max: 12, step: 1, most: 128 },
  n_head: { means: "heads", min: 1, max: 16, step: 1, most: 128 },
  vocab_size: { means: "tokens to choose from", min: 2, max: 100, step: 1, most: 300000 },
  block_size: { means: "tokens in a row", min: 1, max: 64, step: 1, most: 131072 },
};

/**
 * @param {State} state
 * @param {(sizes: Partial<State>) => void} onChange
 */
export function sizeSliders(state, onChange) {
  const names = /** @type {(keyof State)[]} */ (Object.keys(SIZES));
  const sliders = names.map((name) => {
    const { means, most, ...limits } = SIZES[name];
    return slider({
      name: `${name}, ${means}`,
      label: h("span", {}, h("code", {}, name), h("small", {}, means)),
      ...limits,
      whole: true,
      typed: { min: 1, max: most },
      value: state[name],
      onInput: (value) => onChange({ [name]: value }),
    });
  });
  const el = h("div", { class: "mg-count-sizes" }, ...sliders.map((one) => one.el));
  /** @param {State} next */
  const set = (next) => names.forEach((name, i) => sliders[i].set(next[name]));
  return { el, set };
}

/** @param {(sizes: State) => void} onPick */
export function presetButtons(onPick) {
  const names = Object.keys(PRESETS);
  const buttons = names.map((name) => button(name, () => onPick(PRESETS[name]), { small: true }));
  const el = h(
    "div",
    { class: "mg-row mg-count-presets", role: "group", "aria-label": "sizes" },
    ...buttons,
  );
  /** @param {State} state */
  function set(state) {
    const now = presetOf(state);
    buttons.forEach((one, i) => attributes(one, { "aria-pressed": String(names[i] === now) }));
  }
  return { el, set };
}
