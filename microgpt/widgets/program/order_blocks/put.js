/** The lines go into the exercise below, where the page has one, or into the clipboard. */

import { replace } from "../../cells/editor.js";
import { button, row } from "../../kit/controls.js";
import { copied } from "../../kit/copy.js";
import { sure } from "../../kit/sure.js";
import { hasLines, putBelow } from "./text.js";

const CELL = "cell-ex-14-1-stub"; // exercise 14.1, as the static page names its cell

/** @returns {HTMLTextAreaElement | null} the field of the exercise; a notebook has its own cells */
const field = () => document.querySelector(`#${CELL} textarea`);

/**
 * The buttons for lines that are in order.
 * @param {{ text: () => string, say: (words: string) => void }} options
 */
export function hander({ text, say }) {
  function put() {
    const to = field();
    if (!to) return;
    to.focus();
    replace(to, { from: 0, to: to.value.length, text: putBelow(to.value, text()) });
    say("The lines stand in exercise 14.1.");
  }
  const into = sure({
    label: "Put these lines into the exercise below",
    question: "The exercise holds lines of yours. Replace them?",
    yes: "Replace",
    no: "Keep",
    when: () => hasLines(field()?.value ?? ""),
    onYes: put,
  });
  const copy = button("Copy", async () => {
    const went = await copied(text());
    say(
      went
        ? "The lines are in the clipboard."
        : "This browser lets no page write into the clipboard.",
    );
  });
  const el = row(into, copy);
  el.classList.add("mg-sort-hand");
  return {
    el,
    /** @param {boolean} shown */
    set(shown) {
      el.hidden = !shown;
      into.hidden = !field();
    },
  };
}
