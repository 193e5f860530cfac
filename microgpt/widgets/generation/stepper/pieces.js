/** Every piece of the bar in numbers: where it begins, where it ends. */

import { h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { LETTERS } from "../letter_bars.js";
import { pieceOf } from "./words.js";

/** @typedef {import("../stepper.js").Now} Now */

const DIGITS = 3;

export function piecesList() {
  const list = h("ol", { class: "mg-stepper-pieces" });
  const el = h(
    "details",
    { class: "mg-stepper-fold" },
    h("summary", {}, "All 27 pieces in numbers"),
    list,
  );

  /** @param {Now} now */
  function set({ round, drawn }) {
    list.replaceChildren(
      ...LETTERS.map((letter, i) => {
        const [start, end] = pieceOf(round, i);
        const text = round.stays[i]
          ? `${fixed(start, DIGITS)} to ${fixed(end, DIGITS)}`
          : "cut away";
        const hit = drawn && i === round.chosen;
        return h(
          "li",
          { class: hit ? "mg-stepper-hit" : null },
          h("strong", {}, letter),
          ` ${text}`,
        );
      }),
    );
  }
  return { el, set };
}
