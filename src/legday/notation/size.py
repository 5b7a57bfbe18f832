"""The bound on how much a set line may ask for, so that no line can fill the memory."""

from collections.abc import Iterable

from legday.notation.objects import Myo, RestPause, Technique
from legday.notation.scheme import Entry, Group, Scheme

MOST_STEPS = 5000
"""The most steps a set line may expand to."""


def check_size(entries: Iterable[Entry]) -> None:
    """Refuse what could expand to more than 5,000 steps; raises ValueError."""
    number = sum(map(most_steps, entries))
    if number > MOST_STEPS:
        raise ValueError(f"this asks for up to {number:,} steps; the most is {MOST_STEPS:,}, so make it shorter")


def most_steps(entry: Entry) -> int:
    """Return a number of steps that an entry never exceeds, whatever the circumstances."""
    if isinstance(entry, Group):
        return entry.rounds.high * sum(most_steps(member) + 1 for member in entry.members)
    return entry.sets.high * _most_steps_of_a_set(entry)


def _most_steps_of_a_set(scheme: Scheme) -> int:
    techniques = sum(
        _steps_of(technique) for add_on in scheme.add_ons for technique in add_on.techniques + add_on.otherwise
    )
    sides = 1 if scheme.sides == "both" else 2
    return sides * (scheme.number_of_links + techniques + 1)  # one rest, or a change of sides, to each


def _steps_of(technique: Technique) -> int:
    match technique:
        case RestPause(times=times):
            return 2 * times
        case Myo(sets=sets):
            return 2 * sets
    return 1
