/** A list of documents, and its symbols. */

/**
 * `symbols`: the different characters, in the order of their code points; `meanLength`: characters
 * of a document.
 * @typedef {{ docs: string[], symbols: string[], meanLength: number }} Corpus
 */

/** Every character of the documents once, by code point. @param {string[]} docs */
export function symbolsOf(docs) {
  const all = /** @type {Set<string>} */ (new Set());
  for (const doc of docs) for (const symbol of doc) all.add(symbol);
  return [...all].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/**
 * The facts of a list of documents that is known to be fit.
 * @param {string[]} docs
 * @returns {Corpus}
 */
export function corpusOf(docs) {
  const length = docs.reduce((sum, doc) => sum + Array.from(doc).length, 0);
  return { docs, symbols: symbolsOf(docs), meanLength: length / docs.length };
}

/**
 * The symbols of what was typed that a model knows, and those it does not. A letter that is known
 * only in the other case is taken as that; one with an accent as letter and accent, where the list
 * writes it so.
 * @param {string} typed
 * @param {string[]} chars
 */
export function symbolsIn(typed, chars) {
  const known = new Set(chars);
  const unknown = /** @type {Set<string>} */ (new Set());
  const kept = Array.from(typed.normalize("NFC")).flatMap((symbol) => {
    const ways = [symbol, symbol.toLowerCase(), symbol.toUpperCase()].flatMap((one) => [
      [one],
      Array.from(one.normalize("NFD")),
    ]);
    const found = ways.find((way) => way.every((one) => known.has(one)));
    if (!found) unknown.add(symbol);
    return found ?? [];
  });
  return { kept, unknown: [...unknown] };
}
