/** A bar of three parts: how many names were seen in training, are in the list, are new. */

import { h } from "../kit/dom.js";
import { KINDS } from "./known_names.js";

export function groupBar() {
  const parts = KINDS.map((kind) => h("span", { class: `mg-groups-${kind}` }));
  const el = h("div", { class: "mg-groups-bar", "aria-hidden": "true" }, ...parts);
  /** @param {import("./drawing.js").Tally} tally */
  function set({ groups, count }) {
    KINDS.forEach((kind, i) =>
      parts[i].style.setProperty("width", `${count ? (100 * groups[kind].length) / count : 0}%`),
    );
  }
  return { el, set };
}
