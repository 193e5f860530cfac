/** What an exercise asks for, as the list that the page shows from the first: open, met, or with what to fix. */

import { h } from "../kit/dom.js";

/** @typedef {{ text: string, met: boolean | null, message: string, place: string[], code: string[] }} Claim */

const SIGNS = { open: "○", met: "✓", fix: "→" };
const WORDS = { open: "open", met: "met", fix: "to fix" };

/** @param {Claim} claim @returns {keyof typeof SIGNS} */
const stateOf = ({ met, message }) => (met ? "met" : message ? "fix" : "open");

/** @param {string[]} lines */
const code = (lines) => lines.length > 0 && h("pre", {}, lines.join("\n"));

/** @param {Claim} claim */
function item(claim) {
  const state = stateOf(claim);
  const fix = claim.message && h("p", { class: "mg-claim-message" }, claim.message);
  return h(
    "li",
    { class: `mg-claim-${state}` },
    h("span", { class: "mg-claim-sign", "aria-hidden": "true" }, SIGNS[state]),
    h("span", { class: "mg-hidden" }, `${WORDS[state]}: `),
    claim.text,
    // The place repeats the lines of the claim, and marks where to look.
    fix && claim.place.length > 0 ? null : code(claim.code),
    fix,
    fix ? code(claim.place) : null,
  );
}

/** @param {Element} el the list as the page shows it */
export function claimList(el) {
  const list = /** @type {Element} */ (el.querySelector("ul"));
  const open = [...list.children];
  return {
    /** @param {Claim[]} claims */
    set: (claims) => list.replaceChildren(...claims.map(item)),
    reset: () => list.replaceChildren(...open),
  };
}
