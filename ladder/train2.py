"""Rung 2 of the ladder: the same network, and numbers that work out their gradients themselves.

New since train1.py: the class Value. The gradients by hand are gone, and the losses stay the same.
The steps are those of Andrej Karpathy's microgpt; the words are this course's.

    MICROGPT_NAMES=names.txt python train2.py      (without the variable it reads ./input.txt)
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

# --- value: a number that remembers which numbers it was computed from ---
class Value:
    __slots__ = ("data", "grad", "children", "local_grads")

    def __init__(self, data, children=(), local_grads=()):
        self.data = data                # the number itself
        self.grad = 0                   # how fast the loss grows with it; filled in by backward()
        self.children = children        # the values it was computed from,
        self.local_grads = local_grads  # and how fast it grows with each of them

    # --- operations: six of them; each knows its own slopes ---
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, power):
        return Value(self.data ** power, (self,), (power * self.data ** (power - 1),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def exp(self):
        result = math.exp(self.data)
        return Value(result, (self,), (result,))

    def relu(self):
        return Value(max(0, self.data), (self,), (float(self.data > 0),))

    # --- shorthands: everything else is made of the six ---
    def __neg__(self): return self * -1
    def __sub__(self, other): return self + (-other)
    def __truediv__(self, other): return self * other ** -1
    def __radd__(self, other): return self + other
    def __rmul__(self, other): return self * other

    # --- backward: from the loss back to every parameter, gradient times local gradient at each edge ---
    def backward(self):
        order, seen = [], set()

        def visit(value):               # children come first, so the reversed order is parents first
            if value not in seen:
                seen.add(value)
                for child in value.children:
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1
        for value in reversed(order):
            for child, local_grad in zip(value.children, value.local_grads):
                child.grad += local_grad * value.grad   # += because a value may be used many times

# --- parameters: all that the model will ever know, at first small random numbers ---
n_embd = 16

def matrix(rows, columns):
    return [[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]

state_dict = {
    "wte": matrix(vocab_size, n_embd),      # one row per token: what it is
    "mlp_fc1": matrix(4 * n_embd, n_embd),
    "mlp_fc2": matrix(vocab_size, 4 * n_embd),  # one row per token: how well it would come next
}
params = [p for weights in state_dict.values() for row in weights for p in row]
print(f"num params: {len(params)}", flush=True)

# --- linear: one dot product per row of the matrix ---
def linear(x, w):
    return [sum(w_i * x_i for w_i, x_i in zip(row, x)) for row in w]

# --- softmax: any list of numbers becomes positive shares of 1 ---
def softmax(logits):
    highest = max(logit.data for logit in logits)   # taken away so that exp cannot overflow
    exps = [(logit - highest).exp() for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]

# --- mlp: a layer, a bend, a layer: from a token's numbers to the scores ---
def mlp(x):
    hidden = [h.relu() for h in linear(x, state_dict["mlp_fc1"])]
    return linear(hidden, state_dict["mlp_fc2"])

# --- model: one token in, one score for every possible next token out ---
def model(token_id):
    return mlp(state_dict["wte"][token_id])

# --- optimizer: each parameter goes down its slope; the steeper, the further ---
def sgd(lr):
    for p in params:
        p.data -= lr * p.grad
        p.grad = 0

# --- training: predict each next token of one name, trace the blame, adjust; again ---
num_steps = 1000
for step in range(num_steps):
    tokens = encode(docs[step % len(docs)])
    n = len(tokens) - 1
    losses = []
    for pos_id in range(n):
        probs = softmax(model(tokens[pos_id]))
        losses.append(-probs[tokens[pos_id + 1]].log())   # how surprised it was by the truth
    loss = (1 / n) * sum(losses)
    loss.backward()
    sgd(1.0 * (1 - step / num_steps))                     # ever smaller steps, down to 0
    print(f"step {step + 1:4d} / {num_steps:4d} | loss {loss.data:.4f}", flush=True)

# --- sampling: start from BOS, draw a letter, feed it back, until BOS is drawn ---
temperature = 0.5                       # below 1: favour the likely letters
for i in range(20):
    token_id, name = BOS, ""
    for pos_id in range(16):            # at most 16 letters
        logits = model(token_id)
        probs = softmax([logit / temperature for logit in logits])
        token_id = random.choices(range(vocab_size), weights=[p.data for p in probs])[0]
        if token_id == BOS:
            break
        name += letters[token_id]
    print(f"sample {i + 1:2d}: {name}", flush=True)
