"""What no reader should ever see: a number that is none, in the words of a widget or in its pictures."""

LOOK_FOR_BROKEN = r"""(view) => {
    const words = view.innerText.match(/.*(\bNaN\b|\bundefined\b|\bInfinity\b|\[object ).*/g) ?? [];
    const shapes = [...view.querySelectorAll("svg *")]
        .flatMap((shape) => Array.from(shape.attributes, ({ name, value }) => `${shape.tagName} ${name}="${value}"`))
        .filter((attribute) => /NaN|undefined|Infinity/.test(attribute));
    return [...words, ...shapes].slice(0, 3);
}"""


def assert_whole(view, after="that"):
    broken = view.evaluate(LOOK_FOR_BROKEN)
    assert not broken, f"after {after}: {broken}"
