/**
 * Step, Play and Pause for what happens in steps. Nothing moves unasked, and every timer ends with
 * the view.
 */

import { button, row } from "./controls.js";
import { attributes } from "./dom.js";

const LONGEST = 100000;

/** Whether the reader asked for less motion. */
export function still() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}

/**
 * `onStep` takes one step and says whether a further one is left. A step of the reader's pauses a
 * running play. At the end Step is dimmed; Play goes back with `onReset` and plays again where that
 * is given, and is dimmed where it is not. Where the reader asked for less motion, Play takes all
 * steps at once.
 *
 * A widget calls `setEnd` when it draws, `stop` in its Reset and its clean-up. `playing` says, in
 * `onStep`, whether the step comes by itself: then a screen reader is told nothing.
 *
 * @param {{ onStep: () => boolean, onReset?: () => void, speedMs?: number, name?: string }} options
 *   speedMs: the time from one step to the next; name: what the group of buttons is called
 */
export function player({ onStep, onReset, speedMs = 700, name = "steps" }) {
  let atEnd = false;
  let byItself = false;
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  const buttons = playButtons(name, Boolean(onReset), step, () =>
    timer === null ? play() : stop(),
  );
  const show = () => buttons.set(timer !== null, atEnd);

  function step() {
    stop();
    if (!atEnd) advance();
  }

  /** @returns {boolean} whether a step is left */
  function advance() {
    const more = onStep();
    setEnd(!more);
    return more;
  }

  function tick() {
    timer = null;
    byItself = true;
    const more = buttons.el.isConnected && advance();
    byItself = false;
    if (!more) return show();
    timer = setTimeout(tick, speedMs);
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
    if (end) stop();
    else show();
  }

  show();
  return { el: buttons.el, stop, setEnd, playing: () => byItself };
}

/**
 * Dimmed, not disabled: a disabled button would drop the keyboard's place on the page.
 * @param {string} name
 * @param {boolean} repeats whether it can be played again
 * @param {() => void} onStep
 * @param {() => void} onPlay
 */
function playButtons(name, repeats, onStep, onPlay) {
  const step = button("Step", onStep, { primary: true });
  const play = button("Play", onPlay);
  const el = row(step, play);
  el.classList.add("mg-player");
  attributes(el, { role: "group", "aria-label": name });

  /**
   * @param {boolean} playing
   * @param {boolean} atEnd
   */
  function set(playing, atEnd) {
    const idle = atEnd && repeats ? "Play again" : "Play";
    play.textContent = playing ? "Pause" : idle;
    step.setAttribute("aria-disabled", String(atEnd));
    play.setAttribute("aria-disabled", String(atEnd && !repeats));
  }
  return { el, set };
}
