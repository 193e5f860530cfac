/** Which tokens are nearest to one, by cosine: a short list, and all of them as a table. */

import { h } from "../kit/dom.js";
import { fixed } from "../kit/format.js";

/** @typedef {{ token: string, i: number, before: number, after: number }} Neighbour */

const SHOWN = 5;

/** The nearest few, each with a bar as long as its cosine. */
export function nearestList() {
  const parts = Array.from({ length: SHOWN }, () => {
    const name = h("span", { class: "mg-near-name" });
    const bar = h("span", { class: "mg-share-bar mg-near-bar" });
    const value = h("span", { class: "mg-near-value" });
    const el = h("li", {}, name, h("span", { class: "mg-near-room" }, bar), value);
    return { name, bar, value, el };
  });
  const el = h("ol", { class: "mg-near", "aria-label": "nearest, by cosine" });
  el.append(...parts.map((one) => one.el));

  /**
   * @param {Neighbour[]} all the nearest first
   * @param {"before" | "after"} when
   */
  function set(all, when) {
    parts.forEach((one, i) => {
      const cosine = all[i][when];
      one.name.textContent = all[i].token;
      one.bar.style.setProperty("--share", String(Math.max(0, cosine)));
      one.value.textContent = fixed(cosine);
    });
  }
  return { el, set };
}

/** The map as a table: every other token, its cosines, and where it lies. */
export function pairTable() {
  const head = ["token", "cosine before", "cosine after", "place before", "place after"];
  const caption = h("caption", {});
  const body = h("tbody", {});
  const el = h(
    "details",
    { class: "mg-pairs" },
    h("summary", {}, "The map as a table"),
    h(
      "div",
      { class: "mg-pairs-scroll", tabindex: 0, role: "region", "aria-label": "the map as a table" },
      h(
        "table",
        {},
        caption,
        h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
        body,
      ),
    ),
  );

  /**
   * @param {string} letter
   * @param {Neighbour[]} all
   * @param {{ before: number[][], after: number[][] }} places
   */
  function set(letter, all, places) {
    caption.textContent = `Cosine with ${letter}; places are across and up from the cross.`;
    const place = (/** @type {number[]} */ [x, y]) => `${fixed(x)}, ${fixed(y)}`;
    body.replaceChildren(
      ...all.map(({ token, i, before, after }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, token),
          h("td", {}, fixed(before)),
          h("td", {}, fixed(after)),
          h("td", {}, place(places.before[i])),
          h("td", {}, place(places.after[i])),
        ),
      ),
    );
  }
  return { el, set };
}
