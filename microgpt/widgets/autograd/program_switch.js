/** The switch between a graph as one reads it and as the program has it. */

import { freshId, h } from "../kit/dom.js";

/** @param {(program: boolean) => void} onInput */
export function programSwitch(onInput) {
  const id = freshId();
  const input = h("input", { type: "checkbox", id, onchange: () => onInput(input.checked) });
  const words = "as the program does it: − and / are made of +, × and **";
  const el = h(
    "div",
    { class: "mg-choice mg-auto-switch" },
    h("label", { for: id }, input, h("span", {}, words)),
  );
  return {
    el,
    /**
     * @param {boolean} program
     * @param {boolean} differs whether that is another picture
     */
    set(program, differs) {
      input.checked = program;
      el.hidden = !differs;
    },
  };
}
