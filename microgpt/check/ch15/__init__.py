"""Chapter 15: the bot that never says a fruit."""

from .attack import ATTACK
from .find_fruit import FIND_FRUIT
from .rates import RATES
from .spell import SPELL

EXERCISES = [FIND_FRUIT, SPELL, RATES, ATTACK]
