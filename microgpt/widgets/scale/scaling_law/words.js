/** What the points come to, in sentences. */

import { LEAST_SEEDS, compare, mean, spread } from "../../engine/evidence.js";
import { foretold, levelsOff } from "../../engine/sizes.js";
import { count, fixed, signed as withSign } from "../../kit/format.js";

/** @typedef {import("../../engine/sizes.js").Size} Size */
/** @typedef {import("../../engine/sizes.js").Step} Step */
/** @typedef {import("../scaling_law.js").State} State */
/** @typedef {import("../scaling_law.js").Now} Now */

const DIGITS = 3;
const LOW_RATE = 0.003;
const FINE = 4; // for what a doubling brings

export const guessRange = { min: 2.1, max: 2.6, step: 0.001, typed: { min: 1.5, max: 3.5 } };

/** @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/** A loss, or how far two lie apart. @param {number} x */
export const nats = (x) => fixed(x, DIGITS);

/** @param {number} x */
const fine = (x) => fixed(x, FINE);

/** What a doubling adds. @param {Step} step */
export const added = ({ perDoubling, error }) => `${withSign(perDoubling, FINE)} ± ${fine(error)}`;

/** What a picture shows: the caption. @param {Now} now */
export function captionWords({ record, all }) {
  const seeds = count(record.law[0][4].length, "seed");
  const each = record.batch
    ? `${thousands(record.rounds)} rounds of ${record.batch} names, ${seeds}, ` +
      "each size with the best of its learning rates."
    : `${seeds} for each size, with the better of two learning rates, 0.01 and 0.003.`;
  const more = all ? "" : " The larger sizes appear when you have predicted.";
  return (
    `Loss on names held out, in nats per token; a small dot is one seed. ${each} ` +
    `Both axes are logarithmic.${more}`
  );
}

/**
 * What became of the reader's model.
 * @param {Now} now
 * @param {Pick<State, "guess">} state
 */
export function outcome({ current, law, line, params }, { guess }) {
  if (!current) return "";
  const { losses } = current;
  const found = mean(losses);
  const seeds =
    losses.length > 1 ? `, the mean of ${losses.length} seeds, spread ${nats(spread(losses))}` : "";
  const said = guess === null ? "" : ` ${verdictOn(guess, found)}`;
  const straight = line ? ` The line foretells ${nats(foretold(line, params))}.` : "";
  return `Your model: ${nats(found)}${seeds}.${said}${straight}${beside(current, law)}`;
}

/**
 * @param {number} guess
 * @param {number} found
 */
function verdictOn(guess, found) {
  const off = found - guess;
  if (Number(nats(Math.abs(off))) === 0) return `You predicted ${nats(guess)}: right.`;
  return `You predicted ${nats(guess)}: ${nats(Math.abs(off))} too ${off > 0 ? "low" : "high"}.`;
}

/**
 * The reader's model against the next smaller one that is recorded.
 * @param {Size} current
 * @param {Size[]} law
 */
function beside(current, law) {
  const smaller = law.filter((size) => size.params < current.params).pop();
  if (!smaller) return "";
  const seeds = Math.min(current.losses.length, smaller.losses.length);
  const beside = ` Against ${thousands(smaller.params)} parameters`;
  if (seeds < LEAST_SEEDS) return `${beside}: ${count(seeds, "seed")}, too few for a verdict.`;
  const { verdict } = compare(smaller.losses.slice(0, seeds), current.losses.slice(0, seeds));
  const asks = verdict === "worse" && current.rate > LOW_RATE;
  const more = asks ? ` Is it the size, or the learning rate? Try ${LOW_RATE}.` : "";
  return `${beside}: ${verdict}.${more}`;
}

/** What a doubling buys, and where that ends. @param {Now} now */
export function findings(now) {
  const { law, steps, all, record } = now;
  if (law.length < 2) return [];
  const each = [doubling(law[0], law[1], steps[0])];
  if (law.length > 2)
    each.push(doubling(law[law.length - 2], law[law.length - 1], steps[steps.length - 1]));
  if (!all) return each;
  return [...each, ...ending(law), ...depth(now), ...onePlain(now, record.rounds)];
}

