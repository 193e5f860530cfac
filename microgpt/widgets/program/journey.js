/** A strip that shows how far `emma` has come on the way through the model, chapter by chapter. */

import { h, mount, widgetRoot } from "../kit/dom.js";
import { drawings } from "./journey_drawings.js";

/** @typedef {"past" | "here" | "ahead"} When */
/** @typedef {{ stage: string, links?: Record<string, string> }} State */

/** The stages in order, and the chapter of each; `journey.py` holds the same ones. */
export const STAGES = [
  { stage: "letters", chapter: 6 },
  { stage: "ids", chapter: 6 },
  { stage: "vectors", chapter: 6 },
  { stage: "attended", chapter: 7 },
  { stage: "logits", chapter: 8 },
  { stage: "loss", chapter: 9 },
  { stage: "sampled", chapter: 10 },
];

/**
 * Each stage with where it leads, and whether it lies behind the reader or ahead. The stage on view
 * is no link, and neither is one whose chapter is not there.
 * @param {State} state
 */
export function compute({ stage, links = {} }) {
  const here = STAGES.findIndex((one) => one.stage === stage);
  return STAGES.map((one, i) => ({
    ...one,
    when: /** @type {When} */ (i === here ? "here" : i < here ? "past" : "ahead"),
    address: i === here ? null : (links[one.chapter] ?? null),
  }));
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const list = h("ol", { class: "mg-journey-stages" });
  const root = widgetRoot("section", { class: "mg-journey" }, h("div", { class: "mg-body" }, list));
  mount(el, root);

  const draw = () => {
    const state = { stage: model.get("stage"), links: model.get("links") };
    root.setAttribute("aria-label", `The way of emma through the model, now: ${state.stage}`);
    list.replaceChildren(...compute(state).map(item));
  };
  model.on("change:stage", draw);
  draw();
  return () => model.off("change:stage", draw);
}

/** @param {ReturnType<typeof compute>[number]} stage */
function item({ stage, when, address }) {
  const inside = [drawings[stage](), h("span", { class: "mg-journey-name" }, stage)];
  const here = when === "here";
  return h(
    "li",
    { class: `mg-journey-${when}`, "aria-current": here && "step" },
    address
      ? h("a", { href: address }, ...inside)
      : h("span", { class: "mg-journey-stop" }, ...inside),
  );
}

export default { render };
