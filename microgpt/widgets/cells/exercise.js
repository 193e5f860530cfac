/** A Build exercise: a field for the answer, Check, what is asked, and after passing the course's answer beside it. */

import { button } from "../kit/controls.js";
import { fillBar } from "./bar.js";
import { claimList } from "./claims.js";
import { headingOf, keptField } from "./field.js";
import { outputArea } from "./output.js";

/** @typedef {import("./cell.js").End} End */
/** @typedef {import("./cell.js").Parts} Parts */

const ENDS = {
  ran: "Not yet.",
  failed: "Your code stopped at an error.",
  stopped: "Stopped. Nothing is lost: change your answer, then check again.",
};
const ANSWER = "Show answer"; // how a chapter names the fold with the course's answer

/**
 * A button that opens the fold with the course's ways to write it, and goes there; none in an edition for a class that
 * holds the answer back.
 * @param {Element} place
 */
function comparing(place) {
  const folds = place.parentElement?.querySelectorAll("details") ?? [];
  const fold = [...folds].find((one) => one.querySelector("summary")?.textContent === ANSWER);
  if (!fold) return null;
  return button(
    "Compare with the course’s answer",
    () => {
      fold.open = true;
      fold.querySelector("summary")?.focus();
    },
    { small: true },
  );
}

/**
 * @param {Parts & { solved: boolean, onSolved: (source: string) => void }} options
 *   cell, place: the stub's; the call of `check` that a notebook has below it is what the button does
 */
export function exerciseView(options) {
  const { cell, place, solved, kept, showWidget, onRun, onStop, onSolved } = options;
  const about = headingOf(place);
  const at = /** @type {Element} */ (place.querySelector(".mg-cell-bar"));
  const claims = claimList(/** @type {Element} */ (place.querySelector(".mg-claims")));
  const output = outputArea({ showWidget });
  const bar = fillBar(at, { label: "Check", about, primary: true, onRun, onStop, onBack });
  const compare = comparing(place);
  const label = `Python code, your answer: ${about}`;
  const field = keptField({ cell, place, label, kept, onRun: bar.press, onInput: tidy });
  let passed = solved;
  let checked = field.source;
  if (compare) at.append(compare);
  at.after(output.el);
  if (solved) bar.say("You have solved this.");
  tidy();

  function tidy() {
    bar.changed(field.changed);
    if (compare) compare.hidden = !passed;
  }
  function onBack() {
    field.putBack();
    output.clear();
    claims.reset();
    bar.say("");
    tidy();
  }

  return {
    get source() {
      return field.source;
    },
    say: bar.say,
    wait: bar.wait,
    /** It is its turn. @returns {string} what is checked */
    begin() {
      output.clear();
      claims.reset();
      passed = false;
      checked = field.source;
      return checked;
    },
    /** @param {any} message */
    show(message) {
      if (message.type !== "check") return output.show(message);
      passed = message.passed;
      claims.set(message.claims);
      if (!message.started) output.error("", `Begin like this: ${message.advice}`);
    },
    /** @param {End} how */
    end(how) {
      bar.rest(passed ? "Solved." : ENDS[how]);
      if (passed) onSolved(checked);
      tidy();
    },
    /** @param {string} sentence */
    fail(sentence) {
      output.error("", sentence);
      bar.rest("");
      tidy();
    },
  };
}
