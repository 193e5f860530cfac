/**
 * The models of a static page: the stored states, and who listens to them.
 *
 * What a widget's front end may ask of a model is what the anywidget contract names. Stored widgets have no kernel:
 * what they save goes nowhere. Those that a cell of the page made have one, and it hears. Views of one model share its
 * state, so they stay in step; but each view has its own handle on it, so that one which fails is known, and takes no
 * other along.
 */

/** @typedef {(error: unknown) => void} Owner a view: it hears what its listeners throw */
/** @typedef {{ event: string, listener: Function, owner: Owner }} Entry */

/**
 * @param {Record<string, { state: Record<string, unknown> }>} saved
 * @param {(id: string, changes: Record<string, unknown>) => void} [save] hears what a front end changed
 */
export function makeModels(saved, save = () => {}) {
  /** @type {Map<string, { state: Record<string, unknown>, entries: Set<Entry> }>} */
  const models = new Map();

  /**
   * The model with this id, shown or not: made when it is first asked for.
   * @param {string} id
   */
  function model(id) {
    if (!Object.hasOwn(saved, id)) throw new Error(`This page has no model ${id}.`);
    const made = models.get(id) ?? { state: structuredClone(saved[id].state), entries: new Set() };
    models.set(id, made);
    return made;
  }

  /**
   * @param {Set<Entry>} entries
   * @param {string} event
   */
  function tell(entries, event) {
    for (const entry of [...entries]) {
      if (entry.event !== event || !entries.has(entry)) continue;
      try {
        entry.listener();
      } catch (error) {
        entry.owner(error);
      }
    }
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {unknown} value
   */
  function set(id, name, value) {
    const { state, entries } = model(id);
    if (state[name] === value) return;
    state[name] = value;
    tell(entries, `change:${name}`);
    tell(entries, "change");
  }

  /**
   * A view's handle on the model with this id.
   * @param {string} id
   * @param {Owner} owner
   */
  function handle(id, owner) {
    const { state, entries } = model(id);
    let changes = /** @type {Record<string, unknown>} */ ({});
    return {
      /** @param {string} name */
      get: (name) => state[name],
      /**
       * @param {string} name
       * @param {unknown} value
       */
      set(name, value) {
        changes[name] = value;
        set(id, name, value);
      },
      save_changes() {
        save(id, changes);
        changes = {};
      },
      send() {},
      /**
       * @param {string} event
       * @param {Function} listener
       */
      on: (event, listener) => void entries.add({ event, listener, owner }),
      /**
       * What this view listens to no more: without a listener all, without an event any.
       * @param {string | null} [event]
       * @param {Function | null} [listener]
       */
      off(event, listener) {
        for (const entry of entries) {
          const named = !event || entry.event === event;
          const meant = named && (!listener || entry.listener === listener);
          if (meant && entry.owner === owner) entries.delete(entry);
        }
      },
      widget_manager: {
        /**
         * @param {string} other
         * @returns {Promise<any>}
         */
        get_model: async (other) => handle(other, owner),
      },
    };
  }

  /**
   * No model calls this view any more.
   * @param {Owner} owner
   */
  function release(owner) {
    for (const { entries } of models.values())
      for (const entry of entries) if (entry.owner === owner) entries.delete(entry);
  }

  /**
   * The model with this id is again as it was stored; its views follow.
   * @param {string} id
   */
  function restore(id) {
    hear(id, structuredClone(saved[id].state));
  }

  /**
   * A kernel sets the state of its model; its views follow, and it is not told what it said itself.
   * @param {string} id
   * @param {Record<string, unknown>} state
   */
  function hear(id, state) {
    for (const [name, value] of Object.entries(state)) set(id, name, value);
  }

  /**
   * What the model with this id stands at.
   * @param {string} id
   */
  const stateOf = (id) => model(id).state;

  return { handle, release, restore, hear, stateOf };
}
