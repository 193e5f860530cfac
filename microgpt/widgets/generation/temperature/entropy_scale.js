/** How open the choice is: the entropy on its scale, from one sure letter to 27 equal chances. */

import { h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { LETTERS } from "../letter_bars.js";

/** @typedef {import("../temperature.js").Now} Now */

const MOST = Math.log2(LETTERS.length);

export function entropyScale() {
  const bits = h("b", {});
  const choices = h("b", {});
  const plain = h("span", {});
  const mark = h("span", { class: "mg-temperature-mark" });
  const ghost = h("span", { class: "mg-temperature-mark mg-temperature-ghost" });
  const filled = h("span", { class: "mg-temperature-filled" });
  const track = h(
    "div",
    { class: "mg-temperature-track", "aria-hidden": "true" },
    filled,
    ghost,
    mark,
  );
  const el = h(
    "div",
    { class: "mg-temperature-entropy" },
    h("p", { class: "mg-temperature-title" }, "Entropy: how open the choice is"),
    h(
      "p",
      { class: "mg-temperature-value" },
      bits,
      " bits = as many as ",
      choices,
      " equal choices",
    ),
    track,
    h(
      "div",
      { class: "mg-temperature-ends" },
      h("span", {}, h("b", {}, "0"), "one letter is sure"),
      h("span", {}, h("b", {}, `log₂ 27 = ${fixed(MOST, 3)}`), "27 equal chances"),
    ),
    h("p", { class: "mg-temperature-plain" }, plain),
  );

  /** @param {Now} now */
  function set(now) {
    bits.textContent = fixed(now.bits);
    choices.replaceChildren("2", h("sup", {}, fixed(now.bits)), ` = ${fixed(2 ** now.bits, 1)}`);
    plain.textContent =
      `At temperature 1 (the dashed mark): ${fixed(now.plainBits)} bits, ` +
      `as many as ${fixed(2 ** now.plainBits, 1)} equal choices.`;
    for (const one of [mark, filled]) one.style.setProperty("--share", String(now.bits / MOST));
    ghost.style.setProperty("--share", String(now.plainBits / MOST));
  }
  return { el, set };
}
