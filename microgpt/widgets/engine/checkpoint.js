/**
 * Checkpoints: a trained model as one JSON file, the same that `microgpt/checkpoint.py` writes and
 * loads, as strictly checked.
 */

import { isolated } from "../kit/isolated.js";
import { GPT } from "./gpt.js";
import { parameterShapes } from "./parameters.js";
import { Tokenizer } from "./tokenizer.js";

const FORMAT = "microgpt-course checkpoint 1";
const SIZES = ["block_size", "n_embd", "n_head", "n_layer"];
const LARGEST = 1e6; // of a size: what is larger no browser could hold

/**
 * @typedef {{ format: string, config: import("./parameters.js").Config, vocabulary: string,
 *   state_dict: Record<string, number[][]> }} Checkpoint
 */
/** @typedef {{ model: GPT, tokenizer: Tokenizer }} Engine */

/**
 * The plain data of a model. An Error if a weight is not a finite number.
 * @param {Engine} engine
 * @returns {Checkpoint}
 */
export function toCheckpoint({ model, tokenizer }) {
  if (!model.weights.every(Number.isFinite))
    throw new Error("The model has weights that are not finite numbers.");
  const state_dict = Object.fromEntries(
    model.shapes.map(({ name, rows, cols, offset }) => [
      name,
      Array.from({ length: rows }, (_, row) =>
        Array.from(model.weights.subarray(offset + row * cols, offset + (row + 1) * cols)),
      ),
    ]),
  );
  return {
    format: FORMAT,
    config: { ...model.config },
    vocabulary: tokenizer.chars.join(""),
    state_dict,
  };
}

/**
 * The model of a file's text; an Error says in one sentence what is wrong.
 * @param {string} text
 * @param {string} name of the file
 * @returns {Engine}
 */
export function parseCheckpoint(text, name) {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(
      `${isolated(name)} is not a weights file, or only a part of one (it is not valid JSON).`,
    );
  }
  try {
    return fromCheckpoint(content);
  } catch (error) {
    throw new Error(
      `${isolated(name)} is not a usable weights file: ${/** @type {Error} */ (error).message}`,
      { cause: error },
    );
  }
}

/**
 * The model of plain data, checked as in Python; an Error ends the sentence "it is not usable:
 * ...".
 * @param {any} content
 * @returns {Engine}
 */
export function fromCheckpoint(content) {
  if (!isRecord(content) || content.format !== FORMAT)
    throw new Error(`it does not say “${FORMAT}”.`);
  const { config, vocabulary, state_dict: matrices } = content;
  if (!isRecord(config) || Object.keys(config).sort().join() !== SIZES.join())
    throw new Error("its config does not name exactly n_layer, n_embd, n_head and block_size.");
  for (const size of SIZES) {
    if (!(Number.isInteger(config[size]) && config[size] > 0 && config[size] <= LARGEST))
      throw new Error(
        `${size} must be a whole number above 0, not ${isolated(short(config[size]))}.`,
      );
  }
  if (config.n_embd % config.n_head)
    throw new Error(`n_embd (${config.n_embd}) must be divisible by n_head (${config.n_head}).`);
  if (typeof vocabulary !== "string" || !inOrder(Array.from(vocabulary)))
    throw new Error("its vocabulary is not a text of distinct characters in order.");
  // The counts are compared before anything is built from sizes that nobody has checked yet.
  const wanted = 3 + 6 * config.n_layer;
  if (!isRecord(matrices) || Object.keys(matrices).length !== wanted)
    throw new Error(`its state_dict does not hold the ${wanted} matrices of its config.`);
  const tokenizer = new Tokenizer(vocabulary);
  const shapes = parameterShapes(config, tokenizer.size);
  for (const shape of shapes) {
    if (!Object.hasOwn(matrices, shape.name))
      throw new Error(`the matrix ${shape.name} is missing.`);
    checkMatrix(matrices[shape.name], shape);
  }
  const weights = Float64Array.from(shapes.flatMap(({ name }) => matrices[name].flat()));
  return { model: new GPT({ ...config }, tokenizer.size, weights), tokenizer };
}

/**
 * @param {any} rows
 * @param {import("./parameters.js").Shape} shape
 */
function checkMatrix(rows, { name, rows: height, cols }) {
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw new Error(`the matrix ${name} is not a list of rows.`);
  if (rows.length !== height || rows.some((row) => row.length !== cols))
    throw new Error(`the matrix ${name} does not have ${height} rows of ${cols} numbers.`);
  for (const number of rows.flat()) {
    if (typeof number !== "number")
      throw new Error(
        `the matrix ${name} holds something that is not a number: ${isolated(short(number))}.`,
      );
    if (!Number.isFinite(number))
      throw new Error(`the matrix ${name} holds ${number}, which is no weight.`);
  }
}

/** @param {any} x */
const isRecord = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
/** @param {unknown} x */
const short = (x) => (JSON.stringify(x) ?? "nothing").slice(0, 40);
/** @param {string[]} chars */
function inOrder(chars) {
  const codes = chars.map((char) => char.codePointAt(0) ?? 0);
  return codes.length > 0 && codes.every((code, i) => i === 0 || code > codes[i - 1]);
}
