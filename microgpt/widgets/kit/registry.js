/**
 * The modules of a page, each kept as a function that makes it.
 *
 * A module is made when it is first needed. Because the makers stay at hand, the source of a worker
 * can be put together from them: that works on `file://` too, where a worker may not be loaded from
 * a file. A module that wants one finds `source` at the `need` it is given.
 */
export function registry() {
  /** @typedef {(need: (name: string) => any) => any} Maker */
  const makers = /** @type {Record<string, Maker>} */ ({});
  const wants = /** @type {Record<string, string[]>} */ ({});
  const made = /** @type {Record<string, any>} */ ({});
  /**
   * @param {string} name
   * @param {string[]} needed
   * @param {Maker} maker
   */
  const define = (name, needed, maker) => {
    makers[name] ??= maker;
    wants[name] ??= needed;
  };
  /** @param {string} name */
  const need = (name) => (made[name] ??= makers[name](need));
  /**
   * Whether `name` has arrived, and everything it needs.
   * @param {string} name
   * @returns {boolean}
   */
  const has = (name) => name in makers && wants[name].every(has);
  /**
   * What has not arrived of `name` and of everything it needs.
   * @param {string} name
   * @returns {string[]}
   */
  const missing = (name) => (name in makers ? wants[name].flatMap(missing) : [name]);
  /**
   * The source of a script that registers `name` and everything it needs, then runs `main(need)`.
   * @param {string} name
   * @param {(need: (name: string) => any) => void} main
   */
  const source = (name, main) => {
    const seen = new Set();
    const lines = /** @type {string[]} */ ([]);
    const add = (/** @type {string} */ one) => {
      if (seen.has(one)) return;
      seen.add(one);
      wants[one].forEach(add);
      lines.push(`define(${JSON.stringify(one)}, [], ${makers[one]});`);
    };
    add(name);
    return `const { define, need } = (${registry})();\n${lines.join("\n")}\n(${main})(need);`;
  };
  return { define, has, missing, need: Object.assign(need, { source }), source };
}
