/** How one came here, region by region, and back again: gpt → attention → softmax. */

import { h } from "../../kit/dom.js";

/** @typedef {import("../gpt_lines.js").State} State */

/** @param {(depth: number) => void} onBack how many steps of the way remain */
export function wayBack(onBack) {
  const el = h("nav", { class: "mg-gpt-way", "aria-label": "the way back", hidden: true });
  /**
   * @param {State[]} trail
   * @param {string} here
   */
  function set(trail, here) {
    el.hidden = trail.length === 0;
    const steps = trail.flatMap(({ region }, depth) => [
      h(
        "button",
        {
          type: "button",
          class: "mg-gpt-back",
          "aria-label": `back to ${region}`,
          onclick: () => onBack(depth),
        },
        region,
      ),
      h("span", { "aria-hidden": "true" }, "→"),
    ]);
    el.replaceChildren(...steps, h("code", { "aria-current": "true" }, here));
  }
  return { el, set };
}
