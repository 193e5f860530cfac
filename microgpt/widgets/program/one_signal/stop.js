/** One stop of the way: its title, which opens it, and what stands below while it is open. */

import { chapters } from "../../data/course.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { rich } from "../../kit/text.js";
import { FACTS, LINES } from "./words.js";

/** @typedef {import("../one_signal.js").Now} Now */
/** @typedef {{ title: string, sentence: string, chapters: number[] }} Stop */

/** "Chapter 07: Attention". @param {number} number */
const called = (number) => `Chapter ${String(number).padStart(2, "0")}: ${chapters[number].title}`;

/**
 * @param {Stop} stop
 * @param {number} index
 * @param {{ picture: import("./pictures.js").Picture, links: Record<string, string>,
 *   onOpen: () => void }} options
 */
export function stopOf(stop, index, { picture, links, onOpen }) {
  const facts = h("p", { class: "mg-signal-facts" });
  const line = h("span", { class: "mg-signal-line" });
  const panel = h(
    "div",
    { id: freshId(), class: "mg-signal-panel" },
    h("p", {}, ...rich(stop.sentence)),
    picture.el,
    facts,
    chaptersOf(stop, links),
  );
  const head = h(
    "button",
    { type: "button", class: "mg-signal-head", "aria-controls": panel.id, onclick: onOpen },
    h("span", { class: "mg-signal-number" }, String(index + 1)),
    h("span", { class: "mg-signal-title" }, stop.title),
    line,
  );
  const el = h("li", { class: "mg-signal-stop" }, head, panel);

  /** @param {Now} now */
  function set(now) {
    const open = now.stop === index;
    setText(line, index < now.stop ? LINES[index](now) : "");
    el.classList.toggle("mg-signal-ahead", index > now.stop);
    head.setAttribute("aria-expanded", String(open));
    panel.hidden = !open;
    if (!open) return;
    picture.set(now);
    setText(facts, FACTS[index](now));
  }
  return { el, head, set };
}

/**
 * Where each chapter is known, a link to it; else its name.
 * @param {Stop} stop
 * @param {Record<string, string>} links
 */
function chaptersOf({ chapters: numbers }, links) {
  const items = numbers.map((number) => {
    const href = links[number];
    return h("li", {}, href ? h("a", { href }, called(number)) : called(number));
  });
  return h("ul", { class: "mg-signal-chapters", "aria-label": "told in" }, ...items);
}
