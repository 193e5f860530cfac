/** Named shares, one below the other: a name, a bar, and a few words. */

import { h, setText } from "../kit/dom.js";

/**
 * `strong` marks an entry in words of more weight.
 * @typedef {{ name: string, share: number, value: string, strong?: boolean }} Entry
 */

/** @param {number} count how many entries there are */
export function barList(count) {
  const title = h("p", { class: "mg-barlist-title" });
  const items = Array.from({ length: count }, barItem);
  const list = h("ol", {}, ...items.map(({ el }) => el));

  /** @param {string} text @param {Entry[]} entries */
  function set(text, entries) {
    setText(title, text);
    items.forEach((item, i) => item.set(entries[i]));
  }
  return { el: h("div", { class: "mg-barlist" }, title, list), set };
}

function barItem() {
  const [name, words] = ["name", "value"].map((part) => h("span", { class: `mg-barlist-${part}` }));
  const bar = h("span", { class: "mg-share-bar mg-barlist-bar" });
  const el = h("li", {}, name, h("span", { class: "mg-barlist-room" }, bar), words);

  /** @param {Entry} entry */
  function set(entry) {
    setText(name, entry.name);
    setText(words, entry.value);
    bar.style.setProperty("--share", String(entry.share));
    el.classList.toggle("mg-barlist-strong", Boolean(entry.strong));
  }
  return { el, set };
}
