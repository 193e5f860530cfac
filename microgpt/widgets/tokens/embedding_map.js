/** The vectors of the 27 tokens on a map, before and after training, and which are nearest. */

import { chars, run } from "../data/course_run.js";
import { afterTraining, beforeTraining, cosine } from "../engine/embeddings.js";
import { principal, project, seen } from "../engine/projection.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fixed, percent } from "../kit/format.js";
import { still } from "../kit/player.js";
import { embeddingPicture } from "./embedding_picture.js";
import { letterSelect } from "./letter_select.js";
import { nearestList, pairTable } from "./nearest.js";

/** @typedef {"before" | "after"} When */
/** @typedef {{ letter: string, when: When }} State */

const TOKENS = [...chars, "BOS"];
const ROUNDS = 2000; // of turning: the directions are exact to many digits
const WAY = 1400; // ms from before to after

/**
 * Both times on one map: the plane in which the vectors differ most after training.
 * `places` are around the vector of zeros; `share` is how much of the spread the plane shows.
 */
export function embeddingMap() {
  const vectors = { before: beforeTraining().wte, after: afterTraining().wte };
  const plane = principal(vectors.after, null, ROUNDS);
  return {
    vectors,
    places: { before: project(vectors.before, plane), after: project(vectors.after, plane) },
    share: { before: seen(vectors.before, plane), after: seen(vectors.after, plane) },
  };
}

/**
 * All other tokens with their cosines before and after, those first that are nearest now.
 * @param {State} state
 * @param {ReturnType<typeof embeddingMap>["vectors"]} vectors
 */
export function compute({ letter, when }, vectors) {
  const at = TOKENS.indexOf(letter);
  const to = (/** @type {When} */ time, /** @type {number} */ i) =>
    cosine(vectors[time][at], vectors[time][i]);
  return TOKENS.map((token, i) => ({ token, i, before: to("before", i), after: to("after", i) }))
    .filter(({ i }) => i !== at)
    .sort((a, b) => b[when] - a[when]);
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const { vectors, places, share } = embeddingMap();
  const view = figure({
    model,
    el,
    keys: ["letter", "when"],
    name: "Map of the embeddings",
    caption:
      "The rows of wte, 16 numbers each, seen from the side where they differ most after training. " +
      "The cross is the vector of zeros. Lines lead to the nearest by cosine. " +
      "When they move, each goes straight from its start to its end.",
    onReset: () => stop(),
  });
  const pick = (/** @type {string} */ letter) => view.set({ letter });
  const map = embeddingPicture({
    tokens: TOKENS,
    places: [places.before, places.after],
    onPick: pick,
  });
  const select = letterSelect({
    label: "Nearest to",
    tokens: TOKENS,
    value: model.get("letter"),
    onInput: pick,
  });
  const times = choice({
    name: "The vectors",
    options: [
      { value: /** @type {When} */ ("before"), label: "before training" },
      {
        value: /** @type {When} */ ("after"),
        label: `after ${run.steps.toLocaleString("en")} rounds`,
      },
    ],
    value: model.get("when"),
    onInput: (when) => {
      stop();
      view.set({ when });
    },
  });
  const nearest = nearestList();
  const table = pairTable();
  const facts = h("p", { class: "mg-facts mg-map-facts" });
  const move = button("Watch them move", watch);
  view.body.append(
    times.el,
    map.el,
    h("div", { class: "mg-map-below" }, select.el, nearest.el, facts, move),
    table.el,
  );
  let frame = 0;

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
  }
  /** From before to after, once. */
  function watch() {
    stop();
    if (still()) return view.set({ when: "after" });
    view.set({ when: "before" });
    const start = performance.now();
    const go = () => {
      const t = Math.min(1, (performance.now() - start) / WAY);
      map.move(t * t * (3 - 2 * t));
      if (t < 1 && el.isConnected) frame = requestAnimationFrame(go);
      else view.set({ when: "after" });
    };
    frame = requestAnimationFrame(go);
  }

  return view.show((/** @type {State} */ state) => {
    const all = compute(state, vectors);
    times.set(state.when);
    select.set(state.letter);
    map.move(state.when === "after" ? 1 : 0);
    map.choose(
      TOKENS.indexOf(state.letter),
      all.slice(0, 3).map(({ i }) => i),
    );
    nearest.set(all, state.when);
    table.set(state.letter, all, places);
    facts.textContent = `This map shows ${percent(share[state.when])} of how the vectors differ.`;
    view.say(`nearest to ${state.letter}: ${all[0].token}, cosine ${fixed(all[0][state.when])}`);
  }, stop);
}

export default { render };
