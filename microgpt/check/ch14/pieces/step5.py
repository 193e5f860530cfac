num_steps = 1000
m, v = [0.0] * len(params), [0.0] * len(params)

def new_cache():
    return [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]

def document_loss(name):
    ids, surprises = encode(name), []
    keys, values = new_cache()
    n = min(block_size, len(ids) - 1)
    for place in range(n):
        probs = softmax(gpt(ids[place], place, keys, values))
        surprises.append(-probs[ids[place + 1]].log())
    return sum(surprises) / n

def adam(step, lr):
    for i, p in enumerate(params):
        m[i] = 0.85 * m[i] + 0.15 * p.grad
        v[i] = 0.99 * v[i] + 0.01 * p.grad**2
        m_hat = m[i] / (1 - 0.85 ** (step + 1))
        v_hat = v[i] / (1 - 0.99 ** (step + 1))
        p.data -= lr * m_hat / (v_hat**0.5 + 1e-8)
        p.grad = 0.0

def train_step(step):
    loss = document_loss(docs[step % len(docs)])
    loss.backward()
    adam(step, 0.01 * (1 - step / num_steps))
    return loss.data
