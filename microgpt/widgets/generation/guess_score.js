/** The score of the guessing game, as a table. */

import { h } from "../kit/dom.js";
import { count, fixed } from "../kit/format.js";
import { LETTERS } from "./letter_bars.js";

/** @typedef {import("./guess.js").Answer} Answer */
/** @typedef {import("./guess.js").Now} Now */

/** The letters of the name on view, and the means of all. */
export function scoreBoard() {
  const table = h("table", { class: "mg-guess-score" });
  const group = { tabindex: 0, role: "group", "aria-label": "score" };
  const el = h("div", { class: "mg-guess-scroll", ...group }, table);

  /** @param {Now} now */
  function set({ answers, question, you, model }) {
    const last = answers.at(-1);
    el.hidden = !last;
    if (!last) return table.replaceChildren();
    const name = question && question.position > 0 ? question.name : last.name;
    const first = answers.length - 1 - last.position;
    const mine = answers.slice(first).filter((answer) => answer.name === name);
    table.replaceChildren(
      h("caption", {}, `Surprise in nats; the mean is over ${count(answers.length, "letter")}.`),
      letterHeads(mine),
      surprises(
        "you",
        "mg-guess-you",
        mine.map((a) => a.you),
        you,
      ),
      surprises(
        "the model",
        "mg-c-token",
        mine.map((a) => a.model),
        model,
      ),
    );
  }
  return { el, set };
}

/** @param {Answer[]} answers */
function letterHeads(answers) {
  return h(
    "tr",
    {},
    h("td"),
    ...answers.map((a) => h("th", { scope: "col" }, LETTERS[a.truth])),
    h("th", { scope: "col", class: "mg-guess-mean" }, "mean"),
  );
}

/**
 * @param {string} who
 * @param {string} kind
 * @param {number[]} nats
 * @param {number} mean
 */
function surprises(who, kind, nats, mean) {
  return h(
    "tr",
    { class: kind },
    h("th", { scope: "row" }, who),
    ...nats.map((one) => h("td", {}, fixed(one, 1))),
    h("td", { class: "mg-guess-mean" }, fixed(mean)),
  );
}
