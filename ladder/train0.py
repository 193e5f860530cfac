"""Rung 0 of the ladder: count which letter follows which.

It reads a list of names, counts, and invents new names from the counts. There is no gradient.
The steps are those of Andrej Karpathy's microgpt; the words are this course's.

    MICROGPT_NAMES=names.txt python train0.py      (without the variable it reads ./input.txt)
"""
import math
import os
import random
import sys

# --- data: documents, one per line, in an order that the seed decides ---
path = os.environ.get("MICROGPT_NAMES", "input.txt")
if not os.path.isfile(path):
    print(f"No list of names at {path}: put one name per line into input.txt here, "
          "or set MICROGPT_NAMES to the path of such a file.", file=sys.stderr)
    sys.exit(2)
with open(path, encoding="utf-8") as file:
    docs = [line.strip() for line in file if line.strip()]
random.seed(42)
random.shuffle(docs)
print(f"num docs: {len(docs)}", flush=True)

# --- tokenizer: each letter has a number; one more, BOS, marks where a name begins and ends ---
letters = sorted(set("".join(docs)))
BOS = len(letters)
vocab_size = len(letters) + 1
print(f"vocab size: {vocab_size}", flush=True)

def encode(doc):
    return [BOS] + [letters.index(letter) for letter in doc] + [BOS]

# --- parameters: all that the model will ever know: how often each token followed each other ---
counts = [[0] * vocab_size for _ in range(vocab_size)]

# --- model: one token in, one share for every possible next token out ---
def model(token_id):
    total = sum(counts[token_id]) + vocab_size
    return [(count + 1) / total for count in counts[token_id]]  # + 1: what never came yet may come

# --- training: predict each next token of one name, then count what came; again ---
num_steps = 1000
for step in range(num_steps):
    tokens = encode(docs[step % len(docs)])
    n = len(tokens) - 1
    losses = []
    for pos_id in range(n):
        probs = model(tokens[pos_id])
        losses.append(-math.log(probs[tokens[pos_id + 1]]))   # how surprised it was by the truth
    loss = (1 / n) * sum(losses)
    for token_id, next_id in zip(tokens, tokens[1:]):
        counts[token_id][next_id] += 1
    print(f"step {step + 1:4d} / {num_steps:4d} | loss {loss:.4f}", flush=True)

# --- sampling: start from BOS, draw a letter, feed it back, until BOS is drawn ---
for i in range(20):
    token_id, name = BOS, ""
    for pos_id in range(16):            # at most 16 letters
        probs = model(token_id)
        token_id = random.choices(range(vocab_size), weights=probs)[0]
        if token_id == BOS:
            break
        name += letters[token_id]
    print(f"sample {i + 1:2d}: {name}", flush=True)
