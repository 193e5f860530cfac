/**
 * What each fault looks like in a log: signs that hold there, and in no other fault's log together.
 * They are what the hints and the explanations speak of.
 */

import { fixed } from "../../kit/format.js";

/** @typedef {import("../../engine/faulty.js").Fault} Fault */
/** @typedef {import("./run.js").Log} Log */
/**
 * `found` says where the sign is in this log; `missing`, what is there in its place.
 * @typedef {{ holds: (log: Log) => boolean, found: (log: Log) => string,
 *   missing: (log: Log) => string }} Sign
 */

const LARGE_STEP = 2.5;
const SMALL_STEP = 0.1;
const GROWN = 2.5; // times the first gradient, after twenty rounds
const RISEN = 1; // nats above all being equally likely
const AT_BIGRAM = 0.13; // nats above it, at most
const SHRUNK = 5; // times smaller than in the middle

/** A length, with two digits. @param {number} x */
export const size = (x) =>
  x < 99.5 ? x.toPrecision(2) : Number(x.toPrecision(2)).toLocaleString("en");

/** A loss. @param {number} x */
export const loss = (x) => (x >= 1000 && Number.isFinite(x) ? size(x) : fixed(x, 2));

/**
 * @param {Log} log
 * @param {number} round
 */
const at = ({ rows }, round) =>
  /** @type {import("./run.js").Row} */ (rows.find((row) => row.round === round));

/** @param {Log} log */
const firstStep = (log) => at(log, 1).move;

/** Whether it knows about which letter follows which. @param {Log} log */
const learned = ({ last, levels }) => last < levels.bigram + AT_BIGRAM;

/** @type {Sign} */
const ordinaryStep = {
  holds: (log) => firstStep(log) > SMALL_STEP && firstStep(log) < LARGE_STEP,
  found: (log) => `The first step, ${size(firstStep(log))}, is of the ordinary size.`,
  missing: (log) =>
    `Look at the size of the first step, ${size(firstStep(log))}: in a healthy run it is about 0.6.`,
};

/** @type {Sign} */
const endsLow = {
  holds: learned,
  found: ({ last }) => `The last 100 rounds have a mean loss of ${loss(last)}: it has learned.`,
  missing: ({ last, levels }) =>
    `Look at the end of the curve: the last 100 rounds have a mean loss of ${loss(last)}. A run that learns ` +
    `comes down to about ${loss(levels.bigram)}, the line “bigram”.`,
};

/** @type {Sign} */
const stepsShrink = {
  holds: (log) => at(log, 1000).move * SHRUNK < at(log, 200).move,
  found: (log) =>
    `The steps shrink to almost nothing: ${size(at(log, 200).move)} at round 200, ` +
    `${size(at(log, 1000).move)} at the end.`,
  missing: (log) =>
    `Look at the size of the steps: ${size(at(log, 200).move)} at round 200, ${size(at(log, 1000).move)} at the end. ` +
    "In a healthy run they shrink to almost nothing.",
};

/** @type {{ [fault in Fault]: Sign[] }} */
const SIGNS = {
  none: [ordinaryStep, endsLow, stepsShrink],
  large: [
    {
      holds: (log) => firstStep(log) >= LARGE_STEP,
      found: (log) =>
        `The first step is ${size(firstStep(log))} long, where a healthy run has about 0.6; the loss leaps to ` +
        `${loss(at(log, 20).loss)} by round 20, and comes down only when the rate has fallen.`,
      missing: (log) =>
        `With a rate too large, the first step would be far longer than 0.6. Here it is ${size(firstStep(log))}.`,
    },
  ],
  small: [
    {
      holds: (log) => firstStep(log) <= SMALL_STEP,
      found: (log) =>
        `The first step is only ${size(firstStep(log))} long, where a healthy run has about 0.6; the loss creeps, ` +
        `from ${loss(at(log, 10).loss)} at round 10 to ${loss(at(log, 1000).loss)} at the end.`,
      missing: (log) =>
        `With a rate too small, the first step would be far shorter than 0.6. Here it is ${size(firstStep(log))}.`,
    },
  ],
  grads: [
    {
      holds: (log) => at(log, 20).gradient > GROWN * at(log, 1).gradient,
      found: (log) =>
        `The gradient grows from the first round on: ${size(at(log, 1).gradient)} at round 1, ` +
        `${size(at(log, 10).gradient)} at 10, ${size(at(log, 20).gradient)} at 20. Each is the sum of all before it.`,
      missing: (log) =>
        `Gradients that add up would grow round by round. Here they are ${size(at(log, 1).gradient)} at round 1 ` +
        `and ${size(at(log, 20).gradient)} at round 20.`,
    },
    {
      holds: (log) => at(log, 20).loss < log.levels.uniform + RISEN,
      found: (log) =>
        `Yet the loss still falls at first, to ${loss(at(log, 20).loss)} at round 20: the direction was right.`,
      missing: (log) =>
        "Gradients that add up point the right way at first, so the loss falls for some rounds. Here it is " +
        `${loss(at(log, 20).loss)} at round 20 already.`,
    },
    ordinaryStep,
  ],
  targets: [
    ordinaryStep,
    {
      holds: (log) => !learned(log) && log.last < log.levels.uniform,
      found: ({ last, levels }) =>
        `The loss stops at ${loss(last)}, well above ${loss(levels.bigram)}, the line “bigram”: it learns which ` +
        "letters come often, and not which letter follows which.",
      missing: ({ last, levels }) =>
        "With shuffled targets it cannot be learned which letter follows which: the loss would stop well above " +
        `${loss(levels.bigram)}, the line “bigram”. Here the last 100 rounds have a mean of ${loss(last)}.`,
    },
  ],
  sign: [
    ordinaryStep,
    {
      holds: (log) => at(log, 20).loss >= log.levels.uniform + RISEN,
      found: (log) =>
        `The loss rises from the start: ${loss(at(log, 1).loss)} at round 1, ${loss(at(log, 20).loss)} at round 20, ` +
        `${loss(at(log, 50).loss)} at round 50, though the steps are of the ordinary size. It walks uphill.`,
      missing: (log) =>
        "With the wrong sign the loss would rise from the start. Here it is " +
        `${loss(at(log, 1).loss)} at round 1 and ${loss(at(log, 20).loss)} at round 20.`,
    },
  ],
  decay: [
    {
      holds: (log) => !stepsShrink.holds(log),
      found: (log) =>
        `The steps do not shrink: ${size(at(log, 200).move)} at round 200, ${size(at(log, 1000).move)} at the end. ` +
        "From the loss alone it can hardly be told.",
      missing: (log) =>
        `Without decay the last steps would be as long as those in the middle. Here they are ` +
        `${size(at(log, 200).move)} at round 200 and ${size(at(log, 1000).move)} at the end.`,
    },
    endsLow,
  ],
};

/** Which faults a log has all signs of. @param {Log} log */
export function suspects(log) {
  const all = /** @type {[Fault, Sign[]][]} */ (Object.entries(SIGNS));
  return all.filter(([, signs]) => signs.every((sign) => sign.holds(log))).map(([fault]) => fault);
}

/**
 * Why it is not this one: the first of its signs that this log does not have; "" if it has them all.
 * @param {Fault} fault
 * @param {Log} log
 */
export function hint(fault, log) {
  return SIGNS[fault].find((sign) => !sign.holds(log))?.missing(log) ?? "";
}

/**
 * Why it is this one.
 * @param {Fault} fault
 * @param {Log} log
 */
export function explanation(fault, log) {
  return SIGNS[fault].map((sign) => sign.found(log)).join(" ");
}
