/** What each mark means. */

import { h, s } from "../../kit/dom.js";
import { mark } from "./marks.js";

/** @typedef {import("../scaling_law.js").Now} Now */

const NAMES = { law: "one layer", deep: "two layers", plain: "rate 0.01 for all", own: "yours" };

export function legend() {
  const entries = Object.entries(NAMES).map(([kind, name]) => {
    const words = h("span", {}, name);
    const sign = s("svg", { viewBox: "0 0 14 14", "aria-hidden": "true" }, mark(kind, 7, 7));
    return { kind, words, el: h("span", { class: "mg-law-key" }, sign, words) };
  });
  return {
    el: h("p", { class: "mg-law-legend" }, ...entries.map(({ el }) => el)),
    /** @param {Now} now */
    set(now) {
      for (const { kind, words, el } of entries) {
        el.hidden = now[/** @type {keyof typeof NAMES} */ (kind)].length === 0;
        if (kind === "law") words.textContent = now.show === "card" ? "a size" : NAMES.law;
      }
    },
  };
}
