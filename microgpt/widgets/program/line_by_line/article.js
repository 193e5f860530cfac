/** What is said of the chosen region, and its picture. */

import { chapters } from "../../data/course.js";
import { lines } from "../../data/program.js";
import { h } from "../../kit/dom.js";
import { rich } from "../../kit/text.js";
import { stage } from "./stage.js";

/** @typedef {import("../line_by_line.js").Shown} Shown */

const HEADINGS = /** @type {const} */ ({
  today: "GPT-2 and today",
  cost: "Cost",
  numerics: "Numerics",
});

/**
 * @param {Record<string, string>} links of the chapters
 * @param {(piece?: string) => void} onLine the line that the picture is about
 */
export function article(links, onLine) {
  const head = h("div", {});
  const body = h("div", {});
  const picture = stage(onLine);
  const el = h("div", { class: "mg-lines-words" }, head, picture.el, body);
  let name = "";

  /** @param {Shown} shown */
  function set(shown) {
    if (shown.name !== name) {
      name = shown.name;
      head.replaceChildren(...heading(shown));
      picture.set(name);
    }
    body.replaceChildren(
      ...(shown.plain ? plainWords(shown.told) : []),
      ...(shown.technical ? technicalWords(shown.told) : []),
      earned(shown.chapter, links),
    );
  }
  return { el, set, restart: picture.restart, stop: picture.stop };
}

/** @param {Shown} shown */
function heading({ name, told, first, last }) {
  return [
    h(
      "p",
      { class: "mg-lines-name" },
      h("code", {}, name),
      h("span", {}, `lines ${first} to ${last} of ${lines.length}`),
    ),
    h("p", { class: "mg-lines-title" }, told.title),
  ];
}

/** @param {Shown["told"]} told */
function plainWords({ plain, analogy }) {
  return [
    ...plain.map((text) => h("p", { class: "mg-lines-plain" }, ...rich(text))),
    h("p", { class: "mg-lines-analogy" }, h("b", {}, "A picture in words"), " ", ...rich(analogy)),
  ];
}

/** @param {Shown["told"]} told */
function technicalWords({ technical }) {
  const parts = /** @type {(keyof typeof HEADINGS)[]} */ (Object.keys(HEADINGS));
  return [
    h(
      "dl",
      { class: "mg-lines-technical" },
      ...parts.flatMap((part) => [
        h("dt", {}, HEADINGS[part]),
        h("dd", {}, ...rich(technical[part])),
      ]),
    ),
  ];
}

/**
 * @param {number} chapter
 * @param {Record<string, string>} links
 */
function earned(chapter, links) {
  const where = `chapter ${String(chapter).padStart(2, "0")}, ${chapters[chapter].title}`;
  const address = links[chapter];
  return h(
    "p",
    { class: "mg-lines-earned" },
    "From ",
    address ? h("a", { href: address }, where) : where,
    ".",
  );
}
