/** The slider that looks back at earlier copies of the model. */

import { attributes, freshId, h } from "../../kit/dom.js";
import { thousands } from "./words.js";

/** @typedef {{ step: number }} Stop */

/** @param {(step: number | null) => void} onInput null: the latest */
export function scrubber(onInput) {
  const id = freshId();
  const slider = h("input", { type: "range", id, min: 0, max: 0, step: 1 });
  const words = h("output", { for: id, "aria-live": "off" }); // the slider itself says it
  const label = h("label", { for: id }, "look back");
  let all = /** @type {Stop[]} */ ([]);

  slider.addEventListener("input", () => {
    const at = Number(slider.value);
    onInput(at >= all.length - 1 ? null : all[at].step);
  });

  /**
   * @param {Stop[]} stops
   * @param {number | null} back
   */
  function set(stops, back) {
    all = stops;
    const last = all.length - 1;
    const at = back === null ? last : all.findIndex((one) => one.step === back);
    const where = `round ${thousands(all[at].step)}`;
    slider.max = String(last);
    slider.value = String(at);
    // a focus is not taken away
    slider.disabled = last < 1 && document.activeElement !== slider;
    slider.style.setProperty("--share", `${last > 0 ? (100 * at) / last : 0}%`);
    words.textContent = where;
    attributes(slider, { "aria-valuetext": where });
  }
  return { el: h("div", { class: "mg-train-scrub" }, label, slider, words), set };
}
