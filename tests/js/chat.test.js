import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameList, trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { toCheckpoint } from "../../microgpt/widgets/engine/checkpoint.js";
import { checkPage } from "../../microgpt/widgets/engine/selfcheck.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { compute } from "../../microgpt/widgets/generation/chat.js";
import { courseSpeaker, ownSpeaker } from "../../microgpt/widgets/generation/chat_model.js";
import { clean, cleanFor, ems, status } from "../../microgpt/widgets/generation/chat_words.js";
import { LETTERS, likeliest } from "../../microgpt/widgets/generation/letter_bars.js";
import { decimals, verdict } from "../../microgpt/widgets/kit/check_page.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

// by test_generation_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/chat.json", import.meta.url), "utf8"));
const engine = trainedModel();
const list = nameList();
/**
 * @param {number} a
 * @param {number} b
 */
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

for (const { state, name, probs, entropy, top, listed, seen } of cases) {
  test(`chat ${JSON.stringify(state)}: the name, the probabilities, the entropy`, () => {
    const got = compute(state, engine);
    assert.equal(got.name, name);
    assert.deepEqual([list.isListed(name), list.seenInTraining(name)], [listed, seen]);
    if (!probs.length) return assert.equal(got.probs, null);
    assert.equal(got.probs?.length, 27);
    probs.forEach((/** @type {number} */ p, /** @type {number} */ i) =>
      close(got.probs?.[i] ?? NaN, p),
    );
    close(got.entropy, entropy);
    assert.deepEqual(
      got.top.map(({ i }) => LETTERS[i]),
      top.map((/** @type {[string, number]} */ [letter]) => letter),
    );
  });
}

/** What is said of a text, as it reads. @param {{ prefix: string, message: string }} found */
const said = ({ prefix, message }) => ({ prefix, message: plainly(message) });

test("what is typed: letters are kept, the rest is named and left out", () => {
  assert.deepEqual(clean("em", 16), { prefix: "em", message: "" });
  assert.deepEqual(clean("EmMa", 16), { prefix: "emma", message: "" });
  assert.deepEqual(said(clean("José", 16)), {
    prefix: "jos",
    message: "The model knows the letters a to z alone: “é” is left out.",
  });
  assert.equal(clean("jose\u0301", 16).message, clean("josé", 16).message);
  assert.deepEqual(said(clean("anne marie-1", 16)), {
    prefix: "annemarie",
    message: "The model knows the letters a to z alone: a space, “-” and “1” are left out.",
  });
  assert.match(said(clean("1234", 16)).message, /“1”, “2” and others are left out/);
  assert.deepEqual(clean("abcdefghijklmnopqrs", 16), {
    prefix: "abcdefghijklmnop",
    message: "The model reads at most 16 letters: the rest is left out.",
  });
  assert.deepEqual(said(clean("🙂<b>", 16)), {
    prefix: "b",
    message: "The model knows the letters a to z alone: “🙂”, “<” and “>” are left out.",
  });
  assert.deepEqual(clean("", 16), { prefix: "", message: "" });
});

test("what is said of a name", () => {
  const seen = list.all.find(list.seenInTraining) ?? "";
  const unseen = list.all.find((name) => !list.seenInTraining(name)) ?? "";
  assert.match(status(seen, list, 16, false), /one of the names the model was trained on/);
  assert.match(status(unseen, list, 16, false), /not trained on it: rediscovered$/);
  assert.match(status(unseen, list, 16, true), /not trained on it$/);
  assert.match(status("qzxq", list, 16, false), /not in the list of [\d,]+ names: invented$/);
  assert.match(status("qzxq", list, 16, true), /not in the list of [\d,]+ names$/);
  assert.match(status("qzxqqzxqqzxqqzxq", list, 16, false), /cut off here/);
  assert.match(status("", list, 16, true), /empty name/);
});

test("the likeliest letters, the width of a name", () => {
  assert.deepEqual(
    likeliest([0.2, 0.5, 0.3], 2).map(({ i }) => i),
    [1, 2],
  );
  assert.deepEqual(
    likeliest([0.5, 0.5], 2).map(({ i }) => i),
    [0, 1],
  );
  assert.ok(ems("mm") > ems("ii") && ems("") > 0);
  assert.ok(
    ems("MM") > ems("mm") && ems("e\u0301") === ems("e"),
    "capitals are wider, accents stand on their letter",
  );
});

test("check this page: how far the numbers agree, in words", () => {
  assert.equal(decimals(5e-13), 12);
  assert.equal(decimals(0), 15);
  assert.equal(decimals(3), 0);
  assert.match(
    verdict(checkPage()),
    /20 of 20 recorded names come out the same, \d+ recorded losses to 1\d decimals/,
  );
  assert.match(
    verdict({
      agree: false,
      maxDifference: 0.02,
      samples: [{ recorded: "a", drawn: "b" }],
      losses: [],
    }),
    /0 of 1 .* to 1 decimal\. .*report/,
  );
});

test("a model that was handed over: its own symbols, its own list", () => {
  const { model, tokenizer } = new Training({
    docs: ["Zoé B", "ab"],
    config: { n_layer: 1, n_embd: 4, n_head: 2, block_size: 6 },
  });
  const own = ownSpeaker({
    checkpoint: toCheckpoint({ model, tokenizer }),
    documents: ["ab", "Zoé B"],
    noun: "lines",
    seen: 1,
    label: "x",
  });
  assert.deepEqual(own.symbols, [" ", "B", "Z", "a", "b", "o", "é", "end"]);
  const { probs, name } = compute({ prefix: "Zo", temperature: 1, seed: 1, ended: false }, own);
  assert.ok(probs?.length === 8 && name.startsWith("Zo"));
  assert.equal(
    compute({ prefix: "ababab", temperature: 1, seed: 1, ended: false }, own).probs,
    null,
  );
  assert.match(status("ab", own.list, 6, true), /one of the lines the model was trained on/);
  assert.match(status("oo", own.list, 6, true), /not in the list of 2 lines$/);
  assert.deepEqual(cleanFor("zOe\u0301 b", 6, tokenizer.chars), { prefix: "Zoé b", message: "" });
  assert.deepEqual(
    cleanFor("É", 6, ["e", "\u0301"]),
    { prefix: "e\u0301", message: "" },
    "a list may write the accent on its own",
  );
  assert.deepEqual(said(cleanFor("x1a!?", 6, tokenizer.chars)), {
    prefix: "a",
    message: "This model has never seen “x”, “1”, “!” and others: left out.",
  });
  assert.match(cleanFor("abababab", 6, tokenizer.chars).message, /at most 6 symbols/);
  assert.equal(courseSpeaker().symbols, LETTERS);
  assert.throws(
    () =>
      ownSpeaker({
        checkpoint: /** @type {any} */ ({}),
        documents: [],
        noun: "",
        seen: 0,
        label: "",
      }),
    /does not say/,
  );
});
