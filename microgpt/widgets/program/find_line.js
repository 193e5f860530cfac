/**
 * A question answered by clicking a line of the program: a hint after a wrong line, an explanation
 * after the right one.
 */

import { lines, regions } from "../data/program.js";
import { codeLine } from "../draw/code.js";
import { attributes, h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { roving } from "../kit/roving.js";
import { plain, rich } from "../kit/text.js";

/**
 * @typedef {{ question: string, regions: string[], accept: string[], hints: Hint[],
 *   otherwise: string, explanation: string }} Item
 */
/** @typedef {{ content: Item, tried: number[] }} State */
/** @typedef {{ number: number, text: string, region: string }} Line */
/** @typedef {{ text: string, line?: string, region?: string }} Hint */

/**
 * The lines an item shows, in the program's order.
 * @param {Item} item
 * @returns {Line[]}
 */
export function shown(item) {
  return regions
    .filter((region) => item.regions.includes(region.name))
    .flatMap((region) =>
      lines
        .slice(region.first - 1, region.last)
        .map((text, i) => ({ number: region.first + i, text, region: region.name })),
    );
}

/**
 * What clicking a line is answered with. The first hint that fits is the one given.
 * @param {Item} item
 * @param {Line} line
 */
export function judge(item, { text, region }) {
  if (item.accept.some((piece) => text.includes(piece)))
    return { right: true, words: item.explanation };
  const hint = item.hints.find((one) =>
    one.line ? text.includes(one.line) : one.region === region,
  );
  return { right: false, words: hint ? hint.text : item.otherwise };
}

/**
 * The lines tried, each once and up to the right one, with what is said to each.
 * @param {State} state
 */
export function compute({ content: item, tried }) {
  const code = shown(item);
  const answers = /** @type {(ReturnType<typeof judge> & Line)[]} */ ([]);
  for (const number of new Set(tried)) {
    const line = code.find((one) => one.number === number);
    if (line?.text.trim() && !answers.at(-1)?.right)
      answers.push({ ...judge(item, line), ...line });
  }
  return { code, answers, found: answers.at(-1)?.right ?? false };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const content = /** @type {Item} */ (model.get("content"));
  const view = figure({
    model,
    el,
    keys: ["tried"],
    name: `Find the line: ${content.question}`,
  });
  const how = " Click the one, or walk to it with the arrow keys and press Enter.";
  view.caption(h("span", {}, "Lines of the program.", h("span", { class: "mg-on-screen" }, how)));
  const program = programLines(shown(content), (line) => {
    const { tried } = /** @type {{ tried: number[] }} */ (view.read());
    if (!compute({ content, tried }).found && !tried.includes(line.number))
      view.set({ tried: [...tried, line.number] });
  });
  const facts = h("p", { class: "mg-facts mg-find-facts" });
  view.body.append(program.el, facts);

  return view.show((/** @type {{ tried: number[] }} */ { tried }) => {
    const { answers, found } = compute({ content, tried });
    program.set(answers, found);
    facts.textContent = tell(answers, found);
    facts.classList.toggle("mg-on-screen", answers.length === 0);
    const last = answers.at(-1);
    const verdict = last?.right ? "right" : "not this line";
    view.say(last ? `Line ${last.number}: ${verdict}. ${plain(last.words)}` : "");
  });
}

/** @typedef {ReturnType<typeof compute>["answers"]} Answers */

/**
 * How the search stands.
 * @param {Answers} answers
 * @param {boolean} found
 */
function tell(answers, found) {
  const wrong = answers.filter((one) => !one.right).length;
  if (found) return `Found${wrong ? ` after ${count(wrong, "other line")}` : " at once"}.`;
  return wrong ? `${count(wrong, "line")} tried. Try another.` : "No line tried yet.";
}

/**
 * The lines as buttons under the names of their regions; below a line what is said to it.
 * @param {Line[]} code
 * @param {(line: Line) => void} onPick
 */
function programLines(code, onPick) {
  const rows = code
    .filter((line) => line.text.trim())
    .map((line) => lineRow(line, () => onPick(line)));
  roving(rows.map((row) => row.name));
  const el = h("div", {
    class: "mg-find",
    role: "toolbar",
    "aria-orientation": "vertical",
    "aria-label": "lines of the program",
  });
  for (const line of code) {
    if (line.number === regions.find((region) => region.name === line.region)?.first)
      el.append(h("p", { class: "mg-find-region" }, line.region));
    const row = rows.find((one) => one.line === line);
    if (row) el.append(row.name, row.words);
    else el.append(h("div", { class: "mg-find-blank" }));
  }
  /**
   * @param {Answers} answers
   * @param {boolean} found
   */
  function set(answers, found) {
    for (const row of rows) {
      const answer = answers.find((one) => one.number === row.line.number);
      row.set(answer, found);
    }
  }
  return { el, set };
}

/**
 * @param {Line} line
 * @param {() => void} onClick
 */
function lineRow(line, onClick) {
  const name = h(
    "button",
    { type: "button", class: "mg-line-button mg-find-line", onclick: onClick },
    ...codeLine(line.text, line.number),
  );
  const words = h("p", { class: "mg-find-words", hidden: true });

  /**
   * @param {Answers[number] | undefined} answer
   * @param {boolean} found
   */
  function set(answer, found) {
    const said = answer
      ? [h("b", {}, answer.right ? "Right." : "Not this line."), " ", ...rich(answer.words)]
      : [];
    name.classList.toggle("mg-wrong", answer?.right === false);
    name.classList.toggle("mg-right", answer?.right === true);
    attributes(name, { "aria-disabled": found ? "true" : null });
    words.hidden = !answer;
    words.classList.toggle("mg-right", answer?.right === true);
    words.replaceChildren(...said);
  }
  return { line, name, words, set };
}

export default { render };
