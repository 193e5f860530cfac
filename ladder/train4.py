"""Rung 4 of the ladder: several heads, and a loop over the layers. This is the whole GPT.

New since train3.py: each head works on its own slice of the vectors, so that a token asks four
questions at once; and the layers have numbers, so that there may be many. There is still one.
The steps are those of Andrej Karpathy's microgpt; the words are this course's.

    MICROGPT_NAMES=names.txt python train4.py      (without the variable it reads ./input.txt)
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
n_layer, n_embd, n_head, block_size = 1, 16, 4, 16
head_dim = n_embd // n_head

def matrix(rows, columns):
    return [[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]

state_dict = {
    "wte": matrix(vocab_size, n_embd),      # one row per token: what it is
    "wpe": matrix(block_size, n_embd),      # one row per position: where it stands
    "lm_head": matrix(vocab_size, n_embd),  # one row per token: how well it would come next
}
for i in range(n_layer):
    for name in ("attn_wq", "attn_wk", "attn_wv", "attn_wo"):
        state_dict[f"layer{i}.{name}"] = matrix(n_embd, n_embd)
    state_dict[f"layer{i}.mlp_fc1"] = matrix(4 * n_embd, n_embd)
    state_dict[f"layer{i}.mlp_fc2"] = matrix(n_embd, 4 * n_embd)
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
def attention(x, i, keys, values):
    q = linear(x, state_dict[f"layer{i}.attn_wq"])
    keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))
    values[i].append(linear(x, state_dict[f"layer{i}.attn_wv"]))
    blend = []
    for start in range(0, n_embd, head_dim):        # each head works on its own slice
        part = range(start, start + head_dim)
        scores = [sum(q[j] * k[j] for j in part) / head_dim ** 0.5 for k in keys[i]]
        shares = softmax(scores)
        blend += [sum(share * v[j] for share, v in zip(shares, values[i])) for j in part]
    return linear(blend, state_dict[f"layer{i}.attn_wo"])

# --- mlp: each token thinks about what it has gathered ---
def mlp(x, i):
    hidden = [h.relu() for h in linear(x, state_dict[f"layer{i}.mlp_fc1"])]
    return linear(hidden, state_dict[f"layer{i}.mlp_fc2"])

# --- gpt: one token in, one score for every possible next token out ---
def gpt(token_id, pos_id, keys, values):
    x = [t + p for t, p in zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])]
    x = rmsnorm(x)
    for i in range(n_layer):                        # both halves of a layer add to x, never replace it
        x = [a + b for a, b in zip(attention(rmsnorm(x), i, keys, values), x)]
        x = [a + b for a, b in zip(mlp(rmsnorm(x), i), x)]
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
    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]
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
    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]
    token_id, name = BOS, ""
    for pos_id in range(block_size):
        logits = gpt(token_id, pos_id, keys, values)
        probs = softmax([logit / temperature for logit in logits])
        token_id = random.choices(range(vocab_size), weights=[p.data for p in probs])[0]
        if token_id == BOS:
            break
        name += letters[token_id]
    print(f"sample {i + 1:2d}: {name}", flush=True)
