"""Which rows of a log are strength sets, by names of exercises and codes of sets in many languages."""

import re
from functools import lru_cache
from typing import Literal

from legday.exchange.words import Stems, has_stem, known_words, plain

SetKind = Literal["normal", "warm-up", "drop", "failure"]
Activity = Literal["strength", "cardio", "stretching", "unknown"]

_CODES: dict[str, SetKind] = {"w": "warm-up", "d": "drop", "f": "failure"}


@lru_cache(maxsize=65_536)
def activity_of(exercise: str) -> Activity:
    """Tell what an exercise is by the words in its name."""
    text, stems = plain(exercise), known_words().activities
    if has_stem(text, stems.strength):
        return "strength"
    if has_stem(text, stems.stretching):
        return "stretching"
    return "cardio" if has_stem(text, stems.cardio) else "unknown"


@lru_cache(maxsize=1024)
def set_kind_of(code: str) -> SetKind | None:
    """Tell the kind of set from a code or word such as `W`, `dropset` or `Aufwärmen`; None if unknown."""
    text, known = plain(code), known_words().rows
    if re.fullmatch(r"\d*([.,]0+)?", text):
        return "normal"
    if len(text) < 3 and text < "\u0590":
        return _CODES.get(text)
    kinds: tuple[tuple[SetKind, Stems], ...] = (
        ("warm-up", known.warm_up),
        ("drop", known.drop),
        ("failure", known.failure),
        ("normal", known.normal),
    )
    return next((kind for kind, stems in kinds if has_stem(text, stems)), None)


@lru_cache(maxsize=1024)
def between_sets(code: str) -> Literal["rest timer", "note"] | None:
    """Tell whether the code of a row says that it is a rest timer or a note and no set."""
    text, known = plain(code), known_words().rows
    if len(text) < 4 and text < "\u0590":
        return None
    if has_stem(text, known.rest_timer):
        return "rest timer"
    return "note" if has_stem(text, known.note) else None
