/** The toy model, trained on words of its letters: `training/toy_trainer.py` in JavaScript. */

import { START, adamStep } from "./adam.js";
import { GPT, lossOf } from "./gpt.js";
import { Gradient } from "./gradient.js";
import { softmax } from "./nn.js";
import { TOY_TOKENS, toyModel } from "./toy.js";

export const ROUNDS = 600;

/** BOS, the letters, BOS. @param {string} word */
export const idsOf = (word) => [0, ...Array.from(word, (letter) => TOY_TOKENS.indexOf(letter)), 0];

/**
 * A round is one word and one step of Adam; the rate falls in a straight line to 0. All that was is
 * kept: `weights[i]` are those after i rounds, `losses[i]` is the loss of round i + 1 before its
 * step.
 *
 *     const training = new ToyTraining(["ab", "ba"], 0.03);
 *     while (!training.advance(100, 6)) await nextFrame();
 */
export class ToyTraining {
  #model = toyModel();
  #gradient = new Gradient(this.#model);
  #averages = Array.from(this.#model.weights, () => START);
  weights = [this.#model.weights.slice()];
  losses = /** @type {number[]} */ ([]);

  /**
   * @param {string[]} words
   * @param {number} rate
   */
  constructor(words, rate) {
    this.words = words;
    this.rate = rate;
  }

  /** The word of a round, counted from 1. @param {number} round */
  wordOf(round) {
    return this.words[(round - 1) % this.words.length];
  }

  #round() {
    const done = this.losses.length;
    const lr = this.rate * (1 - done / ROUNDS);
    const { weights } = this.#model;
    this.losses.push(this.#gradient.of(idsOf(this.wordOf(done + 1))));
    this.#averages = this.#averages.map((before, i) => {
      const next = adamStep(this.#gradient.grads[i], before, lr);
      weights[i] -= next.step;
      return next;
    });
    this.weights.push(weights.slice());
  }

  /**
   * Goes on to a round, at most for so many milliseconds; says whether it is reached.
   * @param {number} rounds
   * @param {number} [time]
   */
  advance(rounds, time = Infinity) {
    const until = performance.now() + time;
    const last = Math.min(rounds, ROUNDS);
    while (this.losses.length < last && performance.now() < until) this.#round();
    return this.losses.length >= last;
  }

  /** The model after so many rounds. @param {number} rounds */
  modelAfter(rounds) {
    const { config, vocabSize } = this.#model;
    return new GPT(config, vocabSize, this.weights[rounds]);
  }
}

/**
 * The mean of the words' losses: what training lowers.
 * @param {GPT} model
 * @param {string[]} words
 */
export const meanLoss = (model, words) =>
  words.reduce((sum, word) => sum + lossOf(model, idsOf(word)), 0) / words.length;

/**
 * What the model gives each token after BOS and a beginning.
 * @param {GPT} model
 * @param {string} beginning
 */
export function nextProbs(model, beginning) {
  const cache = model.start();
  const probs = idsOf(beginning)
    .slice(0, -1)
    .map((id) => softmax(model.step(cache, id)));
  return probs[probs.length - 1];
}
