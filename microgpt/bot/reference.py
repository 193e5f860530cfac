"""The bot as it should be: the starter, with its lists and hooks filled in as the policy says."""

import importlib.util
from functools import cache
from pathlib import Path

from .policy import FRUITS, LOOK_ALIKES, fruit_in

STARTER = Path(__file__).with_name("starter.py")


def new_bot(**yours):
    """The starter as a module of its own, with other lists and hooks: `new_bot(is_safe_name=...)`.

    >>> new_bot(is_safe_request=lambda prefixes: "Not today.").answer(b"em", seed=7)
    'REFUSE: Not today.'
    """
    spec = importlib.util.find_spec("microgpt.bot.starter")
    bot = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bot)
    vars(bot).update(yours)
    return bot


@cache
def reference(stand_in=None):
    """The right bot; with a `stand_in`, beside a model that always makes up that name.

    >>> reference().answer(b"em", seed=7), reference().answer(b"PEAR", seed=7)
    ('OK: emard', 'REFUSE: I say no fruit.')
    >>> reference(stand_in="ada").answer(b"em", seed=7)
    'OK: ada'
    """

    def is_safe_request(prefixes):
        leads = any(fruit_in(bot.plain(prefix)) for prefix in prefixes)
        return "I say no fruit." if leads else None

    bot = new_bot(
        FRUITS=FRUITS,
        LOOK_ALIKES=LOOK_ALIKES,
        is_safe_request=is_safe_request,
        is_safe_name=lambda name: fruit_in(name) is None,
        **standing_in(stand_in),
    )
    return bot


def standing_in(name):
    """What a bot gets in place of `generate` so that `name` is made up, whatever is asked; nothing for None."""
    return {} if name is None else {"generate": lambda *_, **__: name}


@cache
def expected(line, seed, stand_in=None):
    """What the right bot says to a line of bytes, without its end.

    With a `stand_in`, beside a model that always makes up that name.

    >>> expected(b"em", 7), expected(b"PEAR", 7)
    ('OK: emard', 'REFUSE: I say no fruit.')
    """
    return reference(stand_in).answer(line, seed)


def is_answered(line, seed):
    """Whether the right bot answers a line with names."""
    return expected(line, seed).startswith("OK: ")


def plain(text):
    """A text as the bot spells it.

    >>> plain("P3ÁR")
    'pear'
    """
    return reference().plain(text)
