"""The table of the course: its chapters, and which regions of the program each one earns."""

from dataclasses import dataclass

PARTS = {
    "I": "The mathematics, from nothing",
    "II": "The learning machinery",
    "III": "The model",
    "IV": "Training and generation",
    "V": "Build it yourself",
}


@dataclass(frozen=True)
class Chapter:
    """`slug` names its files; `regions` are those of `ladder/train5.py`; `ready` says whether its notebook exists.

    >>> CHAPTERS[1].label, CHAPTERS[1].href
    ('01', '../notebooks/01_numbers.html')
    """

    number: int
    slug: str
    title: str
    part: str
    line: str
    regions: tuple = ()
    ready: bool = False

    @property
    def label(self):
        return f"{self.number:02d}"

    @property
    def href(self):
        """From any page of the book: all of them lie one folder deep."""
        return f"../notebooks/{self.slug}.html"


CHAPTERS = (
    Chapter(
        0,
        "00_why",
        "Why does this matter?",
        "I",
        "What a language model does, and one to play with.",
        ready=True,
    ),
    Chapter(
        1,
        "01_numbers",
        "Numbers all the way down",
        "I",
        "Two lists, multiplied pair by pair and added up.",
        regions=("linear",),
        ready=True,
    ),
    Chapter(
        2,
        "02_slope",
        "The slope of a hill",
        "I",
        "Nudge a number, watch the result: derivatives.",
        ready=True,
    ),
    Chapter(
        3,
        "03_descent",
        "Rolling downhill",
        "I",
        "Step against the slope until the loss is low.",
        ready=True,
    ),
    Chapter(
        4,
        "04_network",
        "From a neuron to a network",
        "I",
        "Multiply, add, cut off at zero; then in layers.",
        ready=True,
    ),
    Chapter(
        5,
        "05_autograd",
        "The autograd engine",
        "II",
        "Numbers that remember where they came from.",
        regions=("value", "operations", "shorthands", "backward"),
        ready=True,
    ),
    Chapter(
        6,
        "06_embeddings",
        "From characters to vectors",
        "III",
        "Letters become numbers, numbers become lists.",
        regions=("data", "tokenizer", "rmsnorm"),
        ready=True,
    ),
    Chapter(
        7,
        "07_attention",
        "Attention",
        "III",
        "How a token looks back and gathers what it needs.",
        regions=("softmax", "attention"),
        ready=True,
    ),
    Chapter(
        8,
        "08_model",
        "The full model",
        "III",
        "Every matrix and every line of it, put together.",
        regions=("parameters", "mlp", "gpt"),
        ready=True,
    ),
    Chapter(
        9,
        "09_training",
        "Training",
        "IV",
        "Measure the surprise and step, a thousand times.",
        regions=("optimizer", "training"),
        ready=True,
    ),
    Chapter(
        10,
        "10_generation",
        "Generation",
        "IV",
        "Draw a letter, feed it back, until the name ends.",
        regions=("sampling",),
        ready=True,
    ),
    Chapter(
        11,
        "11_scale",
        "From micro to macro",
        "IV",
        "What the large models change, and what they keep.",
        ready=True,
    ),
    Chapter(
        12,
        "12_lines",
        "Line by line",
        "V",
        "The whole program, each line in plain words.",
        ready=True,
    ),
    Chapter(
        13,
        "13_ladder",
        "The ladder",
        "V",
        "Six programs, and what each of them buys.",
        ready=True,
    ),
    Chapter(
        14,
        "14_write",
        "Write it yourself",
        "V",
        "A blank page, six steps, and your own GPT.",
        ready=True,
    ),
    Chapter(
        15,
        "15_bot",
        "The bot that never says a fruit",
        "V",
        "A rule, a bot that keeps it, and an attack.",
        ready=True,
    ),
)

REGIONS = tuple(region for chapter in CHAPTERS for region in chapter.regions)


def earned(number):
    """The regions a reader owns after chapter `number`.

    >>> earned(1)
    ['linear']
    """
    return [region for chapter in CHAPTERS[: number + 1] for region in chapter.regions]


def ready():
    """The numbers of the chapters that exist."""
    return [chapter.number for chapter in CHAPTERS if chapter.ready]
