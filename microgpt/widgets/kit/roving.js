/**
 * Many buttons, one stop of the Tab key: the arrow keys, Home, End and the Page keys move among
 * them.
 */

import { led } from "./keys.js";
import { clamp } from "./numbers.js";

const FAR = 8;

/** @param {HTMLElement[]} buttons from top to bottom */
export function roving(buttons) {
  const last = buttons.length - 1;

  /** @param {number} at the button that Tab comes to */
  function set(at) {
    buttons.forEach((button, i) => {
      button.tabIndex = i === at ? 0 : -1;
    });
  }
  buttons.forEach((button, i) => {
    button.addEventListener("focus", () => set(i));
    button.addEventListener("keydown", (event) => {
      const to = led(event, {
        ArrowDown: i + 1,
        ArrowUp: i - 1,
        ArrowRight: i + 1,
        ArrowLeft: i - 1,
        PageDown: i + FAR,
        PageUp: i - FAR,
        Home: 0,
        End: last,
      });
      if (to !== null) buttons[clamp(to, 0, last)].focus();
    });
  });
  set(0);
  return { set };
}
