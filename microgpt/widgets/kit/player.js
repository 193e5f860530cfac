/**
 * Step, Play and Pause for what happens in steps. Nothing moves unasked, and every timer ends with
 * the view.
 */

import { button, row } from "./controls.js";

const LONGEST = 100000;

/** Whether the reader asked for less motion. */
function still() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}

/**
 * `onStep` takes one step and says whether a further one is left. A step of the reader's pauses a
 * running play. At the end Step is dimmed; Play goes back with `onReset` and plays again where that
 * is given, and is dimmed where it is not. Where the reader asked for less motion, Play takes all
 * steps at once.
 *
 * A widget calls `setEnd` when it draws, `stop` in its Reset and its clean-up.
 *
 * @param {{ onStep: () => boolean, onReset?: () => void, speedMs?: number, name?: string }} options
 *   speedMs: the time from one step to the next; name: what the group of buttons is called
 */
export function player({ onStep, onReset, speedMs = 700, name = "steps" }) {
  const stepButton = button(
    "Step",
    () => {
      stop();
      if (!atEnd) advance();
    },
    { primary: true },
  );
  const playButton = button("Play", () => (playing() ? stop() : play()));
  const el = row(stepButton, playButton);
  el.classList.add("mg-player");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", name);
  let atEnd = false;
  let pause = speedMs;
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;

  const playing = () => timer !== null;

  function show() {
    playButton.textContent = playing() ? "Pause" : atEnd && onReset ? "Play again" : "Play";
    // Dimmed, not disabled: a disabled button would drop the keyboard's place on the page.
    stepButton.setAttribute("aria-disabled", String(atEnd));
    playButton.setAttribute("aria-disabled", String(atEnd && !onReset));
  }

  /** @returns {boolean} whether a step is left */
  function advance() {
    const more = onStep();
    setEnd(!more);
    return more;
  }

  function tick() {
    timer = null;
    if (!el.isConnected || !advance()) return show();
    timer = setTimeout(tick, pause);
    show();
  }

  function play() {
    if (atEnd && !onReset) return;
    if (atEnd) onReset?.();
    setEnd(false);
    if (!still()) return tick();
    for (let i = 0; i < LONGEST && advance(); i++);
  }

  /** Pause. */
  function stop() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    show();
  }

  /** Whether no step is left. @param {boolean} end */
  function setEnd(end) {
    atEnd = end;
    if (end && timer !== null) clearTimeout(timer);
    if (end) timer = null;
    show();
  }

  /** From one step to the next. @param {number} ms */
  function speed(ms) {
    pause = ms;
  }

  show();
  return { el, stop, setEnd, playing, speed };
}
