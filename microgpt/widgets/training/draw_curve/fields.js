/** The drawn curve as numbers: fields to type in, and later a table beside the run's. */

import { freshId, h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { numberField } from "../../kit/number_field.js";
import { FIELDS, TOP, heightAt, rounds } from "./points.js";
import { thousands } from "./words.js";

/** @typedef {import("../drawn_curve.js").Point} Point */

const STEP = 0.1;

/**
 * A field for every tenth of the rounds; one that is empty has no point of its own.
 * @param {{ steps: number, start: number,
 *   onInput: (round: number, loss: number | null) => void }} options
 *   start: where the arrow keys begin in an empty field
 */
export function curveFields({ steps, start, onInput }) {
  const all = rounds(steps, FIELDS);
  const fields = all.map((round) => {
    const id = freshId();
    const label = thousands(round);
    const one = numberField({
      id,
      name: `loss at round ${label}`,
      of: `Round ${label}`,
      min: 0,
      max: TOP,
      step: STEP,
      start,
      optional: true,
      onInput: (loss) => onInput(round, loss),
      onEmpty: () => onInput(round, null),
    });
    const cell = h("div", { class: "mg-drawn-field" }, h("label", { for: id }, label), one.field);
    return { ...one, round, cell };
  });
  const el = h(
    "fieldset",
    { class: "mg-drawn-fields mg-on-screen" },
    h("legend", {}, "Or type the loss you expect at round"),
    h("div", { class: "mg-drawn-row" }, ...fields.map((one) => one.cell)),
    ...fields.map((one) => one.note),
  );

  /** @param {Point[]} points */
  function set(points) {
    const known = new Map(points);
    for (const one of fields) one.set(known.get(one.round) ?? null);
  }
  return { el, set };
}

/** The same rounds in a table: what was expected, and the run's mean. */
export function curveTable() {
  const body = h("tbody");
  const names = ["round", "you expected", "it was"];
  const head = h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name)));
  const el = h(
    "details",
    { class: "mg-drawn-numbers" },
    h("summary", {}, "Both curves in numbers"),
    h("table", {}, h("thead", {}, head), body),
  );

  /**
   * @param {Point[]} points
   * @param {number[]} means
   * @param {number} steps
   */
  function set(points, means, steps) {
    const rows = rounds(steps, FIELDS).map((round) => {
      const known = [heightAt(points, round), means[Math.max(1, round) - 1] ?? NaN];
      const cells = known.map((x) => h("td", {}, Number.isNaN(x) ? "–" : fixed(x)));
      return h("tr", {}, h("th", { scope: "row" }, thousands(round)), ...cells);
    });
    body.replaceChildren(...rows);
  }
  return { el, set };
}
