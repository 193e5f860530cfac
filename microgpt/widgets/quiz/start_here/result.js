/** The route in words and links, and what was answered. */

import { h } from "../../kit/dom.js";
import { chapterLink, passageLink } from "../chapter_links.js";
import { radios } from "../radios.js";
import { reason } from "./route.js";

/** @typedef {import("../chapter_links.js").Links} Links */
/** @typedef {import("./route.js").Question} Question */
/** @typedef {import("./route.js").Route} Route */

/**
 * @param {Route} found
 * @param {Links} links
 */
export function routeInWords(found, links) {
  const { start, skim, leave, sections } = found;
  const chapters = (/** @type {string[]} */ labels) =>
    labels.map((label) => chapterLink(label, links));
  const known = sections.map((one) => passageLink(/** @type {any} */ (one), links));
  return [
    h("p", { class: "mg-route-start" }, "Begin here: ", chapterLink(start, links)),
    h("p", {}, reason(found)),
    ...list("You may skim:", [...chapters(skim), ...known]),
    ...list("You may leave out for now:", chapters(leave)),
    h("p", {}, "This is advice, no gate. Each chapter says at its top what it needs."),
  ];
}

/**
 * @param {string} title
 * @param {Node[]} lines
 */
function list(title, lines) {
  if (lines.length === 0) return [];
  const all = lines.map((line) => h("li", {}, line));
  return [h("p", {}, title), h("ul", { class: "mg-route-list" }, ...all)];
}

/**
 * Each question with the right answer, and what is said to the one that was chosen.
 * @param {Question[]} questions
 * @param {Record<string, number>} answers
 */
export function answered(questions, answers) {
  const lines = questions.map((question) => {
    const one = radios(question, () => {});
    one.set(answers[question.id] ?? null, true);
    return h("li", {}, one.el);
  });
  return h(
    "details",
    {},
    h("summary", {}, "The answers"),
    h("ol", { class: "mg-asked-list" }, ...lines),
  );
}
