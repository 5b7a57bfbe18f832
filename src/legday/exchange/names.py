"""The names of exercises in a log settled on exercises of the catalogue, as far as that needs no guess."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from legday.catalogue import Match, match
from legday.log import Log, LoggedSet


class MappedName(msgspec.Struct, frozen=True):
    """A name, the exercise and variant it stands for, how that was found, and how many sets have it."""

    name: str
    exercise: str
    variant: str | None
    how: Literal["settled", "alias", "close"]
    sets: int


class UnsettledName(msgspec.Struct, frozen=True):
    """A name for the athlete to settle, its sets, and the exercises it may stand for, the likeliest first."""

    name: str
    sets: int
    candidates: tuple[str, ...]


class OtherName(msgspec.Struct, frozen=True):
    """A name of something that is no leg exercise, and its sets."""

    name: str
    sets: int


class NameReport(msgspec.Struct, frozen=True):
    """What became of every name in a log, each list with the most used names first."""

    mapped: tuple[MappedName, ...]
    unsettled: tuple[UnsettledName, ...]
    other: tuple[OtherName, ...]


def settle_names(log: Log, settled: Mapping[str, str]) -> tuple[Log, NameReport]:
    """Give every set without an exercise the one its name stands for, where that is certain.

    `settled` holds the athlete's own answers by name: an exercise id, `exercise/variant` or `other`.
    Raises KeyError if an answer names an exercise that the catalogue lacks.
    """
    counts = Counter(logged.name for _, logged in log.sets())
    is_open = {logged.name for _, logged in log.sets() if logged.exercise is None}
    matches = {name: match(name, settled) for name in counts}
    mapped, unsettled, other = [], [], []
    for name, sets in counts.most_common():
        found = matches[name]
        if found.exercise is not None and found.how in ("settled", "alias", "close"):
            mapped.append(MappedName(name, found.exercise, found.variant, found.how, sets))
        elif found.how == "other":
            other.append(OtherName(name, sets))
        elif name in is_open:
            unsettled.append(UnsettledName(name, sets, found.candidates))
    report = NameReport(tuple(mapped), tuple(unsettled), tuple(other))
    return _with_exercises(log, matches), report


def _with_exercises(log: Log, matches: Mapping[str, Match]) -> Log:
    sessions = (replace(each, sets=tuple(_settled(done, matches) for done in each.sets)) for each in log.sessions)
    return replace(log, sessions=tuple(sessions))


def _settled(done: LoggedSet, matches: Mapping[str, Match]) -> LoggedSet:
    if done.exercise is not None:
        return done
    found = matches[done.name]
    return replace(done, exercise=found.exercise, variant=found.variant)
