"""Exercise 8.4: the whole forward pass."""

from math import erf, log, sqrt
from types import SimpleNamespace

from microgpt.attention import attend, multi_head
from microgpt.nn import linear, rmsnorm, softmax
from microgpt.toy import WEIGHTS

from ..ch07 import multi_head as ch07
from ..ch07.parts import attention, blend, dot, mean, scores_of, total
from ..mistakes import Mistake
from ..scenario import Scenario, Story
from .parts import LENGTHS, added, block, loose, mlp, network, relu, residual_block
from .weights import logits_of_model, random_weights

# The forward pass, whose parts can be changed one by one


def remember(keys, values, i, key, value):
    """Into the cache of layer i; what its heads look at comes back."""
    keys[i].append(key)
    values[i].append(value)
    return keys[i], values[i]


PARTS = dict(
    embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][pos_id]),
    start=rmsnorm,
    layers=lambda keys: range(len(keys)),
    place=lambda i, n_layer: i,  # whose matrices layer i has
    order=lambda x, attention, mlp: mlp(attention(x)),
    around_attention=residual_block,
    around_mlp=residual_block,
    project=linear,
    names="qkv",
    remember=remember,
    heads=multi_head,
    out=linear,
    mlp=mlp,
    end=lambda x, w: linear(x, w["lm_head"]),
)


def forward(**changed):
    """gpt(token_id, pos_id, keys, values, w, n_head), with some of its parts changed."""
    part = SimpleNamespace(**PARTS | changed)

    def layer(x, matrix, keys, values, i, n_head):
        def attention(x):
            query, key, value = [part.project(x, matrix(f"attn_w{name}")) for name in part.names]
            seen = part.remember(keys, values, i, key, value)
            return part.out(part.heads(query, *seen, n_head), matrix("attn_wo"))

        return part.order(
            x,
            lambda x: part.around_attention(x, attention),
            lambda x: part.around_mlp(
                x, lambda x: part.mlp(x, matrix("mlp_fc1"), matrix("mlp_fc2"))
            ),
        )

    def gpt(token_id, pos_id, keys, values, w, n_head):
        x = part.start(part.embed(token_id, pos_id, w, keys))
        for i in part.layers(keys):
            place = part.place(i, len(keys))
            x = layer(x, lambda name, at=place: w[f"layer{at}.{name}"], keys, values, i, n_head)
        return part.end(x, w)

    return gpt


gpt = forward()


def blocks(**changed):
    """The same change around attention, around the MLP, and around both."""
    wrong = block(**changed)
    return (
        forward(around_attention=wrong),
        forward(around_mlp=wrong),
        forward(around_attention=wrong, around_mlp=wrong),
    )


ALONE_ATTENTION, ALONE_MLP, ALONE_BOTH = blocks(add=lambda x, made: made)
AFTER_ATTENTION, AFTER_MLP, AFTER_BOTH = blocks(before=list, after=rmsnorm)
BARE_ATTENTION, BARE_MLP, BARE_BOTH = blocks(before=list)


def of_result(change):
    return lambda *given: change(gpt(*given))


NORMED_ADDED = [
    lambda x, f: residual_block(rmsnorm(x), f),
    lambda x, f: added(rmsnorm(x), f(rmsnorm(x))),
    lambda x, f: added(rmsnorm(x), f(x)),
]


def embedded(combine):
    """combine(row of wte, row of wpe)"""
    return forward(
        embed=lambda token_id, pos_id, w, keys: combine(w["wte"][token_id], w["wpe"][pos_id])
    )


def in_place(token_id, pos_id, w, keys):
    """It adds to the very row of wte."""
    row = w["wte"][token_id]
    for n, number in enumerate(w["wpe"][pos_id]):
        row[n] += number
    return list(row)


def remembered(*looks):
    """look(keys, values, i, key, value), each in the place of `remember`."""
    return [forward(remember=look) for look in looks]


def twice(keys, values, i, key, value):
    remember(keys, values, i, key, value)
    return remember(keys, values, i, key, value)


