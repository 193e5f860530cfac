/** A task that watches another widget and ticks itself when its goal is met. */

import { h, s } from "../kit/dom.js";
import { fmt, list } from "../kit/format.js";
import { watch } from "../kit/task.js";
import { plain, rich } from "../kit/text.js";
import { card, explained } from "./card.js";

/**
 * @typedef {{ id: string, goal: string, explanation: string, widget: string,
 *   example: Record<string, any> }} Content
 */

/** @typedef {Record<string, { met: (state: any) => boolean }>} Goals of a chapter: `goals/NN.js` */

/**
 * Whether the goal of a task is met in a state of the watched widget. A state that makes no sense
 * meets nothing.
 * @param {Goals} goals
 * @param {string} id
 * @param {Record<string, any>} state
 */
export function met(goals, id, state) {
  try {
    return goals[id]?.met(state) === true;
  } catch {
    return false;
  }
}

/**
 * What is kept, made safe: whether it was met, and with which numbers.
 * @param {{ content: Content, kept: any }} state
 */
export function compute({ content, kept }) {
  const done = kept?.met === true;
  const numbers = Object.keys(content.example).map((key) => {
    const value = kept?.state?.[key];
    // a nudge of 0.001 is not 0
    if (Number.isFinite(value)) return `${key} = ${fmt(value, Math.abs(value) < 0.1 ? 5 : 2)}`;
    return Array.isArray(value) && value.length < 9 && value.every(Number.isFinite)
      ? `${key} = ${list(value)}`
      : "";
  });
  return { done, with: done ? numbers.filter(Boolean).join(", ") : "" };
}

/**
 * The front end of the tasks of a chapter.
 * @param {Goals} goals
 * @returns {import("@anywidget/types").Render<{ content: Content, watches: string }>}
 */
export const taskOf =
  (goals) =>
  ({ model, el }) => {
    let stop = () => {};
    const close = card({
      model,
      el,
      kind: "explore",
      label: "Explore",
      build(/** @type {Content} */ content, tools) {
        const item = taskItem(content);
        const done = () => compute({ content, kept: tools.read() }).done;
        stop();
        stop = watch({
          model,
          reference: String(model.get("watches")),
          keys: Object.keys(content.example),
          onChange(state) {
            if (done() || !met(goals, content.id, state)) return;
            tools.write({ met: true, state });
            tools.say(`Done. ${plain(content.explanation)}`);
          },
          onMissing: () => item.wait("The widget that belongs to this task is not here."),
        });
        return item;
      },
    });
    return () => {
      stop();
      close();
    };
  };

/**
 * The goal with its tick, and what is said once it is met.
 * @param {Content} content
 */
function taskItem(content) {
  const word = h("span", { class: "mg-hidden" });
  const goal = h(
    "p",
    { class: "mg-question mg-goal" },
    tick(),
    h("span", {}, ...rich(content.goal)),
    word,
  );
  const note = h(
    "p",
    { class: "mg-item-note mg-on-screen" },
    "This ticks itself when you get there.",
  );
  const how = h("p", { class: "mg-item-note mg-met" });
  const explanation = explained(content.explanation);
  return {
    els: [goal, note, how, explanation],
    /** What the task waits for. @param {string} words */
    wait: (words) => {
      note.textContent = words;
    },
    /** @param {any} kept */
    update(kept) {
      const progress = compute({ content, kept });
      const { done } = progress;
      goal.classList.toggle("mg-done", done);
      word.textContent = done ? " Done." : " Not done yet.";
      note.hidden = done;
      how.textContent = progress.with && `Met with ${progress.with}.`;
      how.hidden = explanation.hidden = !done;
      return { began: done, good: done, state: done ? "Done" : "" };
    },
  };
}

function tick() {
  return s(
    "svg",
    { viewBox: "0 0 20 20", class: "mg-tick", "aria-hidden": "true" },
    s("rect", { x: 1.5, y: 1.5, width: 17, height: 17, rx: 2 }),
    s("path", { d: "M5 10.5l3.6 3.6L15 6.6" }),
  );
}
