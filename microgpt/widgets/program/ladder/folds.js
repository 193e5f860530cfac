/** Regions of a program that open and close, each under its name; on paper all are open. */

import { button } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";

/** @typedef {{ name: string, status: string, body: Node, open: boolean }} Item */

/** @param {(Item | HTMLElement)[]} items regions, and what stands between them as it is */
export function folds(items) {
  const all = /** @type {ReturnType<typeof fold>[]} */ ([]);
  const toggle = button("", () => {
    const open = !allOpen();
    all.forEach((one) => one.set(open));
    name();
  });
  const allOpen = () => all.every((one) => one.isOpen());
  const name = () => setText(toggle, allOpen() ? "Close all regions" : "Open all regions");
  const children = items.map((item) => {
    if (item instanceof HTMLElement) return item;
    all.push(fold(item, name));
    return all[all.length - 1].el;
  });
  name();
  toggle.classList.add("mg-small", "mg-ladder-all");
  return h("div", { class: "mg-ladder-parts" }, toggle, ...children);
}

/**
 * @param {Item} item
 * @param {() => void} onToggle
 */
function fold({ name, status, body, open }, onToggle) {
  const id = freshId();
  const panel = h("div", { id, class: "mg-ladder-body" }, body);
  const title = h(
    "button",
    {
      type: "button",
      class: "mg-ladder-title",
      "aria-controls": id,
      onclick() {
        set(!isOpen());
        onToggle();
      },
    },
    h("code", {}, name),
    " ",
    h("span", {}, status),
  );
  const isOpen = () => panel.classList.contains("mg-open");
  /** @param {boolean} next */
  function set(next) {
    panel.classList.toggle("mg-open", next);
    title.setAttribute("aria-expanded", String(next));
  }
  set(open);
  return { el: h("div", {}, title, panel), set, isOpen };
}
