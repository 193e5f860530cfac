/**
 * A multiple-choice question: feedback to each option, another try after a wrong one, an
 * explanation at the end.
 */

import { freshId, h } from "../kit/dom.js";
import { plain, rich } from "../kit/text.js";
import { atWhichTry, card, triedOptions } from "./card.js";

/** @typedef {import("./card.js").Option} Option */
/**
 * @typedef {{ id: string, question: string, options: Option[], explanation: string,
 *   about?: string }} Content
 */

/**
 * How each option stands: open, wrong, right, or passed by when the right one was found first.
 * @param {{ content: Content, kept: any }} state
 */
export function compute({ content: { options }, kept }) {
  const tried = triedOptions(kept, options);
  const solved = tried.some((i) => options[i].right);
  const states = options.map((option, i) =>
    tried.includes(i) ? (option.right ? "right" : "wrong") : solved ? "passed" : "open",
  );
  return { tried, solved, states };
}

/** @type {import("@anywidget/types").Render<{ content: Content }>} */
export function render({ model, el }) {
  return card({
    model,
    el,
    kind: "quiz",
    label: "Quiz",
    build(/** @type {Content} */ content, tools) {
      const question = h("p", { class: "mg-question", id: freshId() }, ...rich(content.question));
      const rows = content.options.map((option, i) => {
        const words = h("p", { class: "mg-option-words", id: freshId(), hidden: true });
        const choose = h(
          "button",
          {
            type: "button",
            class: "mg-option-button",
            "aria-describedby": words.id,
            onclick: () => answer(i),
          },
          h("span", { class: "mg-option-mark" }, "ABCDE"[i]),
          h("span", { class: "mg-option-text" }, ...rich(option.text)),
        );
        return { choose, words, el: h("li", { class: "mg-option" }, choose, words) };
      });
      const list = h(
        "ol",
        { class: "mg-options", "aria-labelledby": question.id },
        ...rows.map((row) => row.el),
      );
      const explanation = h(
        "p",
        { class: "mg-explanation", hidden: true },
        ...rich(content.explanation),
      );

      /** @param {number} i */
      function answer(i) {
        const { tried, states } = compute({ content, kept: tools.read() });
        if (states[i] !== "open") return;
        const { right, feedback } = content.options[i];
        tools.write({ tried: [...tried, i], done: right === true });
        tools.say(
          plain(right ? `Right. ${feedback} ${content.explanation}` : `Not this one. ${feedback}`),
        );
      }
      return {
        els: [question, list, explanation],
        update(kept) {
          const { tried, solved, states } = compute({ content, kept });
          rows.forEach(({ choose, words, el }, i) => {
            const answered = states[i] === "right" || states[i] === "wrong";
            el.dataset.state = states[i];
            if (states[i] === "open") choose.removeAttribute("aria-disabled");
            else choose.setAttribute("aria-disabled", "true");
            words.hidden = !answered;
            words.replaceChildren(
              ...(answered
                ? [
                    h("b", {}, states[i] === "right" ? "Right." : "Not this one."),
                    " ",
                    ...rich(content.options[i].feedback),
                  ]
                : []),
            );
          });
          explanation.hidden = !solved;
          return {
            began: tried.length > 0,
            good: solved,
            state: solved ? `Right ${atWhichTry(tried.length)}` : "",
          };
        },
      };
    },
  });
}

export default { render };
