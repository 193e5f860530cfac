import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fixed, fmt } from "../../microgpt/widgets/kit/format.js";
import { readNumber, readWithin } from "../../microgpt/widgets/kit/read_number.js";
import { scaleOf } from "../../microgpt/widgets/kit/scales.js";

const ASK = "Write a number, such as 1.5 or -2.";
const TWO_POINTS = "Write one decimal point, and nothing between thousands.";
const LARGE = "This number is too large.";
const PERCENT = "Write it without the percent sign: 50% is 0.5.";

const read = [
  ["0", 0],
  ["-0", 0],
  ["7", 7],
  ["007", 7],
  ["1.5", 1.5],
  ["-1.5", -1.5],
  ["+1.5", 1.5],
  ["- 1.5", -1.5],
  [".5", 0.5],
  ["-.5", -0.5],
  ["5.", 5],
  // every dash that stands for a minus
  ["\u22121.5", -1.5],
  ["\u20101.5", -1.5],
  ["\u20111.5", -1.5],
  ["\u20121.5", -1.5],
  ["\u20131.5", -1.5],
  ["\u20141.5", -1.5],
  ["\u20151.5", -1.5],
  ["\ufe581.5", -1.5],
  ["\ufe631.5", -1.5],
  ["\uff0d1.5", -1.5],
  // the decimal comma
  ["0,8", 0.8],
  ["0,02", 0.02],
  [",5", 0.5],
  ["5,", 5],
  ["−0,5", -0.5],
  ["0,125", 0.125],
  ["00,125", 0.125],
  ["1234,567", 1234.567],
  ["1,0000", 1],
  ["1,50", 1.5],
  // spaces of every kind
  [" 1.5 ", 1.5],
  ["\u00a01.5\u202f", 1.5],
  ["\t1.5\n", 1.5],
  ["1 000", 1000],
  ["1\u00a0000", 1000],
  ["1\u2009000", 1000],
  ["1\u202f000\u202f000", 1000000],
  ["−1 000,5", -1000.5],
  ["12 345.678", 12345.678],
  ["\u200b1.5\ufeff", 1.5],
  ["\u200e-1.5", -1.5],
  // fractions
  ["1/2", 0.5],
  ["-3/4", -0.75],
  ["1 / 2", 0.5],
  ["−1\u00a0/\u00a04", -0.25],
  ["1/-4", -0.25],
  ["0/5", 0],
  ["1.5/3", 0.5],
  ["1\u20442", 0.5],
  ["0,5/2", 0.25],
  // exponents
  ["1e-3", 0.001],
  ["1E+3", 1000],
  ["1e3", 1000],
  ["1e\u22123", 0.001],
  ["2.5e-1", 0.25],
  ["2,5e1", 25],
  ["-1e–2", -0.01],
  ["1e308", 1e308],
  // underscores and full-width signs
  ["1_000", 1000],
  ["1_0.2_5", 10.25],
  ["\uff11\uff0e\uff15", 1.5],
  ["\uff0b\uff12", 2],
  ["\uff10\uff0c\uff18", 0.8],
];

const refuse = [
  ["", ASK],
  ["   ", ASK],
  ["-", ASK],
  ["+", ASK],
  [".", ASK],
  [",", ASK],
  ["-.", ASK],
  ["e", ASK],
  ["e5", ASK],
  ["1e", ASK],
  ["1e-", ASK],
  ["1e1.5", ASK],
  ["one", ASK],
  ["1x", ASK],
  ["x = 1", ASK],
  ["NaN", ASK],
  ["Infinity", ASK],
  ["-Infinity", ASK],
  ["∞", ASK],
  ["0x10", ASK],
  ["0b1", ASK],
  ["1n", ASK],
  ["½", ASK],
  ["1½", ASK],
  ["10²", ASK],
  ["٣", ASK],
  ["(1)", ASK],
  ["1 2", ASK],
  ["1 00", ASK],
  ["0. 5", ASK],
  ["1 1/2", ASK],
  ["1/2/3", ASK],
  ["1/", ASK],
  ["/2", ASK],
  ["1-2", ASK],
  ["1–2", ASK],
  ["1_", ASK],
  ["_1", ASK],
  ["1__0", ASK],
  ["1\u00ad2", ASK],
  ["<b>1</b>", ASK],
  ["--1", "Write one sign at most."],
  ["+-1", "Write one sign at most."],
  ["−–1", "Write one sign at most."],
  ["1.2.3", TWO_POINTS],
  ["1,2,3", TWO_POINTS],
  ["1,000,000", TWO_POINTS],
  ["1,000.5", TWO_POINTS],
  ["1.000,5", TWO_POINTS],
  ["1,000", "Write 1000 or 1.000."],
  ["-12,345", "Write -12345 or -12.345."],
  ["−1,500", "Write -1500 or -1.500."],
  ["50%", PERCENT],
  ["50\u00a0%", PERCENT],
  ["50\uff05", PERCENT],
  ["1/0", "Nothing can be divided by 0."],
  ["0/0", "Nothing can be divided by 0."],
  ["1/0.0", "Nothing can be divided by 0."],
  ["1e309", LARGE],
  ["-1e999", LARGE],
  ["1e300/1e-300", LARGE],
  ["9".repeat(400), LARGE],
];

