/** The numbers of the next step, for each parameter, under SGD and under Adam. */

import { h, setText } from "../../kit/dom.js";
import { number } from "./words.js";

/** @typedef {import("./balls.js").Ball} Ball */
/** @typedef {import("./balls.js").Now} Now */

const ROWS = /** @type {const} */ ([
  ["gradient", "slope"],
  ["m", "m"],
  ["v", "v"],
  ["m-hat", "mHat"],
  ["v-hat", "vHat"],
  ["step", "step"],
]);
const NONE = "–"; // SGD keeps no averages

export function stepNumbers() {
  const title = h("caption");
  const rows = ROWS.map(([name]) => ({ name, cells: [0, 1, 2, 3].map(() => h("td")) }));
  const head = (/** @type {string} */ text, span = 1) =>
    h("th", { scope: span > 1 ? "colgroup" : "col", colspan: span > 1 ? span : null }, text);
  const el = h(
    "table",
    { class: "mg-race-numbers" },
    title,
    h(
      "thead",
      {},
      h("tr", {}, h("td"), head("SGD", 2), head("Adam", 2)),
      h("tr", {}, h("td"), ...["w1", "w2", "w1", "w2"].map((name) => head(name))),
    ),
    h(
      "tbody",
      {},
      ...rows.map(({ name, cells }) => h("tr", {}, h("th", { scope: "row" }, name), ...cells)),
    ),
  );

  /** @param {Now} now */
  function set({ sgd, adam, steps }) {
    setText(title, `The next step, ${steps + 1}: what is taken away from w1 and w2`);
    const columns = [...columnsOf(sgd), ...columnsOf(adam)];
    rows.forEach(({ cells }, i) =>
      cells.forEach((cell, j) => {
        const value = columns[j]?.[ROWS[i][1]];
        setText(cell, value === undefined ? NONE : number(value));
      }),
    );
  }
  return { el: h("div", {}, el), set };
}

/**
 * The numbers of both parameters; nothing where the ball has stopped.
 * @param {Ball} ball
 */
function columnsOf({ now, diverged }) {
  return [0, 1].map((i) => (diverged ? null : { slope: now.slopes[i], ...now.moves[i] }));
}
