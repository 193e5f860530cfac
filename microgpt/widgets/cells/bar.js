/** The row of buttons under a cell, and the line that says how it goes. */

import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";

/**
 * @param {Element} el the place that the page keeps for it
 * @param {{ label: string, about: string, primary?: boolean,
 *   onRun: () => void, onStop: () => void, onBack: () => void }} options
 *   label: "Run" or "Check"; about: which cell it is, for a screen reader
 */
export function fillBar(el, { label, about, primary = false, onRun, onStop, onBack }) {
  const busy = () => start.hasAttribute("aria-disabled");
  const press = () => busy() || onRun();
  const start = button(label, press, { primary, small: true, describe: `${label}: ${about}` });
  const stop = button("Stop", onStop, { small: true, describe: `Stop: ${about}` });
  const back = button("Put back", onBack, { small: true, describe: `Put back: ${about}` });
  const status = h("span", { class: "mg-cell-status", role: "status" });
  el.replaceChildren(start, stop, back, status);

  const bar = {
    press,
    /** @param {string} words */
    say: (words) => void (status.textContent = words),
    /** @param {boolean} changed whether there is anything to put back */
    changed: (changed) => void (back.hidden = !changed),
    /** It runs, or waits for its turn. Not `disabled`, which would take the focus away. */
    wait() {
      start.setAttribute("aria-disabled", "true");
      stop.hidden = false;
      bar.say("Waiting …");
    },
    /** @param {string} words how it ended */
    rest(words) {
      if (stop.contains(document.activeElement)) start.focus();
      start.removeAttribute("aria-disabled");
      stop.hidden = true;
      bar.say(words);
    },
  };
  bar.rest("");
  bar.changed(false);
  return bar;
}
