/** The regions of the program as a row of buttons: those at work in the chosen box are lit. */

import { attributes, h } from "../../kit/dom.js";
import { roving } from "../../kit/roving.js";

/**
 * @param {string[]} names
 * @param {(name: string) => void} onPick
 */
export function regionButtons(names, onPick) {
  const buttons = names.map((name) =>
    h("button", { type: "button", class: "mg-textbook-region", onclick: () => onPick(name) }, name),
  );
  roving(buttons);
  const el = h(
    "div",
    { class: "mg-textbook-regions", role: "toolbar", "aria-label": "regions of the program" },
    h("span", { class: "mg-textbook-or" }, "or a region:"),
    ...buttons,
  );
  /** @param {string[]} lit */
  function set(lit) {
    buttons.forEach((one, i) =>
      attributes(one, { "aria-pressed": String(lit.includes(names[i])) }),
    );
  }
  return { el, set };
}
