/** The order in which nodes have their turn, as a list with its current item lit. */

import { h } from "../kit/dom.js";

export function orderList() {
  const title = h("p", { class: "mg-order-title" });
  const list = h("ol", { class: "mg-order" });
  const el = h("div", { class: "mg-order-side" }, title, list);
  const items = /** @type {HTMLElement[]} */ ([]);

  /**
   * @param {string} heading
   * @param {string[]} texts
   * @param {number} current -1: none
   */
  function set(heading, texts, current) {
    if (title.textContent !== heading) title.textContent = heading;
    while (items.length > texts.length) items.pop()?.remove();
    while (items.length < texts.length) {
      items.push(h("li"));
      list.append(items[items.length - 1]);
    }
    texts.forEach((text, i) => {
      if (items[i].textContent !== text) items[i].textContent = text;
      const state = i === current ? "step" : null;
      if (items[i].getAttribute("aria-current") === state) return;
      if (state) items[i].setAttribute("aria-current", state);
      else items[i].removeAttribute("aria-current");
    });
  }
  return { el, set };
}
