"""ex-14-5: train_step(step)"""

from .cells import cell, changer

OWN = cell("""
    num_steps = 1000
    m = [0.0] * len(params)
    v = [0.0] * len(params)
    def train_step(step):
        name = docs[step % len(docs)]
        ids = encode(name)
        n = min(len(ids) - 1, block_size)
        keys, values = [[]], [[]]
        total = 0
        for place in range(n):
            logits = gpt(ids[place], place, keys, values)
            p = softmax(logits)[ids[place + 1]]
            total = total + -p.log()
        loss = total / n
        loss.backward()
        lr = 0.01 * (1 - step / num_steps)
        for i, p in enumerate(params):
            m[i] = 0.85 * m[i] + 0.15 * p.grad
            v[i] = 0.99 * v[i] + 0.01 * p.grad * p.grad
            m_hat = m[i] / (1 - 0.85 ** (step + 1))
            v_hat = v[i] / (1 - 0.99 ** (step + 1))
            p.data -= lr * m_hat / (v_hat**0.5 + 1e-8)
            p.grad = 0
        return loss.data
""")
changed = changer(OWN)
MOVE = "p.data -= lr * m_hat / (v_hat**0.5 + 1e-8)"
STATE = "m = [0.0] * len(params)\nv = [0.0] * len(params)\n"
RIGHT = [
    OWN,
    changed("total = total + -p.log()", "total = total + (p**-1).log()"),
    cell("""
        from math import sqrt
        num_steps = 1000
        moments = {}
        class Adam:
            step = 0
            def move(self, lr):
                self.step += 1
                for p in params:
                    m, v = moments.get(id(p), (0.0, 0.0))
                    moments[id(p)] = m, v = 0.85 * m + 0.15 * p.grad, 0.99 * v + 0.01 * p.grad**2
                    p.data += -lr * (m / (1 - 0.85**self.step)) / (sqrt(v / (1 - 0.99**self.step)) + 1e-8)
        adam = Adam()
        def train_step(step):
            for p in params:
                p.grad = 0.0
            ids, keys, values = encode(docs[step]), [[]], [[]]
            pairs = list(zip(ids, ids[1:]))[:16]
            losses = [softmax(gpt(a, i, keys, values))[b].log() * -1 for i, (a, b) in enumerate(pairs)]
            loss = sum(losses) * (1 / len(losses))
            loss.backward()
            adam.move(0.01 - 0.01 * step / 1000)
            return round(loss.data, 12)
    """),
]
WRONG = [
    (changed("loss = total / n", "loss = total"), "The losses of a name are added up"),
    (changed("loss = total / n", "loss = total / len(ids)"), "number of tokens"),
    (changed("loss = total / n", "loss = total / len(name)"), "number of letters"),
    (changed("-p.log()", "p.log()"), "The minus before the logarithm is missing"),
    (changed("ids[place + 1]", "ids[place]"), "to predict itself"),
    (changed("        p.grad = 0\n", ""), "not set back to 0"),
    (changed(MOVE, "pass"), "The weights never move"),
    (changed("p.data -=", "p.data +="), "goes uphill"),
    (
        changed(
            "m[i] / (1 - 0.85 ** (step + 1))", "m[i]", "v[i] / (1 - 0.99 ** (step + 1))", "v[i]"
        ),
        "bias correction is missing",
    ),
    (changed("(step + 1)", "(step)"), "it is step + 1"),
    (changed("0.85", "0.9", "0.15", "0.1"), "beta1 and beta2 are 0.9 and 0.99"),
    (
        changed("    lr = ", "    m, v = [0.0] * len(params), [0.0] * len(params)\n    lr = "),
        "start anew",
    ),
    (changed("docs[step % len(docs)]", "docs[0]"), "trains on the first name"),
    (changed("return loss.data", "return loss"), "that is a Value"),
    (changed("    return loss.data", "    print(loss.data)"), "nothing came back"),
    (changed("p.log()", "math.log(p)"), "math.log is for plain numbers"),
    (
        changed("total = total + -p.log()", "total = total + -math.log(p.data)"),
        "a plain number has no way back",
    ),
    (changed("total = total + -p.log()", "total = total - p.log()"), "does not have"),
    (changed("train_step(step)", "train_step()"), "train_step(step)"),
    (changed("loss.backward()", "pass"), "backward is not called"),
    (changed("0.01 * (1", "0.013 * (1"), "the recorded loss is"),
]
