/** Links from a question to its chapter, and to the passage that explains it. */

import { chapters } from "../data/course.js";
import { h } from "../kit/dom.js";

/**
 * The addresses of the chapters, where a page knows them.
 * @typedef {Record<string, string>} Links
 */

/** The number of the chapter that asks, as two digits. @param {{ id: string }} item */
export const labelOf = ({ id }) => id.slice(0, 2);

/**
 * A chapter by its number and title.
 * @param {string} label
 * @param {Links} links
 */
export function chapterLink(label, links) {
  const title = chapters.find(({ number }) => number === Number(label))?.title ?? "";
  return link(`Chapter ${label}: ${title}`, links[Number(label)]);
}

/**
 * A passage by its chapter and its heading.
 * @param {{ section: string, passage: { chapter: string, anchor: string } }} item
 * @param {Links} links
 */
export function passageLink({ section, passage: { chapter, anchor } }, links) {
  const address = links[Number(chapter)];
  return link(`Chapter ${chapter}: ${section}`, address && `${address}#${anchor}`);
}

/**
 * @param {string} text
 * @param {string} [address]
 */
function link(text, address) {
  return address ? h("a", { href: address }, text) : h("span", {}, text);
}
