"""What to eat after a session, in a sentence (METHODS C6)."""

from collections.abc import Iterable

from legday.energy import after_training
from legday.programs import Training

_HARD = (Training.HARD_RUN, Training.LONG_RUN, Training.SPORT)


def food_after(mass: float, same_day: Iterable[Training]) -> str:
    """Say what to eat after a session, in grams from body mass.

    Parameters
    ----------
    mass
        Body mass [kg].
    same_day
        What else is trained on the day. Legs come first, so a hard run or sport is the next hard session, hours away.
    """
    next_hard = 0.0 if any(each in _HARD for each in same_day) else None
    return after_training(mass, next_hard).sentence
