/** The route in words and links, and what was answered. */

import { h } from "../../kit/dom.js";
import { chapterLink, labelOf } from "../chapter_links.js";
import { radios } from "../radios.js";
import { listed, reason } from "./route.js";

/** @typedef {import("../chapter_links.js").Links} Links */
/** @typedef {import("./route.js").Question} Question */
/** @typedef {import("./route.js").Route} Route */

/**
 * @param {Route} found
 * @param {Links} links
 */
export function routeInWords(found, links) {
  const { start, skim, leave, sections } = found;
  const heads = sections.map(({ topic, section, id }) => {
    const at = `the section ${section} in chapter ${labelOf({ id })}`;
    return `${at}, since you know ${topic}`;
  });
  return [
    h("p", { class: "mg-route-start" }, "Begin here: ", chapterLink(start, links)),
    h("p", {}, reason(found)),
    ...list("You may skim:", skim, links),
    heads.length ? h("p", {}, `You may also skim ${listed(heads)}.`) : "",
    ...list("You may leave out for now:", leave, links),
    h("p", {}, "This is advice, no gate. Each chapter says at its top what it needs."),
  ];
}

/**
 * @param {string} title
 * @param {string[]} labels
 * @param {Links} links
 */
function list(title, labels, links) {
  if (labels.length === 0) return [];
  const lines = labels.map((label) => h("li", {}, chapterLink(label, links)));
  return [h("p", {}, title), h("ul", { class: "mg-route-list" }, ...lines)];
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
