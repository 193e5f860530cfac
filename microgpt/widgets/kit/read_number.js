/**
 * A number as people write it: with the minus sign that pages print, a decimal comma, spaces
 * between thousands, a fraction. What could mean two numbers is refused, never guessed.
 */

/**
 * `begun`: more may follow that makes it a number that fits, as the 0 of 0.05 or a lone minus.
 * @typedef {{ value: number, problem?: undefined, begun?: undefined }
 *   | { value?: undefined, problem: string, begun: boolean }} Reading
 */

/**
 * Every hyphen and dash that is read as a minus, as they stand between the brackets of a pattern.
 */
export const DASHES = String.raw`\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d`;
const ASK = "Write a number, such as 1.5 or -2.";
const ZERO_WIDTH = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const DECIMAL =
  /^([-+]?) ?((?:[0-9](?:_?[0-9])*)?)(?:\.((?:[0-9](?:_?[0-9])*)?))?(?:[eE]([-+]?[0-9]+))?$/;
const BEGUN = /^[-+]? ?[.,]?$|[0-9][.,]?[eE][-+]?$|\/ ?[-+]?$/;
const THOUSANDS = /[0-9](?= [0-9])/;

/** @param {string} problem @returns {Reading} */
const refused = (problem, begun = false) => ({ problem, begun });

/**
 * The number that a text means, or a sentence that says what is wrong with it.
 * @param {string} text
 * @returns {Reading}
 */
export function readNumber(text) {
  const plain = plainly(text);
  const parts = plain.split("/");
  if (parts.length > 2) return refused(ASK);
  const readings = parts.map((part) => readDecimal(part.trim()));
  const wrong = readings.find((one) => one.problem !== undefined);
  if (wrong) return refused(wrong.problem ?? ASK, BEGUN.test(plain));
  const [over, under = 1] = readings.map((one) => Number(one.value));
  if (under === 0) return refused("Nothing can be divided by 0.", true);
  const value = over / under;
  if (!Number.isFinite(value)) return refused("This number is too large.");
  return { value: value + 0 }; // never -0
}

/**
 * The same, for a number that must lie in min..max, and be whole where `whole` says so.
 * @param {string} text
 * @param {{ min: number, max: number, whole?: boolean }} limits
 * @returns {Reading}
 */
export function readWithin(text, { min, max, whole = false }) {
  const reading = readNumber(text);
  const { value } = reading;
  if (value === undefined) return reading;
  const fits = value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return reading;
  const near = (value >= 0 && value < min) || (value <= 0 && value > max);
  const kind = whole ? "whole number" : "number";
  return refused(`Write a ${kind} from ${written(min)} to ${written(max)}.`, near);
}

/**
 * With a real minus sign, and without the noise of binary fractions.
 * @param {number} x
 */
export function written(x) {
  return String(Number(x.toFixed(6)) + 0).replace("-", "−");
}

/**
 * The signs of the keyboard in place of their many relatives, and single spaces.
 * @param {string} text
 */
function plainly(text) {
  return text
    .replace(ZERO_WIDTH, "")
    .replace(new RegExp(`[${DASHES}]`, "g"), "-")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

/** @param {string} text @returns {Reading} */
function readDecimal(text) {
  if (text.includes("%")) return refused("Write it without the percent sign: 50% is 0.5.");
  if (/^[-+] ?[-+]/.test(text)) return refused("Write one sign at most.");
  if (/^[-+0-9., ]*$/.test(text) && (text.match(/[.,]/g) ?? []).length > 1)
    return refused("Write one decimal point, and nothing between thousands.");
  const group = /^([-+]?) ?([1-9][0-9]{0,2}),([0-9]{3})$/.exec(text);
  if (group) {
    const [, sign, before, after] = group;
    return refused(`Write ${sign}${before}${after} or ${sign}${before}.${after}.`);
  }
  const match = DECIMAL.exec(joined(text).replace(",", "."));
  if (!match) return refused(ASK);
  const [, sign, whole, part = "", exponent = "0"] = match;
  if (whole === "" && part === "") return refused(ASK);
  const value = Number(`${sign}${whole || 0}.${part || 0}e${exponent}`.replaceAll("_", ""));
  return Number.isFinite(value) ? { value } : refused("This number is too large.");
}

/**
 * Without the spaces between thousands; a space anywhere else stays, and is no part of a number.
 * @param {string} text
 */
function joined(text) {
  if (!THOUSANDS.test(text)) return text;
  return /^[-+]? ?[0-9]{1,3}(?: [0-9]{3})+(?![0-9 ])/.test(text)
    ? text.replace(/(?<=[0-9]) (?=[0-9])/g, "")
    : text;
}
