/** An item asked anew: its own widget's question, with what was answered before put aside. */

import { h } from "../../kit/dom.js";
import { inOrder } from "../bank.js";
import { build as buildPrediction } from "../predict.js";
import { build as buildQuiz } from "../quiz.js";
import { keptAfter } from "./missed.js";

const BUILDERS = { quiz: buildQuiz, predict: buildPrediction };

/**
 * `begun`: whether something was answered here.
 * @param {import("../bank.js").Mixed} mixed
 * @param {ReturnType<import("../../kit/store.js").openStore>} store
 * @param {(text: string) => void} say
 */
export function askedAnew(mixed, store, say) {
  const { asks, id } = mixed.item;
  let now = /** @type {import("./missed.js").Kept | null} */ (null);
  const tools = {
    lasting: store.lasting(),
    read: () => now,
    /** @param {import("./missed.js").Kept} next */
    write(next) {
      now = next;
      const before = store.read(asks, id) ?? { tried: [] };
      store.write(asks, id, keptAfter(before, next, mixed));
      draw();
    },
    remove() {},
    say,
  };
  const built = BUILDERS[asks](/** @type {any} */ (inOrder(mixed)), tools);
  const state = h("p", { class: "mg-item-state" });
  function draw() {
    const { state: words = "", good = false } = built.update(now);
    state.textContent = words;
    state.classList.toggle("mg-good", good);
  }
  draw();
  return {
    el: h("div", { class: "mg-item-body" }, ...built.els, state),
    begun: () => now !== null,
  };
}
