"""Whether a page is drawn as it should be, in any browser: `run` gives the value of an expression there."""

import re

# A number that a style writes cannot be read. It can be measured: written as so many strokes, and nothing beside it.
NUMBERS = """(() => {
  const rules = document.createElement("style"), stroke = "\\u2014\\u2014\\u2014";
  rules.textContent = `@counter-style strokes { system: additive; additive-symbols: 1 "${stroke}"; }
    .counted { position: absolute !important; display: block !important; width: auto !important;
      font-size: 0 !important; padding: 0 !important }
    .counted > * { display: none !important }
    .counted::before, .counted::after, .one { font: 10px monospace !important; white-space: nowrap !important }
    figcaption.counted::before { content: counter(figure, strokes) !important }
    .one { position: absolute }
    span.counted::after { content: counter(quiz, strokes) !important }`;
  const one = Object.assign(document.createElement("span"), { className: "one", textContent: stroke });
  document.head.append(rules);
  document.body.append(one);
  const shut = [...document.querySelectorAll("details:not([open])")];
  shut.forEach((fold) => { fold.open = true; });
  const count = (selector) => [...document.querySelectorAll(selector)].map((element) => {
    element.classList.add("counted");
    return Math.round(10 * element.getBoundingClientRect().width / one.getBoundingClientRect().width) / 10;
  });
  const numbers = {
    figures: count(".mg-view figcaption, .mg-figure figcaption"),
    quizzes: count("[data-widget='quiz/quiz.js'] .mg-item-head > :first-child"),
  };
  document.querySelectorAll(".counted").forEach((element) => element.classList.remove("counted"));
  shut.forEach((fold) => { fold.open = false; });
  [rules, one].forEach((element) => element.remove());
  return numbers;
})()"""
# Each widget as a reader finds it: its name, how large it is, and how many of its pictures have no size.
DRAWN = """[...document.querySelectorAll(".mg-view")].map((view) => {
  const box = view.querySelector(".mg")?.getBoundingClientRect() ?? { width: 0, height: 0 };
  const folded = (one) => one.closest("details:not([open])");
  const shown = [...view.querySelectorAll("svg")].filter((one) => one.checkVisibility() && !folded(one));
  const flat = shown.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 2 || height < 2);
  return [view.dataset.widget, Math.round(box.width), Math.round(box.height), flat.length];
})"""
WORDS = "[...document.querySelectorAll('.mg-view')].map((view) => view.innerText).join()"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BAD_SHAPES = """[...document.querySelectorAll(".mg-view svg *")].flatMap((one) =>
  [...one.attributes].map((each) => each.value)).filter((value) => /NaN|undefined|Infinity/.test(value))"""


def assert_drawn(run):
    """Each widget has come alive and has a size, and no picture of it holds what is no number."""
    assert run("document.querySelectorAll('.mg-view:not([data-alive])').length") == 0
    for widget, width, height, flat in run(DRAWN):
        assert width > 300 and height > 30 and not flat, widget
    assert not re.search(r"\bNaN\b|undefined", run(WORDS))
    assert not run(BAD_SHAPES)


def assert_narrow(run, resize):
    """Nothing makes a small screen scroll sideways."""
    for width in (480, 390, 320):
        resize(width)
        assert run(SIDEWAYS) <= 0, f"at {width} px"


def assert_numbered(run):
    """Figures and quizzes are counted from 1, each in its turn; the page is left as it was."""
    for kind, counted in run(NUMBERS).items():
        assert counted == list(range(1, len(counted) + 1)), kind
