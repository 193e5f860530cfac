/**
 * The ways through a recorded run. Its moments stand in one list, as if every call were opened, so a
 * place in the run is one number; over, into, out and back lead from one to another.
 */

import { moments } from "../../data/traced_step.js";
import { regions } from "../../data/program.js";

/**
 * @typedef {{ line: number, set: Record<string, string>, call?: string,
 *   outer?: Record<string, string>, round?: [number, number], skipped?: number, over?: boolean,
 *   made?: number, left?: number, gives?: string, prints?: string }} Moment tools/tracing.py
 * @typedef {{ name: string, text: string, fresh: boolean, outer: boolean }} Variable
 */

/** All moments, each with how deep its call is, and where that call begins. */
export const RUN = nested(/** @type {Moment[]} */ (moments));
export const LAST = RUN.length - 1;

/** @param {Moment[]} all */
function nested(all) {
  const open = /** @type {number[]} */ ([]);
  return all.map((moment, i) => {
    if (moment.call) open.push(i);
    const here = { ...moment, depth: open.length, begin: open[open.length - 1] };
    if (moment.gives !== undefined) open.pop();
    return here;
  });
}

/** @param {number} at */
const ends = (at) => RUN[at].gives !== undefined;

/**
 * The next line of the same call, whatever it calls taken at once; behind its last line, the line
 * that called.
 * @param {number} at
 */
export function over(at) {
  return ends(at) ? out(at) : found(at, 1, (one) => one.depth === RUN[at].depth);
}

/** The beginning of the call that comes now, if there is one to open. @param {number} at */
export function into(at) {
  return RUN[at + 1]?.call ? at + 1 : null;
}

/**
 * The line that called, done.
 * @param {number} at
 */
export function out(at) {
  return outTo(at, RUN[at].depth - 1);
}

/** The next moment of a call that is open, by its depth. @param {number} at @param {number} depth */
export function outTo(at, depth) {
  return found(at, 1, (one) => one.depth <= depth);
}

/** The line before; before the first one of a call, the line before that calls. @param {number} at */
export function back(at) {
  const { call, depth } = RUN[at];
  return found(at, -1, (one) => (call ? one.depth < depth : one.depth === depth));
}

/** The first moment in a region in which no moment up to now was. @param {number} at */
export function further(at) {
  const seen = new Set(RUN.slice(0, at + 1).map(regionOf));
  return found(at, 1, (one) => !seen.has(regionOf(one)));
}

/**
 * The nearest moment, forward or backward, that `is` what one looks for.
 * @param {number} at
 * @param {1 | -1} by
 * @param {(one: typeof RUN[number]) => boolean} is
 */
function found(at, by, is) {
  for (let i = at + by; i >= 0 && i <= LAST; i += by) if (is(RUN[i])) return i;
  return null;
}

/** The region of the line that was done; at the start, of the line to come. @param {Moment} moment */
export function regionOf({ line }) {
  const inside = (/** @type {typeof regions[number]} */ one) =>
    line >= one.mark && line <= one.last;
  return regions.find(inside) ?? regions[regions.length - 2];
}

/**
 * The names of the open calls, from the outermost to that of this moment.
 * @param {number} at
 */
export function calls(at) {
  const names = /** @type {string[]} */ ([]);
  for (const { call, depth } of RUN.slice(0, at + 1)) {
    names.length = depth - (call ? 1 : 0);
    if (call) names.push(call);
  }
  return names;
}

/**
 * What comes next: the line, where it is, and which of its calls can be opened.
 * @param {number} at
 */
export function next(at) {
  const to = over(at);
  if (to === null) return null;
  const { line, depth, begin } = RUN[to];
  const names = RUN.slice(at + 1, to).filter((one) => one.call && one.depth === depth + 1);
  return {
    line,
    back: ends(at) ? RUN[begin].call : undefined,
    opens: names.map((one) => /** @type {string} */ (one.call)),
  };
}

/**
 * The variables of this moment's call as they are now; `fresh` are those that were given a value.
 * @param {number} at
 * @returns {Variable[]}
 */
export function variables(at) {
  const { begin, set } = RUN[at];
  const outer = RUN[begin].outer ?? {};
  const now = { ...outer };
  for (const one of RUN.slice(begin, at + 1)) if (one.begin === begin) Object.assign(now, one.set);
  return Object.entries(now).map(([name, text]) => ({
    name,
    text,
    fresh: name in set,
    outer: name in outer,
  }));
}
