/** What an exercise asks for, as a list: open before the first try, then met or with what to fix. */

import { h } from "../kit/dom.js";

/** @typedef {{ text: string, met: boolean | null, message: string, place: string[] }} Claim */

const SIGNS = { open: "○", met: "✓", fix: "→" };
const WORDS = { open: "open", met: "done", fix: "to fix" };

/** @param {Claim} claim @returns {keyof typeof SIGNS} */
const stateOf = ({ met, message }) => (met ? "met" : message ? "fix" : "open");

/** @param {Claim} claim */
function item(claim) {
  const state = stateOf(claim);
  return h(
    "li",
    { class: `mg-claim mg-claim-${state}` },
    h("span", { class: "mg-claim-sign", "aria-hidden": "true" }, SIGNS[state]),
    h("span", { class: "mg-hidden" }, `${WORDS[state]}: `),
    h("span", {}, claim.text),
    claim.message && h("p", { class: "mg-claim-message" }, claim.message),
    claim.place.length > 0 && h("pre", { class: "mg-cell-err" }, claim.place.join("\n")),
  );
}

/** @param {string[]} texts */
export function claimList(texts) {
  const list = h("ul", { class: "mg-claims" });
  const el = h("div", {}, h("p", { class: "mg-claims-head" }, "What is asked"), list);
  /** @param {Claim[]} claims */
  const set = (claims) => list.replaceChildren(...claims.map(item));
  const reset = () => set(texts.map((text) => ({ text, met: null, message: "", place: [] })));
  reset();
  return { el, set, reset };
}
