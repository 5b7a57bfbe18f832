"""The claims that come with legday, read once from their files, and found by what they are about."""

import difflib
from functools import cache
from pathlib import Path

from legday.documents import InputError, read_all
from legday.evidence.model import GRADES, Article, Claim, Topic

CLAIM_FILES = Path(__file__).parent / "claims"


def load_claims() -> tuple[Claim, ...]:
    """Read the claims, by grade and then by id; raises InputError if a file is wrong or not named after its claim."""
    return _load(CLAIM_FILES)


@cache
def _load(folder: Path) -> tuple[Claim, ...]:
    files = sorted(folder.glob("*.yaml"))
    claims = read_all(Claim, files)
    for file, each in zip(files, claims, strict=True):
        if file.stem != each.id:
            raise InputError.at(str(file), f"this file holds {each.id!r}; name it {each.id}.yaml", field="id")
    grades = list(GRADES)
    return tuple(sorted(claims, key=lambda each: (grades.index(each.grade), each.id)))


def claim(identifier: str) -> Claim:
    """Return a claim by id; raises KeyError that names ids much like it."""
    claims = {each.id: each for each in load_claims()}
    try:
        return claims[identifier]
    except KeyError:
        close = difflib.get_close_matches(identifier, claims, n=3)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise KeyError(f"the register has no claim {identifier!r}{hint}") from None


def claims_about(
    *, exercise: str | None = None, method: Article | None = None, topic: Topic | None = None
) -> tuple[Claim, ...]:
    """Find the claims that are about all that is given, by grade and then by id.

    Parameters
    ----------
    exercise
        The id of an exercise, or of one of its variants as `squat/duck-stance`. Claims about the whole exercise are
        about each variant, and claims about a variant are about the exercise.
    method
        The id of a method.
    topic
        One of `TOPICS`.
    """
    return tuple(
        each
        for each in load_claims()
        if (exercise is None or any(_is_about(link, exercise) for link in each.exercises))
        and (method is None or method in each.methods)
        and (topic is None or topic in each.topics)
    )


def _is_about(link: str, exercise: str) -> bool:
    return link == exercise or link.startswith(f"{exercise}/") or exercise.startswith(f"{link}/")
