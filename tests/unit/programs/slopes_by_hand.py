# The same model in another style: plain floats, the slopes worked out by hand, bare numbers and names as output.
from math import exp, log
from random import choices, gauss, seed, shuffle

seed(42)
names = open("input.txt").read().split()
shuffle(names)
alphabet = "".join(sorted({c for name in names for c in name}))
END = len(alphabet)
D, HEADS, BLOCK = 16, 4, 16
H = D // HEADS


def draw(rows, columns):
    return [[gauss(0, 0.08) for _ in range(columns)] for _ in range(rows)]


wte, wpe, head = draw(END + 1, D), draw(BLOCK, D), draw(END + 1, D)
wq, wk, wv, wo = draw(D, D), draw(D, D), draw(D, D), draw(D, D)
up, down = draw(4 * D, D), draw(D, 4 * D)
ALL = [wte, wpe, head, wq, wk, wv, wo, up, down]


def times(w, x):
    return [sum(map(float.__mul__, row, x)) for row in w]


def back(w, gw, x, gy):
    """The slope to x of w times x; that to w is added to gw."""
    gx = [0.0] * len(x)
    for row, grow, g in zip(w, gw, gy):
        if g:
            for j, xj in enumerate(x):
                grow[j] += g * xj
                gx[j] += g * row[j]
    return gx


def norm(x):
    s = (sum(a * a for a in x) / len(x) + 1e-5) ** -0.5
    return [a * s for a in x], s


def back_norm(x, s, gy):
    dot = sum(g * a for g, a in zip(gy, x)) * s**3 / len(x)
    return [g * s - a * dot for g, a in zip(gy, x)]


def shares(z):
    top = max(z)
    e = [exp(a - top) for a in z]
    return [a / sum(e) for a in e]


def add(*xs):
    return [sum(column) for column in zip(*xs)]


class Place:
    """One token on its way up, with all that the way down needs."""

    def __init__(self, token, at, before):
        self.token, self.at = token, at
        self.x0 = add(wte[token], wpe[at])
        self.x1, self.s0 = norm(self.x0)
        self.a, self.s1 = norm(self.x1)
        self.q, self.k, self.v = times(wq, self.a), times(wk, self.a), times(wv, self.a)
        seen, self.att, self.mix = [*before, self], [], []
        for h in range(0, D, H):
            z = [sum(self.q[h + j] * p.k[h + j] for j in range(H)) / H**0.5 for p in seen]
            self.att.append(shares(z))
            self.mix += [sum(s * p.v[h + j] for s, p in zip(self.att[-1], seen)) for j in range(H)]
        self.x2 = add(times(wo, self.mix), self.x1)
        self.b, self.s2 = norm(self.x2)
        self.hidden = [max(0.0, a) for a in times(up, self.b)]
        self.x3 = add(times(down, self.hidden), self.x2)
        self.logits = times(head, self.x3)
        self.gk, self.gv = [0.0] * D, [0.0] * D


def learn(tokens):
    """The loss of a name, and the slopes of all matrices."""
    gradient = [[[0.0] * len(row) for row in w] for w in ALL]
    gte, gpe, ghead, gq, gk, gv, go, gup, gdown = gradient
    places, loss, n = [], 0.0, len(tokens) - 1
    for at in range(n):
        places.append(Place(tokens[at], at, places))
    for at in reversed(range(n)):
        p, seen = places[at], places[: at + 1]
        chances = shares(p.logits)
        loss -= log(chances[tokens[at + 1]]) / n
        g = [c / n for c in chances]
        g[tokens[at + 1]] -= 1 / n
        g3 = back(head, ghead, p.x3, g)
        g = [a * (b > 0) for a, b in zip(back(down, gdown, p.hidden, g3), p.hidden)]
        g2 = add(g3, back_norm(p.x2, p.s2, back(up, gup, p.b, g)))
        gmix, query = back(wo, go, p.mix, g2), [0.0] * D
        for h in range(0, D, H):
            att, part = p.att[h // H], range(h, h + H)
            to = [sum(gmix[j] * o.v[j] for j in part) for o in seen]
            mean = sum(a * b for a, b in zip(att, to))
            for o, a, b in zip(seen, att, to):
                z = a * (b - mean) / H**0.5
                for j in part:
                    o.gv[j] += a * gmix[j]
                    o.gk[j] += z * p.q[j]
                    query[j] += z * o.k[j]
        g = add(
            back(wq, gq, p.a, query), back(wk, gk, p.a, p.gk), back(wv, gv, p.a, p.gv)
        )  # all later places have been here
        g = back_norm(p.x0, p.s0, add(g2, back_norm(p.x1, p.s1, g)))
        gte[p.token] = add(gte[p.token], g)
        gpe[p.at] = add(gpe[p.at], g)
    return loss, gradient


FLAT = [(row, j) for w in ALL for row in w for j in range(len(row))]
print(len(FLAT), "parameters")
m, v = [0.0] * len(FLAT), [0.0] * len(FLAT)
for t in range(1, 1001):
    name = names[t - 1]
    loss, gradient = learn([END, *map(alphabet.index, name), END])
    slopes = (g for w in gradient for row in w for g in row)
    rate = 0.01 * (1 - (t - 1) / 1000)
    for i, ((row, j), g) in enumerate(zip(FLAT, slopes)):
        m[i] += 0.15 * (g - m[i])
        v[i] += 0.01 * (g * g - v[i])
        row[j] -= rate * m[i] / (1 - 0.85**t) / ((v[i] / (1 - 0.99**t)) ** 0.5 + 1e-8)
    print(round(loss, 6))

for _ in range(20):
    places, token, name = [], END, ""
    while len(places) < BLOCK:
        places.append(Place(token, len(places), places))
        chances = shares([a / 0.5 for a in places[-1].logits])
        (token,) = choices(range(END + 1), chances)
        if token == END:
            break
        name += alphabet[token]
    print(name)
