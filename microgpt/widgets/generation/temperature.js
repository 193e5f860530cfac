/**
 * The temperature: what becomes of the trained model's probabilities, and of the names it writes,
 * when every logit is divided by one number.
 */

import { nameList, trainedModel } from "../engine/canonical.js";
import { entropyOf, softmax } from "../engine/nn.js";
import { Random } from "../engine/random.js";
import { nextLogits, sample } from "../engine/sampling.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { LETTERS, likeliest } from "./letter_bars.js";
import { prefixField } from "./prefix_field.js";
import { orderedBars } from "./temperature/bars.js";
import { entropyScale } from "./temperature/entropy_scale.js";
import { logitsTable } from "./temperature/logits_table.js";
import { sampleList } from "./temperature/samples.js";
import { temperatureSlider } from "./temperature_slider.js";
import { neverChanges, spoken } from "./temperature/words.js";

/** @typedef {"likeliest" | "alphabet"} Order */
/** @typedef {{ prefix: string, temperature: number, seed: number, order: Order }} State */
/** @typedef {ReturnType<typeof compute>} Now */

const SAMPLES = 10;
const LAST_SEED = 1e9 - SAMPLES;
const CAPTION =
  "Filled bars are the probabilities at your temperature, outlines those at temperature 1. " +
  "Click a letter to add it to the beginning.";

/** In bits. @param {ArrayLike<number>} probs */
const bitsOf = (probs) => entropyOf(probs) / Math.LN2;

/**
 * The logits after the prefix, the probabilities at this temperature and at 1, both entropies in
 * bits, the letters from the likeliest to the least likely, and the names that are drawn.
 * @param {State} state
 * @param {ReturnType<typeof trainedModel>} engine
 */
export function compute({ prefix, temperature, seed }, { model, tokenizer }) {
  const logits = nextLogits(model, tokenizer, prefix);
  const probs = softmax(logits, temperature);
  const plain = softmax(logits);
  return {
    temperature,
    logits,
    probs,
    plain,
    bits: bitsOf(probs),
    plainBits: bitsOf(plain),
    order: likeliest(logits, logits.length).map(({ i }) => i),
    names: Array.from({ length: SAMPLES }, (_, i) =>
      sample(model, tokenizer, new Random(seed + i), { temperature, prefix }),
    ),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const engine = trainedModel();
  const view = figure({
    model,
    el,
    keys: ["prefix", "temperature", "seed", "order"],
    name: "Temperature",
    caption: CAPTION,
    onReset: () => field.clear(),
  });
  const field = prefixField({
    label: "Beginning of a name, or empty",
    onPrefix: (prefix) => {
      if (prefix !== view.read().prefix) view.set({ prefix });
    },
  });
  const heat = temperatureSlider(model.get("temperature"), (temperature) =>
    view.set({ temperature }),
  );
  const order = orderChoice(view.read(), view.set);
  const bars = orderedBars((letter) => {
    const next = LETTERS[letter];
    const { prefix } = view.read();
    if (next !== "end") view.set({ prefix: field.cleaned(prefix + next) });
  });
  const entropy = entropyScale();
  const table = logitsTable();
  const words = h("p", { class: "mg-temperature-words" });
  const samples = sampleList(nameList());
  const again = button("Draw again", () => {
    view.set({ seed: (view.read().seed + SAMPLES) % LAST_SEED });
  });
  view.body.append(
    h("div", { class: "mg-temperature-top" }, field.el, heat.el),
    bars.el,
    order.el,
    h("div", { class: "mg-temperature-columns" }, entropy.el, h("div", {}, samples.el, again)),
    table.el,
    words,
  );

  return view.show((/** @type {State} */ state) => {
    const now = compute(state, engine);
    field.set(state.prefix);
    heat.set(state.temperature);
    order.set(state.order);
    bars.set(now, state.order === "likeliest");
    entropy.set(now);
    table.set(now);
    samples.set(now, state.prefix);
    words.textContent = neverChanges(now);
    view.say(spoken(now));
  });
}

/**
 * @param {State} state
 * @param {(changes: Partial<State>) => void} set
 */
function orderChoice({ order }, set) {
  return choice({
    name: "Order of the bars",
    options: /** @type {{ value: Order, label: string }[]} */ ([
      { value: "likeliest", label: "likeliest first" },
      { value: "alphabet", label: "alphabet" },
    ]),
    value: order,
    onInput: (next) => set({ order: next }),
  });
}

export default { render };
