/** The textbook's picture of a Transformer, and the lines of the program that do the work of each box. */

import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { plain } from "../kit/text.js";
import { BOXES, boxOf, DESIGNS, part, USED } from "./block_diagram/boxes.js";
import { listing } from "./block_diagram/listing.js";
import { blockPicture } from "./block_diagram/picture.js";
import { regionButtons } from "./block_diagram/regions.js";
import { nowWords, others, whereWords } from "./block_diagram/words.js";

/** @typedef {import("./block_diagram/boxes.js").Part} Part */
/**
 * @typedef {{ design: import("./block_diagram/boxes.js").Design, box: string,
 *   region: string }} State
 */

/**
 * Which boxes and regions light up, and the code to show. A chosen box goes before a region, which
 * lights up those of its boxes that the design has.
 * @param {State} state
 */
export function compute({ design, box: id, region }) {
  const box = boxOf(id);
  if (box) {
    const code = Object.entries(box.code).map(([name, numbers]) => part(name, numbers));
    return { box, lit: [id], regions: Object.keys(box.code), code };
  }
  const mine = BOXES.filter((one) => region in one.code && !one[design].absent);
  const lit = mine.map((one) => one.id);
  const regions = region ? [region] : [];
  return { box, lit, regions, code: regions.map((name) => part(name)) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["design", "box", "region"],
    name: "A Transformer as a picture, and as lines of the program",
    caption:
      "Read it from top to bottom, as the program is read. " +
      "What is dashed and struck out, the chosen design does not have.",
  });
  const design = choice({
    name: "design",
    options: DESIGNS.map((value) => ({ value, label: value })),
    value: model.get("design"),
    onInput: (value) => view.set({ design: value }),
  });
  const toggled = (/** @type {string} */ key, /** @type {string} */ name) =>
    view.set({ box: "", region: "", [key]: view.read()[key] === name ? "" : name });
  const names = regionButtons(USED, (name) => toggled("region", name));
  const picture = blockPicture((id) => toggled("box", id));
  const now = h("div", { class: "mg-textbook-now" });
  const more = h("div", { class: "mg-textbook-more" });
  view.body.append(
    h(
      "p",
      { class: "mg-textbook-ask mg-on-screen" },
      "Choose a box to see its lines of the program:",
    ),
    design.el,
    names.el,
    h(
      "div",
      { class: "mg-textbook-columns" },
      picture.el,
      h("div", { class: "mg-textbook-side" }, now, more),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const shown = compute(state);
    design.set(state.design);
    picture.set(state.design, shown.lit);
    names.set(shown.regions);
    now.classList.toggle("mg-textbook-chosen", shown.lit.length > 0);
    now.replaceChildren(...nowWords(state, shown));
    more.replaceChildren(...others(state, shown), ...whereWords(shown), ...listing(shown.code));
    const fact = shown.box?.[state.design];
    view.say(fact ? `${fact.label}: ${plain(fact.says)}` : "");
  });
}

export default { render };
