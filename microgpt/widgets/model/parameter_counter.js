/** How many numbers a model has: every matrix, for sizes to choose. */

import { parameterShapes } from "../engine/parameters.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { areaPicture } from "./parameter_counter/area.js";
import { presetButtons, sizeSliders } from "./parameter_counter/controls.js";
import { countTable } from "./parameter_counter/table.js";
import { sumLine, tell, thousands } from "./parameter_counter/words.js";

/**
 * @typedef {{ n_embd: number, n_layer: number, n_head: number, vocab_size: number,
 *   block_size: number }} State
 */
/**
 * @typedef {{ name: string, group: string, rows: number, cols: number, times: number,
 *   count: number }} Matrix `times` there are of it; `count` numbers are in all of them
 */

const GROUPS = ["embeddings", "attention", "MLP", "output"];

/** The group of a matrix. @param {string} name */
function groupOf(name) {
  if (name.includes("attn")) return "attention";
  if (name.includes("mlp")) return "MLP";
  return name === "lm_head" ? "output" : "embeddings";
}

/**
 * Every matrix, those of a layer once; what the groups hold, and their sum.
 * @param {State} state
 */
export function compute(state) {
  const one = parameterShapes({ ...state, n_layer: 1 }, state.vocab_size);
  const matrices = one.map(({ name, rows, cols }) => {
    const times = name.startsWith("layer") ? state.n_layer : 1;
    return { name, group: groupOf(name), rows, cols, times, count: times * rows * cols };
  });
  const total = matrices.reduce((sum, { count }) => sum + count, 0);
  const groups = GROUPS.map((name) => {
    const count = matrices.reduce((sum, m) => sum + (m.group === name ? m.count : 0), 0);
    return { name, count, share: count / total };
  });
  return { matrices, groups, total, fits: state.n_embd % state.n_head === 0 };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["n_embd", "n_layer", "n_head", "vocab_size", "block_size"],
    name: "Parameter counter",
    caption:
      "Every matrix, as tall as its rows and as wide as its columns, all to one scale. " +
      "One that is too tall goes on in the next strip.",
  });
  const presets = presetButtons((sizes) => view.set(sizes));
  const sliders = sizeSliders(view.read(), (sizes) => view.set(sizes));
  const total = h("b", { class: "mg-count-total" });
  const sum = h("span", { class: "mg-count-sum" });
  const picture = areaPicture();
  const words = h("ul", { class: "mg-count-words" });
  const table = countTable();
  view.body.append(
    h("p", { class: "mg-count-ask mg-on-screen" }, "Change a size and see which matrices grow:"),
    presets.el,
    sliders.el,
    h("p", { class: "mg-count-head" }, total, " numbers to learn ", sum),
    picture.el,
    words,
    table.el,
  );

  return view.show((/** @type {State} */ state) => {
    const counted = compute(state);
    presets.set(state);
    sliders.set(state);
    total.textContent = thousands(counted.total);
    sum.textContent = sumLine(counted, state.n_layer);
    picture.set(counted, state);
    words.replaceChildren(
      ...tell(state, counted).map(({ text, bad }) =>
        h("li", { class: bad ? "mg-count-bad" : null }, text),
      ),
    );
    table.set(counted, state.n_layer);
    view.say(`${thousands(counted.total)} numbers`);
  });
}

export default { render };
