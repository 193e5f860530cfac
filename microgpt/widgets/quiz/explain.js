/**
 * Write it in your own words; then compare with a model answer, point by point. What is written
 * stays in the browser.
 */

import { button } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { rich } from "../kit/text.js";
import { card } from "./card.js";
import { sure } from "./sure.js";

/** @typedef {{ id: string, prompt: string, model: string, points: string[] }} Content */

const LONGEST = 4000;

/**
 * What is kept, made safe: the text, whether the model answer was opened, and the points ticked.
 * @param {{ content: Content, kept: any }} state
 */
export function compute({ content, kept }) {
  const text = typeof kept?.text === "string" ? kept.text.slice(0, LONGEST) : "";
  const shown = kept?.shown === true;
  const ticks = content.points.map((_, i) => kept?.ticks?.[i] === true);
  return { text, shown, ticks, done: shown && text.trim() !== "" };
}

/** @type {import("@anywidget/types").Render<{ content: Content }>} */
export function render({ model, el }) {
  return card({
    model,
    el,
    kind: "explain",
    label: "Explain",
    foot: (_, tools) => [
      sure({
        label: "Start over",
        question: "Erase what you wrote?",
        yes: "Erase",
        no: "Keep",
        onYes: () => {
          tools.remove();
          tools.say("Erased.");
          el.querySelector("textarea")?.focus();
        },
      }),
    ],
    build(/** @type {Content} */ content, tools) {
      const id = freshId();
      const folded = freshId();
      const area = h("textarea", {
        id,
        class: "mg-area",
        rows: 3,
        maxlength: LONGEST,
        placeholder: "Your own words",
      });
      const where = h(
        "p",
        { class: "mg-item-note" },
        tools.lasting
          ? "Kept in this browser, sent nowhere."
          : "This browser keeps nothing: what you write lasts until you close the page.",
      );
      const open = button("", () => {
        const state = now();
        tools.write({ ...state, shown: !state.shown });
      });
      const checks = content.points.map((point, i) => {
        const input = h("input", { type: "checkbox" });
        input.addEventListener("change", () => {
          const { ticks, ...state } = now();
          tools.write({ ...state, ticks: ticks.map((old, j) => (j === i ? input.checked : old)) });
        });
        return { input, el: h("li", {}, h("label", {}, input, h("span", {}, ...rich(point)))) };
      });
      const answer = h(
        "div",
        { id: folded, class: "mg-model-answer" },
        h("p", { class: "mg-explanation" }, ...rich(content.model)),
        h("p", { class: "mg-item-ask" }, "Did you say this?"),
        h(
          "ul",
          { class: "mg-points", "aria-label": "Did you say this?" },
          ...checks.map((one) => one.el),
        ),
      );
      open.setAttribute("aria-controls", folded);
      const now = () => {
        const { text, shown, ticks } = compute({ content, kept: tools.read() });
        return { text, shown, ticks };
      };
      area.addEventListener("input", () => tools.write({ ...now(), text: area.value }));
      return {
        els: [
          h("label", { class: "mg-question", for: id }, ...rich(content.prompt)),
          area,
          where,
          h("div", { class: "mg-row" }, open),
          answer,
        ],
        update(kept) {
          const { text, shown, ticks, done } = compute({ content, kept });
          if (area.value !== text) area.value = text;
          open.textContent = shown
            ? "Fold the model answer"
            : text.trim()
              ? "Compare with a model answer"
              : "Show a model answer";
          open.setAttribute("aria-expanded", String(shown));
          answer.hidden = !shown;
          checks.forEach((one, i) => {
            one.input.checked = ticks[i];
          });
          const said = ticks.filter(Boolean).length;
          return {
            began: text !== "" || shown,
            good: done && said === ticks.length,
            state: done ? `${said} of ${ticks.length} points` : text.trim() ? "Written" : "",
          };
        },
      };
    },
  });
}

export default { render };
