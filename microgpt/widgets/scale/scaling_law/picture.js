/** Losses over parameters, both axes logarithmic; a prediction that is dragged up and down. */

import { drag, handle, pointer } from "../../draw/handle.js";
import { mean, spread } from "../../engine/evidence.js";
import { foretold } from "../../engine/sizes.js";
import { attributes, s, watchWidth } from "../../kit/dom.js";
import { along, led } from "../../kit/keys.js";
import { clamp, tidy } from "../../kit/numbers.js";
import { axes, endOf, frameOf, lossAt, px, py } from "./axes.js";
import { mark } from "./marks.js";
import { guessRange, nats, thousands } from "./words.js";

/** @typedef {import("../../engine/sizes.js").Size} Size */
/** @typedef {import("../scaling_law.js").State} State */
/** @typedef {import("../scaling_law.js").Now} Now */
/** @typedef {import("./axes.js").Frame} Frame */

const STEP = 0.005; // nats: an arrow key
const SCATTER = [0, -3, 3];

/** @param {(guess: number) => void} onGuess */
export function picture(onGuess) {
  const { min: low, max: high } = guessRange.typed;
  const ground = s("g");
  const knob = handle({ name: "your prediction", low, high, colour: "ink", upright: true });
  const el = s("svg", { class: "mg-law-picture", role: "group" }, ground, knob);
  let width = 640;
  let shown = /** @type {{ now: Now, state: State } | null} */ (null);
  let frame = /** @type {Frame | null} */ (null);

  function draw() {
    if (!shown) return;
    const { now, state } = shown;
    frame = frameOf(now, width);
    attributes(el, {
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      height: frame.height,
      "aria-label": spoken(now),
    });
    ground.replaceChildren(...drawn(frame, now, state));
    place(knob, frame, now, state);
  }
  const move = (/** @type {number} */ loss) =>
    onGuess(tidy(clamp(Number(loss.toFixed(3)), low, high)));
  drag(knob, (event) => {
    if (frame) move(lossAt(frame, pointer(event, el, frame.width)[1]));
  });
  knob.addEventListener("keydown", (event) => {
    if (!shown) return;
    const at = shown.state.guess ?? shown.now.start;
    const to = led(event, along({ at, step: STEP, far: 10 * STEP, low, high }));
    if (to !== null) move(to);
  });
  watchWidth(el, (next) => {
    width = next;
    draw();
  });
  return {
    el,
    /**
     * @param {Now} now
     * @param {State} state
     */
    set(now, state) {
      shown = { now, state };
      draw();
    },
  };
}

/** @param {Now} now */
function spoken({ law, own }) {
  const say = (/** @type {Size} */ { params, losses }) =>
    `${thousands(params)}: ${nats(mean(losses))}`;
  const mine = own.length ? ` Yours: ${own.map(say).join("; ")}.` : "";
  return `Loss on names held out by parameters. ${law.map(say).join("; ") || "No size yet"}.${mine}`;
}

/**
 * The prediction, while it can be moved.
 * @param {SVGGElement} knob
 * @param {Frame} frame
 * @param {Now} now
 * @param {State} state
 */
function place(knob, frame, now, { show, guess, committed }) {
  const open = show !== "card" && !committed && now.current === null;
  const at = guess ?? now.start;
  knob.style.display = open ? "" : "none";
  knob.classList.toggle("mg-law-waiting", guess === null);
  attributes(knob, {
    transform: `translate(${px(frame, now.params)} ${py(frame, at)})`,
    "aria-valuenow": at,
    "aria-valuetext": guess === null ? "none yet" : nats(guess),
  });
}

/**
 * @param {Frame} frame
 * @param {Now} now
 * @param {State} state
 */
function drawn(frame, now, state) {
  const { law, deep, plain, own } = now;
  return [
    ...axes(frame, now),
    ...straight(frame, now),
    s("path", { class: "mg-law-join", d: joined(frame, law) }),
    ...deep.map((size) => meanOf(frame, size, "deep")),
    ...plain.map((size) => meanOf(frame, size, "plain")),
    ...law.flatMap((size) => [...seeds(frame, size), meanOf(frame, size, "law")]),
    ...own.flatMap((size) => [...seeds(frame, size, "mg-law-mine"), meanOf(frame, size, "own")]),
    ...kept(frame, now, state),
  ];
}

/**
 * The prediction, once it stands.
 * @param {Frame} frame
 * @param {Now} now
 * @param {State} state
 */
function kept(frame, { params, current }, { show, guess, committed }) {
  if (show === "card" || guess === null || !(committed || current)) return [];
  const [x, y] = [px(frame, params), py(frame, guess)];
  return [
    s("path", { class: "mg-law-guess", d: `M${x - 9} ${y}h18` }),
    s("text", { x: x - 12, y: y + 4, "text-anchor": "end" }, "predicted"),
  ];
}

/**
 * Through the smallest sizes, then on, broken.
 * @param {Frame} frame
 * @param {Now} now
 */
function straight(frame, { line, inLine }) {
  if (!line) return [];
  const at = (/** @type {number} */ params) =>
    `${px(frame, params)} ${py(frame, foretold(line, params))}`;
  const end = inLine[inLine.length - 1].params;
  return [
    s("path", { class: "mg-law-line", d: `M${at(inLine[0].params)}L${at(end)}` }),
    s("path", {
      class: "mg-law-line mg-law-beyond",
      d: `M${at(end)}L${at(Math.max(end, endOf(frame, line)))}`,
    }),
  ];
}

/**
 * @param {Frame} frame
 * @param {Size[]} sizes
 */
function joined(frame, sizes) {
  const points = sizes.map(
    ({ params, losses }) => `${px(frame, params)} ${py(frame, mean(losses))}`,
  );
  return points.length ? `M${points.join("L")}` : "";
}

/**
 * A dot for each seed.
 * @param {Frame} frame
 * @param {Size} size
 * @param {string} [kind]
 */
function seeds(frame, { params, losses }, kind = "") {
  return losses.map((loss, i) =>
    s("circle", {
      class: `mg-law-seed ${kind}`,
      cx: px(frame, params) + SCATTER[i % SCATTER.length],
      cy: py(frame, loss),
      r: 2,
    }),
  );
}

/**
 * The mean, with its spread as a bar.
 * @param {Frame} frame
 * @param {Size} size
 * @param {string} kind
 */
function meanOf(frame, { params, losses }, kind) {
  const [x, middle, noise] = [px(frame, params), mean(losses), spread(losses)];
  const d = `M${x} ${py(frame, middle + noise)}V${py(frame, middle - noise)}`;
  return s("g", {}, s("path", { class: "mg-law-bar", d }), mark(kind, x, py(frame, middle)));
}
