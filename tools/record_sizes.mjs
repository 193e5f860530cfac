/**
 * Trains models of several widths and depths, with several seeds, and writes what each run came to
 * into microgpt/datasets/sizes.json: node tools/record_sizes.mjs
 *
 * It takes some minutes. `microgpt/sizes.py` says what the record holds.
 */

import { writeFileSync } from "node:fs";
import { names } from "../microgpt/widgets/data/names.js";
import { everyNth } from "../microgpt/widgets/engine/split.js";
import { Training } from "../microgpt/widgets/engine/train.js";

const FILE = new URL("../microgpt/datasets/sizes.json", import.meta.url);
const SEEDS = [1, 2, 3, 4, 5];
const LENGTHS = [1000, 5000];
const RATES = [0.01, 0.003]; // at the start: which one is better depends on the size
const HEADS = 4;
const BLOCK_SIZE = 16;
const SIZES = [
  [4, 1],
  [4, 2],
  [8, 1],
  [8, 2],
  [16, 1],
  [16, 2],
  [32, 1],
  [32, 2],
  [64, 1],
]; // width, layers
const DIGITS = 9;

const split = everyNth(names.split(" "));

/**
 * @param {number} width
 * @param {number} layers
 * @param {number} seed
 * @param {number} steps
 * @param {number} learningRate
 */
function train(width, layers, seed, steps, learningRate) {
  const config = { n_layer: layers, n_embd: width, n_head: HEADS, block_size: BLOCK_SIZE };
  const training = new Training({ ...split, seed, steps, config, learningRate });
  while (!training.done) training.step();
  return training;
}

/**
 * @param {number} width
 * @param {number} layers
 * @param {number} rounds
 * @param {number} rate
 */
function size(width, layers, rounds, rate) {
  console.log(`${rounds} rounds, rate ${rate}: width ${width}, layers ${layers}`);
  const runs = SEEDS.map((seed) => train(width, layers, seed, rounds, rate));
  const losses = runs.map((run) => Number(run.heldOutLoss().toFixed(DIGITS)));
  return { width, layers, params: runs[0].model.weights.length, losses };
}

const runs = LENGTHS.flatMap((rounds) =>
  RATES.map((rate) => ({
    rounds,
    rate,
    sizes: SIZES.map(([width, layers]) => size(width, layers, rounds, rate)),
  })),
);
const record = {
  date: new Date().toISOString().slice(0, 10),
  n_head: HEADS,
  block_size: BLOCK_SIZE,
  seeds: SEEDS,
  runs,
};
// numbers side by side, and a line for each size
const text = JSON.stringify(record, null, 1)
  .replace(/(\[|,)\n\s+(?=\d)/g, "$1 ")
  .replace(/(\d)\n\s+\]/g, "$1]")
  .replace(/\{\n\s+("width".*)\n\s+("layers".*)\n\s+("params".*)\n\s+(.*)\n\s+\}/g, "{$1 $2 $3 $4}")
  .replaceAll("[ ", "[");
writeFileSync(FILE, `${text}\n`);
