/**
 * The whole program as a small picture, the reader's regions standing out; a region opens below.
 */

import { chapters } from "../data/course.js";
import { lines, regions } from "../data/program.js";
import { codeLine } from "../draw/code.js";
import { freshId, h, s } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { roving } from "../kit/roving.js";

/** @typedef {{ chapter: number, region: string }} State */
/** @typedef {typeof regions[number] & { yours: boolean, lines: string[] }} Region */

// The picture's units: one across is one letter, one down is one line of the program. Right of the
// letters run the hairlines that tie each region to its name.
const WIDE = 112;
const EDGE = 140;

/** @param {State} state */
export function compute({ chapter, region }) {
  const all = regions.map((one) => ({
    ...one,
    yours: one.chapter <= chapter,
    lines: lines.slice(one.first - 1, one.last),
  }));
  return {
    all,
    mine: all.filter((one) => one.yours).length,
    open: all.find((one) => one.name === region) ?? null,
  };
}

/**
 * Lines as strokes of their length: the data of one path.
 * @param {number} from
 * @param {number} to line numbers
 */
export function strokes(from, to) {
  return lines
    .slice(from - 1, to)
    .map((line, i) => {
      const indent = line.length - line.trimStart().length;
      return line.trim() && `M${indent} ${from + i - 0.5}H${line.length}`;
    })
    .join("");
}

/** "05". @param {number} chapter */
const two = (chapter) => String(chapter).padStart(2, "0");

/** @type {import("@anywidget/types").Render<State & { links?: Record<string, string> }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["chapter", "region"],
    name: "Map of the program",
  });
  const how = h("span", { class: "mg-on-screen" }, " Open a region to read it.");
  view.caption(h("span", {}, "Each stroke is one line of the program.", how));
  const links = model.get("links") ?? {};
  const panel = h("div", { id: freshId(), class: "mg-program-panel" });
  const count = h("p", { class: "mg-program-count" });
  const map = programMap(panel.id, (name) =>
    view.set({ region: view.read().region === name ? "" : name }),
  );
  view.body.append(count, map.el, panel);

  return view.show((/** @type {State} */ state) => {
    const { all, mine, open } = compute(state);
    const are = `${mine === 1 ? "is" : "are"} yours after chapter ${two(state.chapter)}`;
    count.replaceChildren(h("b", {}, mine), ` of ${all.length} regions ${are}`);
    map.set(all, open);
    panel.replaceChildren(...(open ? page(open, links[open.chapter]) : []));
    view.say(open ? `${open.name} is open below: ${open.explanation}` : "");
  });
}

/**
 * The picture, and the names of the regions beside it.
 * @param {string} panelId of what a name opens
 * @param {(name: string) => void} onPick
 */
function programMap(panelId, onPick) {
  const parts = regions.map((region, i) => {
    const pick = () => onPick(region.name);
    return paired(regionShape(region, i, pick), regionName(region, panelId, pick));
  });
  const stops = roving(parts.map((part) => part.name));
  const picture = s(
    "svg",
    { viewBox: `-3 0 ${EDGE + 3} ${lines.length}`, preserveAspectRatio: "none", role: "img" },
    s("path", { class: "mg-program-lines", d: strokes(1, regions[0].mark - 1) }),
    ...parts.map((part) => part.shape),
  );
  const names = h(
    "div",
    {
      class: "mg-program-names",
      role: "toolbar",
      "aria-orientation": "vertical",
      "aria-label": "regions of the program",
    },
    ...parts.map((part) => part.name),
  );
  const style = { "--rows": String(regions.length) };

  /**
   * @param {Region[]} all
   * @param {Region | null} open
   */
  function set(all, open) {
    const yours = all.filter((one) => one.yours).map((one) => one.name);
    picture.setAttribute(
      "aria-label",
      `the program's ${lines.length} lines; yours: ${yours.join(", ") || "none yet"}`,
    );
    parts.forEach((part, i) => part.set(all[i], all[i] === open));
    if (open) stops.set(all.indexOf(open));
  }
  return { el: h("div", { class: "mg-program", style }, picture, names), set };
}

/**
 * The lines of a region as strokes, and the hairline to its name.
 * @param {typeof regions[number]} region
 * @param {number} i
 * @param {() => void} onClick
 */
function regionShape({ mark, last }, i, onClick) {
  const next = regions[i + 1]?.mark ?? lines.length + 1;
  const middle = (mark + last - 1) / 2;
  const row = ((i + 0.5) * lines.length) / regions.length;
  const tie = `M${WIDE} ${middle}H${WIDE + 4}L${EDGE - 4} ${row}H${EDGE}`;
  return s(
    "g",
    { class: "mg-program-region", onclick: onClick },
    s("rect", { x: -3, y: mark - 1.5, width: WIDE + 3, height: next - mark }),
    s("path", { class: "mg-program-lines", d: strokes(mark, last) }),
    s("path", { class: "mg-program-tie", d: tie }),
  );
}

/**
 * @param {typeof regions[number]} region
 * @param {string} panelId
 * @param {() => void} onClick
 */
function regionName({ name, chapter }, panelId, onClick) {
  const status = h("span", { class: "mg-hidden" });
  const title = h("span", { class: "mg-program-title" }, ` ${chapters[chapter].title}`);
  const el = h(
    "button",
    { type: "button", class: "mg-program-name", "aria-controls": panelId, onclick: onClick },
    h("code", {}, name),
    h("span", { class: "mg-program-where" }, status, two(chapter), title),
  );
  return { el, status };
}

/**
 * A region and its name light up together.
 * @param {SVGGElement} shape
 * @param {ReturnType<typeof regionName>} name
 */
function paired(shape, { el: name, status }) {
  const both = [shape, name];
  const toggle = (/** @type {string} */ kind, /** @type {boolean} */ on) =>
    both.forEach((one) => one.classList.toggle(kind, on));
  for (const one of both) {
    one.addEventListener("pointerenter", () => toggle("mg-hot", true));
    one.addEventListener("pointerleave", () => toggle("mg-hot", false));
  }
  /**
   * @param {Region} region
   * @param {boolean} open
   */
  function set({ yours }, open) {
    toggle("mg-yours", yours);
    toggle("mg-open", open);
    name.setAttribute("aria-expanded", String(open));
    status.textContent = yours ? ", yours since chapter " : ", later: chapter ";
  }
  return { shape, name, set };
}

/**
 * A region to read.
 * @param {Region} region
 * @param {string | undefined} address of its chapter
 */
function page({ name, first, last, explanation, lines: code, yours, chapter }, address) {
  const where = `chapter ${two(chapter)}, ${chapters[chapter].title}`;
  return [
    h(
      "p",
      { class: "mg-program-head" },
      h("code", {}, name),
      h("span", {}, `lines ${first} to ${last} of ${lines.length}`),
    ),
    h("p", { class: "mg-program-words" }, explanation),
    h(
      "pre",
      { class: "mg-code" },
      ...code.map((line, i) =>
        h("span", { class: "mg-code-line" }, ...codeLine(line, first + i), "\n"),
      ),
    ),
    h(
      "p",
      { class: "mg-program-earned" },
      yours ? "Earned in " : "Later: ",
      address ? h("a", { href: address }, where) : where,
      ".",
    ),
  ];
}

export default { render };
