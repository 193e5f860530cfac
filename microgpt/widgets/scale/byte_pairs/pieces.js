/** A text with a frame round each of its tokens. */

import { h } from "../../kit/dom.js";

const SIGNS = new Map([
  [" ", "·"],
  ["\n", "⏎"],
  ["\r", "␍"],
  ["\t", "⇥"],
]);
const COLOURS = 4; // that take turns

/** A token as it is drawn; what would not be seen has a sign. @param {string} token */
export function visible(token) {
  const signs = Array.from(token, (one) => SIGNS.get(one) ?? one).join("");
  return /^\p{M}/u.test(signs) ? `◌${signs}` : signs;
}

/** A token in its frame. @param {string} token @param {string} kind */
export function piece(token, kind = "") {
  return h("bdi", { class: `mg-piece ${kind}` }, visible(token));
}

/**
 * The same colour for the same token, so that it is found again. @param {string[]} tokens
 * @returns {Map<string, number>}
 */
export function coloursOf(tokens) {
  const kinds = [...new Set(tokens.filter((token) => Array.from(token).length > 1))];
  return new Map(kinds.map((token, i) => [token, i % COLOURS]));
}

/** @param {string} name */
export function tokenText(name) {
  const el = h("div", { class: "mg-pieces", role: "group", "aria-label": name, tabindex: 0 });
  /**
   * @param {string[]} tokens
   * @param {string | null} fresh the token that was made last
   */
  function set(tokens, fresh) {
    const colours = coloursOf(tokens);
    const kind = (/** @type {string} */ token) => {
      const colour = colours.get(token);
      const made = token === fresh ? " mg-piece-fresh" : "";
      return colour === undefined ? "mg-piece-single" : `mg-piece-${colour}${made}`;
    };
    el.replaceChildren(
      ...tokens.flatMap((token) => {
        const one = piece(token, kind(token));
        return token.includes("\n") ? [one, h("br")] : [one, h("wbr")];
      }),
    );
  }
  return { el, set };
}
