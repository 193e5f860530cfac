/**
 * Watching another widget: its model is named by a reference, as a notebook stores it.
 *
 * Where every output is a frame of its own, the model found here is a copy that hears of nothing.
 * There the kernel watches, and sets `_seen` of the model that watches.
 */

const REFERENCE = "IPY_MODEL_";

/**
 * Calls `onChange` with the values of `keys` after each change of the watched model; not before the
 * first change, so that a state which was there from the beginning counts for nothing.
 *
 * @param {{ model: import("@anywidget/types").AnyModel<any>, reference: string, keys: string[],
 *           onChange: (state: Record<string, any>) => void, onMissing: () => void }} options
 * @returns {() => void} the clean-up
 */
export function watch({ model, reference, keys, onChange, onMissing }) {
  let watched = /** @type {import("@anywidget/types").AnyModel<any> | null} */ (null);
  let closed = false;
  const changed = () => onChange(Object.fromEntries(keys.map((key) => [key, watched?.get(key)])));
  const told = () => onChange(model.get("_seen"));
  model.on("change:_seen", told);
  const events = keys.map((key) => /** @type {`change:${string}`} */ (`change:${key}`));
  find(model, reference)
    .then((found) => {
      if (closed) return;
      watched = found;
      events.forEach((event) => watched?.on(event, changed));
    })
    .catch(() => {
      if (!closed) onMissing();
    });
  return () => {
    closed = true;
    model.off("change:_seen", told);
    events.forEach((event) => watched?.off(event, changed));
  };
}

/**
 * @param {import("@anywidget/types").AnyModel<any>} model
 * @param {string} reference
 */
async function find(model, reference) {
  if (!reference.startsWith(REFERENCE)) throw new Error("no reference");
  return model.widget_manager.get_model(reference.slice(REFERENCE.length));
}
