"""What the tests of TrainHere do with the widget, and read from it."""

LIST = "Anna\n  Bruno \n\nChiara\nDário\nElena\nFabio\n"


def press(view, name):
    view.get_by_role("button", name=name, exact=True).click()


def trained(view):
    """Presses Train and waits for the end of the run."""
    press(view, "Train")
    finished(view)


def finished(view):
    view.get_by_role("button", name="Train again").wait_for(timeout=60_000)
    view.get_by_text("What the model after round").last.wait_for()


def fold(view, name):
    view.locator("summary", has_text=name).click()


def status(view):
    return view.locator(".mg-train-status")


def texts(view):
    return view.locator(".mg-train-texts li").evaluate_all(
        "all => all.map(one => one.firstChild.textContent)"
    )


def facts(view, text):
    view.get_by_text(text).first.wait_for()


def use_list(view, text):
    view.get_by_label("Your own list").fill(text)
    press(view, "Use this list")
