"""Grades bots: one, or a folder of them with a table."""

from pathlib import Path

from ..gradebook import Entry
from .cases import cases, naming_seed, new_seed
from .game import in_child, play
from .report import Report
from .source import SourceError, edit_outside, read

COLUMNS = (
    "file verdict reason leaks leaks_of false_refusals false_refusals_of as_reference as_reference_of seed words"
).split()
ITEM = "bot"  # the one mark of a bot: 1 if it is accepted


def grade(path, seed=None, limits=None, number=None, name=None):
    """Play the cases of a seed with a bot, all or up to the one with this number; the Report."""
    name = name or Path(path).name
    try:
        source = read(path)
        edit = edit_outside(source)
    except SourceError as error:
        return Report(name, seed, problem=str(error))
    seed = new_seed() if seed is None else seed
    start = in_child(source, naming_seed(seed), limits)
    game = play(start, cases(seed)[:number], naming_seed(seed))
    return Report(name, seed, start, game, edit=edit)


def grade_folder(folder, book, seed=None, limits=None):
    """Grade all files *.py below a folder into a Gradebook, each as soon as it is known; yields (Report, note)."""
    folder = Path(folder)
    seed = new_seed() if seed is None else seed
    for path in programs_in(folder):
        report = grade(path, seed, limits, name=path.relative_to(folder).as_posix())
        entry = Entry(path, report.name, {ITEM: float(report.accepted)}, row(report))
        yield report, book.add(entry)


def programs_in(folder):
    return sorted(path for path in Path(folder).rglob("*.py") if path.is_file())


def row(report):
    """A line of the table."""
    game = report.game
    pairs = [game.leaks, game.false_refusals, game.as_reference] if game else [("", "")] * 3
    numbers = [number for pair in pairs for number in pair]
    words = report.problem or report.edit or (report.worst.fault.words if game.faults else "")
    first = [report.name, report.verdict, report.reason]
    return dict(zip(COLUMNS, [*first, *numbers, report.seed, words]))
