/** The program in a pane of its own: a press anywhere in a region chooses it. Nothing in it moves. */

import { lines, regions } from "../../data/program.js";
import { codeLine } from "../../draw/code.js";
import { attributes, h } from "../../kit/dom.js";
import { still } from "../../kit/player.js";
import { roving } from "../../kit/roving.js";

const ROOM = 24; // pixels that stay free above and below what is brought into view

/** @param {(region: string) => void} onPick */
export function codePane(onPick) {
  const blocks = regions.map((region) => regionBlock(region, () => onPick(region.name)));
  const stops = roving(blocks.map((block) => block.head));
  const first = regions[0].mark - 1;
  const before = h("div", { class: "mg-lines-before" }, ...lines.slice(0, first).map(row));
  const el = h(
    "div",
    { class: "mg-lines-code", role: "group", "aria-label": "the program" },
    before,
    ...blocks.map((block) => block.el),
  );
  let at = -1;

  /** The chosen region. @param {string} name */
  function set(name) {
    const next = regions.findIndex((one) => one.name === name);
    if (next === at) return;
    at = next;
    blocks.forEach((block, i) => block.set(i === at));
    stops.set(at);
    show(blocks[at].el);
  }
  /** The line of the chosen region that has this piece of text; none: no line. @param {string} [piece] */
  function mark(piece) {
    blocks.forEach((block, i) => block.mark(i === at ? piece : undefined));
  }
  /** Scroll the pane, not the page, as far as is needed. @param {HTMLElement} part */
  function show(part) {
    const top = part.offsetTop - ROOM;
    const bottom = part.offsetTop + part.offsetHeight + ROOM - el.clientHeight;
    const inView = el.scrollTop <= top + ROOM && el.scrollTop >= bottom - ROOM;
    const to = bottom > top || el.scrollTop > top ? top : bottom;
    if (!inView) el.scrollTo({ top: to, behavior: still() ? "auto" : "smooth" });
  }
  return { el, set, mark };
}

/**
 * A region's lines. Its first line names it: that is what the keyboard comes to.
 * @param {typeof regions[number]} region
 * @param {() => void} onPick
 */
function regionBlock({ name, mark, last }, onPick) {
  const head = h(
    "button",
    {
      type: "button",
      class: "mg-line-button mg-lines-head",
      "aria-label": `${name}, lines ${mark} to ${last}`,
      onfocus: () => head.matches(":focus-visible") && onPick(),
    },
    ...codeLine(lines[mark - 1], mark),
  );
  const texts = lines.slice(mark, last);
  const rows = texts.map((text, i) => row(text, mark + i));
  const el = h("div", { class: "mg-lines-region", onclick: onPick }, head, ...rows);
  return {
    el,
    head,
    /** @param {boolean} chosen */
    set(chosen) {
      el.classList.toggle("mg-chosen", chosen);
      attributes(head, { "aria-pressed": String(chosen) });
    },
    /** @param {string} [piece] */
    mark(piece) {
      rows.forEach((one, i) =>
        one.classList.toggle("mg-now", piece !== undefined && texts[i].includes(piece)),
      );
    },
  };
}

/** @param {string} text @param {number} i its place in the program, from 0 */
function row(text, i) {
  return h("div", { class: "mg-lines-row" }, ...codeLine(text, i + 1));
}
