/** A Build exercise: what is asked, one field for the answer, Check, and after passing the course's answer beside it. */

import { h } from "../kit/dom.js";
import { bar } from "./bar.js";
import { headingOf, keptEditor } from "./cell.js";
import { claimList } from "./claims.js";
import { outputArea } from "./output.js";
import { paint } from "./paint.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {import("./cell.js").End} End */
/** @typedef {{ claims: string[], answers: string[] }} Asked what the page knows of an exercise */

const ENDS = {
  ran: "Not yet.",
  failed: "Your code stopped at an error.",
  stopped: "Stopped. Nothing is lost: change your answer, then check again.",
};
const ANSWERS = ["The course’s answer", "Another way"];

/** The course's ways to write it, folded. @param {string[]} answers */
function comparison(answers) {
  const shown = answers.map((source, i) =>
    h("div", {}, h("p", {}, ANSWERS[i]), h("pre", { class: "mg-cell-answer" }, ...paint(source))),
  );
  return h(
    "details",
    { class: "mg-cell-compare", hidden: true },
    h("summary", {}, "Compare with the course’s answer"),
    ...shown,
  );
}

/**
 * @param {{ cell: Cell, place: HTMLElement, checkPlace: HTMLElement | null, asked: Asked, done: boolean,
 *           kept: import("./cell.js").Kept, showWidget: (model: string, el: HTMLElement) => void,
 *           onRun: () => void, onStop: () => void, onDone: () => void }} options
 *   cell: the stub; checkPlace: where the book shows the call of `check`, which the button replaces
 */
export function exerciseView(options) {
  const { cell, place, checkPlace, asked, done, kept, showWidget, onRun, onStop, onDone } = options;
  const about = headingOf(place);
  const claims = claimList(asked.claims);
  const output = outputArea({ showWidget });
  const compare = comparison(asked.answers);
  const buttons = bar({ label: "Check", about, primary: true, onRun, onStop, onBack });
  const field = keptEditor({
    cell,
    place,
    label: `Python code, your answer: ${about}`,
    kept,
    onRun: () => buttons.press(),
    onInput: tidy,
  });
  let passed = false;
  place.before(claims.el);
  place.querySelector(".cell_input")?.after(buttons.el, output.el, compare);
  if (checkPlace) checkPlace.hidden = true;
  if (done) say("You have solved this before.");
  tidy();

  function say(/** @type {string} */ words) {
    buttons.say(words);
  }
  function tidy() {
    buttons.changed(field.changed);
  }
  function onBack() {
    field.putBack();
    output.clear();
    claims.reset();
    compare.hidden = true;
    say("");
    tidy();
  }

  return {
    get source() {
      return field.source;
    },
    say,
    wait() {
      buttons.running(true);
      say("Waiting …");
    },
    begin() {
      buttons.running(true);
      output.clear();
      passed = false;
    },
    /** @param {any} message */
    show(message) {
      if (message.type !== "check") return output.show(message);
      passed = message.passed;
      claims.set(message.claims);
      if (!message.started) output.error("", message.advice);
    },
    /** @param {End} how */
    end(how) {
      buttons.running(false);
      compare.hidden = !passed || asked.answers.length === 0;
      say(passed ? "Done." : ENDS[how]);
      if (passed) onDone();
      tidy();
    },
    /** @param {string} sentence */
    fail(sentence) {
      buttons.running(false);
      output.error("", sentence);
      say("");
    },
  };
}
