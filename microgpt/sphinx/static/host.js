/**
 * Mounts the widgets of a static page: for each place, the widget's module with a model that holds the stored state.
 * Views of one model share it, so they stay in step. What a widget's front end may ask of a model is what the
 * anywidget contract names; there is no kernel, so messages go nowhere.
 */
(() => {
  /** @param {Record<string, unknown>} state */
  function makeModel(state) {
    const listeners = /** @type {Map<string, Set<Function>>} */ (new Map());
    return {
      /** @param {string} name */
      get: (name) => state[name],
      /** @param {string} name @param {unknown} value */
      set(name, value) {
        if (state[name] === value) return;
        state[name] = value;
        for (const event of [`change:${name}`, "change"])
          [...(listeners.get(event) ?? [])].forEach((listener) => listener());
      },
      save_changes() {},
      send() {},
      /** @param {string} event @param {Function} listener */
      on(event, listener) {
        if (!listeners.has(event)) listeners.set(event, new Set());
        listeners.get(event)?.add(listener);
      },
      /** @param {string} event @param {Function} listener */
      off(event, listener) {
        listeners.get(event)?.delete(listener);
      },
      widget_manager: { get_model: find },
    };
  }

  const stored = document.getElementById("mg-state");
  if (!stored) return;
  const { need } = /** @type {any} */ (globalThis).microgpt;
  const saved = JSON.parse(stored.textContent ?? "{}");
  const models = /** @type {Record<string, ReturnType<typeof makeModel>>} */ ({});
  /** The model with this id, shown or not: made when it is first asked for. @param {string} id */
  const model = (id) => (models[id] ??= makeModel(saved[id].state));
  /** @param {string} id @returns {Promise<any>} */
  async function find(id) {
    if (!Object.hasOwn(saved, id)) throw new Error(`This page has no model ${id}.`);
    return model(id);
  }
  for (const el of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".mg-view[data-model]")
  )) {
    const id = el.dataset.model ?? "";
    need(saved[id].module).default.render({ model: model(id), el });
    el.dataset.alive = "";
  }
  performance.mark("microgpt-alive");

  // A chapter counts as read when its reader reaches the end of the page.
  const chapter = /** @type {HTMLElement | null} */ (document.querySelector("[data-chapter]"))
    ?.dataset.chapter;
  const end = document.querySelector(".prev-next-area");
  if (chapter && end) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      const store = need("kit/store.js").openStore();
      store.write("chapter", chapter, true);
      store.close();
    });
    observer.observe(end);
  }
})();
