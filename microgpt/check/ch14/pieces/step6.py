def sample():
    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]
    token, name = BOS, ""
    for place in range(block_size):
        logits = gpt(token, place, keys, values)
        probs = softmax([logit / 0.5 for logit in logits])
        weights = [p.data for p in probs]
        token = random.choices(range(vocab_size), weights=weights)[0]
        if token == BOS:
            break
        name += letters[token]
    return name
