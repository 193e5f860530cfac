/**
 * The last few steps of a descent as a table; on a narrow page a column may stand under another.
 */

import { h } from "../kit/dom.js";
import { fixed } from "../kit/format.js";
import { four } from "./short.js";

const ROWS = 6;

/**
 * As the reader's cell prints it; a long number keeps as many decimals as there is room for.
 * @param {number} x
 * @param {number} room in letters
 */
function fitted(x, room) {
  const text = four(x);
  const over = text.length - room;
  return over > 0 ? fixed(x, Math.max(0, 4 - over)) : text;
}

/**
 * @param {{ columns: { name: string, colour: string, under?: number }[] }} options
 *   under: the column, counted from 1, below which this one stands. Before all columns stands the
 *   number of the step.
 */
export function stepsTable({ columns }) {
  const places = columns.reduce(
    (/** @type {number[]} */ all, { under }) => [...all, under ?? Math.max(1, ...all) + 1],
    [],
  );
  const wide = Math.max(...places);
  const tall = columns.some((one) => one.under);
  const room = wide > 4 ? 8 : 10;
  const all = [{ name: "step", colour: "ink" }, ...columns];
  const row = (/** @type {string} */ role) =>
    all.map(({ colour }, i) =>
      h("span", {
        role,
        class: role === "cell" && i ? `mg-c-${colour}` : null,
        style: {
          "grid-area": i === 0 ? "1 / 1" : `${columns[i - 1].under ? 2 : 1} / ${places[i - 1]}`,
        },
      }),
    );
  const head = row("columnheader");
  const rows = Array.from({ length: ROWS }, () => row("cell"));
  const line = (/** @type {HTMLElement[]} */ cells) =>
    h(
      "div",
      { role: "row", class: tall ? "mg-steps-line mg-steps-tall" : "mg-steps-line" },
      ...cells,
    );
  const lines = rows.map(line);
  head.forEach((cell, i) => {
    cell.textContent = all[i].name;
  });
  const el = h(
    "div",
    {
      role: "table",
      "aria-label": "the last steps",
      class: "mg-steps",
      style: { "--wide": String(wide - 1) },
    },
    line(head),
    ...lines,
  );

  /** @param {number[][]} values of every step from the first on, a number for each column */
  function set(values) {
    const last = values.length - 1;
    const first = Math.max(0, last - ROWS + 1);
    rows.forEach((cells, k) => {
      const i = first + k;
      const texts =
        i <= last ? [String(i), ...values[i].map((x) => fitted(x, room))] : all.map(() => "");
      lines[k].classList.toggle("mg-steps-none", i > last);
      lines[k].classList.toggle("mg-steps-now", i === last);
      cells.forEach((cell, j) => {
        cell.textContent = texts[j];
      });
    });
  }
  return { el, set };
}
