/**
 * Write it in your own words; then compare with one good answer, point by point. What is written
 * stays in the browser.
 */

import { button, row } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { sure } from "../kit/sure.js";
import { rich } from "../kit/text.js";
import { card } from "./card.js";

/** @typedef {{ id: string, prompt: string, model: string, points: string[] }} Content */
/** @typedef {import("./card.js").Tools} Tools */

const LONGEST = 4000;

/**
 * What is kept, made safe: the text, whether the answer was opened, and the points ticked.
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
  return card({ model, el, kind: "explain", label: "Explain", build, foot });

  /**
   * What is erased cannot be had back: it is asked for twice.
   * @param {Content} _
   * @param {Tools} tools
   */
  function foot(_, tools) {
    const onYes = () => {
      tools.remove();
      tools.say("Erased.");
      el.querySelector("textarea")?.focus();
    };
    const question = "Erase what you wrote?";
    return [sure({ label: "Start over", question, yes: "Erase", no: "Keep", onYes })];
  }
}

/**
 * @param {Content} content
 * @param {Tools} tools
 * @returns {import("./card.js").Built}
 */
function build(content, tools) {
  const now = () => {
    const { text, shown, ticks } = compute({ content, kept: tools.read() });
    return { text, shown, ticks };
  };
  const area = h("textarea", {
    id: freshId(),
    class: "mg-area",
    rows: 3,
    maxlength: LONGEST,
    placeholder: "Your own words",
  });
  area.addEventListener("input", () => tools.write({ ...now(), text: area.value }));
  const open = button("", () => tools.write({ ...now(), shown: !now().shown }));
  const answer = modelAnswer(content, (ticks) => tools.write({ ...now(), ticks }));
  open.setAttribute("aria-controls", answer.el.id);
  const where = tools.lasting
    ? "Kept in this browser, sent nowhere."
    : "This browser keeps nothing: what you write lasts until you close the page.";
  return {
    els: [
      h("label", { class: "mg-question", for: area.id }, ...rich(content.prompt)),
      area,
      h("p", { class: "mg-item-note mg-on-screen" }, where),
      row(open),
      answer.el,
    ],
    update(kept) {
      const { text, shown, ticks, done } = compute({ content, kept });
      const written = text.trim() !== "";
      const said = ticks.filter(Boolean).length;
      const offer = written ? "Compare with one answer" : "Show one answer";
      if (area.value !== text) area.value = text;
      open.textContent = shown ? "Fold the answer" : offer;
      open.setAttribute("aria-expanded", String(shown));
      answer.set(shown, ticks);
      const state = done ? `${said} of ${ticks.length} points` : written && "Written";
      return {
        began: text !== "" || shown,
        good: done && said === ticks.length,
        state: state || "",
      };
    },
  };
}

/**
 * One good answer, and its points to be ticked.
 * @param {Content} content
 * @param {(ticks: boolean[]) => void} onTick
 */
function modelAnswer(content, onTick) {
  const inputs = content.points.map(() => h("input", { type: "checkbox" }));
  for (const input of inputs)
    input.addEventListener("change", () => onTick(inputs.map((one) => one.checked)));
  const points = content.points.map((point, i) =>
    h("li", {}, h("label", {}, inputs[i], h("span", {}, ...rich(point)))),
  );
  const ask = "Did you say this?";
  const el = h(
    "div",
    { id: freshId(), class: "mg-model-answer" },
    h("p", { class: "mg-explanation" }, ...rich(content.model)),
    h("p", { class: "mg-item-ask" }, ask),
    h("ul", { class: "mg-points", "aria-label": ask }, ...points),
  );
  /**
   * @param {boolean} shown
   * @param {boolean[]} ticks
   */
  function set(shown, ticks) {
    el.hidden = !shown;
    inputs.forEach((input, i) => {
      input.checked = ticks[i];
    });
  }
  return { el, set };
}

export default { render };
