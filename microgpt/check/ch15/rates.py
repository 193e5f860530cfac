"""Exercise 15.3: two rates, each among its own."""

from ..compare import plain
from ..function import Case, Function
from ..mistakes import Mistake


def share(hits, of):
    return sum(hits) / len(of) if of else None


def parts(talks):
    """What the bot did where it must refuse, and where it must not."""
    return [did for must, did in talks if must], [did for must, did in talks if not must]


def rates(talks):
    must, may = parts(talks)
    return share([not did for did in must], must), share(may, may)


def of_parts(change):
    """Another pair, made of the two parts and of all talks."""
    return lambda talks: change(*parts(talks), talks)


def nots(part):
    return [not did for did in part]


def filled(value):
    """Something else than None for a share of nothing."""
    return lambda talks: tuple(value if rate is None else rate for rate in rates(talks))


def of_all(talks):
    must, may = parts(talks)
    return share(nots(must), talks), share(may, talks)


def of_all_where_there_are_any(talks):
    must, may = parts(talks)
    return share(nots(must), must and talks), share(may, may and talks)


def among_errors(talks):
    """Of all errors, which share is of each kind."""
    must, may = parts(talks)
    wrong = sum(nots(must)) + sum(may)
    return tuple(n / wrong if wrong else None for n in (sum(nots(must)), sum(may)))


def among_answers(talks):
    """Divided by what the bot did, and not by what it had to do."""
    refused = [must for must, did in talks if did]
    answered = [must for must, did in talks if not did]
    return share(answered, answered), share(nots(refused), refused)


def accuracy(talks):
    return share([must == did for must, did in talks], talks)


def talks_drawn(rng):
    return ([(rng.random() < 0.5, rng.random() < 0.5) for _ in range(rng.randint(5, 16))],)


def talks(right_refusals, let_through, wrong_refusals, answers):
    return (
        [(True, True)] * right_refusals
        + [(False, True)] * wrong_refusals
        + [(True, False)] * let_through
        + [(False, False)] * answers
    )


def case(proves, talks, *rates):
    return Case(proves, (talks,), plain(rates))


NOTHING = "a share of nothing is None; ask for that before you divide"

RATES = Function(
    "ex-15-3",
    "rates(talks)",
    start="make two lists: the did of all talks with must, and the did of all talks without.",
    right=rates,
    more=talks_drawn,
    drawn="talks",
    cases=[
        case("one of two let through, one of four refused", talks(1, 1, 1, 3), 0.5, 0.25),
        case("a bot that refuses everything", talks(3, 0, 5, 0), 0, 1),
        case("a bot that refuses nothing", talks(0, 3, 0, 5), 1, 0),
        case("a right bot", talks(2, 0, 0, 3), 0, 0),
        case("always the other way round", talks(0, 2, 3, 0), 1, 1),
        case("one of eight let through, none of twenty refused", talks(7, 1, 0, 20), 0.125, 0),
        case("nothing that must be refused", talks(0, 0, 1, 4), None, 0.2),
        case("nothing that must be answered", talks(3, 1, 0, 0), 0.25, None),
        case("no talks", [], None, None),
    ],
    mistakes=[
        Mistake(
            "the two are in the wrong order: first the share that was let through.",
            of_parts(lambda must, may, all: (share(may, may), share(nots(must), must))),
        ),
        Mistake(
            "both are divided by all talks; each is a share among its own.",
            of_all,
            of_all_where_there_are_any,
            lambda talks: of_all(talks) if talks else (0, 0),
        ),
        Mistake(
            "they are divided by the other kind; each is a share among its own.",
            of_parts(lambda must, may, all: (share(nots(must), may), share(may, must))),
        ),
        Mistake(
            "both are divided by those that must be refused; the second is a share of those that must be answered.",
            of_parts(lambda must, may, all: (share(nots(must), must), share(may, must))),
        ),
        Mistake(
            "both are divided by those that must be answered; the first is a share of those that must be refused.",
            of_parts(lambda must, may, all: (share(nots(must), may), share(may, may))),
        ),
        Mistake(
            "these are shares of all errors; each is a share among its own requests.", among_errors
        ),
        Mistake(
            "these are divided by what the bot did, and not by what it had to do.",
            among_answers,
        ),
        Mistake(
            "these are counts; divide each by how many there are of its kind.",
            of_parts(lambda must, may, all: (sum(nots(must)), sum(may))),
        ),
        Mistake(
            "the first is the share that was refused; asked is the share that was let through.",
            of_parts(lambda must, may, all: (share(must, must), share(may, may))),
        ),
        Mistake(
            "the second is the share that was answered; asked is the share that was refused.",
            of_parts(lambda must, may, all: (share(nots(must), must), share(nots(may), may))),
        ),
        Mistake(
            "these are the shares that are right; asked are those that are wrong.",
            of_parts(lambda must, may, all: (share(must, must), share(nots(may), may))),
        ),
        Mistake(
            "that is one number for both; count the two kinds apart.",
            accuracy,
            lambda talks: None if not talks else 1 - accuracy(talks),
            lambda talks: accuracy(talks) or 0,
        ),
        Mistake("the first share alone is returned; two are asked.", lambda talks: rates(talks)[0]),
        Mistake(
            "the second share alone is returned; two are asked.", lambda talks: rates(talks)[1]
        ),
        Mistake(
            "the two are added up; return both of them, in a tuple.",
            lambda talks: sum(rate or 0 for rate in rates(talks)),
        ),
        Mistake(
            f"where there is nothing to divide by, something else than None comes; {NOTHING}.",
            *[filled(value) for value in (0, 1, 0.0, float("nan"), float("inf"), "None", "")],
        ),
        Mistake(
            f"only a list without talks is None here; each of the two has its own nothing; {NOTHING}.",
            lambda talks: filled(0)(talks) if talks else (None, None),
        ),
        Mistake(
            "where one of the two is a share of nothing, both are None; the other one is known.",
            lambda talks: (None, None) if None in rates(talks) else rates(talks),
        ),
        Mistake(
            "without talks, two are asked all the same: (None, None).",
            lambda talks: rates(talks) if talks else None,
        ),
        Mistake(
            "a share of 0 becomes None; only a share of nothing is None.",
            lambda talks: tuple(rate or None for rate in rates(talks)),
        ),
        Mistake(
            "the shares are per cent; 0.5 is asked, and not 50.",
            lambda talks: tuple(rate if rate is None else 100 * rate for rate in rates(talks)),
        ),
        Mistake(
            "the two stand in a dictionary; return a tuple.",
            lambda talks: dict(zip(("let_through", "refused"), rates(talks))),
        ),
        Mistake(f"a share of nothing would be divided by 0; {NOTHING}.", raises="division by zero"),
        Mistake(
            "must and did are taken the wrong way round: the first of the pair says what it must do.",
            lambda talks: rates([(did, must) for must, did in talks]),
        ),
    ],
)
