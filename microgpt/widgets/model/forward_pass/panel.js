/** The block on view: what it does, how one of its numbers comes about, and where it stands. */

import { NAMES } from "../../draw/blocks.js";
import { row } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { arithmetic, called, written } from "./sums.js";
import { codeOf, inAndOut, sentence } from "./words.js";

/** @typedef {import("../forward_pass.js").Now} Now */

/** @param {{ steps: Node, onIndex: (index: number) => void }} options steps: Step and Play */
export function blockPanel({ steps, onIndex }) {
  const [name, does, sum, size, place] = ["name", "does", "sum", "size", "place"].map((part) =>
    h("p", { class: `mg-pass-${part}` }),
  );
  const number = numberSelect(onIndex);
  const el = h(
    "div",
    { class: "mg-pass-panel" },
    row(steps, name),
    does,
    number.el,
    sum,
    size,
    place,
  );

  /** @param {Now} now */
  function set(now) {
    const { code, region } = codeOf(now.block);
    setText(name, NAMES[now.block]);
    setText(does, sentence(now));
    setText(sum, arithmetic(now));
    setText(size, inAndOut(now));
    place.replaceChildren("In the program: ", h("code", {}, code), `, in the region ${region}.`);
    number.set(now);
  }
  return { el, set };
}

/** All numbers of the block; the chosen one is worked out. @param {(index: number) => void} onIndex */
function numberSelect(onIndex) {
  const id = freshId();
  const select = h("select", {
    id,
    class: "mg-select",
    onchange: () => onIndex(select.selectedIndex),
  });
  let shown = "";

  /** @param {Now} now */
  function set(now) {
    const texts = Array.from(
      now.numbers[now.block],
      (x, i) => `${called(now.block, i, now)}: ${written(now.block, x)}`,
    );
    if (texts.join() !== shown) {
      select.replaceChildren(...texts.map((text) => h("option", {}, text)));
      shown = texts.join();
    }
    select.selectedIndex = now.index;
  }
  const label = h("label", { for: id }, "One of its numbers");
  return { el: h("div", { class: "mg-pass-choose" }, label, select), set };
}
