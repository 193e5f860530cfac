/** What is shown as the end of an address, and back: #region=softmax&view=both */

import { VIEWS } from "./names.js";

/** @typedef {import("../line_by_line.js").State} State */

/** @param {State} state */
export function toLink({ region, view }) {
  return `#region=${region}&view=${view}`;
}

/**
 * What an address says of it; what it does not name, or names wrongly, is left out.
 * @param {string} hash
 * @param {string[]} names of the regions that can be shown here
 * @returns {Partial<State>}
 */
export function fromLink(hash, names) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const region = said.get("region") ?? "";
  const view = /** @type {State["view"]} */ (said.get("view") ?? "");
  return {
    ...(names.includes(region) && { region }),
    ...(VIEWS.includes(view) && { view }),
  };
}

/**
 * Such a link may be opened on this very page. Gives back what ends the listening.
 * @param {string[]} names
 * @param {(found: Partial<State>) => void} set
 */
export function followLinks(names, set) {
  const follow = () => {
    const found = fromLink(location.hash, names);
    if (Object.keys(found).length) set(found);
  };
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}
