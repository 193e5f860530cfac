/** What a moment of the run is, in sentences. */

import { count } from "../../kit/format.js";
import { next, RUN } from "./walk.js";

/** @typedef {typeof RUN[number]} Moment */

/** What was done. @param {number} at */
export function done(at) {
  const moment = RUN[at];
  if (moment.line === 0)
    return "The list is read, the letters have numbers, the parameters are made.";
  return [whatHappened(moment), ...further(moment)].join(" ");
}

/** @param {Moment} moment */
function whatHappened(moment) {
  const { line, call, over, round, skipped } = moment;
  const said = values(moment);
  if (call) return `${call} is called${said && `: ${said}`}.`;
  if (over) return `Line ${line} is done: no round is left.${said && ` Now ${said}.`}`;
  if (!round) return `Line ${line} is done${said && `: ${said}`}.`;
  const [which, of] = round.map((number) => number.toLocaleString("en"));
  return `${left(skipped)}Round ${which} of ${of} begins in line ${line}: ${said}.`;
}

/**
 * What the variables are now: the call's own; where none has changed, what it reads from outside.
 * @param {Moment} moment
 */
function values({ begin, set }) {
  const outer = RUN[begin].outer ?? {};
  const own = Object.keys(set).filter((name) => !(name in outer));
  const names = own.length ? own : Object.keys(set);
  return names.map((name) => `${name} is ${set[name]}`).join("; ");
}

/** @param {number} [skipped] */
const left = (skipped) => (skipped ? `${many(skipped, "round")} left out. ` : "");

/** @param {number} n @param {string} one */
const many = (n, one) =>
  `${count(n, one).replace(/\d+/, n.toLocaleString("en"))} ${n === 1 ? "is" : "are"}`;

/** @param {Moment} moment */
function further({ begin, gives, made, left, prints }) {
  return [
    prints && `It prints: ${prints.replace(/\s+/g, " ")}.`,
    gives && `${RUN[begin].call} gives back ${gives}.`,
    gives === "" && `${RUN[begin].call} is over and gives nothing back.`,
    made && `${many(made, "Value")} made.`,
    left && `${many(left, "call")} left out.`,
  ].filter((one) => typeof one === "string" && one);
}

/** What comes. @param {number} at */
export function toCome(at) {
  const coming = next(at);
  if (!coming) return "The round is over. The loop goes on with the next name.";
  const { line, back, opens } = coming;
  const where = back ? `back in ${back}, line ${line}` : `line ${line}`;
  const names = opens.filter((name, i) => opens.indexOf(name) === i);
  if (!names.length) return `Next: ${where}.`;
  return `Next: ${where}, which calls ${names.join(", ")}. Into opens ${opens[0]}.`;
}
