/**
 * Trains the model whole and without each of its parts, with several seeds, and writes what each
 * run came to into microgpt/datasets/ablations.json: node tools/record_ablations.mjs
 *
 * It takes some minutes. `microgpt/evidence.py` says what the record holds.
 */

import { writeFileSync } from "node:fs";
import { names } from "../microgpt/widgets/data/names.js";
import { PARTS } from "../microgpt/widgets/engine/gpt.js";
import { everyNth } from "../microgpt/widgets/engine/split.js";
import { Training } from "../microgpt/widgets/engine/train.js";

const FILE = new URL("../microgpt/datasets/ablations.json", import.meta.url);
const SEEDS = 8;
const LENGTHS = [1000, 20_000];
const CONTROLS = 48; // runs of the whole model with further seeds
const DIGITS = 9;

const split = everyNth(names.split(" "));

/**
 * @param {import("../microgpt/widgets/engine/gpt.js").Part | null} without
 * @param {number} seed
 * @param {number} steps
 */
function heldOutLoss(without, seed, steps) {
  const training = new Training({ ...split, seed, steps, without });
  while (!training.done) training.step();
  return Number(training.heldOutLoss().toFixed(DIGITS));
}

/**
 * @param {import("../microgpt/widgets/engine/gpt.js").Part | null} without
 * @param {number} steps
 * @param {number} first seed
 * @param {number} count of seeds
 */
function losses(without, steps, first, count) {
  console.log(`${steps} steps, ${without ? `without ${without}` : "whole"}: ${count} seeds`);
  return Array.from({ length: count }, (_, i) => heldOutLoss(without, first + i, steps));
}

const runs = LENGTHS.map((steps) => ({
  steps,
  losses: {
    whole: losses(null, steps, 1, SEEDS),
    ...Object.fromEntries(PARTS.map((part) => [part, losses(part, steps, 1, SEEDS)])),
  },
}));
const controls = losses(null, LENGTHS[0], SEEDS + 1, CONTROLS);
const text = JSON.stringify({ runs, controls }, null, 1).replace(/,\n\s+(?=[\d.])/g, ", ");
writeFileSync(FILE, `${text}\n`);
