/** Train, Step, Rewind, and how fast it goes. */

import { button, choice, row } from "../../kit/controls.js";

/** @typedef {import("./session.js").Session} Session */

/**
 * @param {Session} session
 * @param {() => void} forget what was looked at gives way to the run
 * @param {() => void} soon
 */
export function runControls(session, forget, soon) {
  const train = button("Train", press, { primary: true });
  const step = button("Step", () => {
    forget();
    session.runs.forEach((run) => run.one());
    soon();
  });
  const rewind = button("Rewind", () => {
    forget();
    session.runs.forEach((run) => run.rewind());
  });
  const pace = choice({
    name: "speed",
    options: [
      { value: "full", label: "full speed" },
      { value: "slow", label: "4 rounds a second" },
    ],
    value: "full",
    onInput: (value) => session.runs.forEach((run) => run.pace(value === "slow")),
  });

  function press() {
    const { runs } = session;
    if (session.running) return runs.forEach((run) => run.pause());
    forget();
    if (session.finished) runs.forEach((run) => run.rewind());
    runs.forEach((run) => run.go());
  }
  return {
    el: row(train, step, rewind, pace.el),
    clear: () => pace.set("full"),
    set() {
      train.textContent = offer(session);
    },
  };
}

/** What Train does now. @param {Session} session */
function offer({ running, finished, run }) {
  if (running) return "Pause";
  if (finished) return "Train again";
  return run.step ? "Go on" : "Train";
}
