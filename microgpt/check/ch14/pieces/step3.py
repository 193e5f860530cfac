n_layer, n_embd, n_head, block_size = 1, 16, 4, 16

def matrix(rows, columns):
    return [[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]

state_dict = {
    "wte": matrix(vocab_size, n_embd),
    "wpe": matrix(block_size, n_embd),
    "lm_head": matrix(vocab_size, n_embd),
}
for i in range(n_layer):
    for letter in "qkvo":
        state_dict[f"layer{i}.attn_w{letter}"] = matrix(n_embd, n_embd)
    state_dict[f"layer{i}.mlp_fc1"] = matrix(4 * n_embd, n_embd)
    state_dict[f"layer{i}.mlp_fc2"] = matrix(n_embd, 4 * n_embd)
params = [p for rows in state_dict.values() for row in rows for p in row]
print("num params:", len(params))

def linear(x, rows):
    return [sum(w * number for w, number in zip(row, x)) for row in rows]

def softmax(logits):
    largest = max(logit.data for logit in logits)
    exps = [(logit - largest).exp() for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]

def rmsnorm(x):
    scale = (sum(number * number for number in x) / len(x) + 0.00001) ** -0.5
    return [number * scale for number in x]
