"""What goes wrong with the caches, into which each call puts a key and a value."""

from microgpt.attention import multi_head

from ..ch07 import multi_head as ch07
from ..mistakes import Mistake
from .forward import forward, remember
from .parts import loose


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


def all_but_own(keys, values, i, key, value):
    remember(keys, values, i, key, value)
    return keys[i][:-1] or keys[i], values[i][:-1] or values[i]


def all_but_first(keys, values, i, key, value):
    remember(keys, values, i, key, value)
    return keys[i][1:] or keys[i], values[i][1:] or values[i]


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


CACHES = [
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
        "the first key and value of the document are left out; give the heads all of keys[i] and values[i].",
        *remembered(all_but_first),
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
        "append the new key to keys[i] and the new value to values[i], before the heads look.",
        *remembered(too_late, values_alone),
        raises="empty sequence|argument is empty",
    ),
    Mistake(
        "the heads do not see the new key and value; append them first, and give the heads all of keys[i] and "
        "values[i].",
        *[forward(remember=too_late, heads=heads) for heads in (zeros_if_empty, query_if_empty)],
        *remembered(all_but_own),
    ),
    Mistake(
        "the keys are kept and the values are not; append the value to values[i].",
        *remembered(new_value),
        *[forward(remember=kept, heads=loose_heads, out=loose) for kept in (keys_alone, new_value)],
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
]
