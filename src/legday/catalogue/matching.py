"""The exercise that a name in somebody's log stands for, found without guessing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from legday.catalogue.catalogue import load_catalogue
from legday.catalogue.model import Equipment, Exercise
from legday.documents import read

_WORDS_FILE = Path(__file__).with_name("words.yaml")
_WORD = re.compile(r"[^\W_]+")
_STOPWORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "using", "with"})
_IMPLEMENTS: dict[Equipment, str] = {
    Equipment.BARBELL: "barbell",
    Equipment.DUMBBELLS: "dumbbell",
    Equipment.KETTLEBELL: "kettlebell",
    Equipment.SMITH_MACHINE: "smith",
    Equipment.CABLE: "cable",
    Equipment.BAND: "band",
}
_MOST_CANDIDATES = 5
_LEAST_LIKENESS = 80  # of 100, by rapidfuzz's token_set_ratio


class Match(msgspec.Struct, frozen=True):
    """What a name stands for, and how that was found.

    `how` is "settled" (the athlete said so), "alias" (a known name), "close" (a known name but for slips of
    the pen and idle words), "other" (no leg exercise) or "unknown" (the athlete should settle it).
    `score` is the likeness to a known name, to 100; `candidates` are ids of exercises, the likeliest first.
    """

    exercise: str | None
    variant: str | None
    how: Literal["settled", "alias", "close", "other", "unknown"]
    score: float = 0.0
    candidates: tuple[str, ...] = ()


class _Words(msgspec.Struct, frozen=True):
    same: dict[str, str]
    noise: tuple[str, ...]
    legs: tuple[str, ...]
    others: tuple[str, ...]
    certain: tuple[str, ...]
    not_legs: tuple[str, ...]


class _Target(msgspec.Struct, frozen=True):
    exercise: str
    variant: str | None


class _Index(msgspec.Struct, frozen=True):
    targets: dict[str, _Target]  # by name_key
    words: tuple[str, ...]  # those of the known names
    meaningful: frozenset[str]  # and all others that mean something; none of these is a slip of the pen


def match(name: str, settled: Mapping[str, str]) -> Match:
    """Find the exercise that a name stands for.

    Parameters
    ----------
    name
        As an app or a lifter wrote it; case, accents, punctuation, plurals and word order don't matter.
    settled
        The athlete's answers, by name or by its `name_key`: an exercise id, `exercise/variant` or `other`.

    Raises
    ------
    KeyError
        If an answer names an exercise or a variant that the catalogue lacks.
    """
    answer = settled.get(name) or settled.get(name_key(name))
    return _settled(answer) if answer else _match(name)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what all spellings of one name have in common: its words in their plainest form, sorted."""
    return " ".join(sorted(_words_of(name)))


def known_names(exercise: Exercise) -> Iterator[tuple[str, str | None]]:
    """Go through the names of an exercise and of its variants, each with the variant's id or None."""
    yield exercise.name, None
    yield exercise.id.replace("-", " "), None
    for name in exercise.names:
        yield name, None
    for variant in exercise.variants:
        for name in variant.names:
            yield name, variant.id


def _settled(answer: str) -> Match:
    if answer == "other":
        return Match(None, None, "other", 100.0)
    identifier, _, variant = answer.partition("/")
    exercise = load_catalogue().find(identifier)
    return Match(exercise.id, exercise.variant(variant).id if variant else None, "settled", 100.0)


@lru_cache(maxsize=4096)
def _match(name: str) -> Match:
    key = name_key(name)
    words, index = _words(), _index()
    if target := index.targets.get(key):
        return Match(target.exercise, target.variant, "alias", 100.0, (target.exercise,))
    tokens = key.split()
    if key in _not_legs() or not set(tokens).isdisjoint(words.certain):
        return Match(None, None, "other", 100.0)
    telling = [token for token in tokens if token.rstrip("0123456789") not in {"", *words.noise}]
    if (corrected := _corrected(telling)) in index.targets:
        from rapidfuzz import fuzz

        target = index.targets[corrected]
        score = round(fuzz.token_sort_ratio(key, corrected), 1)
        return Match(target.exercise, target.variant, "close", score, (target.exercise,))
    if not set(tokens).isdisjoint(words.others) and not any(map(_tells_of_legs, tokens)):
        return Match(None, None, "other", 100.0)
    return _unknown(" ".join(telling))


def _corrected(tokens: list[str]) -> str:
    return " ".join(sorted(" ".join(map(_without_slip, tokens)).split()))


