/** What the pictures come to, in sentences. */

import { records } from "../../data/ablations.js";
import { LEAST_SEEDS, ruleWords } from "../../engine/evidence.js";
import { count, fixed, signed as withSign } from "../../kit/format.js";

/** @typedef {import("../ablation.js").Now} Now */
/** @typedef {import("../ablation.js").Row} Row */

const DIGITS = 3;
const MOST_SENTENCES = 3;

/** @param {number} n */
const thousands = (n) => n.toLocaleString("en");

/** What a set of runs is called. @param {"recorded" | "long" | "yours"} show */
export function title(show) {
  if (show === "yours") return "your runs";
  return `recorded, ${thousands(records[show === "recorded" ? 0 : 1].rounds)} rounds`;
}

/** Which runs are shown: the caption of the table. @param {Now} now */
export function captionWords({ show, rounds, rows }) {
  const seeds = count(rows[0].losses.length, "seed");
  const length = count(rounds, "round").replace(/^\d+/, (n) => thousands(Number(n)));
  if (show !== "yours") return `Recorded on this list: ${length}, ${seeds} each`;
  return rounds === 0 ? "Your runs: none yet" : `Your runs: ${length}, ${seeds} each`;
}

/** A loss, or how far two lie apart. @param {number} nats */
export const nats = (nats) => fixed(nats, DIGITS);

/** A difference has a sign. @param {number} difference */
export const signed = (difference) => withSign(difference, DIGITS);

/** The rule of `microgpt/evidence.py` in words. */
export const RULE =
  `${ruleWords("the whole model")} The same seed draws the same weights and the same order of names ` +
  "for every model, so they are compared seed by seed.";

/** What is found, in a few sentences. @param {Now} now */
export function conclusions({ rounds, rows: [whole, ...others] }) {
  if (rounds === 0) return ["Nothing has been run yet: press Run."];
  const compared = others.filter((row) => row.numbers);
  const seeds = Math.max(0, ...compared.map((row) => row.numbers?.seeds ?? 0));
  if (seeds === 0) return [];
  if (seeds === 1) return ["One run cannot tell luck from effect: take more seeds."];
  if (seeds < LEAST_SEEDS)
    return [`${seeds} seeds cannot tell luck from effect: take ${LEAST_SEEDS} or more.`];
  if (compared.length > MOST_SENTENCES) return together(compared);
  return compared.map((row) => sentence(row, whole.numbers?.spread ?? 0));
}

/** A sentence for each verdict. @param {Row[]} rows */
function together(rows) {
  const beyond = "by more than the seeds differ";
  const found = {
    worse: `Worse ${beyond}`,
    better: `Better ${beyond}`,
    "cannot tell": "Cannot tell",
  };
  return Object.entries(found).flatMap(([verdict, words]) => {
    const labels = rows.filter((row) => row.numbers?.verdict === verdict).map((row) => row.label);
    return labels.length ? [`${words}: ${labels.join(", ")}.`] : [];
  });
}

/**
 * A sentence for one model.
 * @param {Row} row
 * @param {number} ordinary how far the seeds of the whole model differ
 */
function sentence({ label, numbers }, ordinary) {
  const { difference = 0, verdict, seeds = 0 } = numbers ?? {};
  const name = `${label[0].toUpperCase()}${label.slice(1)}`;
  const text = nats(Math.abs(difference));
  const size = `${text} nats ${difference > 0 ? "worse" : "better"}`;
  if (verdict !== "cannot tell") return `${name}: ${size}, more than the seeds differ.`;
  if (seeds < LEAST_SEEDS) return `${name}: cannot tell, with ${count(seeds, "seed")} only.`;
  const within = Math.abs(difference) <= ordinary;
  const why = within ? `seeds alone differ by ${nats(ordinary)}` : "but not for all seeds alike";
  const found = Number(text) === 0 ? "no difference to be seen" : size;
  return `${name}: cannot tell; ${found}, ${why}.`;
}
