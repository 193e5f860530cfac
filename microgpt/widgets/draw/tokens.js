/** A row of tokens: letters and BOS, each a chip; one of them is the current one. */

import { h } from "../kit/dom.js";

/**
 * @typedef {{ text: string, id?: number, kind?: "bos" | "letter", state?: "past" | "current" |
 *   "next" }} Item
 */

/**
 * What stands in one chip, in order: words marked `hidden` are for a screen reader only.
 * @param {Item} item
 */
export function chipText({ text, id, state }) {
  return [
    { text, hidden: false },
    { text: id === undefined ? "" : ", token ", hidden: true },
    { text: id === undefined ? "" : String(id), hidden: false },
    { text: state === "next" ? ", not yet" : "", hidden: true },
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

  /** @param {number} index */
  function makeChip(index) {
    const chip = onPick ? h("button", { type: "button", onclick: () => onPick(index) }) : h("span");
    chip.append(
      ...["mg-token-text", "mg-hidden", "mg-token-id", "mg-hidden"].map((kind) =>
        h("span", { class: kind }),
      ),
    );
    if (onPick) {
      chip.addEventListener("focus", () => tabTo(index));
      chip.addEventListener("keydown", (event) => move(event, index));
    }
    return chip;
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
    const to = /** @type {Record<string, number>} */ ({
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: last,
    })[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    chips[Math.min(last, Math.max(0, to))].focus();
  }

  /** @param {Item[]} items */
  function set(items) {
    while (chips.length > items.length) chips.pop()?.parentElement?.remove();
    while (chips.length < items.length) {
      chips.push(makeChip(chips.length));
      el.append(h("li", {}, chips[chips.length - 1]));
    }
    items.forEach((item, i) => {
      const chip = chips[i];
      chip.className = `mg-token mg-token-${item.state ?? "past"}${item.kind === "bos" ? " mg-token-bos" : ""}`;
      chipText(item).forEach(({ text }, k) => {
        chip.children[k].textContent = text;
      });
      chip.toggleAttribute("aria-current", false);
      if (item.state === "current") chip.setAttribute("aria-current", "true");
    });
    if (onPick && !chips.some((chip) => chip === chip.ownerDocument.activeElement))
      tabTo(
        Math.max(
          0,
          items.findIndex((item) => item.state === "current"),
        ),
      );
  }
  return { el, set };
}
