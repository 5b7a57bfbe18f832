"""What to do if it goes otherwise than planned, as data that a phone obeys without a network."""

from collections.abc import Sequence
from fractions import Fraction

from legday.anatomy import Part
from legday.notation import Reps
from legday.planner import Item
from legday.session.gear import Implement
from legday.session.loading import heavier, lighter
from legday.session.model import Loading, WhatIf

LESS_AFTER_FEWER_REPS = Fraction(1, 10)
"""How much lighter the next set is when the reps were not reached; our own convention. By Epley's relation (1985,
1RM = w (1 + r / 30)) a tenth makes up for about four reps of twelve."""

MORE_AFTER_NO_PAUSE = Fraction(1, 20)
"""How much heavier a work set gets, at least, after one that needed no pause (METHODS P8); our own convention."""

LESS_AFTER_HEAVY_WARM_UP = Fraction(1, 20)
"""How much lighter work sets get when what led up to them was harder than it should be; our own convention."""

_KEPT = ("warm-up", "support")


def fewer_reps(implement: Implement | None, aim: Reps, load: Loading | None) -> WhatIf | None:
    """Go on with less when the reps of a set were not reached; None where nothing can be taken off."""
    if implement is None or implement.on == "bodyweight":
        return None
    below = aim.count.low
    if load is None:
        return WhatIf("fewer-reps", "lower-load", f"Fewer than {below} reps: take about a tenth less next set.", below)
    less = lighter(implement, load.mass, LESS_AFTER_FEWER_REPS)
    if less is None:
        return None
    return WhatIf("fewer-reps", "lower-load", f"Fewer than {below} reps: take {less.mass} next set.", below, less)


def warm_up_heavy(
    implement: Implement | None, work: Loading | None, reserve: int, below: int | None = None
) -> WhatIf | None:
    """Go on lighter when a set left fewer reps in reserve than it should have, or ended early; never heavier."""
    if implement is None or work is None or implement.on == "bodyweight":
        return None
    less = lighter(implement, work.mass, LESS_AFTER_HEAVY_WARM_UP)
    if less is None:
        return None
    say = f"Harder than it should be today: take {less.mass}."
    return WhatIf("warm-up-heavy", "lower-load", say, below, less, reserve=reserve)


def no_pause_needed(implement: Implement | None, load: Loading | None) -> WhatIf:
    """Count a set without a pause as no work set, and take more the next time."""
    more = heavier(implement, load.mass, MORE_AFTER_NO_PAUSE) if implement and load else None
    then = f"take {more.mass} next time" if more else "take more next time"
    return WhatIf("no-pause-needed", "heavier-next-time", f"No pause needed, so it was no work set: {then}.", load=more)


def machine_taken(exercises: Sequence[str], names: Sequence[str]) -> tuple[WhatIf, ...]:
    """Do something else for the same part while a machine is taken."""
    if not exercises:
        return ()
    return (WhatIf("machine-taken", "swap", f"Taken? Do {' or '.join(names)}.", swap_to=tuple(exercises)),)


def too_sore(items: Sequence[Item]) -> tuple[WhatIf, ...]:
    """Leave out the work of a part that is still sore (METHODS P4)."""
    parts = dict.fromkeys(item.part for item in items if item.part is not None)
    return tuple(
        WhatIf(
            "too-sore",
            "leave-out",
            f"If your {part} are still sore from last time, leave them out today.",
            part=part,
            blocks=tuple(item.slot for item in items if item.part is part),
        )
        for part in parts
    )


def out_of_time(items: Sequence[Item], ranking: Sequence[Part]) -> tuple[WhatIf, ...]:
    """Leave out what is worth least for its time, and finish at any point with what was done.

    The worth of a block is its hard sets, weighed by the place of its part in the athlete's ranking, for each minute.
    What makes joints warm and strong stays, and so does the block that is worth most.
    """
    optional = sorted((item for item in items if item.role not in _KEPT), key=lambda item: _worth(item, ranking))
    blocks = tuple(item.slot for item in optional if item is not optional[-1])
    finish = WhatIf("out-of-time", "finish", "Out of time: finish here. What you did counts.")
    if not blocks:
        return (finish,)
    return WhatIf("out-of-time", "leave-out", "Short of time: leave out what is worth least.", blocks=blocks), finish


def _worth(item: Item, ranking: Sequence[Part]) -> tuple[float, float]:
    weight = len(ranking) - ranking.index(item.part) if item.part in ranking else 1
    return item.hard_sets * weight / max(item.minutes, 1.0), -item.minutes
