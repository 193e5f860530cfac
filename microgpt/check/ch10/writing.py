"""Generation, whose parts can be changed one by one."""

from types import SimpleNamespace

from .parts import sample
from .softmax import softmax

WRITING = dict(
    tokens=lambda tokenizer, prefix: tokenizer.encode(prefix)[:-1],
    cache=lambda model: model.new_cache(),
    each=lambda model, cache: cache,  # the cache of one call
    read=lambda tokens, i: tokens[i],
    place=lambda i: i,
    probs=softmax,
    draw=lambda probs, rng: sample(probs, rng.random()),
    stops=lambda drawn, tokenizer: drawn == tokenizer.BOS,
    most=lambda model, tokens: model.config.block_size,
    told=lambda tokenizer, tokens, prefix: tokenizer.decode(tokens),
)


def writing(**changed):
    """generate(model, tokenizer, prefix, temperature, rng), with some of the parts changed."""
    part = SimpleNamespace(**WRITING | changed)

    def generate(model, tokenizer, prefix, temperature, rng):
        tokens = part.tokens(tokenizer, prefix)
        cache = part.cache(model)
        for i in range(part.most(model, tokens)):
            keys, values = part.each(model, cache)
            logits = model(part.read(tokens, i), part.place(i), keys, values)
            if i + 1 == len(tokens):
                probs = part.probs([logit.data for logit in logits], temperature)
                drawn = part.draw(probs, rng)
                if part.stops(drawn, tokenizer):
                    break
                tokens.append(drawn)
        return part.told(tokenizer, tokens, prefix)

    return generate


generate = writing()
