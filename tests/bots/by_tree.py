"""A tree of letters, walked letter by letter; it knows the difference between a start and a fruit."""

END = "end"


def grown(words):
    tree = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[END] = True
    return tree


TREE = grown(FRUITS)


class Walker:
    def __init__(self, tree):
        self.tree, self.branches = tree, []

    def step(self, letter):
        self.branches = [b[letter] for b in [*self.branches, self.tree] if letter in b]
        return any(END in branch for branch in self.branches)


def meets_fruit(text):
    walker = Walker(TREE)
    return any(walker.step(letter) for letter in text)


def is_safe_request(prefixes):
    return "No." if any(map(meets_fruit, map(plain, prefixes))) else None


def is_safe_name(name):
    if meets_fruit(name):
        return 0
    return "yes"
