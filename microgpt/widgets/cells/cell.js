/** A code cell of a chapter: its code as a field, Run, and what comes of it. */

import { bar } from "./bar.js";
import { editor } from "./editor.js";
import { outputArea } from "./output.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {"ran" | "failed" | "stopped"} End */
/** @typedef {{ get: (id: string) => string | null, set: (id: string, source: string) => void, remove: (id: string) => void }} Kept */

const ENDS = {
  ran: "It ran.",
  failed: "It stopped at an error.",
  stopped: "Stopped. The next run makes again what the cells above had made.",
};

/**
 * The heading that a cell stands under, for those who hear the page.
 * @param {Element} place
 */
export const headingOf = (place) =>
  place.closest("section")?.querySelector("h1, h2, h3")?.firstChild?.textContent ?? "";

/**
 * A field for a cell's code that keeps what is typed, at every keystroke.
 * @param {{ cell: Cell, place: HTMLElement, label: string, kept: Kept, onRun: () => void, onInput: () => void }} options
 */
export function keptEditor({ cell, place, label, kept, onRun, onInput }) {
  const code = /** @type {HTMLElement} */ (place.querySelector(".cell_input pre"));
  const field = editor({
    code,
    label,
    onRun,
    onInput(source) {
      kept.set(cell.id, source);
      onInput();
    },
  });
  const typed = kept.get(cell.id);
  if (typed !== null) field.set(typed);
  return {
    get source() {
      return field.source;
    },
    get changed() {
      return field.source !== field.original;
    },
    putBack() {
      field.set(field.original);
      kept.remove(cell.id);
      field.field.focus();
    },
  };
}

/**
 * @param {{ cell: Cell, place: HTMLElement, kept: Kept, showWidget: (model: string, el: HTMLElement) => void,
 *           onRun: () => void, onStop: () => void }} options
 */
export function cellView({ cell, place, kept, showWidget, onRun, onStop }) {
  const about = headingOf(place);
  const printed = /** @type {HTMLElement | null} */ (place.querySelector(":scope > .cell_output"));
  const output = outputArea({ showWidget });
  const buttons = bar({ label: "Run", about, onRun, onStop, onBack });
  const field = keptEditor({
    cell,
    place,
    label: `Python code: ${about}`,
    kept,
    onRun: () => buttons.press(),
    onInput: tidy,
  });
  place.querySelector(".cell_input")?.after(buttons.el, output.el);
  tidy();

  function tidy() {
    buttons.changed(field.changed || !output.el.hidden);
  }
  function onBack() {
    field.putBack();
    output.clear();
    if (printed) printed.hidden = false;
    buttons.say("");
    tidy();
  }

  return {
    get source() {
      return field.source;
    },
    say: buttons.say,
    wait() {
      buttons.running(true);
      buttons.say("Waiting …");
    },
    begin() {
      buttons.running(true);
      output.clear();
      if (printed) printed.hidden = true;
    },
    show: output.show,
    /** @param {End} how */
    end(how) {
      buttons.running(false);
      const silent = how === "ran" && output.el.hidden;
      buttons.say(silent ? "It ran, and printed nothing." : ENDS[how]);
      tidy();
    },
    /** @param {string} sentence why there is no Python here */
    fail(sentence) {
      buttons.running(false);
      output.error("", sentence);
      buttons.say("");
      tidy();
    },
  };
}
