"""The exercises that come with legday, read once from their files."""

import difflib
from functools import cache
from pathlib import Path

import msgspec

from legday.catalogue.model import Exercise
from legday.documents import read_all

EXERCISE_FILES = Path(__file__).parent / "exercises"


class Catalogue(msgspec.Struct, frozen=True):
    """Exercises by id, in the order of their ids."""

    exercises: dict[str, Exercise]

    def find(self, identifier: str) -> Exercise:
        """Return an exercise by id; raises KeyError that names ids much like it."""
        try:
            return self.exercises[identifier]
        except KeyError:
            close = difflib.get_close_matches(identifier, self.exercises, n=3)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            raise KeyError(f"the catalogue has no exercise {identifier!r}{hint}") from None


@cache
def load_catalogue() -> Catalogue:
    """Read the exercise files; raises InputError if one of them is wrong."""
    exercises = read_all(Exercise, sorted(EXERCISE_FILES.glob("*.yaml")))
    return Catalogue({exercise.id: exercise for exercise in exercises})
