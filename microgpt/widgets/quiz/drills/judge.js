/** What is right in an answer, and which mistake is in what is not. */

/** What an answer comes to that makes it, and what is said to it. @typedef {{ value: number, says: string }} Mistake */
/** What is typed or chosen, by field; nothing where a field is empty. @typedef {{ [id: string]: any }} Typed */
/**
 * A number that is asked for. `shown` writes the right one; `tolerance` is how far off is near
 * enough. `follows`: what the right rule makes of what stands in the other fields. `needed`:
 * whether it is asked for at all, by what is chosen. Without an `answer` there is none.
 * @typedef {{ id: string, label: string, answer?: number, tolerance: number, hint: string,
 *   mistakes: Mistake[], shown: (x: number) => string, options?: undefined,
 *   follows?: (typed: Typed) => number | undefined, needed?: (typed: Typed) => boolean }} NumberField
 */
/**
 * One of a few choices; each but the right one says what is wrong with it.
 * @typedef {{ id: string, label: string, answer: string,
 *   options: { value: string, label: string, says: string }[] }} ChoiceField
 */
/** @typedef {NumberField | ChoiceField} Field */
/**
 * `word` stands in place of "right".
 * @typedef {{ state: "open" | "right" | "wrong", says: string, word?: string }} Verdict
 */

const NOISE = 1e-9;
const FOLLOWED =
  "The rule is right, but a number above that it uses is not. Mend that one, then this.";

/**
 * @param {number} x
 * @param {number | undefined} y
 * @param {number} tolerance
 */
const near = (x, y, tolerance) => y !== undefined && Math.abs(x - y) <= tolerance + NOISE;

/** Those that cannot be taken for the right answer. @param {NumberField} field */
export const mistakesOf = ({ answer = NaN, tolerance, mistakes }) =>
  mistakes.filter(({ value }) => Number.isFinite(value) && !near(value, answer, 2 * tolerance));

/**
 * A verdict on each field that is asked for, in their order.
 * @param {Field[]} fields
 * @param {Typed} typed
 * @returns {{ [id: string]: Verdict }}
 */
export function judge(fields, typed) {
  const verdicts = /** @type {{ [id: string]: Verdict }} */ ({});
  for (const field of fields) {
    const sound = Object.values(verdicts).every(({ state }) => state === "right");
    const given = typed[field.id];
    if (field.options) verdicts[field.id] = chosen(field, given);
    else if (isNeeded(field, typed)) verdicts[field.id] = number(field, given, typed, sound);
  }
  return verdicts;
}

/**
 * Whether a field is asked for, by what is chosen.
 * @param {Field} field
 * @param {Typed} typed
 */
export const isNeeded = (field, typed) => !!field.options || (field.needed?.(typed) ?? true);

/**
 * @param {ChoiceField} field
 * @param {string | undefined} given
 * @returns {Verdict}
 */
function chosen({ answer, options }, given) {
  const option = options.find(({ value }) => value === given);
  if (!option) return { state: "open", says: "" };
  return given === answer ? { state: "right", says: "" } : { state: "wrong", says: option.says };
}

/**
 * @param {NumberField} field
 * @param {number | undefined} given
 * @param {Typed} typed
 * @param {boolean} sound whether all fields above it are right
 * @returns {Verdict}
 */
function number(field, given, typed, sound) {
  const { answer, tolerance, hint } = field;
  if (given === undefined || answer === undefined) return { state: "open", says: "" };
  if (near(given, answer, tolerance)) return { state: "right", says: "" };
  const rule = field.follows?.(typed);
  if (near(given, rule, followTolerance(field, rule)))
    // rounded numbers above it, carried on
    return sound ? { state: "right", says: "" } : { state: "wrong", says: FOLLOWED };
  const said = new Set(
    mistakesOf(field)
      .filter(({ value }) => near(given, value, tolerance))
      .map(({ says }) => says),
  );
  // Where two mistakes come to the same, nobody can tell which it was.
  return { state: "wrong", says: said.size === 1 ? [...said][0] : hint };
}

/**
 * As near as to the answer, in proportion.
 * @param {NumberField} field
 * @param {number | undefined} rule
 */
const followTolerance = ({ answer = 1, tolerance }, rule = 0) =>
  tolerance * Math.min(1, Math.abs(rule / (answer || 1)));

/**
 * Whether all that is asked for is right.
 * @param {{ [id: string]: Verdict }} verdicts
 */
export const allRight = (verdicts) =>
  Object.values(verdicts).every(({ state }) => state === "right");
