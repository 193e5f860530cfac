/**
 * The loop of training, station by station, on four numbers: what may follow the letter e? In emma
 * it is m.
 */

import { tokens } from "../draw/tokens.js";
import { softmax } from "../engine/gpt.js";
import { slider } from "../kit/controls.js";
import { h, s } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fixed, percent } from "../kit/format.js";
import { player } from "../kit/player.js";

/** @typedef {{ steps: number, step_size: number, start: number[] }} State */
/**
 * @typedef {{ numbers: number[], probs: number[], loss: number, blame: number[],
 *   next: number[] }} Round
 */

const LETTERS = ["a", "e", "m", "end"];
const TRUTH = 2;
const STATIONS = 5;
const MOST = 100;

/**
 * One round. The loss is the surprise of the truth, −log p; its slope with respect to each number
 * is p, less 1 where the letter is the truth.
 * @param {number[]} numbers
 * @param {number} stepSize
 * @returns {Round}
 */
function round(numbers, stepSize) {
  const probs = Array.from(softmax(numbers));
  const blame = probs.map((p, i) => p - (i === TRUTH ? 1 : 0));
  return {
    numbers,
    probs,
    loss: -Math.log(probs[TRUTH]),
    blame,
    next: numbers.map((x, i) => x - stepSize * blame[i]),
  };
}

/**
 * Every round that has begun; `station` is the one reached in the last of them: 0 is before "feed",
 * 5 after "adjust".
 * @param {State} state
 */
export function compute({ steps, step_size, start }) {
  const finished = Math.max(0, Math.ceil(steps / STATIONS) - 1);
  const rounds = [round(start, step_size)];
  for (let i = 0; i < finished; i++) rounds.push(round(rounds[i].next, step_size));
  return { rounds, now: rounds[finished], station: steps - finished * STATIONS };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["steps", "step_size", "start"],
    name: "The five-step loop",
    caption:
      "One round is five steps; the next round starts with the adjusted numbers. A larger step size changes them more at once.",
    onReset: () => play.stop(),
  });
  const word = tokens({ name: "the name emma" });
  const loss = h("b", { class: "mg-c-loss" });
  const rows = /** @type {[string, ...(string | Node)[]][]} */ ([
    ["Feed", "Show e; the model looks up its numbers."],
    ["Predict", "Turn them into probabilities."],
    ["Compare", "Uncover the truth. ", loss],
    ["Trace the blame", "What does each number do to the loss?"],
    ["Adjust", "Move each number against its blame."],
  ]).map(([verb, ...what], i) => {
    const cells = LETTERS.map(() => h("td", { role: "cell" }));
    const head = h(
      "th",
      { scope: "row", role: "rowheader" },
      h("span", { class: "mg-loop-stop", "aria-hidden": "true" }, i + 1),
      h("span", { class: "mg-loop-verb" }, verb),
      h("span", { class: "mg-loop-what" }, ...what),
    );
    return { cells, row: h("tr", { role: "row" }, head, ...cells) };
  });
  const shares = LETTERS.map(() => h("span", { class: "mg-loop-share" }));
  const figures = LETTERS.map(() => h("span"));
  const table = h(
    "table",
    { class: "mg-loop", role: "table" }, // roles: on a narrow page css takes the rows apart
    h(
      "tr",
      { role: "row" },
      h("td", { role: "cell" }, word.el),
      ...LETTERS.map((letter) => h("th", { scope: "col", role: "columnheader" }, letter)),
    ),
    ...rows.map(({ row }) => row),
  );
  rows[1].cells.forEach((cell, i) =>
    cell.append(h("span", { class: "mg-loop-room" }, shares[i]), figures[i]),
  );
  const history = curve();
  const facts = h("p", { class: "mg-loop-facts" });
  const play = player({
    name: "steps of the loop",
    speedMs: 900,
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: Math.min(MOST, view.read().steps + 1) });
      return view.read().steps < MOST;
    },
  });
  const size = slider({
    name: "step size",
    min: 0,
    max: 5,
    step: 0.1,
    value: model.get("step_size"),
    colour: "grad",
    onInput: (x) => view.set({ step_size: x }),
  });
  view.body.append(
    table,
    h("div", { class: "mg-loop-controls" }, play.el, size.el),
    h("div", { class: "mg-loop-below" }, facts, history.el),
  );

  return view.show((/** @type {State} */ state) => {
    const { rounds, now, station } = compute(state);
    const before = rounds.at(-2);
    word.set(
      [..."emma"].map((text, i) => ({
        text,
        state:
          station === 0 || i > 1 ? "next" : i === 0 ? "current" : station >= 3 ? "past" : "next",
      })),
    );
    rows.forEach(({ row }, i) => {
      row.classList.toggle("mg-loop-ahead", i >= station);
      row.classList.toggle("mg-loop-here", i === station - 1);
      if (i === station - 1) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    });
    const shown = (/** @type {number} */ i, /** @type {string} */ text) =>
      i < station ? text : "·";
    LETTERS.forEach((_, i) => {
      rows[0].cells[i].textContent = shown(0, fixed(now.numbers[i]));
      figures[i].textContent = shown(1, now.probs[i] < 0.01 ? "<1 %" : percent(now.probs[i]));
      shares[i].style.setProperty("--share", String(station > 1 ? now.probs[i] : 0));
      rows[2].cells[i].textContent = i === TRUTH ? shown(2, "100 %") : shown(2, "0 %");
      rows[3].cells[i].textContent = shown(
        3,
        `${now.blame[i] >= 0 ? "+" : ""}${fixed(now.blame[i])}`,
      );
      rows[4].cells[i].textContent = shown(4, fixed(now.next[i]));
    });
    loss.textContent = station >= 3 ? `Loss ${fixed(now.loss)}.` : "";
    size.set(state.step_size);
    play.setEnd(state.steps >= MOST);
    history.set(rounds.slice(0, station >= 3 ? undefined : -1).map((one) => one.loss));
    facts.replaceChildren(
      h("b", {}, `Round ${rounds.length}. `),
      sentence(now, station, state.step_size, before),
    );
    view.say(
      `Round ${rounds.length}, ${["not begun", "feed", "predict", "compare", "trace the blame", "adjust"][station]}. ${sentence(now, station, state.step_size, before)}`,
    );
  });
}

