"""Words of training logs in many languages, and how a text is compared with them."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import msgspec

from legday.documents import read

Stems = tuple[str, ...]

_FILE = Path(__file__).with_name("words.yaml")
_OWN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


class HeadingWords(msgspec.Struct, frozen=True):
    """What a column heading speaks of."""

    exercise: Stems
    session: Stems
    note: Stems
    time: Stems
    set: Stems
    order: Stems
    weight: Stems
    unit: Stems
    reps: Stems
    distance: Stems
    seconds: Stems
    date: Stems


class WholeHeadings(msgspec.Struct, frozen=True):
    """What a column holds by its whole heading; where there are several answers, the first that fits counts."""

    start: Stems
    end: Stems
    time_of_day: Stems
    weight_unit: Stems
    exercise: Stems
    session: Stems
    session_id: Stems
    order: Stems
    sets: Stems
    kind: Stems
    category: Stems
    warm_up: Stems
    done: Stems
    weight: Stems
    reps: Stems
    rpe: Stems
    rir: Stems
    distance: Stems
    seconds: Stems
    session_time: Stems
    note: Stems


class ActivityWords(msgspec.Struct, frozen=True):
    """What an exercise is, by its name."""

    strength: Stems
    stretching: Stems
    cardio: Stems


class RowWords(msgspec.Struct, frozen=True):
    """What a row is, by the word that stands for the number or the type of the set."""

    rest_timer: Stems
    note: Stems
    warm_up: Stems
    drop: Stems
    failure: Stems
    normal: Stems


class Words(msgspec.Struct, frozen=True):
    """All the words, as stems; `months` from January."""

    headings: HeadingWords
    whole_headings: WholeHeadings
    passed_over: Stems
    activities: ActivityWords
    rows: RowWords
    months: tuple[Stems, ...]


@cache
def known_words() -> Words:
    """Read the words that come with legday."""
    return read(Words, _FILE.read_text(encoding="utf-8"), _FILE.name)


def plain(text: str) -> str:
    """Take the accents and capitals off a text, so that words can be compared."""
    decomposed = unicodedata.normalize("NFKD", text.strip("\ufeff \t").casefold())
    letters = "".join(letter for letter in decomposed if not "\u0300" <= letter <= "\u036f")
    return unicodedata.normalize("NFKC", letters).translate(_OWN_LETTERS)


def has_stem(text: str, stems: Stems) -> bool:
    """Say whether a plain text has one of the stems; one of up to three letters must begin a word.

    Scripts that write no spaces between words (and all beyond Greek and Cyrillic) have no such rule.
    """
    return any(stem in text and (len(stem) > 3 or stem > "\u0590" or _begins_word(stem, text)) for stem in stems)


def _begins_word(stem: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(stem)}", text))
