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
// letters run the
// hairlines that tie each region to its name.
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

/** "chapter 05, The autograd engine". @param {number} number */
function named(number) {
  return `chapter ${String(number).padStart(2, "0")}, ${chapters[number].title}`;
}

/** @type {import("@anywidget/types").Render<State & { links?: Record<string, string> }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["chapter", "region"],
    name: "Map of the program",
    caption: "Each stroke is one line of the program. Open a region to read it.",
  });
  const links = model.get("links") ?? {};
  const panelId = freshId();
  const count = h("p", { class: "mg-program-count" });
  const panel = h("div", { id: panelId, class: "mg-program-panel" });
  /** @param {string} name */
  const toggle = (name) => view.set({ region: view.read().region === name ? "" : name });

  const parts = regions.map((region, i) => {
    const next = regions[i + 1]?.mark ?? lines.length + 1;
    const middle = (region.mark + region.last - 1) / 2;
    const row = ((i + 0.5) * lines.length) / regions.length;
    const picture = s(
      "g",
      { class: "mg-program-region", onclick: () => toggle(region.name) },
      s("rect", { x: -3, y: region.mark - 1.5, width: WIDE + 3, height: next - region.mark }),
      s("path", { class: "mg-program-lines", d: strokes(region.mark, region.last) }),
      s("path", {
        class: "mg-program-tie",
        d: `M${WIDE} ${middle}H${WIDE + 4}L${EDGE - 4} ${row}H${EDGE}`,
      }),
    );
    const status = h("span", { class: "mg-hidden" });
    const name = h(
      "button",
      {
        type: "button",
        class: "mg-program-name",
        "aria-controls": panelId,
        onclick: () => toggle(region.name),
      },
      h("code", {}, region.name),
      h(
        "span",
        { class: "mg-program-where" },
        status,
        String(region.chapter).padStart(2, "0"),
        h("span", { class: "mg-program-title" }, ` ${chapters[region.chapter].title}`),
      ),
    );
    for (const one of [picture, name]) {
      one.addEventListener("pointerenter", () => {
        picture.classList.add("mg-hot");
        name.classList.add("mg-hot");
      });
      one.addEventListener("pointerleave", () => {
        picture.classList.remove("mg-hot");
        name.classList.remove("mg-hot");
      });
    }
    return { picture, name, status };
  });
  const stops = roving(parts.map((part) => part.name));
  const picture = s(
    "svg",
    { viewBox: `-3 0 ${EDGE + 3} ${lines.length}`, preserveAspectRatio: "none", role: "img" },
    s("path", { class: "mg-program-lines", d: strokes(1, regions[0].mark - 1) }),
    ...parts.map((part) => part.picture),
  );
  view.body.append(
    count,
    h(
      "div",
      { class: "mg-program", style: { "--rows": String(regions.length) } },
      picture,
      h(
        "div",
        {
          class: "mg-program-names",
          role: "toolbar",
          "aria-orientation": "vertical",
          "aria-label": "regions of the program",
        },
        ...parts.map((part) => part.name),
      ),
    ),
    panel,
  );

  /** @param {Region} region */
  function page(region) {
    const where = named(region.chapter);
    const address = links[region.chapter];
    return [
      h(
        "p",
        { class: "mg-program-head" },
        h("code", {}, region.name),
        h("span", {}, `lines ${region.first} to ${region.last} of ${lines.length}`),
      ),
      h("p", { class: "mg-program-words" }, region.explanation),
      h(
        "pre",
        { class: "mg-code" },
        ...region.lines.map((line, i) =>
          h("span", { class: "mg-code-line" }, ...codeLine(line, region.first + i), "\n"),
        ),
      ),
      h(
        "p",
        { class: "mg-program-earned" },
        region.yours ? "Earned in " : "Later: ",
        address ? h("a", { href: address }, where) : where,
        ".",
      ),
    ];
  }

  return view.show((/** @type {State} */ state) => {
    const { all, mine, open } = compute(state);
    count.replaceChildren(
      h("b", {}, mine),
      ` of ${all.length} regions ${mine === 1 ? "is" : "are"} yours after chapter ${String(state.chapter).padStart(2, "0")}`,
    );
    picture.setAttribute(
      "aria-label",
      `the program's ${lines.length} lines; yours: ${
        all
          .filter((one) => one.yours)
          .map((one) => one.name)
          .join(", ") || "none yet"
      }`,
    );
    parts.forEach(({ picture: shape, name, status }, i) => {
      for (const one of [shape, name]) {
        one.classList.toggle("mg-yours", all[i].yours);
        one.classList.toggle("mg-open", all[i] === open);
      }
      name.setAttribute("aria-expanded", String(all[i] === open));
      status.textContent = all[i].yours ? ", yours since chapter " : ", later: chapter ";
    });
    panel.replaceChildren(...(open ? page(open) : []));
    if (open) stops.set(all.indexOf(open));
    view.say(open ? `${open.name} is open below: ${open.explanation}` : "");
  });
}

export default { render };
