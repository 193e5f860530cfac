"""How far from what the machine could do: the arithmetic of a step, and the rate at which it could be done.

`python -m benchmarks.limit` prints the rate: of the products of two large square matrices in float64 by NumPy, on one
thread. Nothing that a processor does with numbers of that kind is faster.
"""

import json
import time


def operations(config, vocab_size, n, batch=1):
    """How many operations one training step on n predictions takes, for each of `batch` documents.

    Additions, multiplications, divisions, roots and exponentials count one each.

    A weight of a matrix costs two for each token on the way forward, and four on the way back: blame for the input, and
    blame for the weight. Attention costs as much for each pair of a token and one that it looks at. The rest is small,
    but for Adam, which visits every weight whether it was used or not.
    """
    width, layers = config.n_embd, config.n_layer
    matrices = layers * 12 * width**2 + vocab_size * width
    pairs = n * (n + 1) / 2
    # for each token:
    norms_and_sums = width + (2 * layers + 1) * 4 * width + layers * 6 * width + 4 * vocab_size
    weights = sum(rows * columns for rows, columns in config.shapes(vocab_size).values())
    return {
        "matrices": batch * 6 * matrices * n,
        "attention": batch * 12 * layers * width * pairs,
        "element by element": batch * 3 * (norms_and_sums * n + 4 * layers * config.n_head * pairs),
        "Adam": 14 * weights,
    }


def rate(size=768, repeats=12):
    """Operations per second in the fastest of some products of large matrices."""
    import numpy as np

    a = np.random.default_rng(1).normal(size=(size, size))
    out, best = np.empty_like(a), float("inf")
    for _ in range(repeats):
        started = time.process_time()
        np.matmul(a, a, out)
        best = min(best, time.process_time() - started)
    return 2 * size**3 / best


if __name__ == "__main__":
    print(json.dumps({"rate": rate()}))
