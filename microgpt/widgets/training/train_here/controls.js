/** Train, Step, Rewind, and how fast it goes. */

import { button, choice, row } from "../../kit/controls.js";

/** @typedef {import("./run.js").Run} Run */

/**
 * @param {{ run: Run }} session
 * @param {() => void} forget what was looked at gives way to the run
 * @param {() => void} soon
 */
export function runControls(session, forget, soon) {
  const train = button("Train", press, { primary: true });
  const step = button("Step", () => {
    forget();
    session.run.one();
    soon();
  });
  const rewind = button("Rewind", () => {
    forget();
    session.run.rewind();
  });
  const pace = choice({
    name: "speed",
    options: [
      { value: "full", label: "full speed" },
      { value: "slow", label: "4 steps a second" },
    ],
    value: "full",
    onInput: (value) => session.run.pace(value === "slow"),
  });

  function press() {
    const { run } = session;
    if (run.running) return run.pause();
    forget();
    if (run.done || run.diverged) run.rewind();
    run.go();
  }
  return {
    el: row(train, step, rewind, pace.el),
    clear: () => pace.set("full"),
    /** @param {Run} run */
    set(run) {
      train.textContent = offer(run);
    },
  };
}

/** What Train does now. @param {Run} run */
function offer(run) {
  if (run.running) return "Pause";
  if (run.done || run.diverged) return "Train again";
  return run.step ? "Go on" : "Train";
}
