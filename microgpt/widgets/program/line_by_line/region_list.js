/** The list of regions, and the ways to the one before and the one after. */

import { button } from "../../kit/controls.js";
import { attributes, h } from "../../kit/dom.js";
import { picker } from "../../model/picker.js";

/**
 * @param {string[]} names of the regions
 * @param {(region: string) => void} onPick
 */
export function regionList(names, onPick) {
  let at = 0;
  const last = names.length - 1;
  const step = (/** @type {number} */ by) => () => {
    if (names[at + by]) onPick(names[at + by]);
  };
  const back = button("←", step(-1), { small: true, describe: "the region before" });
  const on = button("→", step(1), { small: true, describe: "the next region" });
  const list = picker("region", (i) => onPick(names[i]));
  const el = h("div", { class: "mg-lines-list" }, list.el, back, on);

  /** @param {number} next */
  function set(next) {
    at = next;
    list.set(
      names.map((name, i) => `${i + 1}. ${name}`),
      at,
    );
    attributes(back, { "aria-disabled": String(at === 0) });
    attributes(on, { "aria-disabled": String(at === last) });
  }
  return { el, set };
}
