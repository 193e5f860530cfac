/** Chances worth trying, each a button. */

import { button, row } from "../../kit/controls.js";
import { shown } from "./words.js";

/** @typedef {import("../loss_builder.js").State} State */

/**
 * @param {number} trained the chance that the trained model gives
 * @param {(changes: Partial<State>) => void} onPick
 */
export function presets(trained, onPick) {
  const all = /** @type {{ label: string, changes: Partial<State> }[]} */ ([
    { label: "0.9", changes: { p: 0.9 } },
    { label: "0.1", changes: { p: 0.1 } },
    { label: "0.01", changes: { p: 0.01 } },
    { label: "a blind guess, 1/27", changes: { p: 1 / 27 } },
    { label: `the trained model, ${shown(trained)}`, changes: { p: trained, rest: "model" } },
  ]);
  const buttons = all.map(({ label, changes }) =>
    button(label, () => onPick(changes), { small: true }),
  );
  const el = row(...buttons);
  el.classList.add("mg-built-presets");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", "chances to try");

  /** @param {State} state */
  function set(state) {
    all.forEach(({ changes }, i) => {
      const chosen = Object.entries(changes).every(
        ([key, value]) => state[/** @type {keyof State} */ (key)] === value,
      );
      buttons[i].setAttribute("aria-pressed", String(chosen));
    });
  }
  return { el, set };
}
