"""The same model with NumPy: a whole name at once, the slopes worked out by hand, steps counted from 0."""

import os
import random

import numpy as np

random.seed(42)
with open(os.environ["MICROGPT_NAMES"]) as lines:
    docs = lines.read().splitlines()
random.shuffle(docs)
chars = sorted(set("".join(docs)))
BOS, D, H, BLOCK = len(chars), 16, 4, 16
SHAPES = {"wte": (BOS + 1, D), "wpe": (BLOCK, D), "head": (BOS + 1, D)}
SHAPES |= dict.fromkeys(("q", "k", "v", "o"), (D, D)) | {"up": (4 * D, D), "down": (D, 4 * D)}
w = {
    name: np.array([[random.gauss(0, 0.08) for _ in range(columns)] for _ in range(rows)])
    for name, (rows, columns) in SHAPES.items()
}


def norm(x):
    s = ((x * x).mean(-1, keepdims=True) + 1e-5) ** -0.5
    return x * s, s


def norm_back(x, s, g):
    return g * s - x * (g * x).sum(-1, keepdims=True) * s**3 / D


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def heads(x):
    return x.reshape(len(x), H, D // H).transpose(1, 0, 2)


def flat(x):
    return x.transpose(1, 0, 2).reshape(x.shape[1], D)


def forward(t):
    n, c = len(t), {}
    c["x0"] = w["wte"][t] + w["wpe"][:n]
    c["x1"], c["s0"] = norm(c["x0"])
    c["a"], c["s1"] = norm(c["x1"])
    q, k, v = (heads(c["a"] @ w[name].T) for name in "qkv")
    z = q @ k.transpose(0, 2, 1) / (D // H) ** 0.5
    c["att"] = softmax(np.where(np.tri(n, dtype=bool), z, -np.inf))
    c["q"], c["k"], c["v"], c["mix"] = q, k, v, flat(c["att"] @ v)
    c["x2"] = c["mix"] @ w["o"].T + c["x1"]
    c["b"], c["s2"] = norm(c["x2"])
    c["h"] = np.maximum(c["b"] @ w["up"].T, 0)
    c["x3"] = c["h"] @ w["down"].T + c["x2"]
    return c["x3"] @ w["head"].T, c


def slopes(t, y, p, c):
    n, g = len(t), {}
    gz = p.copy()
    gz[np.arange(n), y] -= 1
    gz /= n
    g["head"], g3 = gz.T @ c["x3"], gz @ w["head"]
    g["down"], gh = g3.T @ c["h"], (g3 @ w["down"]) * (c["h"] > 0)
    g["up"] = gh.T @ c["b"]
    g2 = g3 + norm_back(c["x2"], c["s2"], gh @ w["up"])
    g["o"], gmix = g2.T @ c["mix"], heads(g2 @ w["o"])
    gatt = gmix @ c["v"].transpose(0, 2, 1)
    gs = c["att"] * (gatt - (gatt * c["att"]).sum(-1, keepdims=True)) / (D // H) ** 0.5
    gq, gk, gv = gs @ c["k"], gs.transpose(0, 2, 1) @ c["q"], c["att"].transpose(0, 2, 1) @ gmix
    ga = 0
    for name, one in zip("qkv", map(flat, (gq, gk, gv))):
        g[name] = one.T @ c["a"]
        ga = ga + one @ w[name]
    g0 = norm_back(c["x0"], c["s0"], g2 + norm_back(c["x1"], c["s1"], ga))
    g["wte"], g["wpe"] = np.zeros_like(w["wte"]), np.zeros_like(w["wpe"])
    np.add.at(g["wte"], t, g0)
    g["wpe"][:n] = g0
    return g


print(f"{sum(one.size for one in w.values()):,} params")
m = {name: np.zeros(shape) for name, shape in SHAPES.items()}
v = {name: np.zeros(shape) for name, shape in SHAPES.items()}
for step in range(1000):
    tokens = [BOS, *(chars.index(ch) for ch in docs[step]), BOS]
    x, y = tokens[:-1], tokens[1:]
    logits, cache = forward(x)
    p = softmax(logits)
    loss = -np.log(p[np.arange(len(y)), y]).mean()
    for name, g in slopes(x, y, p, cache).items():
        m[name] = 0.85 * m[name] + 0.15 * g
        v[name] = 0.99 * v[name] + 0.01 * g * g
        m_hat, v_hat = m[name] / (1 - 0.85 ** (step + 1)), v[name] / (1 - 0.99 ** (step + 1))
        w[name] -= 0.01 * (1 - step / 1000) * m_hat / (v_hat**0.5 + 1e-8)
    print(f"step {step}, lr {0.01 * (1 - step / 1000):.5f}, loss = {loss:.4f}")

print("--- twenty new names ---")
for i in range(20):
    tokens = [BOS]
    while len(tokens) <= BLOCK:
        p = softmax(forward(tokens)[0][-1] / 0.5)
        token = random.choices(range(BOS + 1), weights=p.tolist())[0]
        if token == BOS:
            break
        tokens.append(token)
    print(f"{i + 1}. {''.join(chars[token] for token in tokens[1:])}")
