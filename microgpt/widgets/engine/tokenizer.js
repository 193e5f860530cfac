/**
 * Characters to ids and back. The id after the last character is BOS, which begins and ends every
 * document.
 */
export class Tokenizer {
  /** @param {string | string[]} chars every character once, in the order of the ids */
  constructor(chars) {
    this.chars = Array.from(chars);
    this.ids = new Map(this.chars.map((c, i) => [c, i]));
    if (this.ids.size !== this.chars.length)
      throw new Error("A tokenizer's characters must all be different.");
    this.BOS = this.chars.length;
    this.size = this.chars.length + 1;
  }

  /**
   * The ids of the characters, with BOS before and after them, as in Python.
   * @param {string} text
   * @returns {number[]}
   */
  encode(text) {
    const ids = Array.from(text, (c, i) => {
      const id = this.ids.get(c);
      if (id === undefined)
        throw new Error(
          `The model does not know ${JSON.stringify(c)}, ` +
            `character ${i + 1} of ${JSON.stringify(text)}.`,
        );
      return id;
    });
    return [this.BOS, ...ids, this.BOS];
  }

  /**
   * The characters of the ids; BOS stands for none and is left out.
   * @param {ArrayLike<number>} ids
   * @returns {string}
   */
  decode(ids) {
    return Array.from(ids, (id) => (id === this.BOS ? "" : this.chars[id])).join("");
  }
}
