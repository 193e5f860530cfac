/** The quiz items and predictions of all chapters, for what asks across chapters. */

import { chapters as written } from "../data/quiz_items.js";
import { Random } from "../engine/random.js";

/** @typedef {import("./card.js").Option} Option */
/** Where the passage stands that explains an item. @typedef {{ chapter: string, anchor: string }} Passage */
/**
 * A quiz item or a prediction: what its own widget shows, and its passage with the heading.
 * @typedef {{ asks: "quiz" | "predict", id: string, section: string, question: string,
 *   explanation: string, passage: Passage, options?: Option[] }} Item
 * @typedef {{ chapter: string, title: string, items: Item[] }} Chapter
 * @typedef {{ item: Item, order: number[] }} Mixed an item, and the places of its options, shuffled
 */

export const LAST_SEED = 9999;
export const chapters = /** @type {Chapter[]} */ (/** @type {unknown} */ (written));
export const items = chapters.flatMap((one) => one.items);

/**
 * An item with its options in a shuffled order.
 * @param {Item} item
 * @param {Random} random
 * @returns {Mixed}
 */
function mix(item, random) {
  const order = Array.from(item.options ?? [], (_, i) => i);
  random.shuffle(order);
  return { item, order };
}

/** All items in the order of a seed: one that leaves a list does not move the others. @param {number} seed */
export function mixed(seed) {
  const random = new Random(seed);
  const all = [...items];
  random.shuffle(all);
  return all.map((item) => mix(item, random));
}

/** One quiz item of each chapter that has some, as `draw.py` draws them. @param {number} seed */
export function drawn(seed) {
  const random = new Random(seed);
  return chapters.flatMap((chapter) => {
    const asked = chapter.items.filter(({ asks }) => asks === "quiz");
    return asked.length ? [mix(asked[random.randrange(asked.length)], random)] : [];
  });
}

/**
 * What an item's own widget shows, with the options in their shuffled order.
 * @param {Mixed} mixed
 */
export function inOrder({ item, order }) {
  const { options } = item;
  return options ? { ...item, options: order.map((i) => options[i]) } : item;
}