def too_late(keys, values, i, key, value):
    before = list(keys[i]), list(values[i])
    remember(keys, values, i, key, value)
    return before


def keys_twice(keys, values, i, key, value):
    keys[i].append(key)
    return remember(keys, values, i, key, value)


def keys_alone(keys, values, i, key, value):
    keys[i].append(key)
    return keys[i], values[i]


def values_alone(keys, values, i, key, value):
    values[i].append(value)
    return keys[i], values[i]


def new_value(keys, values, i, key, value):
    """The keys are kept; the new value is all there is of values."""
    keys[i].append(key)
    return keys[i], [value]


def new_key(keys, values, i, key, value):
    values[i].append(value)
    return [key], values[i]


def own_alone(keys, values, i, key, value):
    """It is kept, and nobody looks at it."""
    remember(keys, values, i, key, value)
    return [key], [value]


def replaced(keys, values, i, key, value):
    keys[i][:], values[i][:] = [key], [value]
    return keys[i], values[i]


def one_by_one(keys, values, i, key, value):
    keys[i].extend(key)
    values[i].extend(value)
    return keys[i], values[i]


def whole_caches(keys, values, i, key, value):
    remember(keys, values, i, key, value)
    return keys, values


def beside_the_layers(keys, values, i, key, value):
    """As if there were one layer, whose cache is keys itself."""
    keys.append(key)
    values.append(value)
    return keys, values


def zeros_if_empty(query, keys, values, n_head):
    return multi_head(query, keys, values, n_head) if keys else [0.0] * len(query)


def query_if_empty(query, keys, values, n_head):
    return multi_head(query, keys, values, n_head) if keys else query


def loose_heads(query, keys, values, n_head):
    return ch07.multi_head(query, keys, values, n_head)


def scaled(by):
    """The scores of a head are divided by the root of by(query, n_head), with the whole query."""
    return forward(heads=ch07.scaled_by(by))


def weighed(asks):
    return forward(heads=ch07.heads(asks))


def over_the_heads(query, keys, values, n_head):
    """For each key, the scores of all heads go through one softmax."""
    pieces = ch07.split(query, keys, values, n_head)
    weights = zip(*map(softmax, zip(*[scores_of(q, k) for q, k, _ in pieces])))
    return ch07.flat([blend(shares, v) for shares, (_, _, v) in zip(weights, pieces)])


def joined(join):
    """The results of the heads laid together in another way; wo meets as many of them as there are."""
    return forward(heads=ch07.joined(join), out=loose)


def gelu(number):
    return number * (1 + erf(number / sqrt(2))) / 2


def beside(x, attention, mlp):
    """Attention and MLP both get what enters the layer."""
    return [a + b - c for a, b, c in zip(attention(x), mlp(x), x)]


def added_to_what_came_in(x, attention, mlp):
    """x as it enters the layer, plus what the MLP makes."""
    seen = attention(x)
    return [a - s + b for a, s, b in zip(mlp(seen), seen, x)]


def log_softmax(logits):
    return [log(p) for p in softmax(logits)]


# The stories


def document(tokens, n_layer, n_head, **sizes):
    """The code of a document on random weights."""
    sizes = ", ".join(f"{name}={size}" for name, size in sizes.items())
    empty = ", ".join(["[]"] * n_layer)
    return f"""
        from microgpt.check.ch08.weights import random_weights
        w = random_weights(n_layer={n_layer}, {sizes})
        keys, values = [{empty}], [{empty}]
        [gpt(token, place, keys, values, w, {n_head}) for place, token in enumerate({tokens})]
    """


def drawn_document(rng):
    n_head, head_dim = rng.choice([(1, 3), (2, 2), (2, 3), (4, 1), (4, 2)])
    vocab_size, length = rng.randint(4, 6), rng.randint(2, 4)
    return document(
        [rng.randrange(vocab_size) for _ in range(length)],
        n_layer=rng.randint(1, 2),
        n_head=n_head,
        n_embd=n_head * head_dim,
        vocab_size=vocab_size,
        block_size=6,
        seed=rng.randint(1, 1000),
    )