/**
 * What has just happened, with its numbers.
 * @param {Round} now
 * @param {number} station
 * @param {number} stepSize
 * @param {Round} [before]
 */
export function sentence({ numbers, probs, loss, blame, next }, station, stepSize, before) {
  const p = percent(probs[TRUTH]);
  const x = fixed(numbers[TRUTH]);
  switch (station) {
    case 0:
      return "Nothing has happened yet. The model has four numbers, one for each thing that may follow e. Press Step.";
    case 1:
      return `The model is shown e. Its number for m is ${x}; a higher number means a likelier letter.`;
    case 2:
      return `The model gives m ${p}.`;
    case 3:
      return `The truth is m, which had ${p}. The surprise, called the loss, is −log ${fixed(probs[TRUTH], 3)} = ${fixed(loss)}${before ? `; a round ago it was ${fixed(before.loss)}` : ""}.`;
    case 4:
      return `The number for m has blame ${fixed(blame[TRUTH])}: below zero, so raising it lowers the loss. The others have blame above zero: lowering them lowers the loss.`;
    default:
      return `The number for m goes from ${x} to ${x} − ${fixed(stepSize, 1)} × (${fixed(blame[TRUTH])}) = ${fixed(next[TRUTH])}. The next step begins a new round.`;
  }
}

/** The losses so far as a line. */
function curve() {
  const WIDTH = 300;
  const HEIGHT = 96;
  const LEFT = 32;
  const BASE = 80;
  const path = s("path", { class: "mg-loop-line" });
  const dot = s("circle", { r: 4, class: "mg-loop-dot" });
  const value = s("text", { class: "mg-value" });
  const top = s("text", { x: 0, y: 14 });
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "mg-loop-curve" },
    s("path", { class: "mg-axis", d: `M${LEFT} 6V${BASE}H${WIDTH}` }),
    top,
    s("text", { x: 0, y: BASE + 4 }, "0"),
    s("text", { x: WIDTH, y: HEIGHT - 1, "text-anchor": "end" }, "rounds"),
    s("text", { x: 0, y: 47 }, "loss"),
    path,
    dot,
    value,
  );

  /** @param {number[]} losses */
  function set(losses) {
    const most = Math.max(1, Math.ceil(Math.max(0, ...losses)));
    const across = Math.max(10, losses.length);
    const points = losses.map((loss, i) => [
      LEFT + 12 + (i * (WIDTH - LEFT - 50)) / (across - 1),
      BASE - (loss / most) * (BASE - 10),
    ]);
    const [x, y] = points.at(-1) ?? [0, 0];
    path.setAttribute(
      "d",
      points.length ? `M${points.map((point) => point.join(" ")).join("L")}` : "",
    );
    top.textContent = String(most);
    for (const [name, at] of /** @type {const} */ ([
      ["cx", x],
      ["cy", y],
    ]))
      dot.setAttribute(name, String(at));
    dot.toggleAttribute("hidden", !points.length);
    value.setAttribute("x", String(x + 8));
    value.setAttribute("y", String(y - 5));
    value.textContent = losses.length ? fixed(losses[losses.length - 1]) : "";
    el.setAttribute(
      "aria-label",
      losses.length
        ? `loss of each round so far: ${losses.map((loss) => fixed(loss)).join(", ")}`
        : "no loss yet",
    );
  }
  return { el, set };
}

export default { render };
