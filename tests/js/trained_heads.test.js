import assert from "node:assert/strict";
import { test } from "node:test";
import { called } from "../../microgpt/widgets/attention/letters.js";
import { refused } from "../../microgpt/widgets/attention/name_field.js";
import { compute } from "../../microgpt/widgets/attention/trained_heads.js";
import {
  pinnedWords,
  roleOf,
  spoken,
} from "../../microgpt/widgets/attention/trained_heads/words.js";
import { lean, measured } from "../../microgpt/widgets/data/heads.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";

// The steps themselves are compared with Python's in attention.test.js.
const models = { trained: modelAfter(), untrained: modelBefore() };
const now = (state) => compute({ name: "emma", position: null, trained: true, ...state }, models);
const known = Array.from("abcdefghijklmnopqrstuvwxyz");
const text = (wrong) =>
  wrong
    .flat()
    .map((part) => part.typed ?? part)
    .join("");

test("every row of every head adds to 1 as printed, for names of any length", () => {
  for (const name of ["a", "emma", "zzzzzzzzzzzzzzz", "mississippi"]) {
    for (const trained of [true, false]) {
      const { letters, printed } = now({ name, trained });
      assert.equal(letters.length, name.length + 1);
      for (const rows of printed)
        rows.forEach((row, i) => {
          assert.equal(row.length, i + 1);
          const hundredths = row.reduce((sum, x) => sum + Math.round(100 * Number(x)), 0);
          assert.equal(hundredths, 100);
        });
    }
  }
});

test("BOS gives itself exactly 1, in every head", () => {
  const { steps, printed } = now({});
  steps[0].heads.forEach((head, h) => {
    assert.deepEqual([...head.weights], [1]);
    assert.deepEqual(printed[h][0], ["1.00"]);
  });
});

test("the four heads end to end are the 16 numbers that go through wo", () => {
  for (const { heads, blend, output, x, added } of now({ name: "anna" }).steps) {
    assert.deepEqual(
      heads.flatMap((head) => [...head.blend]),
      [...blend],
    );
    assert.equal(blend.length, 16);
    assert.deepEqual([...added], [...output.map((y, i) => y + x[i])]);
  }
});

test("a letter that comes again carries its position", () => {
  assert.deepEqual(called(["BOS", ..."emma"]), ["BOS", "e", "m₂", "m₃", "a"]);
  assert.deepEqual(called([..."aaaaaaaaaaa"]).at(-1), "a₁₀");
});

test("a pin on a letter that the name does not have is none", () => {
  assert.equal(now({ name: "al", position: 3 }).pinned, null);
  assert.equal(now({ name: "al", position: 2 }).pinned, 2);
  assert.match(pinnedWords(now({})), /^No row is pinned yet/);
  assert.match(pinnedWords(now({ position: 0 })), /gives BOS itself exactly 1/);
  assert.match(pinnedWords(now({ position: 1 })), /^e, at position 1, .* at 1 token before it/);
  assert.match(
    spoken(now({ position: 3 })),
    /^m₃ looks: head 0 most at e, 0\.33; head 1 most at BOS/,
  );
});

test("a head is called what was measured, with its figure", () => {
  const [first, second, third] = measured.trained.map(roleOf);
  assert.deepEqual(first, {
    title: "leans to the start",
    figure: "on average 0.31 on BOS; an even share is 0.26",
  });
  assert.equal(second.title, "spread out");
  assert.match(third.figure, /^on average 0\.27 on the letter before; an even share is 0\.22$/);
  for (const head of measured.untrained) assert.equal(roleOf(head).title, "spread out");
  for (const { role, ...places } of measured.untrained) {
    assert.equal(role, "spread");
    for (const place of ["start", "itself", "before", "same"])
      assert.ok(places[place][0] - places[place][1] < lean);
  }
  assert.equal(second.figure, "on average no place gets 0.03 above an even share");
});

test("what is no name is refused by name", () => {
  assert.deepEqual(refused("emma", known, 15), []);
  assert.equal(text(refused("", known, 15)), "Type at least one letter.");
  assert.match(text(refused("Emma", known, 15)), /^E is not in the vocabulary\. e is: a capital/);
  assert.match(text(refused("a".repeat(16), known, 15)), /^That is 16 letters/);
  assert.match(text(refused("an na", known, 15)), /^The space is not in the vocabulary/);
});
