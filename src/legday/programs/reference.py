"""An exercise of the catalogue, perhaps in one of its variants, as program files name it."""

import difflib
from typing import Self

from legday.catalogue import Exercise, Variant, load_catalogue


class ExerciseRef:
    """A reference such as `squat` or `leg-press/foot-low`; without a variant the usual one is meant."""

    __slots__ = ("text",)

    text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a reference can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a reference; raises ValueError if the catalogue has no such exercise or variant."""
        identifier, _, variant = text.partition("/")
        exercises = load_catalogue().exercises
        if identifier not in exercises:
            close = difflib.get_close_matches(identifier.lower(), exercises, n=1)
            hint = f"did you mean {close[0]}?" if close else "see legday exercises"
            raise ValueError(f"there is no exercise {identifier[:60]!r} in the catalogue; {hint}")
        known = [each.id for each in exercises[identifier].variants]
        if "/" in text and variant not in known:
            name = exercises[identifier].name
            raise ValueError(f"{name} has no variant {variant[:60]!r}; choose from {', '.join(known)}")
        return cls(text)

    @classmethod
    def describe(cls) -> str:
        """Say what a reference looks like."""
        return "an exercise such as squat, or one of its variants such as leg-press/foot-low"

    @property
    def exercise(self) -> Exercise:
        """The exercise."""
        return load_catalogue().exercises[self.text.partition("/")[0]]

    @property
    def variant(self) -> Variant:
        """The variant, the usual one if none is named."""
        named = self.text.partition("/")[2]
        return self.exercise.variant(named) if named else self.exercise.variants[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExerciseRef) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"ExerciseRef({self.text!r})"
