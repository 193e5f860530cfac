"""The map of the program, find the line, the map of the course: their generated modules, data and traits."""

import copy
import doctest
import io
import runpy
import tokenize

import pytest
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt import Tokenizer, course, load_names
from microgpt.widgets import CourseMap, FindTheLine, Journey, ProgramMap, model
from microgpt.widgets.program import journey
from microgpt.widgets.program.items import ItemError, load_items, validate

GENERATOR = runpy.run_path(str(ROOT / "tools" / "make_program_js.py"))
LINES = GENERATOR["program"]()
REGIONS = GENERATOR["regions"](LINES)
ITEMS = load_items()


def test_examples_in_docstrings():
    assert doctest.testmod(model).failed == 0


# ---- the generated modules ----


def test_generated_modules_are_what_the_generator_writes():
    for name, text in GENERATOR["modules"]().items():
        assert (GENERATOR["WIDGETS"] / name).read_bytes() == text.encode(), (
            f"{name} is stale: python tools/generate.py"
        )


def test_the_regions_hold_all_code_below_the_imports():
    held = {number for region in REGIONS for number in range(region["mark"], region["last"] + 1)}
    left = [line for number, line in enumerate(LINES, 1) if number not in held and line.strip()]
    assert left[-1] == "import sys" and len(left) < 15
    assert all(
        region["explanation"][0].isupper() and region["explanation"].endswith(".")
        for region in REGIONS
    )


def comment(line):
    """Where Python sees a comment in a line that is code by itself, or None."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(line.strip()).readline))
    except tokenize.TokenError:  # a bracket that a later line closes
        return line.strip().find("#") if "#" in line else None
    return next((token.start[1] for token in tokens if token.type == tokenize.COMMENT), None)


def test_javascript_shows_the_program_as_python_reads_it():
    first = REGIONS[0]["first"]
    extra = [
        "x = '#' # '",
        'print("a # b", f"{x}#")  # c "d"',
        "# all",
        "",
        "    y = 'it\\'s # not'",
    ]
    write("code", [{"line": line, "comment": comment(line)} for line in LINES[first - 1 :] + extra])
    write(
        "lines",
        [
            {"id": item["id"], "accepted": accepted(item), "shown": shown(item)}
            for item in ITEMS.values()
        ],
    )


# ---- find the line ----


def shown(item):
    """The numbers of the lines that an item shows and that can be clicked."""
    spans = [
        range(region["first"], region["last"] + 1)
        for region in REGIONS
        if region["name"] in item["regions"]
    ]
    return [number for span in spans for number in span if LINES[number - 1].strip()]


def accepted(item):
    return [
        number
        for number in shown(item)
        if any(piece in LINES[number - 1] for piece in item["accept"])
    ]


def test_each_piece_of_text_finds_exactly_one_line():
    for item in ITEMS.values():
        for piece in item["accept"]:
            assert sum(piece in line for line in LINES) == 1, f"{item['id']}: {piece}"
        for hint in item["hints"]:
            if "line" in hint:
                assert sum(hint["line"] in LINES[number - 1] for number in shown(item)) == 1, (
                    f"{item['id']}: {hint['line']}"
                )
        assert 1 <= len(accepted(item)) < len(shown(item))


def test_each_region_shown_has_a_hint():
    for item in ITEMS.values():
        wrong = {region["name"] for region in REGIONS if region["name"] in item["regions"]}
        wrong -= {hint.get("region") for hint in item["hints"]}
        # Without a hint of its own every line of the region must be hinted at or right.
        for name in wrong:
            numbers = set(shown({"regions": [name]})) - set(accepted(item))
            pieces = [hint["line"] for hint in item["hints"] if "line" in hint]
            assert all(any(piece in LINES[number - 1] for piece in pieces) for number in numbers), (
                f"{item['id']}: {name}"
            )


DAMAGE = {
    "no question": lambda item: item.pop("question"),
    "an empty explanation": lambda item: item.update(explanation=" "),
    "another field": lambda item: item.update(answer=3),
    "another chapter's id": lambda item: item.update(id="07-a"),
    "an unknown region": lambda item: item.update(regions=["header"]),
    "nothing accepted": lambda item: item.update(accept=[]),
    "a line by number": lambda item: item.update(accept=[113]),
    "a hint without text": lambda item: item["hints"].append({"region": "linear"}),
    "a hint for a region not shown": lambda item: item["hints"].append(
        {"region": "gpt", "text": "no"}
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_item_is_refused(damage):
    item = copy.deepcopy(ITEMS["01-a"])
    validate(item, "01")
    damage(item)
    with pytest.raises(ItemError):
        validate(item, "01")


# ---- traits ----


@pytest.mark.parametrize(
    "make",
    [
        lambda: ProgramMap(chapter=16),
        lambda: ProgramMap(region="header"),
        lambda: FindTheLine(item="99-z"),
        lambda: FindTheLine(tried=[1.5]),
        lambda: FindTheLine(tried=[0]),
        lambda: CourseMap(ready=[16]),
        lambda: CourseMap(ready="01"),
    ],
)
def test_a_wrong_trait_is_refused(make):
    with pytest.raises(TraitError, match="must be"):
        make()


def test_only_pages_get_links_and_only_to_chapters_that_exist():
    assert ProgramMap().public_state()["links"] == {
        str(n): course.CHAPTERS[n].href for n in course.ready()
    }
    assert CourseMap(ready=[3, 1, 1]).public_state()["links"] == {
        "1": "../notebooks/01_numbers.html",
        "3": "../notebooks/03_descent.html",
    }
    assert "links" not in ProgramMap.public_traits() + CourseMap.public_traits()


def test_summaries():
    assert (
        ProgramMap(chapter=0, region="mlp").summary()
        == "The map of the program: none of its 16 regions is yours after chapter 00. Open: mlp."
    )
    assert "16 of its 16 regions are yours after chapter 11" in ProgramMap(chapter=11).summary()
    assert CourseMap(ready=[]).summary().endswith("none is ready yet.")


# ---- the way of emma ----


def test_the_stages_of_the_journey_are_the_same_on_both_sides():
    write("journey", [{"stages": journey.STAGES, "ids": Tokenizer(load_names()).encode("emma")}])
    assert list(journey.STAGES.values()) == sorted(journey.STAGES.values())


def test_a_stage_that_is_none_is_refused():
    with pytest.raises(TraitError, match="stage must be one of 'letters', 'ids'"):
        Journey(stage="end")