def _without_slip(token: str) -> str:
    """Return the one word, or two words run together, that a misspelt token can stand for; else the token."""
    index = _index()
    if token in index.meaningful:
        return token
    splits = [(token[:i], token[i:]) for i in range(3, len(token) - 2)]
    if len(halves := [split for split in splits if index.meaningful.issuperset(split)]) == 1:
        return " ".join(halves[0])
    if len(token) < 5:  # too short to tell a slip from another word: claf, calf, half
        return token
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 1 if len(token) < 8 else 2
    found = process.extract(token, index.words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    near = [(distance, word) for word, distance, _ in found if word[0] == token[0] and len(word) >= 5]
    nearest = [word for distance, word in near if distance == min(near)[0]]
    return nearest[0] if len(nearest) == 1 else token


def _tells_of_legs(token: str) -> bool:
    """Whether a token is a word of the lower body, or may be one misspelt."""
    legs = _words().legs
    if token in legs or token in _index().meaningful or len(token) < 4:
        return token in legs
    from rapidfuzz.distance import OSA

    return any(OSA.distance(token, word, score_cutoff=1) <= 1 for word in legs if len(word) >= 4)


def _unknown(key: str) -> Match:
    from rapidfuzz import fuzz, process

    targets, words = _index().targets, set(key.split())
    found = process.extract(key, list(targets), scorer=fuzz.token_set_ratio, score_cutoff=_LEAST_LIKENESS, limit=None)
    best: dict[str, tuple[float, float]] = {}  # by exercise: the share of words in common, and the likeness
    for known, likeness, _ in found:
        shared = len(words & set(known.split())) / len(words | set(known.split()))
        identifier = targets[known].exercise
        best[identifier] = max((shared, likeness), best.get(identifier, (0.0, 0.0)))
    names = Counter(target.exercise for target in targets.values())

    def unlikely(identifier: str) -> tuple[float, int, int, str]:
        # Among equals, what most people do comes first: what beginners do, and what has many names.
        level = ("beginner", "intermediate", "advanced").index(load_catalogue().find(identifier).level)
        return -best[identifier][0], level, -names[identifier], identifier

    ranked = sorted(best, key=unlikely)
    score = round(best[ranked[0]][1], 1) if ranked else 0.0
    return Match(None, None, "unknown", score, tuple(ranked[:_MOST_CANDIDATES]))


def _words_of(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("°", " degree "))
    plain = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’`")
    text = f" {' '.join(map(_singular, _WORD.findall(plain)))} "
    for said, meant in _words().same.items():
        text = text.replace(f" {said} ", f" {meant} ")
    return [word for word in text.split() if word not in _STOPWORDS]


def _singular(word: str) -> str:
    if word in ("calves", "calve"):
        return "calf"
    if word == "legged":
        return "leg"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _words() -> _Words:
    return read(_Words, _WORDS_FILE.read_text(encoding="utf-8"), _WORDS_FILE.name)


@cache
def _not_legs() -> frozenset[str]:
    return frozenset(map(name_key, _words().not_legs))


@cache
def _index() -> _Index:
    exercises = load_catalogue().exercises.values()
    given: dict[str, _Target] = {}
    implied: dict[str, _Target | None] = {}
    for exercise in exercises:
        for name, variant in known_names(exercise):
            given.setdefault(name_key(name), _Target(exercise.id, variant))
    for key, target in given.items():
        for longer in _with_implements(load_catalogue().find(target.exercise), key):
            if longer not in given and implied.setdefault(longer, target) != target:
                implied[longer] = None  # two exercises would be called so
    targets = given | {key: target for key, target in implied.items() if target}
    words = {word for key in targets for word in key.split()}
    vocabulary = _words()
    meaningful = words.union(vocabulary.noise, vocabulary.legs, vocabulary.others, vocabulary.certain)
    meaningful |= {word for key in _not_legs() for word in key.split()}
    return _Index(targets, tuple(sorted(words)), frozenset(meaningful))


def _with_implements(exercise: Exercise, key: str) -> Iterator[str]:
    """Add to a name what the exercise is done with: `leg extension` is also `leg extension machine`."""
    implements = {_IMPLEMENTS[item] for item in exercise.equipment + exercise.optional if item in _IMPLEMENTS}
    if any(item.endswith("-machine") and item is not Equipment.SMITH_MACHINE for item in exercise.equipment):
        implements.add("machine")
    if exercise.load == "bodyweight" or (exercise.optional and not exercise.equipment):
        implements.add("bodyweight")
    if implements.isdisjoint(key.split()):
        for implement in sorted(implements):
            yield " ".join(sorted([*key.split(), implement]))
