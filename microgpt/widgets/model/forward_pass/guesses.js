/** The most probable next tokens, as bars. */

import { h, setText } from "../../kit/dom.js";
import { percent } from "../../kit/format.js";

/** @typedef {import("../forward_pass.js").Now} Now */

const SHOWN = 6;

/** The tokens' ids, the likeliest first. @param {ArrayLike<number>} probs */
export const likeliest = (probs) =>
  Array.from(probs, (_, i) => i).sort((a, b) => probs[b] - probs[a] || a - b);

export function guessBars() {
  const title = h("p", { class: "mg-guesses-title" });
  const items = Array.from({ length: SHOWN }, () => {
    const [name, value] = ["name", "value"].map((part) =>
      h("span", { class: `mg-guesses-${part}` }),
    );
    const bar = h("span", { class: "mg-share-bar mg-guesses-bar" });
    const room = h("span", { class: "mg-guesses-room" }, bar);
    return { el: h("li", {}, name, room, value), name, bar, value };
  });
  const list = h("ol", {}, ...items.map((one) => one.el));

  /** @param {Now} now */
  function set({ letters, at, numbers: { probs }, guesses, next }) {
    const best = likeliest(probs).slice(0, SHOWN);
    setText(title, `The surest guesses after ${letters.slice(0, at + 1).join(" ")}`);
    items.forEach(({ el, name, bar, value }, k) => {
      const i = best[k];
      setText(name, guesses[i]);
      setText(value, percent(probs[i]) + (i === next ? ", so it goes on" : ""));
      bar.style.setProperty("--share", String(probs[i] / probs[best[0]]));
      el.classList.toggle("mg-guesses-next", i === next);
    });
  }
  return { el: h("div", { class: "mg-guesses" }, title, list), set };
}
