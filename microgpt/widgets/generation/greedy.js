/** Greedy decoding: what each beginning becomes when the most probable letter is always taken. */

import { modelBefore } from "../engine/model_before.js";
import { nameList, trainedModel } from "../engine/canonical.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { LETTERS } from "./letter_bars.js";
import { knownName } from "./known_names.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("../engine/tokenizer.js").Tokenizer} Tokenizer */
/** @typedef {import("./known_names.js").List} List */
/** @typedef {"trained" | "untrained"} Writer */
/** @typedef {{ writer: Writer }} State */
/** @typedef {ReturnType<typeof compute>} Now */

const STARTS = ["", ...LETTERS.slice(0, -1)];
const ENDING = 4; // letters that names may share at their end
const CAPTION =
  "Nothing is drawn here, so nothing changes from one time to the next: each beginning has one name.";

/**
 * The text that comes of a beginning when the most probable token is always taken, until BOS or the
 * end of the block.
 * @param {GPT} model
 * @param {Tokenizer} tokenizer
 * @param {string} prefix
 */
function greedy(model, tokenizer, prefix) {
  const ids = tokenizer.encode(prefix).slice(0, -1);
  const cache = model.start();
  for (let i = 0; i < model.config.block_size && i < ids.length; i++) {
    model.forward(cache, ids[i]);
    if (i + 1 < ids.length) continue;
    const best = cache.logits.indexOf(Math.max(...cache.logits));
    if (best !== tokenizer.BOS) ids.push(best);
  }
  return tokenizer.decode(ids);
}

/**
 * What each beginning becomes; how many are different, are cut off, and share their ending.
 * @param {GPT} model
 * @param {Tokenizer} tokenizer
 * @param {List} list
 */
export function compute(model, tokenizer, list) {
  const longest = model.config.block_size;
  const names = STARTS.map((start) => {
    const name = greedy(model, tokenizer, start);
    return { start, name, cut: name.length === longest, ...knownName(name, list) };
  });
  const endings = names.map(({ name }) => name.slice(-ENDING));
  const times = endings.map((one) => endings.filter((other) => other === one).length);
  const shared = Math.max(...times);
  return {
    names,
    different: new Set(names.map(({ name }) => name)).size,
    cut: names.filter((one) => one.cut).length,
    ending: endings[times.indexOf(shared)],
    shared,
  };
}

/** @param {Now} now */
export function words({ names, different, cut, ending, shared }) {
  const never = cut
    ? `${cut === 1 ? "1 never ends and is" : `${cut} never end and are`} cut off at 16 letters.`
    : "All come to an end by themselves.";
  return (
    `${names.length} beginnings become ${different} different names. ` +
    `From ${shared} of the beginnings it ends in “${ending}”. ${never}`
  );
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const { model: after, tokenizer } = trainedModel();
  const list = nameList();
  const found = {
    trained: compute(after, tokenizer, list),
    untrained: compute(modelBefore(), tokenizer, list),
  };
  const view = figure({ model, el, keys: ["writer"], name: "Greedy", caption: CAPTION });
  const writer = choice({
    name: "The writer",
    options: /** @type {{ value: Writer, label: string }[]} */ ([
      { value: "trained", label: "the trained model" },
      { value: "untrained", label: "the untrained model" },
    ]),
    value: model.get("writer"),
    onInput: (next) => view.set({ writer: next }),
  });
  const said = h("p", { class: "mg-greedy-words" });
  const rows = h("ol", { class: "mg-greedy-names" });
  view.body.append(writer.el, said, rows);

  return view.show((/** @type {State} */ state) => {
    const now = found[state.writer];
    writer.set(state.writer);
    said.textContent = words(now);
    rows.replaceChildren(...now.names.map(item));
    view.say(words(now));
  });
}

/** @param {Now["names"][number]} one */
function item({ start, name, cut, kind, label }) {
  const rest = name.slice(start.length);
  const letters = h(
    "span",
    {},
    h("strong", {}, start || "BOS"),
    start ? "" : " ",
    rest,
    cut ? "…" : "",
  );
  return h("li", {}, letters, h("small", { class: `mg-greedy-${kind}` }, label));
}

export default { render };
