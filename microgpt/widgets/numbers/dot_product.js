/** Two lists of numbers, their products and the sum; with two numbers each also as two arrows. */

import { add, products as multiply, pairs, sumNodes } from "../draw/arithmetic.js";
import { bars } from "../draw/bars.js";
import { plane } from "../draw/plane.js";
import { button, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";

/** @typedef {{ a: number[], b: number[] }} State */

const REACH = 3;
const STEP = 0.5;
const ENDS = [
  { at: -1, word: "opposite" },
  { at: 0, word: "unrelated" },
  { at: 1, word: "similar" },
];
const PRESETS = /** @type {Record<string, State>} */ ({
  opposite: { a: [2, 1], b: [-2, -1] },
  unrelated: { a: [2, 1], b: [-1, 2] },
  similar: { a: [2, 1], b: [2.5, 2] },
});

/**
 * The cosine and the angle (degrees) are null where a list is all zeros: nothing points anywhere.
 * @param {State} state
 */
export function compute({ a, b }) {
  const products = multiply(a, b);
  const sum = add(products);
  const lengths = Math.sqrt(add(a.map((x) => x * x))) * Math.sqrt(add(b.map((x) => x * x)));
  const cosine = lengths ? clamp(sum / lengths, -1, 1) : null;
  return {
    products,
    sum,
    cosine,
    angle: cosine === null ? null : (Math.acos(cosine) * 180) / Math.PI,
  };
}

/**
 * In a sentence: what the sign says.
 * @param {number | null} cosine
 */
export function verdict(cosine) {
  if (cosine === null) return "One of them is all zeros: it points nowhere.";
  if (cosine > 0.05)
    return cosine > 0.95
      ? "Nearly the same direction."
      : "Similar: more agreement than disagreement.";
  if (cosine < -0.05)
    return cosine < -0.95
      ? "Nearly opposite directions."
      : "Opposed: more disagreement than agreement.";
  return "Unrelated: agreement and disagreement cancel.";
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const flat = model.get("a").length === 2;
  const view = figure({
    model,
    el,
    keys: ["a", "b"],
    name: "Dot product",
    caption: flat
      ? "The same numbers as two arrows: drag a tip, or move it with the arrow keys."
      : "Each product is one bar. The last bar is their sum.",
  });
  const lists = [
    listSliders("a", "data", model.get("a"), (a) => view.set({ a })),
    listSliders("b", "token", model.get("b"), (b) => view.set({ b })),
  ];
  const picture = flat ? arrows(view.set) : columns(model.get("a").length);
  const scale = cosineScale(flat ? (word) => view.set(structuredClone(PRESETS[word])) : undefined);
  const sum = h("p", { class: "mg-sum mg-dot-sum" });
  const facts = h("p", {
    class: flat ? "mg-facts mg-dot-facts" : "mg-facts mg-dot-facts mg-dot-three",
  });
  const words = h("div", {}, sum, facts);
  view.body.append(
    h(
      "div",
      { class: "mg-columns" },
      h("div", {}, ...lists.map((one) => one.el), flat && words),
      h("div", {}, picture.el, !flat && words),
    ),
    scale.el,
  );

  return view.show((/** @type {State} */ state) => {
    const { products, sum: total, cosine, angle } = compute(state);
    lists[0].set(state.a);
    lists[1].set(state.b);
    picture.set(state, [...products, total]);
    sum.replaceChildren(...spelled(state, products, total));
    facts.textContent =
      angle === null ? verdict(cosine) : `Angle ${fmt(angle, 0)}°. ${verdict(cosine)}`;
    scale.set(cosine);
    view.say(`sum ${fmt(total)}`);
  });
}

/**
 * One list, a slider for each number.
 * @param {string} name
 * @param {string} colour
 * @param {number[]} first
 * @param {(list: number[]) => void} onInput
 */
function listSliders(name, colour, first, onInput) {
  let now = first;
  const sliders = first.map((value, i) =>
    slider({
      name: `${name} ${i + 1}`,
      label: symbol(name, i + 1),
      min: -REACH,
      max: REACH,
      step: STEP,
      value,
      colour,
      onInput: (x) => onInput(now.with(i, x)),
    }),
  );
  /** @param {number[]} list */
  function set(list) {
    now = list;
    sliders.forEach((one, i) => one.set(list[i]));
  }
  return { el: h("div", { class: "mg-group" }, ...sliders.map((one) => one.el)), set };
}

/** Two lists of two numbers, as arrows. @param {(changes: Partial<State>) => void} onInput */
function arrows(onInput) {
  const { el, set } = plane({
    name: "the two lists as arrows",
    reach: REACH,
    step: STEP,
    arrows: [
      { name: "a", colour: "data" },
      { name: "b", colour: "token" },
    ],
    onMove: (i, x, y) => onInput({ [i === 0 ? "a" : "b"]: [x, y] }),
  });
  return { el, set: (/** @type {State} */ { a, b }) => set([a, b]) };
}

/** The products as bars, and their sum. @param {number} n how many products */
function columns(n) {
  const names = Array.from({ length: n }, (_, i) => `a${"₁₂₃"[i]}·b${"₁₂₃"[i]}`);
  const { el, set } = bars({
    name: "products and their sum",
    limit: 4,
    total: n,
    labels: [...names, "sum"],
  });
  return { el, set: (/** @type {State} */ _, /** @type {number[]} */ heights) => set(heights) };
}

/**
 * The dot product, line by line.
 * @param {State} state
 * @param {number[]} products
 * @param {number} total
 */
function spelled({ a, b }, products, total) {
  const [left, right] = [
    h("span", { class: "mg-c-data" }, "a"),
    h("span", { class: "mg-c-token" }, "b"),
  ];
  return [
    h("span", {}, left, " · ", right),
    h("span", {}, `= ${pairs(a, b)}`),
    h("span", {}, "= ", ...sumNodes(products)),
    h("span", {}, "= ", h("b", {}, fmt(total))),
  ];
}

/**
 * The cosine between its two ends. With `onPick` the words at the ends and in the middle are
 * buttons.
 * @param {((word: string) => void) | undefined} onPick
 */
function cosineScale(onPick) {
  const value = h("span", { class: "mg-cosine-value" });
  const mark = h("span", { class: "mg-cosine-mark" });
  const words = ENDS.map(({ at, word }) =>
    h(
      "span",
      { class: "mg-cosine-end" },
      h("span", { class: "mg-cosine-at" }, fmt(at)),
      onPick
        ? button(word, () => onPick(word), { describe: `${word}: show two such arrows` })
        : h("span", {}, word),
    ),
  );
  const el = h(
    "div",
    { class: "mg-cosine" },
    value,
    h("div", { class: "mg-cosine-track" }, mark),
    h("div", { class: "mg-cosine-ends" }, ...words),
  );
  /** @param {number | null} cosine */
  function set(cosine) {
    el.classList.toggle("mg-cosine-none", cosine === null);
    el.style.setProperty("--at", `${50 + 50 * (cosine ?? 0)}%`);
    value.replaceChildren("cosine ", h("b", {}, cosine === null ? "none" : fmt(cosine)));
  }
  return { el, set };
}

export default { render };
