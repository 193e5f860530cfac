"""Rung 3 of the ladder: a token looks back at the tokens before it.

New since train2.py: attention. The three rungs before see one letter; this one knows where in the
name it stands, and asks the letters before it. Two parts keep a deeper network trainable: each half
adds to x (a residual), and x is brought to the size 1 in between (rmsnorm).
The steps are those of Andrej Karpathy's microgpt; the words are this course's.

    MICROGPT_NAMES=names.txt python train3.py      (without the variable it reads ./input.txt)
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
n_embd, block_size = 16, 16

def matrix(rows, columns):
    return [[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]

state_dict = {
    "wte": matrix(vocab_size, n_embd),      # one row per token: what it is
    "wpe": matrix(block_size, n_embd),      # one row per position: where it stands
    "attn_wq": matrix(n_embd, n_embd),
    "attn_wk": matrix(n_embd, n_embd),
    "attn_wv": matrix(n_embd, n_embd),
    "attn_wo": matrix(n_embd, n_embd),
    "mlp_fc1": matrix(4 * n_embd, n_embd),
    "mlp_fc2": matrix(n_embd, 4 * n_embd),
    "lm_head": matrix(vocab_size, n_embd),  # one row per token: how well it would come next
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

# --- rmsnorm: the same direction, brought to the size 1 ---
def rmsnorm(x):
    mean_square = sum(x_i * x_i for x_i in x) / len(x)
    scale = (mean_square + 1e-5) ** -0.5
    return [x_i * scale for x_i in x]

# --- attention: a token asks (q), all tokens so far have labels (k) and contents (v) ---
def attention(x, keys, values):
    q = linear(x, state_dict["attn_wq"])
    keys.append(linear(x, state_dict["attn_wk"]))
    values.append(linear(x, state_dict["attn_wv"]))
    scores = [sum(q[j] * k[j] for j in range(n_embd)) / n_embd ** 0.5 for k in keys]
    shares = softmax(scores)
    blend = [sum(share * v[j] for share, v in zip(shares, values)) for j in range(n_embd)]
    return linear(blend, state_dict["attn_wo"])

# --- mlp: each token thinks about what it has gathered ---
def mlp(x):
    hidden = [h.relu() for h in linear(x, state_dict["mlp_fc1"])]
    return linear(hidden, state_dict["mlp_fc2"])

# --- gpt: one token in, one score for every possible next token out ---
def gpt(token_id, pos_id, keys, values):
    x = [t + p for t, p in zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])]
    x = rmsnorm(x)
    x = [a + b for a, b in zip(attention(rmsnorm(x), keys, values), x)]     # each half adds to x,
    x = [a + b for a, b in zip(mlp(rmsnorm(x)), x)]                         # never replaces it
    return linear(x, state_dict["lm_head"])

# --- optimizer: each parameter goes down its slope; the steeper, the further ---
def sgd(lr):
    for p in params:
        p.data -= lr * p.grad
        p.grad = 0

# --- training: predict each next token of one name, trace the blame, adjust; again ---
num_steps = 1000
for step in range(num_steps):
    tokens = encode(docs[step % len(docs)])
    n = min(block_size, len(tokens) - 1)
    keys, values = [], []
    losses = []
    for pos_id in range(n):
        probs = softmax(gpt(tokens[pos_id], pos_id, keys, values))
        losses.append(-probs[tokens[pos_id + 1]].log())   # how surprised it was by the truth
    loss = (1 / n) * sum(losses)
    loss.backward()
    sgd(0.1 * (1 - step / num_steps))                     # ever smaller steps, down to 0
    print(f"step {step + 1:4d} / {num_steps:4d} | loss {loss.data:.4f}", flush=True)

# --- sampling: start from BOS, draw a letter, feed it back, until BOS is drawn ---
temperature = 0.5                       # below 1: favour the likely letters
for i in range(20):
    keys, values = [], []
    token_id, name = BOS, ""
    for pos_id in range(block_size):
        logits = gpt(token_id, pos_id, keys, values)
        probs = softmax([logit / temperature for logit in logits])
        token_id = random.choices(range(vocab_size), weights=[p.data for p in probs])[0]
        if token_id == BOS:
            break
        name += letters[token_id]
    print(f"sample {i + 1:2d}: {name}", flush=True)
