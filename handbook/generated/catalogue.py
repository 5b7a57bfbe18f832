"""The page of all exercises, drawn from the catalogue."""

from handbook.generated.words import in_words, listed, table
from legday.catalogue import Exercise, load_catalogue

_LEAD = """\
# Exercises

All exercises that legday knows, by the movement they are: what each is for, what it needs, and the ways of doing it.
An exercise's name leads to its page in the app. To add one, see [Add something of your own](add-something.md).

"""


def catalogue_page() -> str:
    """Write the page."""
    groups: dict[str, list[Exercise]] = {}
    for exercise in sorted(load_catalogue().exercises.values(), key=lambda each: each.name.lower()):
        groups.setdefault(exercise.pattern, []).append(exercise)
    return _LEAD + "".join(
        f"## {in_words(pattern).capitalize()}\n\n"
        + table(("Exercise", "For", "Needs", "Ways of doing it", "Level"), map(_row, groups[pattern]))
        + "\n"
        for pattern in sorted(groups)
    )


def _row(exercise: Exercise) -> tuple[str, ...]:
    ways = [variant.name.lower() for variant in exercise.variants]
    return (
        f"[{exercise.name}](/exercise/{exercise.id})",
        listed(exercise.parts) or "no part",
        listed(in_words(each) for each in exercise.equipment) or "nothing",
        ", ".join(ways) if len(ways) > 1 else "one",
        exercise.level,
    )
