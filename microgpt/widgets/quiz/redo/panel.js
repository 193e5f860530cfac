/** Which items to take along as cards, and the file of them. */

import { button, choice, row } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { download } from "../../kit/download.js";
import { count } from "../../kit/format.js";
import { chapters } from "../bank.js";
import { cards } from "./cards.js";

/** @typedef {import("../bank.js").Item} Item */

const FILE = "microgpt-cards.txt";

/** @param {() => Item[]} missed what is missed now */
export function cardPanel(missed) {
  let which = "missed";
  const boxes = chapters.map(({ chapter, title }) => {
    const input = h("input", { type: "checkbox", value: chapter, onchange: draw });
    return { input, el: h("label", { title }, input, h("span", {}, chapter)) };
  });
  const kind = choice({
    name: "Which items",
    options: [
      { value: "missed", label: "what I missed" },
      { value: "chapters", label: "all of some chapters" },
    ],
    value: which,
    onInput: (next) => {
      which = next;
      draw();
    },
  });
  const some = h(
    "fieldset",
    { class: "mg-choice mg-redo-chapters" },
    h("legend", {}, "Chapters"),
    ...boxes.map((box) => box.el),
  );
  const words = h("p", { class: "mg-item-note", role: "status" });
  const el = h(
    "details",
    { class: "mg-redo-cards" },
    h("summary", {}, "Take items along as cards"),
    h("p", {}, "A text file, a card a line, for programs that ask with cards, such as Anki."),
    kind.el,
    some,
    row(button("Write the cards", write), words),
  );

  function chosen() {
    if (which === "missed") return missed();
    const wanted = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    return chapters.filter(({ chapter }) => wanted.includes(chapter)).flatMap((one) => one.items);
  }
  function draw() {
    some.hidden = which !== "chapters";
    setText(words, `${count(chosen().length, "card")}.`);
  }
  function write() {
    const items = chosen();
    if (items.length) {
      download(FILE, cards(items), "text/plain;charset=utf-8");
      setText(words, `Written to ${FILE}: ${count(items.length, "card")}.`);
    } else setText(words, which === "missed" ? "Nothing is missed." : "Choose a chapter first.");
  }
  draw();
  return {
    el,
    draw,
    reset() {
      which = "missed";
      kind.set("missed");
      for (const { input } of boxes) input.checked = false;
      draw();
    },
  };
}
