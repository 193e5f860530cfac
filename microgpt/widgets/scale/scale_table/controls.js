/** The sizes as sliders, and what a training is paid with as fields. */

import { slider } from "../../kit/controls.js";
import { freshId, h } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";

/** @typedef {import("../../engine/scale.js").Sizes} Sizes */
/** @typedef {import("../scale_table.js").State} State */
/** @typedef {"width" | "layers" | "heads" | "kv_heads" | "hidden" | "vocab" | "context"} Size */

/**
 * How far a slider goes, and what can be typed.
 * @type {Record<Size, { name: string, max: number, most: number }>}
 */
const SIZES = {
  width: { name: "width", max: 16384, most: 65536 },
  layers: { name: "layers", max: 128, most: 256 },
  heads: { name: "heads", max: 128, most: 256 },
  kv_heads: { name: "heads with keys of their own", max: 128, most: 256 },
  hidden: { name: "width of the MLP", max: 65536, most: 262144 },
  vocab: { name: "vocabulary", max: 300000, most: 1e6 },
  context: { name: "context", max: 131072, most: 1e7 },
};
const STEP = 0.01; // powers of ten

/**
 * @param {Sizes} sizes
 * @param {(change: Partial<Sizes>) => void} onChange
 */
export function sizeSliders(sizes, onChange) {
  const keys = /** @type {Size[]} */ (Object.keys(SIZES));
  const all = keys.map((key) => {
    const { name, max, most } = SIZES[key];
    return slider({
      name,
      min: 1,
      max,
      step: STEP,
      log: true,
      whole: true,
      typed: { min: 1, max: most },
      value: sizes[key],
      onInput: (value) => onChange({ [key]: Math.round(value) }),
    });
  });
  const el = h("div", { class: "mg-scale-sizes" }, ...all.map((one) => one.el));
  /** @param {Sizes} next */
  const set = (next) => keys.forEach((key, i) => all[i].set(next[key]));
  return { el, set };
}

/**
 * @typedef {{ key: "tokens" | "cards" | "peak" | "share" | "price", name: string, min: number,
 *   max: number, step: number, whole?: boolean, optional?: boolean }} Field
 */
/** @type {Field[]} */
const FIELDS = [
  { key: "tokens", name: "tokens", min: 1, max: 1e15, step: 1e9, optional: true },
  { key: "cards", name: "cards", min: 1, max: 1e6, step: 1, whole: true },
  { key: "peak", name: "teraflops of a card", min: 0.001, max: 1e5, step: 1 },
  { key: "share", name: "share that is reached", min: 0.01, max: 1, step: 0.05 },
  {
    key: "price",
    name: "price of a card for an hour",
    min: 0,
    max: 1e4,
    step: 0.1,
    optional: true,
  },
];

/**
 * @param {State} state
 * @param {(change: Partial<State>) => void} onChange
 */
export function trainingFields(state, onChange) {
  const all = FIELDS.map(({ key, name, ...limits }) => {
    const id = freshId();
    const typed = numberField({
      id,
      value: state[key] || null,
      onInput: (value) => onChange({ [key]: value }),
      onEmpty: () => onChange({ [key]: 0 }),
      ...limits,
    });
    const el = h("div", { class: "mg-scale-field" }, h("label", { for: id }, name), typed.el);
    return { key, el, set: typed.set };
  });
  const el = h("div", { class: "mg-scale-fields" }, ...all.map((one) => one.el));
  /** @param {State} next @param {number | null} tokens those in use */
  function set(next, tokens) {
    for (const { key, set } of all) {
      const focused = el.ownerDocument.activeElement?.id;
      const empty = key === "tokens" && !next.tokens && focused === idOf(key);
      if (!empty) set(key === "tokens" ? tokens : next[key] || null);
    }
  }
  /** @param {string} key */
  const idOf = (key) => all.find((one) => one.key === key)?.el.querySelector("input")?.id;
  return { el, set };
}
