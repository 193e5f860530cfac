"""Which tests every run takes, and which are left to the weekly one."""

from types import SimpleNamespace

from everything import of_every_run


def cases_of(name, count, **marks):
    """So many cases of a test with these marks."""
    found = {mark: SimpleNamespace(args=args) for mark, args in marks.items()}
    return [
        SimpleNamespace(
            nodeid=f"{name}[{case}]", path=name.split("::")[0], get_closest_marker=found.get
        )
        for case in range(count)
    ]


def test_what_has_no_mark_is_taken():
    all_of_them = cases_of("a.py::test_a", 5)
    assert of_every_run(all_of_them) == all_of_them


def test_what_is_weekly_is_not_unless_its_file_is_named():
    weekly = cases_of("a.py::test_a", 5, weekly=())
    assert of_every_run(weekly) == of_every_run(weekly, {"b.py"}) == []
    assert of_every_run(weekly, {"a.py"}) == weekly


def test_of_many_cases_a_part_is_taken_and_always_the_same():
    for file in "abcdefgh":
        cases = cases_of(f"{file}.py::test_a", 12, one_in=(3,))
        taken = of_every_run(cases)
        assert len(taken) == 4 and taken == of_every_run(cases)
        assert [cases.index(one) for one in taken] == list(range(cases.index(taken[0]), 12, 3))


def test_tests_of_one_file_take_the_same_cases_and_share_what_is_slow_to_make():
    first, second = (cases_of(f"a.py::test_{name}", 12, one_in=(4,)) for name in "ab")
    taken = of_every_run(first + second)
    assert [one in taken for one in first] == [one in taken for one in second]


def test_tests_without_cases_are_counted_in_their_file():
    alone = [cases_of(f"a.py::test_{name}", 1, one_in=(2,))[0] for name in "abcdef"]
    for one in alone:
        one.nodeid = one.nodeid.removesuffix("[0]")
    assert len(of_every_run(alone)) == 3
