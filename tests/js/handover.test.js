import assert from "node:assert/strict";
import { test } from "node:test";
import { giver, receive } from "../../microgpt/widgets/kit/handover.js";

/** @param {string} label @returns {any} */
const handover = (label) => ({ checkpoint: {}, documents: ["a"], noun: "lines", seen: 1, label });

/** A widget's front-end model: what it sends, and how it hears what the kernel sends. */
function frontEnd() {
  const listeners = /** @type {Set<Function>} */ (new Set());
  const sent = /** @type {any[]} */ ([]);
  /** @type {any} */
  const model = {
    send: (/** @type {any} */ message) => sent.push(message),
    on: (/** @type {string} */ _, /** @type {Function} */ listener) => listeners.add(listener),
    off: (/** @type {string} */ _, /** @type {Function} */ listener) => listeners.delete(listener),
  };
  const hear = (/** @type {any} */ message) => listeners.forEach((listener) => listener(message));
  return { model, sent, hear };
}

const { model } = frontEnd();

test("an offer reaches all who listen, and the giver hears whether anyone does", () => {
  const target = new EventTarget();
  const got = /** @type {string[]} */ ([]);
  const from = giver({ model, target });
  assert.equal(from.offer(handover("nobody")), false);
  const ends = [1, 2].map((n) =>
    receive({ model, target, onModel: ({ label }) => got.push(`${n} ${label}`) }),
  );
  assert.deepEqual(
    got,
    ["1 nobody", "2 nobody"],
    "who comes late asks, and only who has not had it takes the answer",
  );
  got.length = 0;
  assert.equal(from.offer(handover("x")), true);
  assert.deepEqual(got, ["1 x", "2 x"]);
  ends[0]();
  from.offer(handover("y"));
  assert.deepEqual(got.slice(2), ["2 y"]);
});

test("of two givers the later counts, also for who comes late", () => {
  const target = new EventTarget();
  const got = /** @type {string[]} */ ([]);
  const [one, two] = [giver({ model, target }), giver({ model, target })];
  one.offer(handover("one"));
  two.offer(handover("two"));
  receive({ model, target, onModel: ({ label }) => got.push(label) });
  assert.deepEqual(got, ["two"]);
  two.close();
  receive({ model, target, onModel: ({ label }) => got.push(`later ${label}`) });
  assert.deepEqual(got, ["two"], "a giver that is gone answers no more");
});

test("through the kernel it goes to another document; what comes both ways is taken once", () => {
  const [trainer, near, far] = [frontEnd(), frontEnd(), frontEnd()];
  const [here, there] = [new EventTarget(), new EventTarget()];
  const got = /** @type {string[]} */ ([]);
  const from = giver({ model: trainer.model, target: here, onTaken: () => got.push("taken") });
  receive({ model: near.model, target: here, onModel: ({ label }) => got.push(`near ${label}`) });
  const end = receive({
    model: far.model,
    target: there,
    onModel: ({ label }) => got.push(`far ${label}`),
  });
  assert.equal(far.sent[0].kind, "microgpt-model-wanted");
  from.offer(handover("x"));
  const [offer] = trainer.sent;
  assert.equal(offer.kind, "microgpt-model");
  near.hear(structuredClone(offer));
  far.hear(structuredClone(offer));
  trainer.hear({ kind: "microgpt-model-taken" });
  assert.deepEqual(got, ["near x", "far x", "taken"]);
  end();
  from.offer(handover("y"));
  far.hear(structuredClone(trainer.sent[1]));
  assert.deepEqual(got.slice(3), ["near y"], "who has left takes nothing");
});
