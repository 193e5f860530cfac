/** Two balls from one start, one moved by SGD and one by Adam; and both on the real model. */

import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { landscapeView } from "./sgd_vs_adam/landscape_view.js";
import { modelView } from "./sgd_vs_adam/model_view.js";

/**
 * @typedef {{ view: "landscape" | "model", landscape: string, start: number[], lr_sgd: number,
 *   lr_adam: number, steps: number, model_rate: number, seed: number }} State
 *   model_rate: of SGD on the real model
 */
const KEYS = ["view", "landscape", "start", "lr_sgd", "lr_adam", "steps", "model_rate", "seed"];

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "SGD against Adam",
    onReset: () => {
      onLand.stop();
      onModel.clear();
    },
  });
  const switcher = choice({
    name: "Look at them on",
    options: [
      { value: "landscape", label: "a landscape" },
      { value: "model", label: "the real model" },
    ],
    value: model.get("view"),
    onInput: (value) => {
      onLand.stop();
      view.set({ view: value });
    },
  });
  const onLand = landscapeView(view);
  const onModel = modelView(view);
  view.body.append(h("div", { class: "mg-race-switch" }, switcher.el), onLand.el, onModel.el);

  /** @param {State} state */
  function draw(state) {
    const model = state.view === "model";
    switcher.set(state.view);
    onLand.el.hidden = model;
    onModel.el.hidden = !model;
    view.caption(model ? onModel.caption : onLand.caption);
    if (model) onModel.set(state);
    else onLand.set(state);
  }
  return view.show(draw, () => {
    onLand.stop();
    onModel.stop();
  });
}

export default { render };
