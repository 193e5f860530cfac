/** A file for the reader, made in the page: nothing is sent or asked for. */

import { h } from "./dom.js";

const SOON = 10_000; // ms until a file is surely written

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function download(name, text, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), SOON);
}
