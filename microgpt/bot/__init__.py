"""The bot that never says a fruit: its policy, the starter, and the game that it is graded with.

from microgpt.bot import plain, practice
practice(is_safe_request, is_safe_name)      # in a page or a notebook

python -m microgpt bot policy                # on a computer
python -m microgpt bot start bot.py
python -m microgpt bot grade bot.py
"""

__all__ = ["plain", "practice"]


def practice(is_safe_request, is_safe_name, **more):
    """Play some cases with your two hooks, and print what came of it; `level=2`, 3 and 4 help more.

    `is_safe_request` takes a list of texts and gives None or a reason, `is_safe_name` takes a text and gives True
    or False. `talks` says how many cases of each family there are at most, `seed` draws the same ones again.

    No example here: what it prints is long, and chapter 15 shows it.
    """
    from .in_page import practice as play

    play(is_safe_request, is_safe_name, **more)


def plain(text):
    """A text as the bot spells it.

    >>> plain("P3ÁR")
    'pear'
    """
    from .reference import plain as spell

    return spell(text)
