"""Marks of a small picture: SVG in units of which a picture is 180 wide and 100 high.

The looks are classes, which book/theme/one_page.css gives their colours and weights: `data`, `grad`, `token` and the
other quantities of the course for a colour, `quiet`, `small`, `bold`, `letter` for text, `line`, `thin`, `dashed`,
`faint`, `box` for shapes.
"""

import html


def number(x):
    """
    >>> number(2.0), number(1 / 3), number(-0.01)
    ('2', '0.3', '0')
    """
    return f"{round(x, 1) + 0.0:g}"


def mark(name, looks, content=None, **places):
    given = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in places.items())
    looks = f' class="{looks}"' if looks else ""
    end = "/>" if content is None else f">{html.escape(content)}</{name}>"
    return f"<{name}{looks}{given}{end}"


def text(x, y, words, looks="", at="start"):
    """Words from x on, or up to it (`at` is "end"), or around it ("middle"); y is their base line."""
    anchor = {} if at == "start" else {"text_anchor": at}
    return mark("text", looks, str(words), x=number(x), y=number(y), **anchor)


def middle(x, y, words, looks=""):
    return text(x, y, words, looks, "middle")


def end(x, y, words, looks=""):
    return text(x, y, words, looks, "end")


def box(x, y, width, height, looks="", **more):
    places = dict(x=x, y=y, width=width, height=height)
    return mark("rect", looks, **{key: number(value) for key, value in places.items()}, **more)


def dot(x, y, looks="", r=2.6):
    return mark("circle", looks, cx=number(x), cy=number(y), r=number(r))


def line(points, looks="line"):
    """Straight pieces from point to point."""
    return mark("path", looks, d="M" + "L".join(f"{number(x)} {number(y)}" for x, y in points))


def curve(start, pull, stop, looks="line"):
    """A bend from one point to another, pulled towards a third."""
    (x0, y0), (x1, y1), (x2, y2) = start, pull, stop
    path = f"M{number(x0)} {number(y0)}Q{number(x1)} {number(y1)} {number(x2)} {number(y2)}"
    return mark("path", looks, d=path)


def arrow(start, tip, looks="line", size=4):
    """A line with a head at its tip."""
    (x0, y0), (x1, y1) = start, tip
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    ahead, aside = (x1 - x0) / length * size, (y1 - y0) / length * size
    head = [
        (x1 - ahead + aside * 0.6, y1 - aside - ahead * 0.6),
        (x1, y1),
        (x1 - ahead - aside * 0.6, y1 - aside + ahead * 0.6),
    ]
    return line([start, tip], looks) + line(head, looks.replace("dashed", ""))


def scale(low, high, start, stop):
    """A function from numbers to places: `low` lies at `start`, `high` at `stop`.

    >>> scale(0, 10, 100, 0)(2)
    80.0
    """
    return lambda x: start + (x - low) / (high - low) * (stop - start)


def steps(low, high, count):
    """
    >>> steps(0, 1, 2)
    [0.0, 0.5, 1.0]
    """
    return [low + (high - low) * i / count for i in range(count + 1)]
