/*
 * A browser that may keep nothing (all cookies blocked, a sandboxed frame) calls it an error to
 * look at its storage. The theme looks before anything else, and its menu, search and light/dark
 * button would be dead. So it gets a storage that lasts as long as the page. This stands in the
 * page itself, before all other scripts.
 */
(() => {
  function memory() {
    const kept = /** @type {Map<string, string>} */ (new Map());
    return {
      get length() {
        return kept.size;
      },
      key: (/** @type {number} */ i) => [...kept.keys()][i] ?? null,
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {unknown} */ value) =>
        kept.set(key, String(value)),
      removeItem: (/** @type {string} */ key) => kept.delete(key),
      clear: () => kept.clear(),
    };
  }
  for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      globalThis[name].getItem("");
    } catch {
      Object.defineProperty(globalThis, name, { value: memory() });
    }
  }
})();
