/** Any expression of the six operations: its graph, and the way through it. */

import { LONGEST, OF_VALUES, parse } from "../engine/expression.js";
import { ExpressionError } from "../engine/expression_tokens.js";
import { Undefined } from "../engine/expression_value.js";
import { expressionGraph, lettersOf } from "../engine/graph_build.js";
import { fold } from "../engine/graph_fold.js";
import { slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { expressionField, mistakeIn } from "../kit/expression_field.js";
import { figure } from "../kit/figure.js";
import { programSwitch } from "./program_switch.js";
import { stepping } from "./stepping.js";

/**
 * @typedef {{ expression: string, inputs: Record<string, number>, step: number, program: boolean }}
 *   State
 */

const REACH = 10;
const CAPTION = "Write an expression and step through its graph, forward and backward.";
const BOXES = "In each box: above the value, below its gradient.";
const HINT = "There are + - * / ** and ( ), log, exp and relu; a letter is a value.";

/**
 * The graph, or the reason why there is none with these numbers.
 * @param {Pick<State, "expression" | "inputs">} state
 */
export function compute({ expression, inputs }) {
  const tree = parse(expression, OF_VALUES);
  const letters = lettersOf(tree);
  try {
    const program = expressionGraph(tree, inputs);
    return { letters, program, folded: fold(program), reason: "" };
  } catch (error) {
    if (!(error instanceof Undefined)) throw error;
    return { letters, program: null, folded: null, reason: error.message };
  }
}

/** What is wrong with a text, whatever the numbers are. @param {string} text */
export function mistake(text) {
  return mistakeIn(text, (one) => compute({ expression: one, inputs: {} }), ExpressionError);
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["expression", "inputs", "step", "program"],
    name: "Expression sandbox",
    onReset: () => {
      field.clear();
      steps.stop();
      steps.clear();
      draw(view.read());
    },
  });
  const field = expressionField({
    label: "Your expression, as Python writes it",
    hint: HINT,
    stays: "The last graph stays.",
    longest: LONGEST,
    mistake,
    onInput: (expression) => {
      steps.stop();
      view.set({ expression, step: 0 });
    },
  });
  const letters = letterSliders((letter, x) =>
    view.set({ inputs: { ...view.read().inputs, [letter]: x } }),
  );
  let said = "";
  const steps = stepping({
    name: "The graph of the expression",
    say: view.say,
    onStep: (step) => {
      view.set({ step });
      view.say(said);
    },
  });
  const asProgram = programSwitch((program) => view.set({ program, step: 0 }));
  const none = h("p", { class: "mg-auto-none" });
  const graph = h("div", {}, steps.above, ...steps.els, asProgram.el);
  view.body.append(field.el, letters.el, none, graph);
  const known = kept();
  view.caption(
    h(
      "span",
      {},
      h("span", { class: "mg-on-screen" }, CAPTION),
      h("span", { class: "mg-on-paper" }, BOXES),
    ),
  );

  /** @param {State} state */
  function draw(state) {
    const found = known(state);
    field.set(state.expression);
    letters.set(found.letters, state.inputs);
    graph.hidden = found.program === null;
    none.hidden = found.program !== null;
    none.textContent = found.reason && `With these numbers there is no result: ${found.reason}.`;
    if (!found.program || !found.folded) return;
    asProgram.set(state.program, found.folded.nodes.length < found.program.nodes.length);
    said = steps.set(state.program ? found.program : found.folded, state.step);
  }
  return view.show(draw, steps.stop);
}

/** The last graph again, as long as expression and numbers are the same. */
function kept() {
  let last = { key: "", found: /** @type {ReturnType<typeof compute> | null} */ (null) };
  return (/** @type {State} */ state) => {
    const key = JSON.stringify([state.expression, state.inputs]);
    if (last.key !== key || !last.found) last = { key, found: compute(state) };
    return /** @type {ReturnType<typeof compute>} */ (last.found);
  };
}

/**
 * A slider for each letter. Those that stay are kept, so that the hand stays on them.
 * @param {(letter: string, x: number) => void} onInput
 */
function letterSliders(onInput) {
  const el = h("div", { class: "mg-auto-letters" });
  const made = /** @type {Map<string, ReturnType<typeof slider>>} */ (new Map());

  /**
   * @param {string[]} letters
   * @param {Record<string, number>} inputs
   */
  function set(letters, inputs) {
    for (const letter of letters) {
      if (made.has(letter)) continue;
      const limits = { min: -REACH, max: REACH, step: 0.5, value: inputs[letter] ?? 1 };
      const label = symbol(letter);
      const one = slider({
        ...limits,
        ...{ name: letter, label, colour: "data", onInput: (x) => onInput(letter, x) },
      });
      made.set(letter, one);
      el.append(one.el);
    }
    made.forEach((one, letter) => {
      one.el.hidden = !letters.includes(letter);
      one.set(inputs[letter] ?? 1);
    });
  }
  return { el, set };
}

export default { render };
