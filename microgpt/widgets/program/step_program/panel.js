/** Beside the code: which calls are open, the region, what happened, and the variables. */

import { chapters } from "../../data/course.js";
import { h, setText } from "../../kit/dom.js";
import { calls, regionOf, RUN, variables } from "./walk.js";
import { done, toCome } from "./words.js";

/**
 * @param {Record<string, string>} links of the chapters that can be read
 * @param {(depth: number) => void} onOut to the open call of that depth
 */
export function panel(links, onOut) {
  const crumbs = h("nav", { class: "mg-trace-calls", "aria-label": "open calls" });
  const region = h("p", { class: "mg-trace-region" });
  const words = h("p", { class: "mg-trace-words" });
  const ahead = h("p", { class: "mg-trace-next" });
  const own = table("Variables of this call");
  const outer = table("Used here, made outside this call");
  const el = h(
    "div",
    { class: "mg-trace-panel" },
    crumbs,
    region,
    words,
    ahead,
    h("div", { class: "mg-trace-variables" }, own.el, outer.el),
  );

  /** @param {number} at */
  function set(at) {
    crumbs.replaceChildren(...way(at, onOut));
    region.replaceChildren(...about(at, links));
    setText(words, done(at));
    setText(ahead, toCome(at));
    const all = variables(at);
    own.set(all.filter((one) => !one.outer));
    outer.set(all.filter((one) => one.outer));
  }
  return { el, set };
}

/**
 * The open calls, outermost first; each but the last leads out to it.
 * @param {number} at
 * @param {(depth: number) => void} onOut
 */
function way(at, onOut) {
  const open = calls(at);
  return open.flatMap((name, i) =>
    i === open.length - 1
      ? [h("code", { "aria-current": "true" }, name)]
      : [outOf(name, () => onOut(i + 1)), h("span", { "aria-hidden": "true" }, "›")],
  );
}

/** @param {string} name @param {() => void} onclick */
const outOf = (name, onclick) =>
  h(
    "button",
    { type: "button", class: "mg-trace-call", "aria-label": `out to ${name}`, onclick },
    name,
  );

/**
 * The region, and the chapter that earns it.
 * @param {number} at
 * @param {Record<string, string>} links
 */
function about(at, links) {
  const { name, chapter } = regionOf(RUN[at]);
  const where = `chapter ${String(chapter).padStart(2, "0")}, ${chapters[chapter].title}`;
  const address = links[chapter];
  return [
    "Region ",
    h("code", {}, name),
    ", from ",
    address ? h("a", { href: address }, where) : where,
  ];
}

/** @param {string} name */
function table(name) {
  const body = h("tbody");
  const el = h("table", { class: "mg-table mg-trace-table" }, h("caption", {}, name), body);
  /** @param {import("./walk.js").Variable[]} all */
  function set(all) {
    el.hidden = all.length === 0;
    body.replaceChildren(...all.map(variable));
  }
  return { el, set };
}

/** @param {import("./walk.js").Variable} one */
function variable({ name, text, fresh }) {
  return h(
    "tr",
    { class: fresh ? "mg-trace-fresh" : "" },
    h("th", { scope: "row" }, h("code", {}, name)),
    h("td", {}, text, fresh ? h("span", { class: "mg-trace-now" }, " ● now") : null),
  );
}
