def attention(x, i, keys, values):
    query = linear(x, state_dict[f"layer{i}.attn_wq"])
    keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))
    values[i].append(linear(x, state_dict[f"layer{i}.attn_wv"]))
    size, blend = n_embd // n_head, []
    for start in range(0, n_embd, size):
        places = range(start, start + size)
        scores = [sum(query[j] * key[j] for j in places) / size**0.5 for key in keys[i]]
        shares = softmax(scores)
        for j in places:
            blend.append(sum(share * value[j] for share, value in zip(shares, values[i])))
    return linear(blend, state_dict[f"layer{i}.attn_wo"])

def mlp(x, i):
    units = [unit.relu() for unit in linear(x, state_dict[f"layer{i}.mlp_fc1"])]
    return linear(units, state_dict[f"layer{i}.mlp_fc2"])

def add(a, b):
    return [x + y for x, y in zip(a, b)]

def gpt(token_id, pos_id, keys, values):
    x = rmsnorm(add(state_dict["wte"][token_id], state_dict["wpe"][pos_id]))
    for i in range(n_layer):
        x = add(x, attention(rmsnorm(x), i, keys, values))
        x = add(x, mlp(rmsnorm(x), i))
    return linear(x, state_dict["lm_head"])
