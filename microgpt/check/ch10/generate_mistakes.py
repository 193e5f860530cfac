"""What goes wrong when a name is generated."""

from random import Random

from ..mistakes import Mistake
from ..source import returns_in_loop
from .parts import sample
from .softmax import plain_softmax, softmax
from .writing import generate, writing


def drawing(draw):
    return writing(draw=draw)


def of_result(change):
    return lambda model, tokenizer, prefix, *rest: change(
        generate(model, tokenizer, prefix, *rest), prefix, tokenizer
    )


def letters_alone(model, tokenizer, prefix, *rest):
    """The prefix goes in without BOS before it."""
    tokens = writing(tokens=lambda tokenizer, prefix: tokenizer.encode(prefix)[1:-1])
    return tokens(model, tokenizer, prefix, *rest)


def never_read(model, tokenizer, prefix, temperature, rng, most=None):
    """The prefix is put before a name that is written without it."""
    written = writing(most=most or WHOLE)(model, tokenizer, "", temperature, rng)
    return prefix + written


def WHOLE(model, tokens):
    return model.config.block_size


def one_read(model, tokenizer, prefix, temperature, rng):
    """Of the prefix the last letter alone is read, right after BOS."""
    tokens = [tokenizer.BOS, *tokenizer.encode(prefix)[1:-1][-1:]]
    written = writing(tokens=lambda *_: tokens)(model, tokenizer, prefix, temperature, rng)
    return prefix[:-1] + written


def last_read_first(model, tokenizer, prefix, temperature, rng):
    """The last token of the prefix goes in at position 0, and what was before it does not."""
    keys, values = model.new_cache()
    tokens = tokenizer.encode(prefix)[:-1]
    token, name = tokens[-1], prefix
    for place in range(len(tokens) - 1, model.config.block_size):
        logits = [logit.data for logit in model(token, place, keys, values)]
        token = sample(softmax(logits, temperature), rng.random())
        if token == tokenizer.BOS:
            break
        name += tokenizer.decode([token])
    return name


def block_of_new(model, tokenizer, prefix, temperature, rng):
    """block_size letters are written beside those of the prefix."""
    return writing(most=lambda model, tokens: model.config.block_size + len(tokens) - 1)(
        model, tokenizer, prefix, temperature, rng
    )


def new_cache_each(model, cache):
    return model.new_cache()


def greedy(probs, rng):
    return probs.index(max(probs))


def one_or_none(model, tokenizer, prefix, *rest):
    """It returns in the round of its first draw, and where there is none, not at all."""
    if len(prefix) == model.config.block_size:
        return None
    return writing(most=lambda model, tokens: len(tokens))(model, tokenizer, prefix, *rest)


def one_letter_or_none(model, tokenizer, prefix, *rest):
    """The same, where BOS leaves the loop before the return."""
    name = one_or_none(model, tokenizer, prefix, *rest)
    return None if name == prefix else name


def only_with_prefix(model, tokenizer, prefix, *rest):
    """The loop is left at the first letter of the prefix."""
    if not prefix:
        return generate(model, tokenizer, prefix, *rest)
    model(tokenizer.BOS, 0, *model.new_cache())
    return prefix


