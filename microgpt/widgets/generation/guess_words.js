/** What the guessing game says: what to do now, and what the last answer was. */

import { h } from "../kit/dom.js";
import { fixed, percent } from "../kit/format.js";
import { LETTERS, called } from "./letter_bars.js";

/** @typedef {import("./guess.js").Answer} Answer */
/** @typedef {import("./guess.js").Now} Now */

const END = LETTERS.length - 1;
const EXPLAINED =
  `Surprise is counted in nats. A letter you gave 50\u00a0% surprises you by ` +
  `${fixed(Math.log(2))}, one you gave 25\u00a0% by ${fixed(Math.log(4))}. ` +
  `A blind guess among ${LETTERS.length} costs ${fixed(Math.log(LETTERS.length))}. Less is better.`;

/**
 * What the button does now.
 * @param {Now} now
 * @param {number} chosen
 * @param {string} sure
 */
export function offer({ answer }, chosen, sure) {
  if (answer) return answer.truth === END ? "Next name" : "Next letter";
  return chosen >= 0 ? `Bet ${sure} % on ${called(chosen)}` : "Bet";
}

/**
 * What to do now.
 * @param {Now} now
 * @param {number} chosen
 */
export function instruction({ answer, question, answers }, chosen) {
  if (!question) return "You have been through all the names. Reset begins again.";
  if (answer)
    return answer.truth === END
      ? `The name is ${answer.name}.`
      : `The letter is ${LETTERS[answer.truth]}.`;
  if (chosen >= 0) return `Say how sure you are of ${called(chosen)}, then bet.`;
  if (question.position === 0)
    return answers.length
      ? "Another name is hidden. Click the letter it may begin with."
      : "A name is hidden. Click the letter you think it begins with.";
  return "Click the letter you think comes next, or “end” if the name ends here.";
}

/** The last answer in words; before the first, what surprise is. @param {Now} now */
export function words({ answer }) {
  if (!answer) return [EXPLAINED];
  const side = (/** @type {number} */ p, /** @type {number} */ nats) => [
    `${percent(p)}: `,
    h("b", {}, `${fixed(nats)} nats`),
  ];
  return [
    "You gave ",
    h("span", { class: "mg-c-letter" }, called(answer.truth)),
    " ",
    ...side(answer.given, answer.you),
    ` of surprise. The model gave it `,
    ...side(answer.probs[answer.truth], answer.model),
    `. ${ahead(answer)}`,
  ];
}

/** @param {Answer} answer */
function ahead({ you, model }) {
  if (Math.abs(you - model) < 0.005) return "Equally surprised.";
  return you < model ? "You were less surprised." : "The model was less surprised.";
}
