/** A row of tokens: letters and BOS, each a chip; one of them is the current one. */

import { attributes, h } from "../kit/dom.js";
import { led } from "../kit/keys.js";
import { clamp } from "../kit/numbers.js";

const KINDS = ["mg-token-text", "mg-hidden", "mg-token-id", "mg-hidden"]; // of the parts of a chip

/**
 * @typedef {{ text: string, id?: number, kind?: "bos" | "letter", state?: "past" | "current" |
 *   "next" | "unknown" }} Item
 */

const SAID = { past: "", current: "", next: ", not yet", unknown: ", not in the vocabulary" };

/**
 * What stands in one chip, in order: words marked `hidden` are for a screen reader only.
 * @param {Item} item
 */
export function chipText({ text, id, state = "past" }) {
  return [
    { text, hidden: false },
    { text: id === undefined ? "" : ", token ", hidden: true },
    { text: id === undefined ? "" : String(id), hidden: false },
    { text: SAID[state], hidden: true },
  ];
}

/**
 * With `onPick` the chips are buttons and one stop of the Tab key; the arrow keys, Home and End
 * move among them. Chips are kept from one `set` to the next, so focus stays where it is.
 *
 * @param {{ name: string, onPick?: (index: number) => void }} options
 */
export function tokens({ name, onPick }) {
  const el = h("ol", { class: "mg-tokens", "aria-label": name });
  const chips = /** @type {HTMLElement[]} */ ([]);

  function addChip() {
    const index = chips.length;
    const chip = onPick ? h("button", { type: "button", onclick: () => onPick(index) }) : h("span");
    chip.append(...KINDS.map((kind) => h("span", { class: kind })));
    if (onPick) {
      chip.addEventListener("focus", () => tabTo(index));
      chip.addEventListener("keydown", (event) => move(event, index));
    }
    chips.push(chip);
    el.append(h("li", {}, chip));
  }

  /** @param {number} at */
  const tabTo = (at) =>
    chips.forEach((chip, i) => {
      chip.tabIndex = i === at ? 0 : -1;
    });

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   */
  function move(event, index) {
    const last = chips.length - 1;
    const to = led(event, { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: last });
    if (to !== null) chips[clamp(to, 0, last)].focus();
  }

  /** @param {Item[]} items */
  function set(items) {
    while (chips.length > items.length) chips.pop()?.parentElement?.remove();
    while (chips.length < items.length) addChip();
    items.forEach((item, i) => show(chips[i], item));
    const focused = chips.some((chip) => chip === chip.ownerDocument.activeElement);
    const current = items.findIndex((item) => item.state === "current");
    if (onPick && !focused) tabTo(Math.max(0, current));
  }
  return { el, set };
}

/**
 * @param {HTMLElement} chip
 * @param {Item} item
 */
function show(chip, item) {
  const { kind, state = "past" } = item;
  chip.className = `mg-token mg-token-${state}${kind === "bos" ? " mg-token-bos" : ""}`;
  chipText(item).forEach(({ text }, k) => {
    chip.children[k].textContent = text;
  });
  attributes(chip, { "aria-current": state === "current" ? "true" : null });
}