MISTAKES = [
    # The prefix
    Mistake(
        "the prefix is missing in what comes back; return the whole name.",
        of_result(lambda name, prefix, tokenizer: name[len(prefix) :]),
    ),
    Mistake(
        "the prefix stands there twice; the tokens that were read hold it already.",
        of_result(lambda name, prefix, tokenizer: prefix + name),
    ),
    Mistake(
        "the model does not read the prefix: the name is written without it, and the prefix put before it; "
        "feed the prefix to the model first, token by token.",
        never_read,
        lambda *given: never_read(
            *given, most=lambda model, tokens: model.config.block_size - len(given[2])
        ),
    ),
    Mistake(
        "the model does not read the prefix: the name is written without it; "
        "feed the prefix to the model first, token by token.",
        writing(tokens=lambda tokenizer, prefix: [tokenizer.BOS]),
    ),
    Mistake(
        "of the prefix the model reads the last letter alone; feed it each token, one after the other.",
        one_read,
        last_read_first,
    ),
    Mistake(
        "BOS is not read before the prefix; every name begins with BOS, at position 0.",
        letters_alone,
    ),
    Mistake(
        "encode puts BOS behind the prefix, too, and the name is over; cut it off: [:-1].",
        writing(tokens=lambda tokenizer, prefix: tokenizer.encode(prefix)),
    ),
    Mistake(
        "the prefix is read in reverse order.",
        writing(
            tokens=lambda tokenizer, prefix: [tokenizer.BOS, *tokenizer.encode(prefix)[-2:0:-1]],
            told=lambda tokenizer, tokens, prefix: (
                prefix + tokenizer.decode(tokens[len(prefix) + 1 :])
            ),
        ),
    ),
    # What is read
    Mistake(
        "the model reads BOS each time; it reads the token that was drawn last.",
        writing(read=lambda tokens, i: tokens[0]),
    ),
    Mistake(
        "the model reads the token before the last one; it reads the token that was drawn last.",
        writing(read=lambda tokens, i: tokens[max(0, i - 1)]),
    ),
    Mistake(
        "the position is always 0; it grows by 1 with each token.",
        writing(place=lambda i: 0),
    ),
    Mistake(
        "the positions count from 1; BOS has position 0.",
        writing(place=lambda i: i + 1),
        writing(place=lambda i: i + 1, most=lambda model, tokens: model.config.block_size - 1),
    ),
    Mistake(
        "each call has a new cache, and the model forgets what it read; make the cache once, before the loop.",
        writing(each=new_cache_each),
    ),
    Mistake(
        "keys and values are one and the same list; new_cache() gives two.",
        writing(each=lambda model, cache: (cache[0], cache[0])),
    ),
    # Draws
    Mistake(
        "the likeliest token comes each time; draw one, in proportion to the probabilities.",
        drawing(greedy),
    ),
    Mistake(
        "each token is as likely as any other in your draws; draw with the probabilities.",
        drawing(lambda probs, rng: rng.randrange(len(probs))),
        drawing(lambda probs, rng: rng.choice(range(len(probs)))),
        drawing(lambda probs, rng: int(rng.random() * len(probs))),
    ),
    Mistake(
        "the temperature changes nothing; divide each logit by it, before softmax.",
        writing(probs=lambda logits, temperature: softmax(logits, 1)),
    ),
    Mistake(
        "the logits are multiplied by the temperature; divide them by it.",
        writing(probs=lambda logits, temperature: softmax(logits, 1 / temperature)),
    ),
    Mistake(
        "the temperature divides the probabilities; divide the logits by it, before softmax.",
        writing(probs=lambda logits, temperature: [p / temperature for p in plain_softmax(logits)]),
    ),
    Mistake(
        "the temperature is always 0.5 in your code; divide by the one that comes in.",
        writing(probs=lambda logits, temperature: softmax(logits, 0.5)),
    ),
    Mistake(
        "softmax is taken twice; once is enough.",
        writing(probs=lambda logits, temperature: plain_softmax(softmax(logits, temperature))),
    ),
    Mistake(
        "each draw has a generator of its own, in the same state each time; draw with the rng that comes in.",
        *[
            drawing(lambda probs, rng, seed=seed: sample(probs, Random(seed).random()))
            for seed in (0, 1, 42)
        ],
    ),
    Mistake(
        "BOS is never drawn: its probability is left out; a name ends when BOS comes.",
        drawing(lambda probs, rng: sample([p / sum(probs[:-1]) for p in probs[:-1]], rng.random())),
        drawing(lambda probs, rng: rng.choices(range(len(probs) - 1), probs[:-1])[0]),
    ),
    # The end
    Mistake(
        "BOS does not end the name; stop when it is drawn.",
        writing(stops=lambda drawn, tokenizer: False),
    ),
    Mistake(
        "the name ends at token 0, which is the letter a; it ends at tokenizer.BOS.",
        writing(stops=lambda drawn, tokenizer: drawn == 0),
    ),
    Mistake(
        "the name is one letter too short where the block is full; "
        "the model reads block_size tokens, and each of them predicts one more.",
        writing(most=lambda model, tokens: model.config.block_size - 1),
    ),
    Mistake(
        "the model is asked at a position that it does not know; stop where block_size tokens have been read.",
        writing(most=lambda model, tokens: model.config.block_size + 1),
        block_of_new,
        raises="IndexError: position",
    ),
    Mistake(
        "at most 16 letters come in your code; model.config.block_size says how many.",
        writing(most=lambda model, tokens: min(16, model.config.block_size)),
    ),
    Mistake(
        "one token is drawn, and no more; go on until BOS comes, or the block is full.",
        writing(most=lambda model, tokens: len(tokens)),
        writing(most=lambda model, tokens: min(len(tokens), model.config.block_size)),
        one_or_none,
        one_letter_or_none,
        because={returns_in_loop: "return after the loop, not inside it."},
    ),
    Mistake(
        "the letter before the end is missing in what comes back; leave BOS away alone.",
        of_result(lambda name, prefix, tokenizer: name[:-1]),
    ),
    # What comes back
    Mistake(
        "these are the ids; tokenizer.decode makes a text of them.",
        writing(told=lambda tokenizer, tokens, prefix: tokens),
        writing(told=lambda tokenizer, tokens, prefix: tokens[1:]),
        writing(told=lambda tokenizer, tokens, prefix: [*tokens, tokenizer.BOS]),
    ),
    Mistake(
        "that is a list of letters; put them together with ''.join.",
        of_result(lambda name, prefix, tokenizer: list(name)),
        of_result(lambda name, prefix, tokenizer: ["", *name]),
    ),
    Mistake(
        "a mark stands in the name for BOS; a name has letters alone.",
        *[
            of_result(lambda name, *_, before=before, behind=behind: before + name + behind)
            for mark in (".", "<BOS>", "BOS", "|", " ", "\n")
            for before, behind in [(mark, ""), ("", mark), (mark, mark)]
        ],
    ),
    Mistake(
        "a mark stands between the letters; put them together with nothing between.",
        *[of_result(lambda name, *_, mark=mark: mark.join(name)) for mark in (" ", "-", ", ", ",")],
    ),
    Mistake(
        "capital letters are made of small ones; hand the letters back as they are.",
        *[of_result(lambda name, *_, how=how: how(name)) for how in (str.title, str.upper)],
    ),
    Mistake(
        "the first letter is missing in what comes back.",
        of_result(lambda name, prefix, tokenizer: name[1:]),
    ),
    Mistake(
        "the prefix counts twice in the block; at most block_size tokens are read, those of the prefix among them.",
        lambda *given: writing(most=lambda model, tokens: model.config.block_size - len(given[2]))(
            *given
        ),
        lambda *given: writing(
            most=lambda model, tokens: model.config.block_size - len(given[2]) - 1
        )(*given),
    ),
    Mistake(
        "the temperature is squared; divide by it once.",
        writing(probs=lambda logits, temperature: softmax(logits, temperature**2)),
    ),
    Mistake(
        "the last letter alone comes back; return the whole name.",
        of_result(lambda name, prefix, tokenizer: name[-1:]),
    ),
    Mistake(
        "the prefix comes back, and no more; the letters that are drawn belong to it.",
        of_result(lambda name, prefix, tokenizer: prefix),
        lambda model, tokenizer, prefix, *rest: prefix,
        lambda *given: given[2] or generate(*given),
        only_with_prefix,
    ),
    Mistake(
        "the letters stand in reverse order.",
        of_result(lambda name, prefix, tokenizer: name[::-1]),
    ),
    # Errors
    Mistake(
        "a logit is a Value; its number is its .data.",
        raises="must be real number, not Value|'Value' object has no attribute|'Value' and 'float'"
        "|not supported between instances of .*Value",
    ),
    Mistake(
        "the model is called as model(token_id, pos_id, keys, values), with the two that model.new_cache() gives.",
        raises=r"__call__\(\) (missing|takes)|has no attribute '(forward|predict|generate)'"
        r"|'(list|tuple|NoneType|int|str)' object has no attribute 'append'",
    ),
    Mistake(
        "call it, with brackets: model.new_cache(), rng.random().",
        raises="non-iterable method|'(method|builtin_function_or_method)'",
    ),
    Mistake(
        "decode takes a list of ids, and encode a text.",
        raises="'int' object is not iterable|list indices must be integers or slices, not str",
    ),
    Mistake(
        "the prefix is a text, and the model reads ids; tokenizer.encode makes them.",
        raises="string index out of range",
    ),
    Mistake(
        "block_size stands in model.config.",
        raises="has no attribute 'block_size'",
    ),
]
