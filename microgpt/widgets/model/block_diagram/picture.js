/** The picture: boxes from top to bottom, and beside each half of a layer the way around it. */

import { attributes, h } from "../../kit/dom.js";
import { roving } from "../../kit/roving.js";
import { BOXES, boxOf } from "./boxes.js";

/** @typedef {import("./boxes.js").Design} Design */
/** @typedef {ReturnType<typeof boxButton>} BoxButton */

// What stands in the box of another, at its right.
const INSIDE = { attention: ["mask"], mlp: ["activation", "biases"], lm_head: ["tied"] };

/** @param {(id: string) => void} onPick */
export function blockPicture(onPick) {
  const buttons = new Map(BOXES.map(({ id }) => [id, boxButton(() => onPick(id))]));
  const el = h("div", { class: "mg-textbook-boxes", role: "group", "aria-label": "the boxes" });
  let drawn = /** @type {Design | "" } */ ("");
  let stops = roving([]);
  /** @param {Design} design */
  function build(design) {
    drawn = design;
    el.replaceChildren(...rowsOf(buttons, design));
    stops = roving([...el.querySelectorAll("button")]);
  }
  /**
   * @param {Design} design
   * @param {string[]} lit
   */
  function set(design, lit) {
    if (design !== drawn) build(design);
    for (const box of BOXES) buttons.get(box.id)?.set(box[design], lit.includes(box.id));
    const order = [...el.querySelectorAll("button")];
    stops.set(
      Math.max(
        0,
        order.findIndex((one) => one.getAttribute("aria-pressed") === "true"),
      ),
    );
  }
  return { el, set };
}

/**
 * The rows of a design. GPT-2 and microgpt norm before each half; in 2017 the norm came after.
 * @param {Map<string, BoxButton>} buttons
 * @param {Design} design
 */
function rowsOf(buttons, design) {
  const row = (/** @type {string[]} */ ...ids) =>
    h("div", { class: "mg-textbook-row" }, ...ids.map((id) => boxed(buttons, id, design)));
  const after = design === "2017";
  const half = (
    /** @type {string} */ norm,
    /** @type {string} */ work,
    /** @type {string} */ add,
  ) => [
    h("div", { class: "mg-textbook-around" }, ...(after ? [] : [row(norm)]), row(work), row(add)),
    ...(after ? [row(norm)] : []),
  ];
  return [
    row("tokens"),
    row("wte", "wpe"),
    row("add0"),
    row("dropout"),
    row("norm0"),
    h(
      "div",
      { class: "mg-textbook-layer" },
      buttons.get("layers")?.el,
      ...half("norm1", "attention", "add1"),
      row("cross"),
      ...half("norm2", "mlp", "add2"),
    ),
    row("final_norm"),
    row("lm_head"),
    row("softmax"),
  ];
}

/**
 * A box with what stands inside of it.
 * @param {Map<string, BoxButton>} buttons
 * @param {string} id
 * @param {Design} design
 */
function boxed(buttons, id, design) {
  const ids = [id, ...(INSIDE[/** @type {keyof typeof INSIDE} */ (id)] ?? [])];
  const kind = id.startsWith("add") ? " mg-textbook-add" : "";
  const absent = boxOf(id)?.[design].absent ? " mg-textbook-absent" : "";
  const many = ids.length > 2 ? " mg-textbook-many" : "";
  return h(
    "div",
    { class: `mg-textbook${kind}${absent}${many}` },
    ...ids.map((one) => buttons.get(one)?.el),
  );
}

/** @param {() => void} onPick */
function boxButton(onPick) {
  const el = h("button", { type: "button", class: "mg-textbook-name", onclick: onPick });
  /**
   * @param {import("./boxes.js").Fact} fact
   * @param {boolean} lit
   */
  function set({ label, absent = false, struck }, lit) {
    const hidden = (/** @type {string} */ text) => h("span", { class: "mg-hidden" }, text);
    const name =
      label === "add" ? [h("span", { "aria-hidden": "true" }, "+"), hidden("add")] : [label];
    const old = struck ? [hidden("not "), h("s", {}, struck), hidden(" but ")] : [];
    const said = absent ? [h("s", {}, ...name), hidden(" left out")] : name;
    el.replaceChildren(...old, ...said);
    el.classList.toggle("mg-textbook-gone", absent);
    attributes(el, { "aria-pressed": String(lit) });
  }
  return { el, set };
}
