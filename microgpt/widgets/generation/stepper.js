/**
 * A name, written one letter at a time: the probabilities laid end to end fill a bar from 0 to 1, a
 * random number falls on it, and the piece it hits is the next letter.
 */

import { trainedModel } from "../engine/canonical.js";
import { kept, stretched } from "../engine/cuts.js";
import { softmax } from "../engine/nn.js";
import { Random, pick } from "../engine/random.js";
import { tokens as tokenRow } from "../draw/tokens.js";
import { button } from "../kit/controls.js";
import { figure } from "../kit/figure.js";
import { player } from "../kit/player.js";
import { LETTERS } from "./letter_bars.js";
import { cumulativeBar } from "./stepper/bar.js";
import { controls } from "./stepper/controls.js";
import { piecesList } from "./stepper/pieces.js";
import { cutWords, told, why } from "./stepper/words.js";

/** @typedef {import("../engine/cuts.js").Rule} Rule */
/**
 * `steps`: two for each letter, the number is drawn and the letter is added; `own`: the random
 * numbers that the reader chose, null where the seed's stays.
 * @typedef {{ prefix: string, temperature: number, rule: Rule, top_k: number, top_p: number,
 *   seed: number, steps: number, own: (number | null)[] }} State
 */
/**
 * One letter's choice. `ends[i]`: where the piece of letter i ends; it begins where the one before
 * ends. `best`: the likeliest letter, `chosen`: the one whose piece the number `u` hits.
 * @typedef {{ token: number, probs: number[], stays: boolean[], shares: number[], ends: number[],
 *   u: number, mine: boolean, best: number, chosen: number }} Round
 */
/** @typedef {ReturnType<typeof compute>} Now */

const LAST_SEED = 1e9;
const SPEED = 1600; // ms from one step to the next: each has a sentence to be read
const CAPTION =
  "The pieces lie in the order of the alphabet, each as wide as its probability. " +
  "The likeliest has a thick edge. Drag the knob, or press on the bar, to choose the number u yourself.";

/**
 * What is fed, the choice that is on view, whether its number is drawn, and whether the name is
 * over: "end" after the end was chosen, "full" when the model can read no more.
 * @param {State} state
 * @param {ReturnType<typeof trainedModel>} engine
 */
export function compute(state, { model, tokenizer }) {
  const ids = tokenizer.encode(state.prefix).slice(0, -1);
  const random = new Random(state.seed);
  const cache = model.start();
  ids.forEach((id) => model.forward(cache, id));
  let over = /** @type {"" | "end" | "full"} */ ("");
  for (let letter = 0; ; letter++) {
    const round = choose(state, cache.logits, random.random(), letter, ids[ids.length - 1]);
    const left = state.steps - 2 * letter;
    if (left < 2) return { ids, round, letter, drawn: left === 1, over, steps: state.steps };
    ids.push(round.chosen);
    if (round.chosen === tokenizer.BOS) over = "end";
    else if (ids.length > model.config.block_size) over = "full";
    if (over) return { ids, round, letter, drawn: true, over, steps: 2 * letter + 2 };
    model.forward(cache, round.chosen);
  }
}

/**
 * @param {State} state
 * @param {Float64Array} logits
 * @param {number} seeded the seed's random number
 * @param {number} letter how many letters were drawn before
 * @param {number} token the one that was fed
 * @returns {Round}
 */
function choose(state, logits, seeded, letter, token) {
  const probs = Array.from(softmax(logits, state.temperature));
  const stays = kept(probs, state);
  const shares = state.rule === "all" ? probs : stretched(probs, stays);
  let sum = 0;
  const ends = shares.map((share) => (sum += share));
  const own = state.own[letter] ?? null;
  const u = own ?? seeded;
  const best = probs.indexOf(Math.max(...probs));
  return {
    token,
    probs,
    stays,
    shares,
    ends,
    u,
    mine: own !== null,
    best,
    chosen: pick(shares, u),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const engine = trainedModel();
  const view = figure({
    model,
    el,
    keys: ["prefix", "temperature", "rule", "top_k", "top_p", "seed", "steps", "own"],
    name: "Generation, one letter at a time",
    caption: CAPTION,
    onReset: () => {
      play.stop();
      form.clear();
    },
  });
  const now = () => compute(view.read(), engine);
  const play = player({ name: "write a name", speedMs: SPEED, onStep: step, onReset: restart });
  const back = button("Back", () => {
    play.stop();
    const { steps } = now();
    if (steps > 0) goTo(steps - 1);
  });
  const another = button("Another name", () => {
    play.stop();
    view.set({ seed: (view.read().seed + 1) % LAST_SEED, steps: 0, own: [] });
  });
  play.el.append(back, another);
  const form = controls(view.read(), {
    onChange: (changes) => {
      play.stop();
      view.set(changes);
    },
    onNumber: chooseNumber,
  });
  const row = tokenRow({ name: "the name so far" });
  const bar = cumulativeBar(chooseNumber);
  const lines = told();
  const pieces = piecesList();
  view.body.append(form.top, play.el, row.el, bar.el, lines.cut, form.number, lines.el);
  view.body.append(form.rules, pieces.el);

  function step() {
    goTo(now().steps + 1);
    return !now().over;
  }
  function restart() {
    view.set({ steps: 0 });
  }
  /** Numbers chosen for letters that are not reached yet are forgotten. @param {number} steps */
  function goTo(steps) {
    view.set({ steps, own: view.read().own.slice(0, Math.ceil(steps / 2)) });
  }
  /** The reader's number for the letter on view. @param {number} u */
  function chooseNumber(u) {
    play.stop();
    const { letter } = now();
    const own = Array.from({ length: letter }, (_, i) => view.read().own[i] ?? null);
    view.set({ own: [...own, u], steps: 2 * letter + 1 });
  }

  return view.show((/** @type {State} */ state) => {
    const result = compute(state, engine);
    form.set(state, result);
    row.set(chips(result, engine.tokenizer.BOS));
    bar.set(result);
    lines.set(result, state);
    pieces.set(result);
    back.setAttribute("aria-disabled", String(result.steps === 0));
    play.setEnd(result.over !== "");
    view.say([...why(result), cutWords(result, state)].join(" "));
  }, play.stop);
}

/**
 * @param {Now} now
 * @param {number} bos
 */
function chips({ ids, over }, bos) {
  return ids.map((id, i) => ({
    text: id === bos ? "BOS" : LETTERS[id],
    id,
    kind: /** @type {"bos" | "letter"} */ (id === bos ? "bos" : "letter"),
    state: /** @type {"past" | "current"} */ (!over && i === ids.length - 1 ? "current" : "past"),
  }));
}

export default { render };