def story(proves, tokens, n_layer, n_head, **sizes):
    """A document whose right logits are those of the package's own model."""
    code = document(tokens, n_layer, n_head, **sizes)
    expected = logits_of_model(random_weights(n_layer=n_layer, **sizes), tokens, n_head)
    return Story(proves, code, expected)


SMALL = dict(vocab_size=5, n_embd=4, block_size=5)
TWO_LAYERS = random_weights(n_layer=2, seed=4, **SMALL)
ONE, OTHER = logits_of_model(TWO_LAYERS, [2, 3], 2), logits_of_model(TWO_LAYERS, [4, 3], 2)

GPT = Scenario(
    "ex-08-4",
    "gpt(token_id, pos_id, keys, values, w, n_head)",
    start='x comes first: the row of the token in w["wte"], plus the row of the position in w["wpe"], through rmsnorm.',
    right=gpt,
    tools={"WEIGHTS": WEIGHTS},
    more=drawn_document,
    draws=8,
    cases=[
        Story(
            "one token, with the WEIGHTS of microgpt.toy",
            "gpt(1, 2, [[]], [[]], WEIGHTS, 1)",
            logits_of_model(WEIGHTS, [1], 1, first=2)[0],
        ),
        Story(
            "w stays as it was",
            """
            logits = gpt(1, 2, [[]], [[]], WEIGHTS, 1)
            WEIGHTS
            """,
            WEIGHTS,
            aside="w is not what it was before the call; make new lists, and leave its rows alone.",
        ),
        story("a document of three tokens, one head", [3, 0, 1], 1, 1, seed=1, **SMALL),
        story("two heads", [4, 0, 2, 2], 1, 2, seed=2, **SMALL),
        story("two layers, each with its own cache", [1, 3, 0], 2, 2, seed=3, **SMALL),
        story(
            "four heads of two numbers",
            [0, 2, 1],
            2,
            4,
            vocab_size=4,
            n_embd=8,
            block_size=3,
            seed=5,
        ),
        Story(
            "two documents in turns, each with caches of its own",
            """
            from microgpt.check.ch08.weights import random_weights
            w = random_weights(n_layer=2, vocab_size=5, n_embd=4, block_size=5, seed=4)
            keys, values, other_keys, other_values = [[], []], [[], []], [[], []], [[], []]
            gpt(2, 0, keys, values, w, 2)
            gpt(4, 0, other_keys, other_values, w, 2)
            [gpt(3, 1, keys, values, w, 2), gpt(3, 1, other_keys, other_values, w, 2)]
            """,
            [ONE[1], OTHER[1]],
        ),
        Story(
            "each call adds one key and one value in each layer",
            """
            from microgpt.check.ch08.weights import random_weights
            w = random_weights(n_layer=2, vocab_size=5, n_embd=4, block_size=5, seed=4)
            keys, values = [[], []], [[], []]
            logits = [gpt(token, place, keys, values, w, 2) for place, token in enumerate([3, 1, 0])]
            [len(cache) for cache in keys + values]
            """,
            [3, 3, 3, 3],
            aside="these are the lengths of keys[0], keys[1], values[0] and values[1] after three calls; "
            "each call adds one key and one value in each layer.",
        ),
    ],
    mistakes=[
        # The residuals
        Mistake(
            "x is not added to what attention makes; the block of 8.2 adds it.",
            ALONE_ATTENTION,
        ),
        Mistake("x is not added to what the MLP makes; the block of 8.2 adds it.", ALONE_MLP),
        Mistake(
            "x is added neither after attention nor after the MLP; the block of 8.2 adds it, both times.",
            ALONE_BOTH,
        ),
        Mistake(
            "around attention, rmsnorm(x) is added; x itself is added.",
            *[forward(around_attention=wrong) for wrong in NORMED_ADDED],
        ),
        Mistake(
            "around the MLP, rmsnorm(x) is added; x itself is added.",
            *[forward(around_mlp=wrong) for wrong in NORMED_ADDED],
            forward(around_attention=block(after=rmsnorm)),
        ),
        Mistake(
            "around attention and MLP, rmsnorm(x) is added; x itself is added.",
            *[forward(around_attention=wrong, around_mlp=wrong) for wrong in NORMED_ADDED],
            forward(around_attention=block(after=rmsnorm), around_mlp=block(after=rmsnorm)),
        ),
        Mistake(
            "what attention makes is added twice; add it once.",
            forward(
                around_attention=block(add=lambda x, made: [a + 2 * b for a, b in zip(x, made)])
            ),
        ),
        Mistake(
            "what the MLP makes is added twice; add it once.",
            forward(around_mlp=block(add=lambda x, made: [a + 2 * b for a, b in zip(x, made)])),
        ),
        # The norms
        Mistake("rmsnorm comes after attention here; it comes before.", AFTER_ATTENTION),
        Mistake("rmsnorm comes after the MLP here; it comes before.", AFTER_MLP),
        Mistake(
            "rmsnorm comes after attention and after the MLP here; it comes before each of them.",
            AFTER_BOTH,
        ),
        Mistake(
            "what attention makes goes through rmsnorm as well; add it as it is.",
            *blocks(add=lambda x, made: added(x, rmsnorm(made)))[:1],
            *blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[:1],
        ),
        Mistake(
            "what the MLP makes goes through rmsnorm as well; add it as it is.",
            *blocks(add=lambda x, made: added(x, rmsnorm(made)))[1:2],
            *blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[1:2],
        ),
        Mistake(
            "what attention and MLP make goes through rmsnorm as well; add it as it is.",
            *blocks(add=lambda x, made: added(x, rmsnorm(made)))[2:],
            *blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[2:],
        ),
        Mistake(
            "rmsnorm is missing at the start: wte and wpe are added, and the sum goes through rmsnorm.",
            forward(start=list),
        ),
        Mistake("rmsnorm is missing before attention.", BARE_ATTENTION),
        Mistake("rmsnorm is missing before the MLP.", BARE_MLP),
        Mistake(
            "rmsnorm is missing before attention and before the MLP.",
            BARE_BOTH,
        ),
        Mistake(
            "rmsnorm is missing: it comes at the start, before attention and before the MLP.",
            forward(start=list, around_attention=block(before=list), around_mlp=block(before=list)),
        ),
        Mistake(
            "rmsnorm is missing at the start and before attention.",
            forward(start=list, around_attention=block(before=list)),
        ),
        Mistake(
            "rmsnorm is missing at the start and before the MLP.",
            forward(start=list, around_mlp=block(before=list)),
        ),
        Mistake(
            "the rows of wte and wpe go through rmsnorm one by one; add them first.",
            forward(
                start=list,
                embed=lambda token_id, pos_id, w, keys: added(
                    rmsnorm(w["wte"][token_id]), rmsnorm(w["wpe"][pos_id])
                ),
            ),
        ),
        Mistake(
            "x goes through rmsnorm before lm_head; larger models do this, ours does not.",
            forward(end=lambda x, w: linear(rmsnorm(x), w["lm_head"])),
        ),
        Mistake(
            "x goes through rmsnorm before lm_head, and not at the start: larger models do this, "
            "ours does it the other way round.",
            forward(start=list, end=lambda x, w: linear(rmsnorm(x), w["lm_head"])),
        ),
        Mistake(
            "the logits go through rmsnorm; return them as lm_head makes them.",
            of_result(rmsnorm),
        ),
        # What comes in
        Mistake(
            "the position is left out; add the row pos_id of wpe.",
            embedded(lambda token, place: token),
        ),
        Mistake(
            "the token is left out; add the row token_id of wte.",
            embedded(lambda token, place: place),
        ),
        Mistake(
            "token and position are exchanged: token_id is a row of wte, pos_id one of wpe.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(w["wte"][pos_id], w["wpe"][token_id])
            ),
        ),
        Mistake(
            "wpe has the row of the token; it has one for each position: take row pos_id.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(
                    w["wte"][token_id], w["wpe"][token_id]
                )
            ),
        ),
        Mistake(
            "both rows come from wte; that of the position comes from wpe.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wte"][pos_id])
            ),
        ),
        Mistake(
            "the position is counted from the cache; pos_id says it.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(
                    w["wte"][token_id], w["wpe"][len(keys[0])]
                )
            ),
        ),
        Mistake(
            "the position is always 0; take row pos_id of wpe.",
            forward(embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][0])),
        ),
        Mistake(
            "the position is one too small; take row pos_id of wpe.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(
                    w["wte"][token_id], w["wpe"][pos_id - 1]
                )
            ),
        ),
        Mistake(
            "pos_id itself is added; add the row pos_id of wpe.",
            forward(
                embed=lambda token_id, pos_id, w, keys: [x + pos_id for x in w["wte"][token_id]]
            ),
        ),
        Mistake(
            "the row of the token comes from lm_head; it comes from wte.",
            forward(
                embed=lambda token_id, pos_id, w, keys: added(
                    w["lm_head"][token_id], w["wpe"][pos_id]
                )
            ),
        ),
        Mistake(
            "the rows of wte and wpe are multiplied; add them.",
            embedded(lambda token, place: [a * b for a, b in zip(token, place)]),
        ),
        Mistake(
            "the row of wpe is taken away; add it.",
            embedded(lambda token, place: [a - b for a, b in zip(token, place)]),
        ),
        Mistake(
            "+ puts the row of wpe behind that of wte; add the numbers, pair by pair.",
            forward(
                embed=lambda token_id, pos_id, w, keys: [*w["wte"][token_id], *w["wpe"][pos_id]],
                project=loose,
                out=loose,
                mlp=network(first=loose, second=loose),
                end=lambda x, w: loose(x, w["lm_head"]),
            ),
        ),
        Mistake(
            "you add to the very row of wte, which is then another for the next token; make a new list.",
            forward(embed=in_place),
        ),
        # The caches
        Mistake(
            "the token sees itself alone, and no call leaves anything behind; append its key to keys[i], its value to "
            "values[i], and give the heads keys[i] and values[i].",
            *remembered(lambda keys, values, i, key, value: ([key], [value])),
        ),
        Mistake(
            "the token sees itself alone; give the heads all of keys[i] and values[i].",
            *remembered(own_alone),
        ),
        Mistake(
            "the cache holds the last key and value alone; append, so that the earlier ones stay.",
            *remembered(replaced),
        ),
        Mistake(
            "key and value are appended twice; append each once.",
            *remembered(twice),
        ),
        Mistake(
            "the key is appended twice; append each once.",
            forward(remember=keys_twice, heads=loose_heads, out=loose),
        ),
        Mistake(
            "no key is there when the heads look; append the new key to keys[i] and the new value to values[i] before.",
            *remembered(too_late, values_alone),
            raises="empty sequence|argument is empty",
        ),
        Mistake(
            "key and value are appended after the heads have looked; append them before.",
            *[
                forward(remember=too_late, heads=heads)
                for heads in (zeros_if_empty, query_if_empty)
            ],
        ),
        Mistake(
            "the keys are kept and the values are not; append the value to values[i].",
            *remembered(new_value),
            *[
                forward(remember=kept, heads=loose_heads, out=loose)
                for kept in (keys_alone, new_value)
            ],
        ),
        Mistake(
            "the values are kept and the keys are not; append the key to keys[i].",
            *remembered(new_key),
            *[forward(remember=kept, heads=loose_heads, out=loose) for kept in (new_key,)],
        ),
        Mistake(
            "all layers share the cache of layer 0; that of layer i is keys[i] and values[i].",
            *remembered(lambda keys, values, i, key, value: remember(keys, values, 0, key, value)),
        ),
        Mistake(
            "all layers share the cache of the last layer; that of layer i is keys[i] and values[i].",
            *remembered(lambda keys, values, i, key, value: remember(keys, values, -1, key, value)),
        ),
        Mistake(
            "each layer looks at the cache of layer 0; that of layer i is keys[i] and values[i].",
            *remembered(
                lambda keys, values, i, key, value: (
                    remember(keys, values, i, key, value),
                    (keys[0], values[0]),
                )[1]
            ),
        ),
        Mistake(
            "a list stands where a number should: the heads get keys[i] and values[i], and what all of them find is "
            "one list of numbers.",
            *remembered(whole_caches),
            raises="can't multiply sequence",
        ),
        Mistake(
            "the numbers went into the cache one by one; append the whole key to keys[i], and the whole value to "
            "values[i].",
            *remembered(one_by_one),
        ),
        Mistake(
            "key and value are appended to keys and values themselves, which hold a list for each layer; "
            "append to keys[i] and values[i].",
            forward(remember=beside_the_layers, heads=loose_heads, out=loose),
        ),
        Mistake(
            "keys and values are exchanged: the query is compared with the keys, and the values are mixed.",
            *remembered(
                lambda keys, values, i, key, value: remember(keys, values, i, key, value)[::-1],
                lambda keys, values, i, key, value: remember(keys, values, i, value, key),
            ),
            forward(names="qvk"),
        ),
        Mistake(
            "the heads look at the keys in the place of the values.",
            forward(names="qkk"),
            *remembered(
                lambda keys, values, i, key, value: (remember(keys, values, i, key, value)[0],) * 2
            ),
        ),
        Mistake(
            "the heads look at the values in the place of the keys.",
            forward(names="qvv"),
            *remembered(
                lambda keys, values, i, key, value: (remember(keys, values, i, key, value)[1],) * 2
            ),
        ),
        # The matrices of attention
        Mistake("attn_wq and attn_wk are exchanged.", forward(names="kqv")),
        Mistake("attn_wq and attn_wv are exchanged.", forward(names="vkq")),
        Mistake(
            "attn_wq, attn_wk and attn_wv stand in the wrong places.",
            forward(names="kvq"),
            forward(names="vqk"),
        ),
        Mistake("the query is made with attn_wk; attn_wq makes it.", forward(names="kkv")),
        Mistake("the key is made with attn_wq; attn_wk makes it.", forward(names="qqv")),
        Mistake("the value is made with attn_wq; attn_wv makes it.", forward(names="qkq")),
        Mistake("the query is made with attn_wv; attn_wq makes it.", forward(names="vkv")),
        Mistake(
            "query, key and value are made with one and the same matrix; each has its own.",
            *[forward(names=3 * name) for name in "qkv"],
        ),
        Mistake(
            "attn_wo is left out: what the heads find goes through it before x is added.",
            forward(out=lambda x, matrix: x),
        ),
        Mistake(
            "attention is missing: rmsnorm, attention, and x added come before the MLP.",
            forward(order=lambda x, attention, mlp: mlp(x)),
            forward(order=lambda x, attention, mlp: (attention(x), mlp(x))[1]),
        ),
        # The heads
        Mistake(
            "there is one head over all numbers; n_head says how many share them.",
            forward(heads=lambda query, keys, values, n_head: attend(query, keys, values)),
        ),
        *[
            Mistake(
                f"there are always {n} heads; n_head says how many.",
                forward(
                    heads=lambda query, keys, values, n_head, n=n: multi_head(
                        query, keys, values, n
                    )
                ),
            )
            for n in (2, 4)
        ],
        Mistake(
            "the heads are cut wrongly: head h has the numbers from h * size to (h + 1) * size, "
            "where size is len(query) // n_head.",
            *[
                forward(heads=heads, out=loose)
                for heads in (
                    ch07.cut_as(lambda h, size, n_head: slice(h, None, n_head)),
                    ch07.cut_as(lambda h, size, n_head: slice(h * n_head, (h + 1) * n_head)),
                    ch07.cut_as(lambda h, size, n_head: slice(h, h + size)),
                    ch07.cut_as(lambda h, size, n_head: slice(0, size)),
                )
            ],
            forward(
                heads=lambda query, keys, values, n_head: multi_head(
                    query, keys, values, len(query) // n_head
                )
            ),
        ),
        Mistake(
            "the numbers of the heads are mixed: the first of each head, then the second; lay the heads end to end.",
            joined(ch07.by_columns),
        ),
        Mistake(
            "the heads stand in reverse order; the first comes first.",
            joined(lambda rows: ch07.flat(rows[::-1])),
        ),
        Mistake(
            "the heads leave fewer numbers than attn_wo takes; lay end to end what all of them find.",
            forward(heads=ch07.joined(total)),
        ),
        Mistake(
            "what the heads find is added up; lay their numbers end to end.",
            joined(total),
        ),
        Mistake(
            "that is the mean of the heads; lay their numbers end to end.",
            joined(mean),
        ),
        Mistake(
            "only the first head comes through; lay what all of them find end to end.",
            joined(lambda rows: rows[0]),
        ),
        Mistake(
            "only the last head comes through; lay what all of them find end to end.",
            joined(lambda rows: rows[-1]),
        ),
        Mistake(
            "the weights of the first head are used for all; each head has weights of its own.",
            forward(heads=ch07.weights_of(lambda weights: weights[0])),
        ),
        Mistake(
            "the scores are not divided; a head divides them by the root of how many numbers it has.",
            weighed(attention(dot)),
        ),
        Mistake(
            "the scores are divided by the root of n_embd; a head divides them by the root of how many numbers "
            "it has, n_embd // n_head.",
            scaled(lambda query, n_head: len(query)),
        ),
        Mistake(
            "the scores are divided by the root of n_head; a head divides them by the root of how many numbers it has.",
            scaled(lambda query, n_head: n_head),
        ),
        Mistake(
            "the scores are divided by how many numbers a head has; divide by the root of it.",
            scaled(lambda query, n_head: (len(query) // n_head) ** 2),
        ),
        Mistake(
            "the scores are multiplied by the root; divide by it.",
            scaled(lambda query, n_head: n_head / len(query)),
        ),
        Mistake(
            "softmax is missing in the heads: the scores themselves mix the values.",
            weighed(attention(weigh=list)),
        ),
        Mistake(
            "one softmax takes the scores of all heads; each head has a softmax of its own.",
            forward(heads=ch07.one_softmax),
        ),
        Mistake(
            "softmax goes over the heads here; it goes over the keys that a head looks at.",
            forward(heads=over_the_heads),
        ),
        Mistake(
            "softmax is done twice in the heads; once is enough.",
            weighed(attention(weigh=lambda scores: softmax(softmax(scores)))),
        ),
        Mistake(
            "the heads share out their weights evenly; softmax of the scores makes the weights.",
            weighed(lambda query, keys, values: mean(values)),
        ),
        Mistake(
            "the heads add the values up; they mix them with weights that make 1 together.",
            weighed(lambda query, keys, values: total(values)),
        ),
        # The MLP
        Mistake(
            "there is no ReLU in the MLP; it comes between mlp_fc1 and mlp_fc2.",
            forward(mlp=network(list)),
        ),
        Mistake(
            "what the MLP makes goes through ReLU as well; it comes between mlp_fc1 and mlp_fc2 alone.",
            forward(mlp=lambda x, fc1, fc2: relu(mlp(x, fc1, fc2))),
        ),
        Mistake(
            "ReLU comes at the end of the MLP; it comes between mlp_fc1 and mlp_fc2.",
            forward(mlp=lambda x, fc1, fc2: relu(network(list)(x, fc1, fc2))),
        ),
        Mistake(
            "the MLP does not bend with ReLU: a hidden number below 0 becomes 0, one above it stays.",
            *[
                forward(mlp=network(lambda hidden, bend=bend: [bend(h) for h in hidden]))
                for bend in (abs, gelu, lambda h: max(0.01 * h, h), lambda h: max(0.0, h) ** 2)
            ],
        ),
        Mistake(
            "the MLP is missing: rmsnorm, the MLP, and x added come after attention.",
            forward(order=lambda x, attention, mlp: attention(x)),
        ),
        Mistake(
            "mlp_fc1 and mlp_fc2 are exchanged; mlp_fc1 comes first.",
            forward(mlp=lambda x, fc1, fc2: network(first=loose, second=loose)(x, fc2, fc1)),
        ),
        Mistake(
            "the MLP comes before attention; attention comes first.",
            forward(order=lambda x, attention, mlp: attention(mlp(x))),
        ),
        Mistake(
            "the MLP gets what enters the layer; give it what attention has made, with x added.",
            forward(order=beside),
        ),
        Mistake(
            "x as it enters the layer is added after the MLP; add x as it is after attention.",
            forward(order=added_to_what_came_in),
        ),
        # The layers
        Mistake(
            'every layer has the matrices of layer 0; write the number into the name: f"layer{i}.attn_wq".',
            forward(place=lambda i, n_layer: 0),
        ),
        Mistake(
            "every layer has the matrices of the last; layer i has its own.",
            forward(place=lambda i, n_layer: n_layer - 1),
        ),
        Mistake(
            "the layers come in reverse order; layer 0 is the first.",
            forward(place=lambda i, n_layer: n_layer - 1 - i),
            forward(layers=lambda keys: reversed(range(len(keys)))),
        ),
        Mistake(
            "only layer 0 is run; there are len(keys) layers.",
            forward(layers=lambda keys: range(1)),
        ),
        Mistake(
            "the last layer is left out; there are len(keys) of them.",
            forward(layers=lambda keys: range(len(keys) - 1)),
        ),
        Mistake(
            "layer 0 is left out; count from 0.",
            forward(layers=lambda keys: range(1, len(keys))),
        ),
        Mistake(
            "only the last layer is run; there are len(keys) of them.",
            forward(layers=lambda keys: [len(keys) - 1]),
        ),
        Mistake(
            "no layer is run; there are len(keys) of them.",
            forward(layers=lambda keys: []),
        ),
        # What comes out
        Mistake(
            "wte stands in the place of lm_head; some models share one matrix, ours has two.",
            forward(end=lambda x, w: linear(x, w["wte"])),
        ),
        Mistake(
            "that is x as it comes out of the layers; lm_head makes the logits of it.",
            forward(end=lambda x, w: x),
        ),
        Mistake(
            "these are probabilities; return the logits, before softmax.",
            of_result(softmax),
        ),
        Mistake(
            "these are the logarithms of the probabilities; return the logits.",
            of_result(log_softmax),
        ),
        Mistake(
            "that is the token with the largest logit; return all logits.",
            of_result(lambda logits: logits.index(max(logits))),
        ),
        Mistake(
            "the logits below 0 have become 0; return them as they are.",
            of_result(relu),
        ),
        Mistake(
            "that is the logit of token_id alone; return all logits.",
            lambda token_id, *rest: gpt(token_id, *rest)[token_id],
        ),
        Mistake(
            'there is one list too many around the logits; return linear(x, w["lm_head"]).',
            of_result(lambda logits: [logits]),
        ),
        Mistake(
            "the last logit is missing; lm_head has a row for each token.",
            of_result(lambda logits: logits[:-1]),
        ),
        Mistake(
            "that is the row of the token in wte; the whole way from there to the logits is still to come.",
            lambda token_id, pos_id, keys, values, w, n_head: list(w["wte"][token_id]),
        ),
        # Errors
        Mistake(
            "w has no such layer: the layers are counted from 0, there are len(keys) of them, and w is to stay "
            "as it is.",
            raises=r"KeyError: .*layer\d+\.(attn_w[qkvo]|mlp_fc[12])'",
        ),
        Mistake(
            'w has no such matrix; the names are "wte", "wpe", "lm_head", and "layer0." before attn_wq, attn_wk, '
            "attn_wv, attn_wo, mlp_fc1 and mlp_fc2.",
            raises="KeyError",
        ),
        Mistake(
            "two lists of different lengths met; a row of a matrix is as long as what it meets, and keys[i] and "
            "values[i] grow together.",
            raises=LENGTHS,
        ),
    ],
)
