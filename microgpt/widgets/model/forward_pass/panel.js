/** The block on view: what it does, how one of its numbers comes about, and where it stands. */

import { NAMES } from "../../draw/blocks.js";
import { row } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { picker } from "../picker.js";
import { arithmetic, called, written } from "./sums.js";
import { codeOf, inAndOut, sentence } from "./words.js";

/** @typedef {import("../forward_pass.js").Now} Now */

/** @param {{ steps: Node, onIndex: (index: number) => void }} options steps: Step and Play */
export function blockPanel({ steps, onIndex }) {
  const [title, does, sum, size, place] = ["name", "does", "sum", "size", "place"].map((part) =>
    h("p", { class: `mg-pass-${part}` }),
  );
  const number = picker("One of its numbers", onIndex);
  const el = h(
    "div",
    { class: "mg-pass-panel" },
    row(steps, title),
    does,
    number.el,
    sum,
    size,
    place,
  );

  /** @param {Now} now */
  function set(now) {
    const { code, region } = codeOf(now.block);
    setText(title, NAMES[now.block]);
    setText(does, sentence(now));
    setText(sum, arithmetic(now));
    setText(size, inAndOut(now));
    place.replaceChildren("In the program: ", h("code", {}, code), `, in the region ${region}.`);
    const name = (/** @type {number} */ x, /** @type {number} */ i) =>
      `${called(now.block, i, now)}: ${written(now.block, x)}`;
    number.set(Array.from(now.numbers[now.block], name), now.index);
  }
  return { el, set };
}
