"""What the exercises of chapter 10 share: a draw from the cumulative bar."""


def sample(probs, u):
    """The index whose piece of the bar holds u; where rounding leaves the bar short, the last that can come."""
    total = 0.0
    for i, p in enumerate(probs):
        total += p
        if u < total:
            return i
    return max(i for i, p in enumerate(probs) if p > 0)
