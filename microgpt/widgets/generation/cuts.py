"""Rules of choosing: some letters are cut away, and what is left is stretched to 1 again."""

RULES = ["all", "greedy", "top-k", "top-p"]


def kept(probs, rule, top_k=5, top_p=0.9):
    """Which of the probabilities a rule leaves: one True or False for each.

    "all" leaves all, "greedy" the largest, "top-k" the k largest, "top-p" the fewest that together reach p. Of equal
    ones, the first stays.

    >>> kept([0.1, 0.5, 0.25, 0.15], "top-k", top_k=2)
    [False, True, True, False]
    >>> kept([0.1, 0.5, 0.25, 0.15], "top-p", top_p=0.8)
    [False, True, True, True]
    """
    ranked = sorted(range(len(probs)), key=lambda i: -probs[i])
    if rule == "top-p":
        reached, stays = 0.0, set()
        for i in ranked:
            if reached < top_p:
                stays.add(i)
            reached += probs[i]
    else:
        stays = set(ranked[: {"all": len(probs), "greedy": 1, "top-k": top_k}[rule]])
    return [i in stays for i in range(len(probs))]


def stretched(probs, stays):
    """What is left, divided by its sum: together 1 again; what was cut away is 0.

    >>> stretched([0.1, 0.5, 0.25, 0.15], [False, True, True, False])
    [0.0, 0.6666666666666666, 0.3333333333333333, 0.0]
    """
    total = sum(p for p, stay in zip(probs, stays) if stay)
    return [p / total if stay else 0.0 for p, stay in zip(probs, stays)]
