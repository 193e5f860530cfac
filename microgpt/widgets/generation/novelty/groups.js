/** The three groups: a bar, and under it each group's count and its names. */

import { h } from "../../kit/dom.js";
import { groupBar } from "../group_bar.js";
import { KINDS, written } from "../known_names.js";
import { TITLES, share } from "./words.js";

/** @typedef {import("../drawing.js").Tally} Tally */

const SHOWN = 40; // names of a group

/** Each name once, with how often it was drawn. @param {string[]} names */
export function timesEach(names) {
  const times = /** @type {Map<string, number>} */ (new Map());
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, n]) => (n > 1 ? `${written(name)} ×${n}` : written(name)));
}

export function groupLists() {
  const bar = groupBar();
  const progress = h("p", { class: "mg-novel-progress" });
  const parts = KINDS.map((kind) => {
    const title = h("p", { class: "mg-novel-title" });
    const names = h("p", { class: "mg-novel-names" });
    const swatch = h("span", { class: `mg-novel-swatch mg-groups-${kind}` });
    return {
      kind,
      title,
      names,
      el: h("div", {}, h("div", { class: "mg-novel-head" }, swatch, title), names),
    };
  });

  /**
   * @param {Tally} now
   * @param {number} wanted
   */
  function set(now, wanted) {
    bar.set(now);
    progress.textContent =
      now.count < wanted
        ? `${now.count.toLocaleString("en")} of ${wanted.toLocaleString("en")} names so far`
        : `${now.count.toLocaleString("en")} ${now.count === 1 ? "name" : "names"}`;
    for (const { kind, title, names } of parts) {
      const mine = now.groups[kind];
      title.textContent = `${TITLES[kind]}: ${mine.length.toLocaleString("en")} (${share(mine.length, now.count)})`;
      const all = timesEach(mine);
      const more = all.length - SHOWN;
      const rest = more > 0 ? ` … and ${more.toLocaleString("en")} more` : "";
      names.textContent = (all.slice(0, SHOWN).join(", ") || "none") + rest;
    }
  }
  return { el: h("div", {}, progress, bar.el, ...parts.map((one) => one.el)), set };
}
