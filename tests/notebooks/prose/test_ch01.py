"""Numbers that stand in a sentence of chapter 01 and under no cell: each test names the sentence, and computes it."""

from math import sqrt

from prose import page


def test_by_hand():
    assert (
        "$2 \\cdot (-1) + 2 \\cdot 2 + 1 \\cdot 3 = -2 + 4 + 3 = 5$" in page("01_numbers")
        and 2 * -1 + 2 * 2 + 1 * 3 == 5
    )


def test_vowels_are_alike(run):
    text = page("01_numbers")
    rows = {
        char: [p.data for p in row]
        for char, row in zip(run.vocabulary, run.model.state_dict["wte"])
    }

    def cosine(a, b):
        return sum(x * y for x, y in zip(a, b)) / sqrt(
            sum(x * x for x in a) * sum(y * y for y in b)
        )

    with_a = {char: cosine(rows["a"], row) for char, row in rows.items()}
    nearest = sorted(with_a, key=with_a.get, reverse=True)
    assert "The next five are the other vowels, `y` among them, before any consonant." in text
    assert nearest[0] == "a" and set(nearest[1:6]) == set("oeiuy")
    assert (
        "`o`, `e` and `u` make a sharp angle with `a`." in text
        and min(with_a[char] for char in "oeu") > 0.5
    )
    assert "The table has 27 rows, and `chars` has 26 letters." in text
    assert (len(run.model.state_dict["wte"]), len(run.vocabulary)) == (27, 26)
    assert (
        "`y` and `i` stand nearly at a right angle to it" in text
        and max(abs(with_a[char]) for char in "yi") < 0.1
    )
    assert (
        "most consonants make a wide angle" in text
        and sum(value < -0.1 for value in with_a.values()) > 10
    )


def test_sixteen_numbers(run):
    assert (
        "The real model describes each letter with 16 numbers" in page("01_numbers")
        and run.config.n_embd == 16
    )
