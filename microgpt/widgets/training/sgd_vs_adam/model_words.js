/** What the runs of the real model come to, in words. */

import { fixed } from "../../kit/format.js";
import { ADAM_RATE, ROUNDS, finished } from "./model_runs.js";

/** @typedef {import("./model_runs.js").ModelRuns} ModelRuns */
/** @typedef {import("./model_runs.js").Run} Run */

const LAST = 100; // rounds of the mean that is compared
const NOISE = 0.03; // nats: less says nothing, from one run each

export const heads = ["", "rounds", `mean loss of rounds ${ROUNDS - LAST + 1} to ${ROUNDS}`];

/** @param {Run} run */
const nameOf = ({ optimiser, rate }) => `${optimiser === "sgd" ? "SGD" : "Adam"}, rate ${rate}`;

/** The mean of the last rounds; null: they were not reached. @param {Run} run */
function result({ losses }) {
  if (losses.length < ROUNDS) return null;
  return losses.slice(-LAST).reduce((sum, loss) => sum + loss, 0) / LAST;
}

/** A line for each run. @param {Pick<ModelRuns, "all">} runs */
export function lines({ all }) {
  return all.map((run) => {
    const mean = result(run);
    const none = run.bad ? "none: the loss is no longer a number" : "–";
    return [nameOf(run), String(run.losses.length), mean === null ? none : fixed(mean, 3)];
  });
}

/**
 * How things stand with SGD at this rate, and Adam.
 * @param {Pick<ModelRuns, "all" | "running" | "problem" | "find">} runs
 * @param {number} rate
 */
export function statusWords(runs, rate) {
  const { all, running, problem } = runs;
  const under = all.filter((run) => !finished(run));
  if (problem) return problem;
  if (running) return `Training: round ${Math.min(...under.map(({ losses }) => losses.length))}.`;
  if (all.length === 0) return "Nothing has been trained yet.";
  if (!runs.find("sgd", rate)) return "SGD has not been trained with this rate yet.";
  return under.length ? "Stopped." : "Both are trained.";
}

/**
 * The SGD run that is shown beside Adam's.
 * @param {Pick<ModelRuns, "find">} runs
 * @param {number} rate
 */
export function conclusion(runs, rate) {
  const sgd = runs.find("sgd", rate);
  const adam = runs.find("adam", ADAM_RATE);
  if (sgd?.bad)
    return (
      `SGD with rate ${rate}: at round ${sgd.bad} the right letter got a probability that the ` +
      "computer rounds to 0, so the loss is no longer a number. The rate is too large."
    );
  const [one, other] = [sgd && result(sgd), adam && result(adam)];
  if (one == null || other == null) return "";
  const apart = one - other;
  const size = `${fixed(Math.abs(apart), 3)} nats`;
  if (Math.abs(apart) < NOISE)
    return `They end ${size} apart. From one run each, less than ${NOISE} says nothing: try other seeds.`;
  const [worse, better] = apart > 0 ? ["SGD", "Adam"] : ["Adam", "SGD"];
  return `With rate ${rate} for SGD, ${worse} ends ${size} above ${better}, so worse.`;
}
