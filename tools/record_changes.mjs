/**
 * Trains as the course does and after each change, with several seeds, and writes what each run came
 * to into microgpt/datasets/changes.json: node tools/record_changes.mjs
 *
 * It takes some minutes. `microgpt/widgets/training/changes.py` says what the record holds.
 */

import { writeFileSync } from "node:fs";
import { changes } from "../microgpt/widgets/data/changes.js";
import { names } from "../microgpt/widgets/data/names.js";
import { everyNth } from "../microgpt/widgets/engine/split.js";
import { Training } from "../microgpt/widgets/engine/train.js";

const FILE = new URL("../microgpt/datasets/changes.json", import.meta.url);
const SEEDS = 32;
const STEPS = 1000;
const DIGITS = 7;

const split = everyNth(names.split(" "));

/** @param {{ options: object, further: number }} change */
function losses({ options, further }) {
  return Array.from({ length: SEEDS }, (_, i) => {
    const training = new Training({ ...split, seed: 1 + i + further, steps: STEPS, ...options });
    while (!training.done) training.step();
    return Number(training.heldOutLoss().toFixed(DIGITS));
  });
}

const all = { before: { options: {}, further: 0 }, ...changes };
const runs = Object.entries(all).map(([name, change]) => {
  console.log(`${name}: ${SEEDS} seeds`);
  return [name, losses(change)];
});
const record = { steps: STEPS, losses: Object.fromEntries(runs) };
const text = JSON.stringify(record, null, 1).replace(/,\n\s+(?=[\d.])/g, ", ");
writeFileSync(FILE, `${text}\n`);
