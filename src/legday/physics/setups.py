"""What every way of setting up a pose has in common: its numbers and words, and the positions it goes through."""

from dataclasses import dataclass

import numpy as np

from legday.physics.model import Array

POSITIONS = 5
"""How many positions of the range are looked at, evenly from the one end to the other."""


@dataclass(frozen=True)
class Recipe:
    """How a variant is set up: the kind of setup, numbers (one, or one at each end of the range) and words."""

    setup: str
    numbers: dict[str, tuple[float, ...]]
    words: dict[str, str]

    def number(self, name: str, default: float = 0.0) -> float:
        """Return a number that is the same through the range."""
        return self.numbers.get(name, (default,))[0]

    def through(self, name: str, part: Array, default: tuple[float, float] = (0.0, 0.0)) -> Array:
        """Return a number at parts of the range (N,), 0 at its start and 1 at its end."""
        ends = self.numbers.get(name, default)
        result: Array = ends[0] + (ends[-1] - ends[0]) * part
        return result

    def degrees(self, name: str, part: Array, default: tuple[float, float] = (0.0, 0.0)) -> Array:
        """Return an angle at parts of the range, in radians from degrees."""
        result: Array = np.radians(self.through(name, part, default))
        return result

    def word(self, name: str, default: str = "") -> str:
        """Return a word."""
        return self.words.get(name, default)
