"""The same model and training in PyTorch, as one would write it: eager, one document per step, its own Adam.

PyTorch is no requirement of the course. `make bench TORCH=/path/to/python` names a Python that has it, and NumPy.
"""

import torch
import torch.nn.functional as F

from microgpt import fast
from microgpt.training import Step, schedule

torch.set_num_threads(1)


class GPT:
    """The weights as tensors, drawn as the other engines draw them."""

    def __init__(self, config, vocab_size, rng):
        self.config = config
        start = fast.GPT(config, vocab_size, rng)
        self.state_dict = {
            name: torch.tensor(w, requires_grad=True) for name, w in start.state_dict.items()
        }

    def loss(self, tokens, targets):
        """The mean surprise over a document; two tensors of ids."""
        w, n, heads, time = self.state_dict, self.config.n_embd, self.config.n_head, len(tokens)

        def norm(x):
            return F.rms_norm(x, (n,), eps=1e-5)

        x = norm(w["wte"][tokens] + w["wpe"][:time])
        for i in range(self.config.n_layer):
            y = norm(x)
            q, k, v = (
                F.linear(y, w[f"layer{i}.attn_w{part}"]).view(time, heads, -1).transpose(0, 1)
                for part in "qkv"
            )
            blend = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            blend = blend.transpose(0, 1).reshape(time, n)
            x = x + F.linear(blend, w[f"layer{i}.attn_wo"])
            x = x + F.linear(
                F.relu(F.linear(norm(x), w[f"layer{i}.mlp_fc1"])), w[f"layer{i}.mlp_fc2"]
            )
        return F.cross_entropy(F.linear(x, w["lm_head"]), targets)


def train(model, tokenizer, docs, steps):
    """The same records as `microgpt.train`; their seconds are not filled in."""
    adam = torch.optim.Adam(model.state_dict.values(), lr=0.01, betas=(0.85, 0.99), eps=1e-8)
    for step, (doc,), lr in schedule(docs, steps, 0.01):
        ids = torch.tensor(tokenizer.encode(doc)[: model.config.block_size + 1])
        for group in adam.param_groups:
            group["lr"] = lr
        adam.zero_grad()
        loss = model.loss(ids[:-1], ids[1:])
        loss.backward()
        adam.step()
        yield Step(step, loss.item(), lr, 0.0)
