/** The ways through the run as buttons and keys, and a slider over all its moments. */

import { button, slider } from "../../kit/controls.js";
import { attributes } from "../../kit/dom.js";
import { player } from "../../kit/player.js";
import { back, further, into, LAST, out, over } from "./walk.js";

const SPEED = 1400; // ms from one line to the next: each has a sentence to be read
const WAYS = [
  { way: back, label: "Back", key: "ArrowUp", says: "back to the line before" },
  { way: into, label: "Into", key: "ArrowRight", says: "into the call" },
  { way: out, label: "Out", key: "ArrowLeft", says: "out of this call" },
  { way: further, label: "Next region", key: "n", says: "on to the next new region" },
];

/** @param {{ read: () => { moment: number }, set: (state: { moment: number }) => void }} view */
export function controls(view) {
  let at = 0;
  const play = player({
    name: "steps through the run",
    speedMs: SPEED,
    onReset: () => view.set({ moment: 0 }),
    onStep: () => {
      view.set({ moment: over(at) ?? at });
      return over(at) !== null;
    },
  });
  /** Where a way leads, if it leads anywhere. @param {number | null} moment */
  function go(moment) {
    play.stop();
    if (moment !== null && moment !== at) view.set({ moment });
  }
  const buttons = WAYS.map(({ way, label, says }) =>
    button(label, () => go(way(at)), { describe: `${label}: ${says}` }),
  );
  play.el.append(...buttons);
  const place = slider({
    name: "moment",
    min: 0,
    max: LAST,
    step: 1,
    value: 0,
    whole: true,
    onInput: go,
  });
  /** @type {Record<string, () => void>} */
  const keys = { ArrowDown: () => go(over(at)) };
  for (const { way, key } of WAYS) keys[key] = () => go(way(at));
  keys.N = keys.n;

  /** @param {number} moment */
  function set(moment) {
    at = moment;
    buttons.forEach((one, i) =>
      attributes(one, { "aria-disabled": String(WAYS[i].way(at) === null) }),
    );
    place.set(at);
    play.setEnd(over(at) === null);
  }
  return { els: [play.el, place.el], keys, go, set, stop: play.stop, playing: play.playing };
}
