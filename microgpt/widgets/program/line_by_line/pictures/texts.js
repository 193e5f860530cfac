/** Names in disorder, letters as numbers, a letter drawn. */

import { chances } from "../../../data/after_em.js";
import { chars, run } from "../../../data/course_run.js";
import { Random, pick } from "../../../engine/random.js";
import { Tokenizer } from "../../../engine/tokenizer.js";
import { fixed } from "../../../kit/format.js";

/** @typedef {import("../scene.js").SceneStep} SceneStep */

const NAMES = ["aria", "ben", "emma", "leo", "mia", "noah"];
const NAME = "emma";
const LIKELIEST = 5;

/**
 * The swaps of `random.shuffle`, from the end of the list to its start.
 * @returns {SceneStep[]}
 */
export function nameSteps() {
  const random = new Random(run.seed);
  const list = NAMES.slice();
  const chips = (/** @type {number[]} */ moved) =>
    list.map((text, i) => ({
      text,
      state: /** @type {"current" | "past"} */ (moved.includes(i) ? "current" : "past"),
    }));
  const steps = /** @type {SceneStep[]} */ ([
    { chips: chips([]), says: "Six names stand for the whole list, in the order of the file." },
    {
      chips: chips([]),
      line: "random.seed(42)",
      says: "The start of all chance is set: from here on it is the same in every run.",
    },
  ]);
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.randbelow(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
    const swapped = `place ${i + 1} changes with place ${j + 1}`;
    steps.push({
      chips: chips([i, j]),
      line: "random.shuffle(docs)",
      says: `Chance says ${j + 1}: ${i === j ? `place ${i + 1} stays as it is` : swapped}.`,
    });
  }
  steps.push({
    chips: chips([]),
    line: "random.shuffle(docs)",
    says: "Mixed. With the seed 42 these six always come in this order.",
  });
  return steps;
}

/** @returns {SceneStep[]} */
export function tokenSteps() {
  const { BOS, encode } = tokenizerOf();
  const ids = encode(NAME);
  const text = (/** @type {number} */ id) => (id === BOS ? "BOS" : chars[id]);
  const chips = (/** @type {number} */ now) =>
    ids.map((id, i) => ({
      text: text(id),
      ...(i <= now && { id }),
      kind: /** @type {"bos" | "letter"} */ (id === BOS ? "bos" : "letter"),
      state: /** @type {const} */ (["past", "current", "next"])[Math.sign(i - now) + 1],
    }));
  const said = (/** @type {number} */ id, /** @type {number} */ i) => {
    if (id !== BOS) return `\`${text(id)}\` stands at place ${id} of the letters, counted from 0.`;
    return i === 0
      ? `In front stands \`BOS\`, number ${BOS}.`
      : `And \`BOS\` again: here the name ends.`;
  };
  return [
    { says: `\`${NAME}\` is to become numbers.` },
    {
      line: "letters = sorted(set(",
      says: "All letters of all names, each once, in order.",
      sum: Array.from(chars).join(" "),
    },
    {
      line: "BOS = len(letters)",
      says: `There are ${chars.length}, with the numbers 0 to ${chars.length - 1}. The next number is for \`BOS\`.`,
      sum: `${Array.from(chars).join(" ")} BOS`,
    },
    ...ids.map((id, i) => ({ line: "return [BOS] +", chips: chips(i), says: said(id, i) })),
  ];
}

function tokenizerOf() {
  const tokenizer = new Tokenizer(chars);
  return {
    BOS: tokenizer.BOS,
    encode: (/** @type {string} */ name) => tokenizer.encode(name),
  };
}

/** What comes after "em": the trained model's chances, sharpened, and one draw. @returns {SceneStep[]} */
export function samplingSteps() {
  const { temperature, seed } = run;
  const letters = Object.keys(chances);
  const plain = Object.values(chances);
  const sharp = sharpened(plain, temperature);
  const u = new Random(seed).random();
  const drawn = letters[pick(sharp, u)];
  const written = Array.from("em", (text) => ({ text }));
  const after = [...written, { text: drawn, state: /** @type {const} */ ("current") }];
  return [
    {
      chips: written,
      bars: likeliest(letters, plain),
      says: "The trained model has read BOS, e, m. What it holds likely next, before the temperature:",
    },
    {
      line: "probs = softmax([logit / temperature",
      chips: written,
      bars: likeliest(letters, sharp),
      says: `Divided by the temperature ${temperature}, the likely letters become likelier.`,
    },
    {
      line: "token_id = random.choices(",
      chips: after,
      bars: likeliest(letters, sharp),
      says: `One random number, ${fixed(u)}, says where in the stacked chances the draw falls: on \`${drawn}\`.`,
    },
    {
      line: "name += letters[token_id]",
      chips: after,
      says: `\`${drawn}\` is written down. In the next round it goes in, and another letter is drawn.`,
    },
  ];
}

/** Probabilities at a temperature: softmax(log p / t). @param {number[]} probs @param {number} t */
function sharpened(probs, t) {
  const powers = probs.map((p) => p ** (1 / t));
  const total = powers.reduce((sum, p) => sum + p, 0);
  return powers.map((p) => p / total);
}

/** The likeliest letters, and all the others together. @param {string[]} letters @param {number[]} probs */
function likeliest(letters, probs) {
  const order = probs.map((_, i) => i).sort((a, b) => probs[b] - probs[a]);
  const top = order.slice(0, LIKELIEST);
  const rest = order.slice(LIKELIEST).reduce((sum, i) => sum + probs[i], 0);
  return {
    labels: [...top.map((i) => letters[i]), "others"],
    values: [...top.map((i) => probs[i]), rest],
    limit: 0.6,
  };
}
