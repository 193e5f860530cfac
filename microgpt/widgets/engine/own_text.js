/**
 * The reader's own text becomes a list of documents, one for each line, as `microgpt/data.py` reads
 * it; what cannot be used is said in a sentence.
 */

import { count } from "../kit/format.js";
import { isolated } from "../kit/isolated.js";
import { corpusOf, symbolsOf } from "./corpus.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

export const LONGEST_FILE = 2_000_000; // bytes of a file, characters of a pasted text
export const MOST_SYMBOLS = 200;
const PART = "take a part of it.";

// What Python's strip() takes away; trim() takes a little less and a little more.
const SPACE =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");

/** @param {number} n */
const thousands = (n) => n.toLocaleString("en");

/**
 * The documents of a text: its lines, stripped, the empty ones dropped. A text that cannot be
 * trained on raises an Error whose message is one sentence for its owner.
 * @param {string} text
 * @param {{ lowerCase?: boolean }} [options]
 * @returns {Corpus}
 */
export function parseCorpus(text, { lowerCase = false } = {}) {
  if (text.length > LONGEST_FILE) {
    const size = `${thousands(text.length)} characters`;
    throw new Error(`This text has ${size}; the limit is ${thousands(LONGEST_FILE)}: ${PART}`);
  }
  if (text.includes("\0")) throw new Error("This is not a text: it holds zero bytes.");
  const cased = lowerCase ? text.toLowerCase() : text;
  const docs = cased
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(ENDS, ""))
    .filter(Boolean);
  if (docs.length === 0)
    throw new Error("There is nothing in it yet: write one name or short line per line.");
  if (docs.length === 1)
    throw new Error("This is one line only: the model needs two or more, one document per line.");
  const symbols = symbolsOf(docs);
  if (symbols.length === 1)
    throw new Error(
      `Every line is made of the one symbol “${isolated(symbols[0])}”: ` +
        "with a single symbol there is nothing to tell apart.",
    );
  if (symbols.length > MOST_SYMBOLS)
    throw new Error(
      `This list has ${thousands(symbols.length)} different symbols; ` +
        `the limit is ${MOST_SYMBOLS}. ${advice(docs, symbols.length)}`,
    );
  return corpusOf(docs);
}

/**
 * What may help against too many symbols.
 * @param {string[]} docs
 * @param {number} have
 */
function advice(docs, have) {
  const lower = symbolsOf(docs.map((doc) => doc.toLowerCase())).length;
  if (lower >= have) return "Take fewer lines, or an alphabet with fewer letters.";
  const more = lower > MOST_SYMBOLS ? ", so take fewer lines too" : "";
  return `Lower-case it: that leaves ${thousands(lower)}${more}.`;
}

/**
 * How many documents are longer than the model can read.
 * @param {string[]} docs
 * @param {number} blockSize
 */
export function tooLong(docs, blockSize) {
  return docs.reduce(
    (sum, doc) => sum + (doc.length > blockSize && Array.from(doc).length > blockSize ? 1 : 0),
    0,
  );
}

/**
 * The facts of a corpus in words.
 * @param {Corpus} corpus
 * @param {number} blockSize
 */
export function describeCorpus({ docs, symbols, meanLength }, blockSize) {
  const long = tooLong(docs, blockSize);
  const sizes = `${thousands(docs.length)} documents, ${symbols.length} different symbols`;
  const facts = `${sizes}, ${meanLength.toFixed(1)} symbols per document on average.`;
  if (!long) return facts;
  const first = `only the first ${blockSize} symbols are used`;
  return `${facts} Of ${count(long, "document")} ${first}: the model reads no more at once.`;
}

/**
 * The text of a file that the reader chose; an Error says in a sentence why it cannot be had. Its
 * size is looked at before it is read.
 * @param {{ name: string, size: number, arrayBuffer: () => Promise<ArrayBuffer> }} file
 * @returns {Promise<string>}
 */
export async function readText(file) {
  const name = isolated(file.name);
  if (file.size > LONGEST_FILE) {
    const size = `${(file.size / 1e6).toFixed(1)} MB`;
    throw new Error(`${name} has ${size}; the limit is ${LONGEST_FILE / 1e6} MB: ${PART}`);
  }
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Error(`${name} cannot be read.`);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // said below
  }
  throw new Error(
    `${name} is not a text file in UTF-8: save it as plain text, in UTF-8, and try again.`,
  );
}
