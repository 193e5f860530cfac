/**
 * One place on a page where a widget belongs: its summary; then the widget, or a sentence that says
 * why it is not there, and a button to try again.
 */

import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";

/** @typedef {import("./model.js").Owner} Owner */

export const MISSING = "This widget could not be loaded.";
export const STILL_MISSING = "This widget still could not be loaded.";
const BROKEN = "Something in this widget failed, so it stopped.";

/**
 * `render` draws the widget into `el` and returns its clean-up; its `owner` hears what a listener
 * of the widget throws, and `release` lets the models forget that owner.
 *
 * @param {{ el: HTMLElement, render: (owner: Owner) => any, release: (owner: Owner) => void,
 *           again: () => void }} options
 */
export function makeView({ el, render, release, again }) {
  const summary = [...el.childNodes];
  const sentence = h("p", { role: "status" });
  let /** @type {any} */ cleanUp = null;

  function mount() {
    const focused = el.contains(document.activeElement);
    delete el.dataset.failed;
    try {
      cleanUp = render(broken);
      Promise.resolve(cleanUp).catch(broken);
    } catch (error) {
      broken(error);
    }
    if (el.dataset.failed === undefined) el.dataset.alive = "";
    if (focused && !el.contains(document.activeElement)) {
      el.tabIndex = -1;
      el.focus();
    }
  }

  /**
   * It threw while it was made or drawn: it stops, and the page goes on.
   * @type {Owner}
   */
  function broken(error) {
    reportError(error);
    release(broken);
    say(BROKEN);
    try {
      cleanUp?.();
    } catch {
      // It has failed already, which was said.
    }
    cleanUp = null;
  }

  /** @param {string} text */
  function say(text) {
    sentence.textContent = text;
    if (el.dataset.failed !== undefined) return;
    delete el.dataset.alive;
    el.dataset.failed = "";
    const note = h("div", { class: "mg mg-failed" }, sentence, button("Try again", again));
    el.replaceChildren(...summary, note);
  }

  return { el, mount, say };
}
