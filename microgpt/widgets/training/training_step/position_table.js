/** The positions of the name: what comes next, its probability, its surprise; before the move and after. */

import { h, setText } from "../../kit/dom.js";
import { four } from "./sums.js";

/** @typedef {import("../training_step.js").Now} Now */

const HEADS = ["position", "reads → next", "P", "surprise", "P after", "surprise after"];
const NOTHING = "·";
const FULL = 5; // the surprise whose bar fills its room

export function positionTable() {
  const body = h("tbody");
  const mean = [0, 1].map(() => h("td"));
  const foot = h(
    "tr",
    {},
    h("th", { scope: "row", colspan: 3 }, "loss, the mean"),
    mean[0],
    h("td"),
    mean[1],
  );
  const el = h(
    "table",
    { class: "mg-round-table" },
    h("caption", { class: "mg-hidden" }, "The positions of the name"),
    h("thead", {}, h("tr", {}, ...HEADS.map((head) => h("th", { scope: "col" }, head)))),
    body,
    h("tfoot", {}, foot),
  );
  let rows = /** @type {ReturnType<typeof positionRow>[]} */ ([]);

  /** @param {Now} now */
  function set(now) {
    const { before, after } = now.last;
    if (rows.length !== before.positions.length) {
      rows = before.positions.map((_, t) => positionRow(t));
      body.replaceChildren(...rows.map((row) => row.el));
    }
    const reached = [now.index >= 1, now.stage === "again"];
    el.classList.toggle("mg-round-once", !reached[1]);
    rows.forEach((row, t) => {
      const { token, target } = before.positions[t];
      const name = (/** @type {number} */ id) => now.letters[id];
      row.set(
        `${name(token)} → ${name(target)}`,
        [before.positions[t], after.positions[t]],
        reached,
      );
    });
    setText(mean[0], now.index >= 2 ? four(before.loss) : NOTHING);
    setText(mean[1], reached[1] ? four(after.loss) : NOTHING);
  }
  return { el, set };
}

/** @param {number} t */
function positionRow(t) {
  const pair = h("td", { class: "mg-round-pair" });
  const cells = [0, 1].map(() => ({ p: h("td"), surprise: surpriseCell() }));
  const el = h(
    "tr",
    {},
    h("th", { scope: "row" }, String(t)),
    pair,
    ...cells.flatMap(({ p, surprise }) => [p, surprise.el]),
  );
  /**
   * @param {string} words
   * @param {{ probability: number, surprise: number }[]} numbers
   * @param {boolean[]} reached
   */
  function set(words, numbers, reached) {
    setText(pair, words);
    cells.forEach(({ p, surprise }, k) => {
      setText(p, reached[k] ? four(numbers[k].probability) : NOTHING);
      surprise.set(reached[k] ? numbers[k].surprise : null);
    });
  }
  return { el, set };
}

/** A number with a bar below it. */
function surpriseCell() {
  const text = h("span");
  const bar = h("span", { class: "mg-share-bar mg-round-bar" });
  const el = h("td", {}, text, h("span", { class: "mg-round-room" }, bar));
  /** @param {number | null} surprise */
  function set(surprise) {
    setText(text, surprise === null ? NOTHING : four(surprise));
    bar.style.setProperty("--share", String(Math.min(1, (surprise ?? 0) / FULL)));
  }
  return { el, set };
}