/**
 * @param {Size} small
 * @param {Size} large
 * @param {Step} step
 */
function doubling(small, large, { perDoubling, error, seeds, verdict }) {
  const way = perDoubling > 0 ? "adds" : "takes off";
  const from = `From ${thousands(small.params)} to ${thousands(large.params)} parameters`;
  const size = `each doubling ${way} ${fine(Math.abs(perDoubling))}\u00a0±\u00a0${fine(error)} nats`;
  if (seeds < LEAST_SEEDS) return `${from} ${size}; ${seeds} seeds allow no verdict.`;
  return `${from} ${size}: ${verdict}.`;
}

/** Where a larger model helps no more. @param {Size[]} law */
function ending(law) {
  const last = law[law.length - 1];
  const lowest = law.reduce((a, b) => (mean(b.losses) < mean(a.losses) ? b : a));
  if (last.losses.length < LEAST_SEEDS)
    return [
      `The lowest mean is ${nats(mean(lowest.losses))}, with ${thousands(lowest.params)} parameters.`,
    ];
  const end = levelsOff(law);
  if (end === last) return ["Up to the largest size here, a larger one is better."];
  return [
    `No size above ${thousands(end.params)} parameters is better by more than the seeds differ.`,
  ];
}

/** Two layers against one, of the same width and seeds. @param {Now} now */
function depth({ law, deep }) {
  const pairs = deep.flatMap((two) => {
    const one = law.find(({ width }) => width === two.width);
    return one ? [{ width: two.width, ...compare(one.losses, two.losses) }] : [];
  });
  if (pairs.length === 0) return [];
  const words = ["better", "worse", "cannot tell"].flatMap((verdict) => {
    const widths = pairs.filter((pair) => pair.verdict === verdict).map(({ width }) => width);
    return widths.length ? [`${verdict} at width ${widths.join(", ")}`] : [];
  });
  return [`A second layer of the same width: ${words.join("; ")}.`];
}

/**
 * What comes of one learning rate for all.
 * @param {Now} now
 * @param {number} rounds
 */
function onePlain({ law, plain }, rounds) {
  if (plain.length === 0) return [];
  const { rate } = plain[0];
  const same = law.filter((size) => size.rate === rate).concat(plain);
  const lowest = same.reduce((a, b) => (mean(b.losses) < mean(a.losses) ? b : a));
  const last = same[same.length - 1];
  return [
    `With the rate ${rate} for every size, ${thousands(rounds)} rounds are lowest at ` +
      `${thousands(lowest.params)} parameters, ${nats(mean(lowest.losses))}, and at ` +
      `${thousands(last.params)} it is ${nats(mean(last.losses))}.`,
  ];
}

/** Is it a straight line? @param {Now} now */
export function lineWords({ line, inLine, law }) {
  if (!line) return "A line takes two sizes: predict first, or choose a larger model.";
  const factor = `each doubling multiplies the loss by ${nats(2 ** line.power)}`;
  const beyond = law.length > inLine.length;
  const which = beyond ? `the ${inLine.length} smallest` : `all ${inLine.length}`;
  const intro = `A power law is a straight line on this paper. Through ${which}, ${factor}.`;
  const far = beyond ? law[law.length - 1] : farthest(inLine, line);
  const at = foretold(line, far.params);
  const [found, noise] = [mean(far.losses), spread(far.losses)];
  const off = Math.abs(found - at);
  const verb = beyond ? "foretells" : "passes";
  const size =
    `It ${verb} ${nats(at)} at ${thousands(far.params)} parameters; ` +
    `measured are ${nats(found)}, spread ${nats(noise)}`;
  const verdict =
    off > noise
      ? "off by more than the seeds differ, so not this line"
      : "within what the seeds differ by";
  return `${intro} ${size}: ${verdict}.`;
}

/**
 * @param {Size[]} sizes
 * @param {import("../../engine/sizes.js").PowerLaw} line
 */
function farthest(sizes, line) {
  const off = (/** @type {Size} */ size) =>
    Math.abs(mean(size.losses) - foretold(line, size.params));
  return sizes.reduce((a, b) => (off(b) > off(a) ? b : a));
}
