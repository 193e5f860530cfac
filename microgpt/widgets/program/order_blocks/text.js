/** The blocks in place as lines of a program, as one writes them. */

/** @typedef {{ id: string, code: string }} Block */

/**
 * The number of each block's first line.
 * @param {string[]} order
 * @param {Block[]} blocks
 * @returns {Record<string, number>}
 */
export function firstLines(order, blocks) {
  const first = /** @type {Record<string, number>} */ ({});
  let next = 1;
  for (const id of order) {
    first[id] = next;
    next += codeOf(id, blocks).split("\n").length;
  }
  return first;
}

/** @param {string} id @param {Block[]} blocks */
export const codeOf = (id, blocks) => blocks.find((block) => block.id === id)?.code ?? "";

/**
 * One text: an empty line after imports and round a function, as programs have it.
 * @param {string[]} order
 * @param {Block[]} blocks
 */
export function programText(order, blocks) {
  return order
    .map((id) => codeOf(id, blocks))
    .reduce((text, code) => text + (text && gap(text, code)) + code, "");
}

/** @param {string} above @param {string} code */
function gap(above, code) {
  const last = above.slice(above.lastIndexOf("\n") + 1);
  const apart = /^(?:import|def) /.test(code) || /^(?:import| )/.test(last);
  return apart ? "\n\n" : "\n";
}

/**
 * What a cell holds when these lines stand in it: below the line with `begin`, in place of what was there.
 * @param {string} source
 * @param {string} lines
 */
export function putBelow(source, lines) {
  const begin = /^begin\(.*$/m.exec(source)?.[0] ?? "begin(1, globals())";
  return `${begin}\n${lines}`;
}

/** Whether a cell holds more than its line with `begin` and comments. @param {string} source */
export function hasLines(source) {
  return source.split("\n").some((line) => line.trim() && !/^\s*#|^begin\(/.test(line));
}
