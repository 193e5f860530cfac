/** The runs that were finished, one below the other: so that two settings can be compared. */

import { h } from "../../kit/dom.js";
import { fmt } from "../../kit/format.js";
import { give } from "./words.js";

/** @typedef {import("./words.js").Changes} Changes */
/**
 * @typedef {{ list: string, steps: number, learning_rate: number, mix: number, seed: number,
 *   changes: Changes }} Finished
 */

const MOST = 8;
const HEADS = ["run", "trained on", "held back", "never seen"];
const CAPTION = "What each run changed, in nats (below 0: learned; above 0: forgotten)";

export function runsTable() {
  const body = h("tbody");
  const heads = HEADS.map((text) => h("th", { scope: "col" }, text));
  const head = h("thead", {}, h("tr", {}, ...heads));
  const el = h("table", { class: "mg-table mg-tune-runs" }, h("caption", {}, CAPTION), head, body);
  let runs = /** @type {Finished[]} */ ([]);

  function draw() {
    el.hidden = runs.length === 0;
    body.replaceChildren(...runs.map(line));
  }
  draw();
  return {
    el,
    /** The same run again takes the place of the first. @param {Finished} run */
    add(run) {
      const others = runs.filter((one) => nameOf(one) !== nameOf(run));
      runs = [...others, run].slice(-MOST);
      draw();
    },
    clear() {
      runs = [];
      draw();
    },
  };
}

/** @param {Finished} run */
function nameOf({ list, steps, learning_rate, mix, seed }) {
  return `${list}, ${steps} rounds, rate ${fmt(learning_rate, 4)}, ${mix} % old, seed ${seed}`;
}

/** @param {Finished} run */
function line(run) {
  const { trained, heldBack, general } = run.changes;
  const cells = [trained, heldBack, general].map((change) => h("td", {}, give(change)));
  return h("tr", {}, h("th", { scope: "row" }, nameOf(run)), ...cells);
}
