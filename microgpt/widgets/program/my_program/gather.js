/** One file out of six steps: the reader's lines where an answer passed, the course's where none did. */

/** @typedef {{ title: string, code: string }} Step the course's */
/** @typedef {{ steps: Step[], loops: string }} Content */
/** What is kept of an answer. @typedef {{ text?: string, good?: string }} Answer */
/**
 * A part of the file. `first` is the number of its first line, `begun` whether an answer is there that has not passed.
 * @typedef {{ n: number, title: string, yours: boolean, begun: boolean, lines: string[], first: number }} Part
 */

export const NAME = "my_microgpt.py";
export const STEPS = 6;

/** The lines that belong to the program. @param {string} answer */
const withoutBegin = (answer) =>
  answer
    .split("\n")
    .filter((line) => !line.startsWith("begin("))
    .join("\n")
    .trim();

/**
 * The parts in their order, the loops last; an empty line stands between two.
 * @param {Content} content
 * @param {Answer[]} answers to the steps
 */
export function gathered({ steps, loops }, answers) {
  const parts = /** @type {Part[]} */ ([]);
  let first = 1;
  const add = (/** @type {Omit<Part, "lines" | "first">} */ part, /** @type {string} */ code) => {
    const lines = code.split("\n");
    parts.push({ ...part, lines, first });
    first += lines.length + 1;
  };
  steps.forEach(({ title, code }, i) => {
    const { good, text } = answers[i] ?? {};
    const yours = good !== undefined;
    const begun = !yours && text !== undefined;
    add({ n: i + 1, title, yours, begun }, yours ? withoutBegin(good) : code);
  });
  add({ n: 0, title: "The two loops", yours: false, begun: false }, loops);
  return parts;
}

/** @param {Part[]} parts */
export const fileOf = (parts) => `${parts.map(({ lines }) => lines.join("\n")).join("\n\n")}\n`;

/** @param {Part[]} parts */
export function inWords(parts) {
  const yours = parts.filter((part) => part.yours).length;
  return `${NAME}: ${yours} of ${STEPS} steps ${yours === 1 ? "is" : "are"} yours.`;
}

/** The cell that checks a program: a text of JSON is one of Python too. @param {string} source */
export const checkOf = (source) =>
  `from microgpt.check.program import check_program\ncheck_program(${JSON.stringify(source)}, 10)`;
