/** What happens at a stage: its words, its table, its arithmetic. */

import { h, setText } from "../../kit/dom.js";
import { placePickers } from "../place_pickers.js";
import { lines } from "./lines.js";
import { isAboutNumbers, numberTable } from "./number_table.js";
import { positionTable } from "./position_table.js";
import { lossWords, sentence, title } from "./words.js";

/** @typedef {import("../training_step.js").Now} Now */

/** @param {(place: { matrix?: string, row?: number, column?: number }) => void} go */
export function nowPart(go) {
  const head = h("p", { class: "mg-round-title" });
  const words = h("p", { class: "mg-round-words" });
  const loss = h("p", { class: "mg-round-loss" });
  const written = h("div", { class: "mg-round-sums" });
  const numbers = numberTable(([matrix, row, column]) => go({ matrix, row, column }));
  const positions = positionTable();
  const pickers = placePickers(go);
  const own = h("p", { class: "mg-round-own" });
  const el = h(
    "div",
    { class: "mg-round-now" },
    head,
    words,
    h(
      "div",
      { class: "mg-round-work" },
      h("div", {}, positions.el, numbers.el),
      h("div", {}, own, written, pickers.el),
    ),
    loss,
  );
  /** @param {Now} now */
  function set(now) {
    const about = isAboutNumbers(now.stage);
    setText(head, title(now));
    setText(words, sentence(now));
    positions.el.hidden = about;
    positions.set(now);
    numbers.set(now);
    own.hidden = pickers.el.hidden = !about;
    setText(own, `${now.pickedSaid}:`);
    written.replaceChildren(...lines(now).map((line) => h("p", {}, line)));
    written.classList.toggle("mg-round-prose", now.stage === "backward");
    pickers.set(now.picked, now.names);
    setText(loss, lossWords(now));
  }
  return { el, set };
}
