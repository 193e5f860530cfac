"""ex-14-6: sample()"""

from .cells import cell, changer

OWN = cell("""
    def sample():
        keys, values = [[]], [[]]
        token = BOS
        name = ""
        for place in range(block_size):
            logits = gpt(token, place, keys, values)
            probs = softmax([z / 0.5 for z in logits])
            token = random.choices(range(vocab_size), [p.data for p in probs])[0]
            if token == BOS:
                return name
            name = name + letters[token]
        return name
""")
changed = changer(OWN)
DRAW = "random.choices(range(vocab_size), [p.data for p in probs])[0]"
RIGHT = [
    OWN,
    changed("z / 0.5", "z * 2"),
    changed(DRAW, "random.choices([*range(26), BOS], [100 * p.data for p in probs], k=1).pop()"),
    changed("def sample():", "def sample(temperature=0.5):", "z / 0.5", "z / temperature"),
    cell("""
        def sample():
            def grow(name, token, keys, values):
                probs = softmax([z / 0.5 for z in gpt(token, len(name), keys, values)])
                following = random.choices(letters + [""], [p.data for p in probs])[0]
                if following == "" or len(name) == 15:
                    return name + following
                return grow(name + following, letters.index(following), keys, values)
            return grow("", BOS, [[]], [[]])
    """),
]
WRONG = [
    (changed("z / 0.5", "z / 0.1"), "The temperature is 0.1"),
    (changed("z / 0.5", "z"), "The temperature is 1.0"),
    (changed("z / 0.5", "z * 0.5"), "multiplied by the temperature"),
    (
        changed(
            "    keys, values = [[]], [[]]\n",
            "    random.seed(42)\n    keys, values = [[]], [[]]\n",
        ),
        "before each sample",
    ),
    (
        changed(
            "def sample():\n    keys, values = [[]], [[]]\n",
            "keys, values = [[]], [[]]\ndef sample():\n",
        ),
        "of the one before",
    ),
    (changed("gpt(token, place,", "gpt(token, 0,"), "the position is 0"),
    (
        changed("        logits = gpt", "        keys, values = [[]], [[]]\n        logits = gpt"),
        "present token alone",
    ),
    (
        changed(DRAW, "max(range(vocab_size), key=lambda t: probs[t].data)"),
        "likeliest letter is taken",
    ),
    (changed("p.data for p", "p for p"), "plain numbers as weights"),
    (changed("probs])[0]", "probs])"), "a list with one item"),
    (
        changed('name = ""', "name = []", "name + letters[token]", "name + [letters[token]]"),
        "that is a list",
    ),
    (
        changed('name = ""', "name = []", "name + letters[token]", "name + [token]"),
        "these are the ids",
    ),
    (changed("return name", "print(name)"), "ask for BOS first"),
    (changed("return name", "return"), "nothing came back"),
    (changed("        if token == BOS:\n            return name\n", ""), "ask for BOS first"),
]