test("what people write for a number", () => {
  for (const [text, value] of read) {
    const reading = readNumber(text);
    assert.equal(reading.problem, undefined, JSON.stringify(text));
    assert.ok(Object.is(reading.value, value), `${JSON.stringify(text)} is ${reading.value}`);
  }
});

test("what is no number is refused in a sentence", () => {
  for (const [text, sentence] of refuse) {
    const { value, problem } = readNumber(text);
    assert.deepEqual([value, problem], [undefined, sentence], JSON.stringify(text));
  }
});

test("what the course prints can be typed again", () => {
  for (const x of [0, -1.5, 0.25, 12.75, -1000, 123456.5, -2.5e6, 1e9, 3e-2])
    for (const printed of [fmt(x), fixed(x), String(x), x.toExponential()])
      assert.equal(readNumber(printed).value, x, printed);
});

test("limits are said, and a number that may grow into them is only begun", () => {
  const rate = { min: 0.001, max: 1 };
  const outside = { problem: "Write a number from 0.001 to 1." };
  assert.equal(readWithin("0,05", rate).value, 0.05);
  for (const text of ["0", "0.0", "0.0005"])
    assert.deepEqual(readWithin(text, rate), { ...outside, begun: true }, text);
  for (const text of ["2", "-1", "1.001"])
    assert.deepEqual(readWithin(text, rate), { ...outside, begun: false }, text);
  assert.equal(readWithin("-9.5", { min: -9, max: 9 }).problem, "Write a number from −9 to 9.");
  const seed = { min: 0, max: 1e9, whole: true };
  assert.equal(readWithin("1 000", seed).value, 1000);
  for (const text of ["1.5", "-1", "1e10"])
    assert.equal(
      readWithin(text, seed).problem,
      "Write a whole number from 0 to 1000000000.",
      text,
    );
  for (const text of ["", "-", "1e", "1e-", "1/", "1/0", "-."])
    assert.equal(readWithin(text, rate).begun, true, text);
  for (const text of ["x", "--1", "50%", "1.2.3", "1,000", "1 2"])
    assert.equal(readWithin(text, rate).begun, false, text);
});

test("keys step to round numbers, inside the limits", () => {
  const steps = scaleOf({ min: -4, max: 4, step: 0.1 });
  assert.deepEqual(
    [steps.next(0.2, 1), steps.next(0.2, -10), steps.next(3.95, 1), steps.next(-4, -1)],
    [0.3, -0.8, 4, -4],
  );
  const factors = scaleOf({ min: 0.0001, max: 100, step: 0.1, log: true });
  assert.deepEqual(
    [
      factors.next(0.01, 10),
      factors.next(0.01, -10),
      factors.next(100, 1),
      factors.next(0.0001, -1),
    ],
    [0.1, 0.001, 100, 0.0001],
  );
});

test("no field of the browser's own for numbers is left", () => {
  const folder = new URL("../../microgpt/widgets/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css)$/.test(name));
  assert.ok(files.length > 60, String(files.length));
  for (const name of files)
    assert.doesNotMatch(
      readFileSync(new URL(name, folder), "utf8"),
      /\btype: "number"|type=\\?"?number|valueAsNumber/,
      name,
    );
});
