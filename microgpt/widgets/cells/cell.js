/** A code cell of a chapter: its code as a field, Run, and what comes of it. */

import { fillBar } from "./bar.js";
import { headingOf, keptField } from "./field.js";
import { outputArea } from "./output.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {"ran" | "failed" | "stopped"} End */
/**
 * What the view of a cell is given: where it stands, what was kept of it, and what its buttons do.
 * @typedef {{ cell: Cell, place: HTMLElement, kept: import("./kept.js").Kept,
 *   showWidget: (model: string, el: HTMLElement) => void, onRun: () => void, onStop: () => void }} Parts
 */

const ENDS = {
  ran: "",
  failed: "It stopped at an error.",
  stopped: "Stopped. The next run begins anew, and runs the cells above it again.",
};

/** @param {Parts} parts */
export function cellView({ cell, place, kept, showWidget, onRun, onStop }) {
  const about = headingOf(place);
  const printed = /** @type {HTMLElement | null} */ (place.querySelector(":scope > .cell_output"));
  const output = outputArea({ showWidget });
  const at = /** @type {Element} */ (place.querySelector(".mg-cell-bar"));
  const bar = fillBar(at, { label: "Run", about, onRun, onStop, onBack });
  const label = `Python code: ${about}`;
  const field = keptField({ cell, place, label, kept, onRun: bar.press, onInput: tidy });
  at.after(output.el);
  tidy();

  function tidy() {
    bar.changed(field.changed || (printed?.hidden ?? !output.el.hidden));
  }
  function onBack() {
    field.putBack();
    output.clear();
    if (printed) printed.hidden = false;
    bar.say("");
    tidy();
  }

  return {
    get source() {
      return field.source;
    },
    say: bar.say,
    wait: bar.wait,
    /** It is its turn. @returns {string} what is run */
    begin() {
      output.clear();
      if (printed) printed.hidden = true;
      return field.source;
    },
    show: output.show,
    /** @param {End} how */
    end(how) {
      const silent = how === "ran" && output.el.hidden;
      bar.rest(silent ? "It ran, and printed nothing." : ENDS[how]);
      tidy();
    },
    /** @param {string} sentence why there is no Python here */
    fail(sentence) {
      output.error("", sentence);
      bar.rest("");
      tidy();
    },
  };
}
