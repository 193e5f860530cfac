/** The lines of the program's model, each explained: what it does, and the sizes. */

import { chapters } from "../data/course.js";
import { gptLines } from "../data/gpt_lines.js";
import { lines, regions } from "../data/program.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { plain } from "../kit/text.js";
import { explainedLines } from "./gpt_lines/lines.js";
import { wayBack } from "./gpt_lines/way.js";

/** @typedef {{ region: string, line: number }} State `line` counts the lines of code from 1 */
/** @typedef {ReturnType<typeof compute>} Shown */

export const NAMES = [...new Set(gptLines.map((one) => one.region))];

/**
 * The other regions whose work a line asks for: functions it calls, and the matrices.
 * @param {string} text
 * @param {string} region that it stands in
 */
export function calls(text, region) {
  const code = text.replace(/^\s*def .*/, "");
  const called = NAMES.filter((name) => new RegExp(`\\b${name}\\(`).test(code));
  if (/\bstate_dict\[/.test(code)) called.push("parameters");
  return called.filter((name) => name !== region);
}

/**
 * The region with all its lines; `at` is the place of the chosen one.
 * @param {State} state
 */
export function compute({ region, line }) {
  const where = /** @type {typeof regions[number]} */ (regions.find((one) => one.name === region));
  const told = gptLines
    .filter((one) => one.region === region)
    .map((one) => ({
      ...one,
      text: lines[one.line - 1],
      calls: calls(lines[one.line - 1], region),
    }));
  return { ...where, told, at: clamp(line, 1, told.length) - 1 };
}

/** @type {import("@anywidget/types").Render<State & { links?: Record<string, string> }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["region", "line"],
    name: "The model, line by line",
    caption: "Sizes are those of the program: vectors of 16 numbers, 4 heads, 27 tokens.",
    onReset: () => go([], view.read()),
  });
  let trail = /** @type {State[]} */ ([]); // the lines from which regions were opened
  let here = model.get("region"); // where the trail leads; another region that is set has no trail
  /** @param {State[]} from @param {State} to */
  function go(from, { region, line }) {
    trail = from;
    here = region;
    view.set({ region, line });
    way.set(trail, region);
  }
  const pick = choice({
    name: "region",
    options: NAMES.map((name) => ({ value: name, label: name })),
    value: model.get("region"),
    onInput: (region) => go([], { region, line: 1 }),
  });
  const way = wayBack((depth) => {
    go(trail.slice(0, depth), trail[depth]);
    code.focus();
  });
  const head = h("div", { class: "mg-gpt-head" });
  const code = explainedLines({
    onLine: (i) => view.set({ line: i + 1 }),
    onOpen: (region) => {
      go([...trail, view.read()], { region, line: 1 });
      code.focus();
    },
  });
  view.body.append(
    h(
      "p",
      { class: "mg-gpt-ask mg-on-screen" },
      "Choose a line, or walk with the arrow keys, to read what it does:",
    ),
    pick.el,
    way.el,
    head,
    code.el,
  );

  return view.show((/** @type {State} */ state) => {
    const shown = compute(state);
    if (state.region !== here) [here, trail] = [state.region, []];
    pick.set(state.region);
    way.set(trail, state.region);
    head.replaceChildren(...about(shown, model.get("links")));
    code.set(shown);
    view.say(plain(shown.told[shown.at].says));
  });
}

/**
 * What the region is, and which chapter earns it.
 * @param {Shown} shown
 * @param {Record<string, string>} [links]
 */
function about({ name, first, last, explanation, chapter }, links = {}) {
  const where = `chapter ${String(chapter).padStart(2, "0")}, ${chapters[chapter].title}`;
  const address = links[chapter];
  return [
    h(
      "p",
      { class: "mg-gpt-name" },
      h("code", {}, name),
      h("span", {}, `lines ${first} to ${last} of ${lines.length}`),
    ),
    h("p", { class: "mg-gpt-words" }, explanation),
    h(
      "p",
      { class: "mg-gpt-earned" },
      "From ",
      address ? h("a", { href: address }, where) : where,
      ".",
    ),
  ];
}

export default { render };
