/** The reader draws the loss curve that they expect; then the model is trained, and both are seen. */

import { figure } from "../kit/figure.js";
import { sure } from "../kit/sure.js";
import { question } from "./draw_curve/question.js";
import { reply } from "./draw_curve/reply.js";
import { openDrawing } from "./drawn_curve.js";

/** @typedef {import("./drawn_curve.js").Point} Point */
/** @typedef {{ steps: number, points: Point[], committed: boolean }} State */

const BLIND = Math.log(27); // 26 letters and the end, all alike
const BEFORE =
  "A blind guess gives each of the 26 letters and the end the same chance, 1/27: " +
  "its loss is ln 27 = 3.296.";
const AFTER =
  "Pale: the loss of each round, which is that of one name. " +
  "Line: the mean of the last 50 rounds. Dashed: what you drew.";

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  let end = begin(model, el);
  // a curve is about so many rounds: with others all begins anew
  const again = () => {
    end();
    end = begin(model, el);
  };
  model.on("change:steps", again);
  return () => {
    model.off("change:steps", again);
    end();
  };
}

/**
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {HTMLElement} el
 */
function begin(model, el) {
  const steps = model.get("steps");
  const drawing = openDrawing(steps);
  const again = startOver(() => {
    drawing.remove();
    follow({ points: [], done: false });
    view.say("Erased.");
    asking.focus();
  });
  const view = figure({
    model,
    el,
    keys: ["points", "committed"],
    name: "Draw the loss curve",
    reset: false,
    actions: [again],
  });
  /** Take over what is kept. @param {import("./drawn_curve.js").Drawing} kept */
  function follow({ points, done }) {
    const now = view.read();
    if (JSON.stringify([points, done]) !== JSON.stringify([now.points, now.committed]))
      view.set({ points, committed: done });
  }
  const asking = question(steps, BLIND, {
    now: () => view.read().points,
    draw: (points) => view.set({ points }),
    keep: () => drawing.write({ points: view.read().points, done: false }),
    commit: () => {
      answer.await();
      view.set({ committed: true });
      drawing.write({ points: view.read().points, done: true });
    },
    lasting: drawing.lasting(),
    say: view.say,
  });
  const answer = reply(steps, BLIND, view.say);
  view.body.append(asking.el, answer.el);
  drawing.watch(follow);
  const kept = drawing.read();
  if (kept.points.length) follow(kept);

  return view.show(
    (/** @type {State} */ { points, committed }) => {
      again.hidden = !points.length;
      view.caption(committed ? AFTER : BEFORE);
      asking.el.hidden = committed;
      answer.el.hidden = !committed;
      asking.set(points);
      answer.set(points, committed);
    },
    () => {
      answer.stop();
      drawing.close();
    },
  );
}

/** What was drawn cannot be had back: it is asked for twice. @param {() => void} onYes */
function startOver(onYes) {
  const question = "Erase your curve?";
  return sure({ label: "Start over", question, yes: "Erase", no: "Keep", onYes });
}

export default { render };
