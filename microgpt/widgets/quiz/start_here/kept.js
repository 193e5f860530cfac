/** The route that a reader keeps: nothing is stored before they ask for it. */

import { button, row } from "../../kit/controls.js";
import { h } from "../../kit/dom.js";
import { openStore } from "../../kit/store.js";
import { KEPT, keptStart } from "./starts.js";

/** What is kept, with a way to forget it, and the button that keeps one. */
export function keeper() {
  const store = openStore();
  let start = "";
  const words = h("p", { class: "mg-item-note", role: "status" });
  const keep = button("Keep this route", () => store.write(...KEPT, { start }));
  const forget = button("Forget it", () => store.remove(...KEPT));
  const el = row(keep, words, forget);

  function draw() {
    const kept = keptStart(store);
    const where = store.lasting()
      ? "Kept in this browser"
      : "This browser keeps nothing, so write it down; kept until you close the page";
    words.textContent = kept ? `${where}: begin at chapter ${kept}.` : "";
    keep.hidden = start === "" || kept === start;
    forget.hidden = kept === null;
    el.hidden = keep.hidden && forget.hidden;
  }
  store.watch(draw);
  draw();
  return {
    el,
    /** The route that may be kept now; none, while questions are open. @param {string} next */
    offer(next) {
      start = next;
      draw();
    },
    close: store.close,
  };
}
