"""Rung 1 of the ladder: a small network in place of the table, its gradients worked out by hand.

New since train0.py: what the model knows are parameters, which gradient descent adjusts. The rules
for the gradients are written out for this one network, and nudging each parameter checks them.
The steps are those of Andrej Karpathy's microgpt; the words are this course's.

    MICROGPT_NAMES=names.txt python train1.py      (without the variable it reads ./input.txt)
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

# --- parameters: all that the model will ever know, at first small random numbers ---
n_embd = 16

def matrix(rows, columns):
    return [[random.gauss(0, 0.08) for _ in range(columns)] for _ in range(rows)]

state_dict = {
    "wte": matrix(vocab_size, n_embd),      # one row per token: what it is
    "mlp_fc1": matrix(4 * n_embd, n_embd),
    "mlp_fc2": matrix(vocab_size, 4 * n_embd),  # one row per token: how well it would come next
}
params = [(row, j) for weights in state_dict.values() for row in weights for j in range(len(row))]
print(f"num params: {len(params)}", flush=True)

# --- linear: one dot product per row of the matrix ---
def linear(x, w):
    return [sum(w_i * x_i for w_i, x_i in zip(row, x)) for row in w]

# --- softmax: any list of numbers becomes positive shares of 1 ---
def softmax(logits):
    highest = max(logits)               # taken away so that exp cannot overflow
    exps = [math.exp(logit - highest) for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]

# --- mlp: a layer, a bend, a layer: from a token's numbers to the scores ---
def mlp(x):
    hidden = [max(0, h) for h in linear(x, state_dict["mlp_fc1"])]
    return linear(hidden, state_dict["mlp_fc2"])

# --- model: one token in, one score for every possible next token out ---
def model(token_id):
    return mlp(state_dict["wte"][token_id])

# --- loss: how surprised the model is by the tokens of one name, on average ---
def average_loss(tokens):
    n = len(tokens) - 1
    losses = []
    for pos_id in range(n):
        probs = softmax(model(tokens[pos_id]))
        losses.append(-math.log(probs[tokens[pos_id + 1]]))   # how surprised it was by the truth
    return (1 / n) * sum(losses)

# --- gradients: the rules of this one network, from the loss back to every parameter ---
def linear_backward(slopes, x, w, grad):
    for slope, row in zip(slopes, grad):
        for j, x_j in enumerate(x):
            row[j] += slope * x_j       # += because a weight is used once for each token
    return [sum(slope * row[j] for slope, row in zip(slopes, w)) for j in range(len(x))]

def gradients(tokens):
    grads = {name: [[0.0] * len(row) for row in w] for name, w in state_dict.items()}
    n = len(tokens) - 1
    for token_id, next_id in zip(tokens, tokens[1:]):
        x = state_dict["wte"][token_id]         # forward again, for the numbers in between
        hidden = [max(0, h) for h in linear(x, state_dict["mlp_fc1"])]
        probs = softmax(linear(hidden, state_dict["mlp_fc2"]))
        slopes = [p / n for p in probs]         # of softmax and log together: the shares,
        slopes[next_id] -= 1 / n                # less 1 at the truth
        slopes = linear_backward(slopes, hidden, state_dict["mlp_fc2"], grads["mlp_fc2"])
        slopes = [slope * (h > 0) for slope, h in zip(slopes, hidden)]  # of relu
        slopes = linear_backward(slopes, x, state_dict["mlp_fc1"], grads["mlp_fc1"])
        grads["wte"][token_id] = [g + slope for g, slope in zip(grads["wte"][token_id], slopes)]
    return [g for grad in grads.values() for row in grad for g in row]

# --- check: nudge each parameter up and down, and see whether the loss follows its slope ---
tokens, nudge = encode(docs[0]), 1e-5
differences = []
for (row, j), grad in zip(params, gradients(tokens)):
    number = row[j]
    row[j] = number + nudge
    above = average_loss(tokens)
    row[j] = number - nudge
    below = average_loss(tokens)
    row[j] = number
    differences.append(abs((above - below) / (2 * nudge) - grad))
print(f"gradient check: largest difference {max(differences):.8f}", flush=True)

# --- optimizer: each parameter goes down its slope; the steeper, the further ---
def sgd(lr, grads):
    for (row, j), grad in zip(params, grads):
        row[j] -= lr * grad

# --- training: predict each next token of one name, trace the blame, adjust; again ---
num_steps = 1000
for step in range(num_steps):
    tokens = encode(docs[step % len(docs)])
    loss = average_loss(tokens)
    sgd(1.0 * (1 - step / num_steps), gradients(tokens))      # ever smaller steps, down to 0
    print(f"step {step + 1:4d} / {num_steps:4d} | loss {loss:.4f}", flush=True)

# --- sampling: start from BOS, draw a letter, feed it back, until BOS is drawn ---
temperature = 0.5                       # below 1: favour the likely letters
for i in range(20):
    token_id, name = BOS, ""
    for pos_id in range(16):            # at most 16 letters
        logits = model(token_id)
        probs = softmax([logit / temperature for logit in logits])
        token_id = random.choices(range(vocab_size), weights=probs)[0]
        if token_id == BOS:
            break
        name += letters[token_id]
    print(f"sample {i + 1:2d}: {name}", flush=True)
