/** The picture of a step: tokens, bars, and a line of arithmetic, as far as the step has them. */

import { bars } from "../../draw/bars.js";
import { tokens } from "../../draw/tokens.js";
import { h, setText } from "../../kit/dom.js";

/**
 * `limit`: the magnitude that fills the picture; `signed`: whether there are bars below zero.
 * @typedef {{ labels: string[], values: number[], limit: number, signed?: boolean }} Bars
 */
/**
 * @typedef {import("./stage.js").Step & { chips?: import("../../draw/tokens.js").Item[],
 *   bars?: Bars, sum?: string }} SceneStep
 */

/** @param {string} name */
export function scene(name) {
  const row = tokens({ name });
  const chart = h("div", { class: "mg-lines-bars" });
  const sum = h("p", { class: "mg-lines-sum" });
  const el = h("div", { class: "mg-lines-scene" }, row.el, chart, sum);
  let drawn = /** @type {{ set: (values: number[]) => void, key: string } | null} */ (null);

  /** @param {Bars} next the same bars move; others take their place */
  function setBars({ labels, values, limit, signed = false }) {
    const key = JSON.stringify([labels, limit, signed]);
    if (drawn?.key !== key) {
      const { el: picture, set } = bars({ labels, limit, signed, name });
      chart.replaceChildren(picture);
      drawn = { set, key };
    }
    drawn.set(values);
  }
  /** @param {SceneStep} step */
  function show(step) {
    row.el.hidden = !step.chips;
    chart.hidden = !step.bars;
    row.set(step.chips ?? []);
    if (step.bars) setBars(step.bars);
    setText(sum, step.sum ?? "");
  }
  return { el, show };
}
