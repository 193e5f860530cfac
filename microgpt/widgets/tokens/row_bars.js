/** One row of the bigram table: for each token that may follow, a bar and a number. */

import { attributes, h } from "../kit/dom.js";

/**
 * @param {{ name: string, tokens: string[] }} options
 */
export function rowBars({ name, tokens }) {
  const parts = tokens.map((token) => {
    const bar = h("span", { class: "mg-share-bar mg-rowbar-bar" });
    const value = h("span", { class: "mg-rowbar-value" });
    const el = h(
      "li",
      {},
      h("span", { class: "mg-rowbar-name" }, token),
      h("span", { class: "mg-rowbar-room" }, bar),
      value,
    );
    return { el, bar, value };
  });
  const el = h("ol", { class: "mg-rowbars", "aria-label": name }, ...parts.map((one) => one.el));

  /**
   * @param {{ name: string, values: number[], texts: string[], drawn: number }} row
   *   drawn: the token that was drawn from it; -1: none
   */
  function set({ name: title, values, texts, drawn }) {
    const most = Math.max(...values) || 1;
    el.setAttribute("aria-label", title);
    parts.forEach((one, i) => {
      one.bar.style.setProperty("--share", String(values[i] / most));
      one.value.textContent = texts[i];
      one.el.classList.toggle("mg-drawn", i === drawn);
      one.el.classList.toggle("mg-never", values[i] === 0);
      attributes(one.el, { "aria-current": i === drawn ? "true" : null });
    });
  }
  return { el, set };
}
