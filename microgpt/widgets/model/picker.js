/** A choice from a list that may change: the browser's own, with a label. */

import { freshId, h } from "../kit/dom.js";

/**
 * @param {string} label
 * @param {(index: number) => void} onPick
 */
export function picker(label, onPick) {
  const id = freshId();
  const select = h("select", {
    id,
    class: "mg-select",
    onchange: () => onPick(select.selectedIndex),
  });
  const el = h("div", { class: "mg-picker" }, h("label", { for: id }, label), select);
  let shown = "";

  /**
   * @param {string[]} texts
   * @param {number} index the one that is chosen
   */
  function set(texts, index) {
    if (texts.join("\n") !== shown) {
      select.replaceChildren(...texts.map((text) => h("option", {}, text)));
      shown = texts.join("\n");
    }
    select.selectedIndex = index;
  }
  return { el, set };
}
