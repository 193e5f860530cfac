/** What the loss of a prediction pays for: the chance of the right letter, whatever the others have. */

import { chances } from "../data/after_em.js";
import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { lossPicture } from "./loss_builder/picture.js";
import { presets } from "./loss_builder/presets.js";
import { strip } from "./loss_builder/strip.js";
import { many, nats, shown, tell } from "./loss_builder/words.js";

/** @typedef {"evenly" | "one" | "model"} Rest */
/** @typedef {{ p: number, rest: Rest }} State */
/** @typedef {ReturnType<typeof compute>} Now */

const RIGHT = "m"; // in emma, after em
const LEAST = 0.001;
const STEP = 0.01;
const trained = /** @type {Record<string, number>} */ (chances);
const LETTERS = Object.entries(trained);
const RESTS = /** @type {{ value: Rest, label: string }[]} */ ([
  { value: "evenly", label: "evenly" },
  { value: "one", label: "all on a" },
  { value: "model", label: "as the trained model does" },
]);
const CAPTION =
  "p is never 0. −ln 0 has no value: the loss would grow beyond all bounds. " +
  "Softmax gives every letter a little, though a computer may round it to 0.";

/**
 * The chance of every letter, and the loss: it is computed from p alone.
 * @param {State} state
 */
export function compute({ p, rest }) {
  const share = {
    evenly: () => 1 / (LETTERS.length - 1),
    one: (/** @type {string} */ letter) => (letter === "a" ? 1 : 0),
    model: (/** @type {string} */ letter) => trained[letter] / (1 - trained[RIGHT]),
  }[rest];
  const letters = LETTERS.map(([letter]) => ({
    letter,
    right: letter === RIGHT,
    chance: letter === RIGHT ? p : (1 - p) * share(letter),
  }));
  return { p, rest, letters, loss: -Math.log(p) + 0, choices: 1 / p };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["p", "rest"],
    name: "Loss builder",
    caption: CAPTION,
  });
  const setP = (/** @type {number} */ p) => view.set({ p: Math.max(LEAST, p) });
  const size = slider({
    name: "p, the chance of m",
    label: "p",
    min: STEP,
    max: 1,
    step: STEP,
    typed: { min: LEAST, max: 1 },
    value: view.read().p,
    colour: "token",
    onInput: setP,
  });
  const ready = presets(trained[RIGHT], view.set);
  const others = choice({
    name: "Share out the rest",
    options: RESTS,
    value: view.read().rest,
    onInput: (rest) => view.set({ rest }),
  });
  const letters = strip();
  const curve = lossPicture(STEP, setP);
  const sum = h("p", { class: "mg-sum mg-built-sum" });
  const unsure = h("p", { class: "mg-built-unsure" });
  const words = h("ul", { class: "mg-built-words" });
  view.body.append(
    h("p", { class: "mg-built-ask" }, ...asked()),
    h("div", { class: "mg-built-p" }, size.el),
    ready.el,
    letters.el,
    others.el,
    h("div", { class: "mg-columns" }, curve.el, h("div", {}, sum, unsure, words)),
  );

  return view.show((/** @type {State} */ state) => {
    const now = compute(state);
    const loss = nats(now.loss);
    size.set(state.p);
    ready.set(state);
    others.set(state.rest);
    letters.set(now);
    curve.set(now);
    sum.replaceChildren(`loss = −ln ${shown(state.p)} = `, h("b", {}, loss), " nats");
    unsure.replaceChildren("as unsure as among ", h("b", {}, many(now.choices)), " choices");
    words.replaceChildren(...tell(now).map((text) => h("li", {}, text)));
    view.say(`p ${shown(state.p)}, loss ${loss} nats, ${many(now.choices)} choices`);
  });
}

/** What is predicted here. */
function asked() {
  const code = (/** @type {string} */ text) => h("code", {}, text);
  return [
    ...[
      "The name is ",
      code("emma"),
      ", and the model has seen ",
      code("em"),
      ". The right letter ",
    ],
    ...["is ", code("m"), ". Which chance p does the model give it?"],
  ];
}

export default { render };
