/** The whole model, trained in the page: start it, pause it, look back, use what it has learned. */

import { names as builtIn } from "../data/names.js";
import { lineChart } from "../draw/line.js";
import { toCheckpoint } from "../engine/checkpoint.js";
import { corpusOf } from "../engine/corpus.js";
import { button, choice, row } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { giver } from "../kit/handover.js";
import { dataFold } from "./train_here_data.js";
import { insideFold } from "./train_here_inside.js";
import { fromLink } from "./train_here_link.js";
import { BLOCK, makePlan } from "./train_here_plan.js";
import { makeRun, stops } from "./train_here_run.js";
import { settingsFold } from "./train_here_settings.js";
import { shareFold } from "./train_here_share.js";
import { baselineWords, statusWords, thousands, written } from "./train_here_words.js";

/** @typedef {import("../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("./train_here_plan.js").Settings & { names: string[] }} State */

const KEYS = ["seed", "steps", "n_embd", "learning_rate", "optimiser", "names"];
const OFTEN = 250; // ms at least from one look at the model to the next, while it runs
const SMALL = 20000;
const MANY = 20;
const FEW = 8; // texts that a model of up to so many parameters writes, and a larger one

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const linked = fromLink(location.hash);
  if (linked) take(linked);
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Train the model here",
    caption:
      "One step: one document, the loss of its predictions, one small change of every number.",
    onReset: () => {
      [own, offered, said] = [null, "", null];
      view.say("");
      [data, share].forEach((one) => one.clear());
      pace.set("full");
      run.pace(false);
      restart();
      paint();
    },
  });

  let own = /** @type {{ corpus: import("../engine/corpus.js").Corpus, name: string } | null} */ (
    null
  );
  let plan = /** @type {import("./train_here_plan.js").Plan} */ (/** @type {unknown} */ (null));
  let run = /** @type {ReturnType<typeof makeRun>} */ (/** @type {unknown} */ (null));
  let corpus = corpusOf(["a", "b"]);
  let listed = /** @type {Set<string>} */ (new Set());
  let planned = "";
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let charted = "";
  let loaded = /** @type {{ engine: Engine, name: string } | null} */ (null);
  // the step that is looked back at; null: the latest
  let back = /** @type {number | null} */ (null);
  let looked = -Infinity;
  let inked = -Infinity;
  let lookedAt = /** @type {unknown} */ (null);
  let wrote = "";
  let frame = 0;
  let offered = "";
  // the word to look at that came with the list; what a screen reader heard last
  let said = /** @type {string | null} */ (null);

  const train = button("Train", () => press(), { primary: true });
  const step = button("Step", () => {
    forget();
    run.one();
    soon();
  });
  const rewind = button("Rewind", () => {
    forget();
    run.rewind();
  });
  const pace = choice({
    name: "speed",
    options: [
      { value: "full", label: "full speed" },
      { value: "slow", label: "4 steps a second" },
    ],
    value: "full",
    onInput: (value) => run.pace(value === "slow"),
  });
  const status = h("p", { class: "mg-train-status" });
  const place = h("div", { class: "mg-train-chart" });
  const scrubId = freshId();
  const scrub = h("input", { type: "range", id: scrubId, min: 0, max: 0, step: 1 });
  const scrubWords = h("output", { for: scrubId, "aria-live": "off" }); // the slider itself says it
  const scrubRow = h(
    "div",
    { class: "mg-train-scrub" },
    h("label", { for: scrubId }, "look back"),
    scrub,
    scrubWords,
  );
  const title = h("p", { class: "mg-train-title" });
  const texts = h("ul", { class: "mg-train-texts" });
  const use = button("Use this model in the widgets of this page", () => hand());
  const used = h("p", { class: "mg-train-note", role: "status" });
  const data = dataFold({
    onCorpus: (found, name) => {
      own = found && { corpus: found, name };
      restart();
    },
  });
  const settings = settingsFold({ onChange: (changes) => view.set(changes) });
  const inside = insideFold({ draw: () => inside.set(shown().engine) });
  const share = shareFold({
    shown,
    onLoad: (engine, name) => {
      run.pause();
      forget();
      loaded = { engine, name };
      soon();
    },
  });
  const gives = giver({ model, onTaken: () => tell(true) });
  view.body.classList.add("mg-train");
  view.body.append(
    row(train, step, rewind, pace.el),
    status,
    place,
    scrubRow,
    title,
    texts,
    row(use),
    used,
    data.el,
    settings.el,
    inside.el,
    share.el,
  );

  scrub.addEventListener("input", () => {
    const all = stops(run);
    const at = Number(scrub.value);
    back = at >= all.length - 1 ? null : all[at].step;
    loaded = null;
    looked = -Infinity;
    used.textContent = "";
    soon();
  });

  /** Take over settings, as after a link. @param {Partial<State>} changes */
  function take(changes) {
    for (const [key, value] of Object.entries(changes))
      model.set(/** @type {keyof State} */ (key), value);
    model.save_changes();
  }

  /** What was looked at gives way to the run. */
  function forget() {
    [loaded, back, looked] = [null, null, -Infinity];
    used.textContent = "";
  }

  function press() {
    if (run.running) return run.pause();
    forget();
    if (run.done || run.diverged) run.rewind();
    run.go();
  }

  /** Everything from the start, with the settings and documents as they are now. */
  function restart() {
    planned = "";
    draw(view.read());
  }

  /** @param {State} state */
  function draw(state) {
    const key = JSON.stringify([
      KEYS.map((one) => (one === "names" ? 0 : state[/** @type {keyof State} */ (one)])),
      own ? own.name : "",
    ]);
    if (key !== planned || (!own && state.names !== drawnNames)) prepare(state, key);
    settings.set(state, plan.parameters);
    share.set(state);
    soon();
  }
  let drawnNames = /** @type {string[] | null} */ (null);

  /**
   * A new run, not begun.
   * @param {State} state
   * @param {string} key
   */
  function prepare(state, key) {
    const slow = run?.slow ?? false;
    run?.stop();
    // another list may go by the same name
    [planned, drawnNames, lookedAt] = [key, state.names, null];
    corpus = own ? own.corpus : corpusOf(state.names.length ? state.names : builtIn.split(" "));
    listed = new Set(corpus.docs.map((doc) => Array.from(doc).slice(0, BLOCK).join("")));
    plan = makePlan(state, corpus);
    run = makeRun(plan, soon);
    run.slow = slow;
    forget();
    const word =
      own || state.names.length ? Array.from(corpus.docs[0]).slice(0, 8).join("") : "emma";
    if (word !== offered) inside.input.value = offered = word; // else the reader's own word stays
    data.set(
      corpus,
      own ? own.name : state.names.length ? "your list" : "the built-in names",
      plan.note,
    );
    const needed = JSON.stringify([state.steps, plan.levels]);
    if (needed === charted) return;
    charted = needed;
    const { uniform, unigram, bigram } = plan.levels;
    chart = lineChart({
      name: "loss at each step",
      xName: "step",
      yName: "loss",
      last: Math.max(2, state.steps),
      range: [bigram > 2 ? 1 : 0, uniform * 1.25],
      digits: 2,
      series: [
        { name: "each document", faint: true },
        { name: "mean of 50" },
        { name: "held out", colour: "token" },
      ],
      baselines: [
        { name: "uniform", value: uniform },
        { name: "unigram", value: unigram },
        { name: "bigram", value: bigram },
      ],
      hint: baselineWords(plan.levels),
    });
    place.replaceChildren(chart.el);
  }

  /** The model on view, and a name for its file. */
  function shown() {
    if (loaded)
      return { engine: loaded.engine, name: loaded.name.replace(/\.json$/, ""), step: -1 };
    const copy = stops(run).find((one) => one.step === back) ?? run.latest;
    return {
      engine: { model: run.modelOf(copy), tokenizer: run.tokenizer },
      name: `microgpt-${copy.step}-steps`,
      step: copy.step,
    };
  }

  function hand() {
    const { engine, step: at } = shown();
    const documents = [...new Set([...run.order, ...run.options.heldOut])];
    const noun = own || view.read().names.length ? "lines" : "names";
    const label = loaded
      ? `the model of ${loaded.name}`
      : `your model, ${thousands(at)} ${at === 1 ? "step" : "steps"} on ${thousands(corpus.docs.length)} ${noun}`;
    const taken = gives.offer({
      checkpoint: toCheckpoint(engine),
      documents,
      noun,
      seen: Math.max(0, Math.min(at, run.order.length)),
      label,
    });
    tell(taken);
  }

  /** @param {boolean} taken whether another widget uses the model now */
  function tell(taken) {
    const words = taken
      ? "Done. The widgets of this page that can use it do so now."
      : "No other widget on this page can use a model.";
    if (used.textContent !== words) used.textContent = words; // once: a screen reader reads it
  }

  /** Draw at the next frame. */
  function soon() {
    if (!frame)
      frame = requestAnimationFrame(() => {
        frame = 0;
        paint();
      });
  }

  function paint() {
    const { step: now } = run;
    train.textContent = run.running
      ? "Pause"
      : run.done || run.diverged
        ? "Train again"
        : now
          ? "Go on"
          : "Train";
    status.textContent = statusWords(run);
    const heard = run.running ? "Training." : status.textContent;
    if (said !== null && said !== heard) view.say(heard); // the numbers in between are for the eye
    said = heard;
    if (!run.running || performance.now() - inked >= run.options.steps / 25) {
      // long lines take their time
      inked = performance.now();
      chart?.set([run.losses, run.means, run.heldOut]);
    }
    const all = stops(run);
    const at = back === null ? all.length - 1 : all.findIndex((one) => one.step === back);
    scrub.max = String(all.length - 1);
    scrub.value = String(at);
    // a focus is not taken away
    scrub.disabled = all.length < 2 && document.activeElement !== scrub;
    scrub.style.setProperty("--share", `${all.length > 1 ? (100 * at) / (all.length - 1) : 0}%`);
    const words = `step ${thousands(all[at].step)}`;
    scrubWords.textContent = words;
    scrub.setAttribute("aria-valuetext", words);
    chart?.select(back === null || back === 0 ? null : back - 1);
    look();
  }

  /** What the model on view writes: as often as an eye can follow. */
  function look() {
    const { engine, step: at } = shown();
    const key = loaded ?? `${planned} ${at}`;
    if (key !== lookedAt && !(run.running && performance.now() - looked < OFTEN)) {
      [looked, lookedAt] = [performance.now(), key];
      write(engine, at);
    }
    title.textContent =
      wrote +
      (back !== null && !run.done
        ? ` Training goes on from step ${thousands(run.step)}, its latest.`
        : "");
  }

  /**
   * @param {Engine} engine
   * @param {number} at the step it comes from
   */
  function write(engine, at) {
    const found = written(
      engine,
      run.random,
      listed,
      engine.model.weights.length > SMALL ? FEW : MANY,
    );
    const fresh = found.filter((one) => !one.listed).length;
    const whose = loaded
      ? `the model of ${loaded.name}`
      : at
        ? `the model after step ${thousands(at)}`
        : "the untrained model";
    wrote = found.length
      ? `What ${whose} writes: ${found.length - fresh} in the list, ${fresh} new.`
      : `From ${whose} nothing can be drawn: its numbers are too large.`;
    texts.replaceChildren(
      ...found.map(({ text, listed: known }) =>
        h(
          "li",
          { class: known ? "mg-known" : null },
          text || "(empty)",
          known && h("span", {}, " in the list"),
        ),
      ),
    );
    inside.set(engine);
  }

  const follow = () => {
    const found = fromLink(location.hash);
    if (found) view.set(found);
  };
  addEventListener("hashchange", follow);
  // who opens such a link wants to come here
  if (linked) requestAnimationFrame(() => el.scrollIntoView());
  return view.show(draw, () => {
    removeEventListener("hashchange", follow);
    cancelAnimationFrame(frame);
    run.stop();
    gives.close();
  });
}

export default { render };
