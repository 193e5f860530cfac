/** A text for the clipboard. */

import { h } from "./dom.js";

/**
 * Whether it went there.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

/** As a reader would: select it in a field, and copy. The focus goes back to where it was. @param {string} text */
function byHand(text) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = h("textarea", { readonly: true, style: { position: "fixed", opacity: "0" } });
  field.value = text;
  document.body.append(field);
  field.select();
  const went = document.execCommand("copy");
  field.remove();
  before?.focus();
  return went;
}
