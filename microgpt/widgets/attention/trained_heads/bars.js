/** What the pinned letter takes from each letter it sees: a list of bars for each head. */

import { h, setText } from "../../kit/dom.js";

/** @typedef {import("../trained_heads.js").Now} Now */

/**
 * @param {number} heads
 * @param {number} longest tokens
 */
export function headBars(heads, longest) {
  const title = h("p", { class: "mg-heads-subtitle" });
  const lists = Array.from({ length: heads }, (_, head) => oneList(head, longest));
  const el = h(
    "div",
    {},
    title,
    h("div", { class: "mg-heads-bars" }, ...lists.map((one) => one.el)),
  );

  /**
   * @param {Now} now
   * @param {number} pinned
   */
  function set({ letters, steps, printed }, pinned) {
    setText(title, `What ${letters[pinned]} takes from each; the numbers of a head add to 1`);
    lists.forEach((list, head) =>
      list.set(letters, steps[pinned].heads[head].weights, printed[head][pinned]),
    );
  }
  return { el, set };
}

/**
 * @param {number} head
 * @param {number} longest
 */
function oneList(head, longest) {
  const items = Array.from({ length: longest }, () => {
    const name = h("span", { class: "mg-headbar-name" });
    const bar = h("span", { class: "mg-share-bar mg-headbar-bar" });
    const value = h("span", { class: "mg-headbar-value" });
    const room = h("span", { class: "mg-headbar-room" }, bar);
    return { el: h("li", {}, name, room, value), name, bar, value };
  });
  const list = h("ol", { "aria-label": `head ${head}` }, ...items.map((one) => one.el));
  const el = h("div", {}, h("p", { class: "mg-headbar-title" }, `Head ${head}`), list);

  /**
   * @param {string[]} letters
   * @param {ArrayLike<number>} weights
   * @param {string[]} printed
   */
  function set(letters, weights, printed) {
    items.forEach((item, i) => {
      item.el.hidden = i >= printed.length;
      if (item.el.hidden) return;
      setText(item.name, letters[i]);
      setText(item.value, printed[i]);
      item.bar.style.setProperty("--share", String(weights[i]));
    });
  }
  return { el, set };
}
