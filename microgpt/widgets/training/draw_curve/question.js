/** Before the run: the paper, the fields, and the button that commits. */

import { button, row } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { curveFields } from "./fields.js";
import { pad } from "./pad.js";
import { placed, stroke } from "./points.js";
import { missing, thousands } from "./words.js";

/** @typedef {import("../drawn_curve.js").Point} Point */

/**
 * @param {number} steps
 * @param {number} blind the loss of a blind guess
 * @param {{ now: () => Point[], draw: (points: Point[]) => void, keep: () => void,
 *   commit: () => void, lasting: boolean, say: (text: string) => void }} on
 *   draw: show a curve; keep: the one that is shown is to be kept
 */
export function question(steps, blind, { now, draw, keep, commit, lasting, say }) {
  const paper = pad({
    steps,
    level: { name: "blind guess", value: blind },
    onStroke: (from, to) => draw(stroke(now(), from, to, steps)),
    onEnd: keep,
  });
  const fields = curveFields({
    steps,
    start: Number(blind.toFixed(1)),
    onInput(round, loss) {
      draw(placed(now(), round, loss, steps));
      keep();
    },
  });
  const note = h("p", { class: "mg-drawn-note" });
  const send = button(
    "Commit",
    () => {
      const problem = missing(now(), steps);
      setText(note, problem);
      if (problem) say(problem);
      else commit();
    },
    { primary: true },
  );
  const ask = `Draw the loss you expect, from round 0 to round ${thousands(steps)}`;
  const el = h(
    "div",
    {},
    h(
      "p",
      { class: "mg-drawn-ask mg-on-screen" },
      `${ask}: press and drag, or tap one place after the other. Draw over a part to change it.`,
    ),
    h(
      "p",
      { class: "mg-drawn-ask mg-on-paper" },
      `${ask}, with a pencil. The real curve is in the figure `,
      h("em", {}, "Train it here"),
      " of chapter 09.",
    ),
    h("p", { class: "mg-drawn-y" }, "loss, in nats"),
    paper.el,
    fields.el,
    row(send, note),
    h("p", { class: "mg-drawn-where mg-on-screen" }, whereKept(lasting)),
  );
  return {
    el,
    focus: () => send.focus(),
    /** @param {Point[]} points */
    set(points) {
      paper.set(points);
      fields.set(points);
      if (note.textContent !== missing(points, steps)) setText(note, "");
    },
  };
}

/** @param {boolean} lasting */
function whereKept(lasting) {
  return lasting
    ? "Your curve is kept in this browser and sent nowhere."
    : "This browser keeps nothing: your curve lasts until you close the page.";
}
