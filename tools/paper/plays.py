"""What is played on a page before it is taken down: a picture that is empty until you press Step says nothing.

A play does what a reader does, by the widget's own buttons and fields, and what is printed is what the widget then
draws. It is short: it shows the idea and leaves the rest to the reader. Predictions, quizzes and tasks stay open.
"""

from playwright.sync_api import Error

NAME_FIELD = "Type the beginning of a name. The model continues it in grey."
# {page: {widget: its moves}}. A widget has its number among those of its kind on the page. A move is ("press", name of
# a button, how often), ("choose", name of a list, entry), ("write", name of a field, its text) or ("wait", the words
# with which a run ends).
PLAYS = {
    "00_why": {
        "GuessNextLetter-1": [("press", "choose m, 3.7 %"), ("press", "Bet 50 % on m")],
        "FiveStepLoop-1": [("press", "Step", 10)],
    },
    "01_numbers": {"ZipLists-1": [("press", "Step", 3)]},
    "03_descent": {
        "FitLine-2": [("press", "Step", 3)],
        "GradientDescent-1": [("press", "Step", 10)],
        "GradientDescent-3": [("press", "Step", 10)],
    },
    "04_network": {
        "OneNeuron-1": [("press", "4 ReLU")],
        "NetworkPlayground-2": [("press", "Step", 5)],
    },
    "05_autograd": {
        "BackpropStepper-1": [("press", "Play")],
        "ValueStages-1": [("press", "4 traces blame back")],
        "ExpressionSandbox-1": [("press", "Play")],
        "TopologicalOrder-1": [
            ("press", "y = c × d: value 84, gradient 1"),
            ("press", "c = b + 1: value 7, gradient 12"),
            ("press", "d = b × 2: value 12, gradient 7"),
            ("press", "b = a × 3: value 6, gradient 12 + 14"),
        ],
        "BackpropStepper-2": [("press", "Play")],
    },
    "06_embeddings": {"BigramTable-1": [("press", "Play")]},
    "07_attention": {
        "AttentionStepper-1": [("press", "Play")],
        "CacheIsMask-1": [("press", "Play")],
    },
    "08_model": {
        "ParameterMatrices-1": [
            ("choose", "Matrix", "lm_head: 27 × 16 = 432 numbers"),
            ("choose", "Row", "z"),
            ("write", "value of the chosen number", "4"),
        ],
        "ToyByHand-1": [("press", "Play")],
    },
    "09_training": {
        "SgdVsAdam-1": [("write", "steps taken, as a number", "40")],
        "TrainingStep-1": [("press", "8 forward again")],
        "TrainHere-1": [("press", "Train"), ("wait", "All rounds are done.")],
        "ToyTrainer-1": [("press", "Play")],
        "IsItReal-1": [
            ("press", "no decay"),
            ("press", "no difference that shows"),
            ("press", "Train one pair"),
            ("wait", "All 2 runs finished."),
            ("press", "No, it may be luck"),
            ("write", "seeds, as a number", "5"),
            ("press", "Repeat with 5 seeds"),
            ("wait", "All 10 runs finished."),
        ],
        "DiagnoseRun-1": [("press", "Run case a"), ("wait", "What is wrong with this run?")],
    },
    "10_generation": {
        "GenerationStepper-1": [
            ("write", "Beginning of a name, or empty", "em"),
            ("press", "Another name"),  # its dart does not land on the widest piece
            ("press", "Step"),
        ],
    },
    "11_scale": {
        "BytePairs-1": [("write", "merges, as a number", "20")],
        "FineTune-1": [("press", "Start"), ("wait", "All 200 rounds are done.")],
        "ScalingLaw-1": [
            ("write", "your prediction, as a number", "2.4"),
            ("press", "That is my prediction"),
        ],
        "OneSignal-1": [("press", "Play")],
    },
    "12_lines": {"OneSignal-1": [("press", "Play")]},
    "15_bot": {"ChatWithModel-1": [("write", NAME_FIELD, "oliv")]},
}


def play(tab, page):
    """Play what is to be played on the opened Page."""
    slug = page.file.rsplit("/", 1)[1]
    if slug not in PLAYS:
        return
    tab.emulate_media(media="screen")  # where there is something to press
    for model, its_moves in PLAYS[slug].items():
        view = tab.locator(f'.mg-view[data-model="{model}"]')
        for kind, name, *more in its_moves:
            try:
                MOVES[kind](view, name, *more)
            except Error as error:
                raise ValueError(f"{slug}: {model} cannot {kind} {name}.") from error
    for task in tab.locator(".mg-item:has(.mg-done)").all():
        press(task, "Start over")  # the reader has it still to do
    tab.emulate_media(media="print")


def press(view, name, times=1):
    one = view.get_by_role("button", name=name, exact=True)
    one = one.or_(view.get_by_role("radio", name=name, exact=True)).first
    for _ in range(times):
        one.dispatch_event("click")  # of a radio button, its label has the place where one presses


def choose(view, name, option):
    view.get_by_role("combobox", name=name, exact=True).select_option(label=option)


def write(view, name, text):
    field = view.get_by_role("spinbutton", name=name, exact=True)
    field = field.or_(view.get_by_role("textbox", name=name, exact=True))
    field.fill(text)
    field.press("Enter")


def wait(view, words):
    view.get_by_text(words).first.wait_for()


MOVES = {"press": press, "choose": choose, "write": write, "wait": wait}
