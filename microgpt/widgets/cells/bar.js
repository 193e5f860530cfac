/** The row of buttons under a cell, and the line that says how it goes. */

import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";

/**
 * @param {{ label: string, about: string, primary?: boolean, onRun: () => void, onStop: () => void, onBack: () => void }} options
 *   label: "Run" or "Check"; about: which cell it is, for a screen reader
 */
export function bar({ label, about, primary = false, onRun, onStop, onBack }) {
  const busy = () => start.hasAttribute("aria-disabled");
  const press = () => busy() || onRun();
  const start = button(label, press, { primary, describe: `${label}: ${about}` });
  const stop = button("Stop", onStop, { describe: `Stop: ${about}` });
  const back = button("Put back", onBack, { describe: `Put back: ${about}` });
  for (const one of [start, stop, back])
    one.classList.toggle("mg-small", one !== start || !primary);
  const status = h("span", { class: "mg-cell-status", role: "status" });
  const el = h("div", { class: "mg-cell-bar" }, start, stop, back, status);

  const api = {
    el,
    press,
    /** @param {string} words */
    say: (words) => void (status.textContent = words),
    /** @param {boolean} changed whether there is anything to put back */
    changed: (changed) => void (back.hidden = !changed),
    /** Not `disabled`, which would take the focus away. @param {boolean} running */
    running(running) {
      start.toggleAttribute("aria-disabled", running);
      if (running) start.setAttribute("aria-disabled", "true");
      stop.hidden = !running;
    },
  };
  api.running(false);
  api.changed(false);
  return api;
}
