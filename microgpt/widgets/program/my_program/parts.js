/** The parts of the file, each with its lines and whose they are. The course's are folded: they are an answer. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";
import { count } from "../../kit/format.js";

/** @typedef {import("./gather.js").Part} Part */

/**
 * @param {(n: number) => string | null} addressOf where the exercise of a step stands
 */
export function partList(addressOf) {
  const el = h("div", { class: "mg-mine-parts" });
  let shown = "";
  return {
    el,
    /** @param {Part[]} parts */
    set(parts) {
      const next = JSON.stringify(parts);
      if (next === shown) return; // a fold that was opened stays open
      shown = next;
      el.replaceChildren(...parts.map((part) => partView(part, addressOf(part.n))));
    },
  };
}

/** @param {Part} part @param {string | null} address */
function partView(part, address) {
  const { n, title, yours, lines, first } = part;
  const code = h(
    "pre",
    { class: "mg-code" },
    ...lines.map((line, i) =>
      h("span", { class: "mg-code-line" }, ...codeLine(line, first + i), "\n"),
    ),
  );
  const head = h(
    "p",
    { class: "mg-mine-head" },
    h("b", {}, n ? `Step ${n}: ` : "", title),
    n ? mark(part, address) : null,
  );
  const of = `${count(lines.length, "line")} of the course`;
  const folded = h("details", {}, h("summary", {}, of), code);
  return h("div", { class: "mg-mine-part" }, head, yours || !n ? code : folded);
}

/** @param {Part} part @param {string | null} address */
function mark({ n, yours, begun }, address) {
  if (yours) return h("span", { class: "mg-mine-yours" }, "✓ yours");
  const name = `exercise 14.${n}`;
  return h(
    "span",
    { class: "mg-mine-courses" },
    begun ? "the course’s, until yours passes: " : "the course’s; yours comes from ",
    address ? h("a", { href: address }, name) : name,
  );
}
