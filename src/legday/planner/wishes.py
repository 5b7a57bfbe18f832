"""What an athlete asks of a plan in a few words, hard by default and soft with `prefer`."""

import re
from functools import cache
from typing import Literal, Self

from legday.anatomy import Part
from legday.catalogue import load_catalogue, match
from legday.units import Weekday

WishKind = Literal[
    "include", "exclude", "sets", "part-on", "no-part-on", "times", "before", "shift", "minutes", "legs-on", "days"
]

_DAYS = "|".join(Weekday)
_PARTS = "|".join(Part)
_AND = r"(?:,? and|,)?"
_TIMES = {"once": 1, "twice": 2, "three times": 3, "four times": 4}
_SOFT = re.compile(r"(?:prefer|rather|if possible|please)[:,]? +", re.IGNORECASE)
_HARD = re.compile(r"(?:must|only|always)[:,]? +", re.IGNORECASE)

_FORMS: tuple[tuple[WishKind, str], ...] = (
    ("minutes", rf"(?:at most |max(?:imum)? )?(?P<number>\d+) ?min(?:utes)? on (?P<day>{_DAYS})"),
    ("legs-on", rf"(?P<negated>no )?legs? on (?P<day>{_DAYS})"),
    ("days", r"(?:at most |max(?:imum)? )?(?P<number>\d+) leg days?(?: (?:a|per) week)?"),
    ("times", rf"(?P<part>{_PARTS}) (?P<times>once|twice|(?:three|four|\d+) times) (?:a|per) week"),
    ("before", rf"(?P<part>{_PARTS}) (?:first|before (?P<other>{_PARTS}))"),
    ("shift", rf"more (?P<part>{_PARTS})(?:{_AND} (?:less|fewer) (?P<other>{_PARTS}))?"),
    ("shift", rf"(?:less|fewer) (?P<other>{_PARTS})(?:{_AND} more (?P<part>{_PARTS}))?"),
    ("no-part-on", rf"no (?P<part>{_PARTS}) on (?P<day>{_DAYS})"),
    ("part-on", rf"(?P<part>{_PARTS}) on (?P<day>{_DAYS})"),
    ("sets", rf"(?P<number>\d+) sets of (?P<exercise>[\w' /()-]+?)(?: on (?P<day>{_DAYS}))?"),
    ("exclude", rf"no (?P<exercise>[\w' /()-]+?)(?: on (?P<day>{_DAYS}))?"),
    ("include", rf"(?P<exercise>[\w' /()-]+?)(?: on (?P<day>{_DAYS}))?"),
)


class Wish:
    """A wish such as `squats on monday`, `no lunges`, `prefer calves before quads` or `more glutes, less quads`.

    A wish to shift work has what should get more in `part` and what should get less in `other`, either may be missing.
    """

    __slots__ = ("day", "exercises", "is_soft", "kind", "number", "other", "part", "text")

    text: str
    kind: WishKind
    is_soft: bool
    exercises: frozenset[str]
    part: Part | None
    other: Part | None
    day: Weekday | None
    number: int

    def __init__(self, text: str) -> None:
        said = " ".join(text.split())
        soft = _SOFT.match(said)
        words = _HARD.sub("", said[soft.end() :] if soft else said, count=1).lower().rstrip(".!?")
        kind, found = next(
            ((kind, found) for kind, form in _FORMS if (found := re.fullmatch(form, words))), (None, None)
        )
        if kind is None or found is None:
            raise ValueError(f"{text[:60]!r} is no wish legday knows; expected {self.describe()}")
        named = found.groupdict()
        if kind == "legs-on":
            number = 0 if named["negated"] else 1
        elif kind == "times":
            times = named["times"]
            number = _TIMES.get(times) or int(times.split()[0])
        else:
            number = int(named.get("number") or 0)
        self._set("text", said)
        self._set("kind", kind)
        self._set("is_soft", soft is not None)
        self._set("exercises", _exercises(named["exercise"]) if named.get("exercise") else frozenset())
        self._set("part", Part(named["part"]) if named.get("part") else None)
        self._set("other", Part(named["other"]) if named.get("other") else None)
        self._set("day", Weekday(named["day"]) if named.get("day") else None)
        self._set("number", number)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a wish can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a wish; raises ValueError that says what can be wished."""
        return cls(text)

    @classmethod
    def describe(cls) -> str:
        """Say what wishes look like."""
        return (
            "a wish such as 'squats on monday', 'no lunges', '45 minutes on thursday', 'no legs on friday', "
            "'glutes twice a week', 'calves before quads', 'more glutes, less quads' or '4 sets of leg press', with "
            "'prefer' before a soft one"
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wish) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Wish({self.text!r})"


@cache
def _exercises(words: str) -> frozenset[str]:
    """All exercises that words stand for: `lunges` are all lunges, `leg press` every leg press."""
    exercises = load_catalogue().exercises
    stem = re.sub(r"(?<=[a-z])s\b", "", words.replace("-", " ")).strip()
    family = {
        exercise.id
        for exercise in exercises.values()
        if re.search(rf"\b{re.escape(stem)}(?:s|es)?\b", f"{exercise.name} {exercise.id}".lower().replace("-", " "))
        and exercise.kind != "mobility"
    }
    exact = words if words in exercises else match(words, {}).exercise
    if exact is not None:
        pattern = exercises[exact].pattern
        family = {identifier for identifier in family if exercises[identifier].pattern == pattern} | {exact}
    if not family:
        raise ValueError(f"there is no exercise called {words!r}; see legday exercises")
    return frozenset(family)
