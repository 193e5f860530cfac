"""ex-14-1: docs, letters, BOS, vocab_size, encode(name)"""

from .cells import cell, changer

OWN = cell("""
    import os
    import random
    with open(os.environ["MICROGPT_NAMES"]) as file:
        docs = [line.strip() for line in file if line.strip()]
    random.seed(42)
    random.shuffle(docs)
    letters = sorted(set("".join(docs)))
    BOS = len(letters)
    vocab_size = BOS + 1
    def encode(name):
        ids = [BOS]
        for letter in name:
            ids.append(letters.index(letter))
        ids.append(BOS)
        return ids
""")
changed = changer(OWN)
RIGHT = [
    OWN,
    changed(
        "import random\n", "import random\ndice = random.Random(42)\n", "random.seed(42)\n", ""
    ).replace("random.shuffle", "dice.shuffle"),
    changed('sorted(set("".join(docs)))', '"abcdefghijklmnopqrstuvwxyz"'),
    changed("return ids", "return tuple(ids)"),
    changed(
        'sorted(set("".join(docs)))',
        '{a: i for i, a in enumerate(sorted(set("".join(docs))))}',
        "letters.index(letter)",
        "letters[letter]",
    ),
    cell("""
        from random import seed, shuffle
        from microgpt import load_names
        docs = load_names()
        seed(42); shuffle(docs)
        letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
        BOS, vocab_size = 26, 27
        encode = lambda name: [BOS, *map(letters.index, name), BOS]
    """),
    cell("""
        import os, random
        random.seed(42)
        text = open(os.environ.get("MICROGPT_NAMES", "input.txt")).read()
        docs = text.strip().split("\\n")
        random.shuffle(docs)
        letters = []
        for letter in sorted(text):
            if letter.isalpha() and letter not in letters:
                letters.append(letter)
        vocab_size = len(letters) + 1
        BOS = vocab_size - 1
        class Encoder:
            def __call__(self, name):
                return [BOS] + [ord(letter) - ord("a") for letter in name] + [BOS]
        encode = Encoder()
    """),
]
SEEDED = "random.seed(42)\nrandom.shuffle(docs)\n"
LINE, FOUND = (
    "docs = [line.strip() for line in file if line.strip()]",
    "ids.append(letters.index(letter))",
)
WRONG = [
    (changed("random.shuffle(docs)\n", ""), "random.shuffle(docs) is missing"),
    (
        changed(SEEDED, "random.shuffle(docs)\nrandom.seed(42)\n"),
        "when random.seed(42) comes before",
    ),
    (changed("random.seed(42)\n", ""), "when random.seed(42) comes before"),
    (
        changed(SEEDED, "random.seed(42)\nrandom.random()\nrandom.shuffle(docs)\n"),
        "no draw between",
    ),
    (changed("seed(42)", "seed(0)"), "the seed is 0; it is 42"),
    (changed("seed(42)", "seed(1337)"), "the seed is 1337; it is 42"),
    (
        changed("random.shuffle(docs)\n", "random.shuffle(docs)\nrandom.shuffle(docs)\n"),
        "shuffled twice",
    ),
    (changed(SEEDED, SEEDED + "docs.sort()\n"), "or they are sorted after it"),
    (changed(LINE, "docs = list(file)"), "the end of its line"),
    (
        changed(LINE, "docs = file.readlines()", "docs)))", 'docs)) - {"\\n"})'),
        "the end of its line",
    ),
    (changed(LINE, 'docs = file.read().split("\\n")'), "an empty line at the end"),
    (changed(LINE, "docs = list(file.read())"), "letter by letter"),
    (
        changed('sorted(set("".join(docs)))', 'list(set("".join(docs)))'),
        "the letters are not sorted",
    ),
    (
        changed('sorted(set("".join(docs)))', 'list(dict.fromkeys("".join(docs)))'),
        "in which they are met",
    ),
    (changed('sorted(set("".join(docs)))', 'sorted("".join(docs))'), "as often as it is written"),
    (changed("BOS = len(letters)", "BOS = 0", "BOS + 1", "27"), "BOS has the id of a"),
    (
        changed(
            "BOS = len(letters)\nvocab_size = BOS + 1",
            "BOS = 0\nvocab_size = 27",
            "index(letter)",
            "index(letter) + 1",
        ),
        "BOS is 0 and the ids begin at 1",
    ),
    (changed("BOS + 1", "len(letters)"), "so there are 27"),
    (changed("ids = [BOS]", "ids = []"), "missing at the beginning"),
    (changed("    ids.append(BOS)\n", ""), "missing at the end"),
    (
        changed("ids = [BOS]", "ids = []", "    ids.append(BOS)\n", ""),
        "at the beginning and at the end",
    ),
    (changed("index(letter)", "index(letter) + 1"), "the ids begin at 1"),
    (changed(FOUND, "ids.append(letter)"), "these are the letters"),
    (changed(FOUND, "ids.append(ord(letter))"), "codes of the letters"),
    (changed("return ids", "return str(ids)"), "that is a text"),
    (changed("    return ids\n", ""), "nothing comes back"),
    (changed("return ids", "print(ids)"), "nothing comes back"),
    (
        changed(
            "BOS = len", "bos = len", "BOS + 1", "bos + 1", "= [BOS]", "= [bos]", "(BOS)", "(bos)"
        ),
        "with these names",
    ),
    (changed("    ids.append(BOS)\n    return ids", "    return ids[::-1]"), None),
]
