/** From what a reader knows to where to begin. */

import { labelOf } from "../chapter_links.js";
import { STARTS } from "./starts.js";

/**
 * @typedef {import("../card.js").Option} Option
 * @typedef {{ id: string, topic: string, section?: string, question: string,
 *   options: Option[] }} Question
 */

const FIRST = STARTS[0];
const LAST = STARTS[STARTS.length - 1];

/**
 * Which topics are known: those whose right option is chosen.
 * @param {Question[]} questions
 * @param {Record<string, number>} answers
 */
export function knownOf(questions, answers) {
  return questions
    .filter(({ id, options }) => options[answers[id]]?.right === true)
    .map(({ id }) => id);
}

/**
 * Begin as late as all before it is known. `skim`: chapters of which all that is asked is known,
 * and the first one, which asks nothing. `leave`: those before the start. `fresh`: what is new in
 * the chapters up to the next start.
 * @param {Question[]} questions in the order of the chapters
 * @param {string[]} known their ids
 */
export function route(questions, known) {
  const knows = (/** @type {Question} */ { id }) => known.includes(id);
  const unknown = questions.filter((one) => !knows(one));
  const gap = unknown.length ? labelOf(unknown[0]) : LAST;
  const start = STARTS.filter((label) => label <= gap).at(-1) ?? FIRST;
  const end = STARTS[STARTS.indexOf(start) + 1];
  const labels = [...new Set(questions.map(labelOf))];
  const whole = labels.filter((label) => !unknown.some((one) => labelOf(one) === label));
  return {
    start,
    skim: [
      ...(start > FIRST ? [FIRST] : []),
      ...whole.filter((label) => label >= start && label < LAST),
    ],
    leave: labels.filter((label) => label < start),
    known: questions.filter(knows),
    fresh: unknown.filter((one) => !end || labelOf(one) < end),
    sections: questions.filter((one) => one.section && knows(one)),
  };
}

/** @typedef {ReturnType<typeof route>} Route */

/** Why to begin there, in words. @param {Route} found */
export function reason({ start, known, fresh }) {
  const topics = known.filter((one) => !one.section || start < LAST).map(({ topic }) => topic);
  if (topics.length === 0)
    return (
      "The course begins from nothing, and chapter 00 is where it does. " +
      "It needs lists, loops and functions in Python, and school algebra."
    );
  const have = `You know ${listed(topics)}.`;
  if (start === LAST)
    return `${have} What is new begins with attention: how a letter looks back at those before it.`;
  const news = fresh.map((one) => `${one.topic} (chapter ${labelOf(one)})`);
  return `${have} New to you: ${listed(news)}.`;
}

/** @param {string[]} words */
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
