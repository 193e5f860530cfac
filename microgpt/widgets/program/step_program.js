/** One round of the program, recorded when the course was made, walked line by line. */

import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { codeBox } from "./step_program/code.js";
import { controls } from "./step_program/controls.js";
import { panel } from "./step_program/panel.js";
import { LAST, next, outTo, regionOf, RUN } from "./step_program/walk.js";
import { done, toCome } from "./step_program/words.js";

/** @typedef {{ moment: number }} State */

const KEYS =
  "Keys in the code: ↓ Step, ↑ Back, → Into, ← Out, N Next region; Page Up and Page Down scroll it.";

/**
 * What is marked: the line that was done, the one that comes, and the region.
 * @param {State} state
 */
export function compute({ moment }) {
  const at = clamp(moment, 0, LAST);
  return {
    at,
    done: RUN[at].line,
    next: next(at)?.line ?? null,
    region: regionOf(RUN[at]),
  };
}

/** @type {import("@anywidget/types").Render<State & { links?: Record<string, string> }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["moment"],
    name: "Step the program",
    caption:
      "The real program, on emma, with its first weights. ✓ is the line just done, → the next one. " +
      "Step goes on by one line. It takes a call as a whole, unless you open it with Into. Of a " +
      "loop you see the first, the second and the last round.",
    onReset: () => walk.stop(),
  });
  const walk = controls(view);
  const code = codeBox(walk.keys);
  const beside = panel(model.get("links") ?? {}, (depth) =>
    walk.go(outTo(model.get("moment"), depth)),
  );
  view.body.append(
    ...walk.els,
    h("div", { class: "mg-trace" }, code.el, beside.el),
    h("p", { class: "mg-trace-keys" }, KEYS),
  );

  return view.show((/** @type {State} */ state) => {
    const shown = compute(state);
    walk.set(shown.at);
    beside.set(shown.at);
    code.set(shown);
    view.say(walk.playing() ? "" : `${done(shown.at)} ${toCome(shown.at)}`);
  }, walk.stop);
}

export default { render };
