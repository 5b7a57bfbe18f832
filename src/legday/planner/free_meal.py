"""The free meal of a week, placed by the quad day: the night before it, or earlier on it (METHODS P11)."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from legday.anatomy import Part
from legday.planner.plan import FreeMeal, Session
from legday.planner.profile import Profile

_ONE_DAY = dt.timedelta(days=1)


def place_free_meal(sessions: Sequence[Session], start: dt.date, profile: Profile) -> FreeMeal | None:
    """Place the free meal of a week; None where the profile plans none, or the week has no session.

    It belongs to the session with the most hard sets for the quads; if none trains them, to the hardest session. It is
    dinner on the day before, or lunch on the day itself where the day before is in another week: so each week has one.

    Parameters
    ----------
    sessions, start
        The sessions of the week, and its first day.
    profile
        The athlete, with what the meal holds.
    """
    if profile.free_meal is None or not sessions:
        return None
    quads = max(sessions, key=lambda session: (_hard_sets(session, Part.QUADS), -session.date.toordinal()))
    part: Part | None = Part.QUADS
    if not _hard_sets(quads, Part.QUADS):
        quads = max(sessions, key=lambda session: (_hard_sets(session), -session.date.toordinal()))
        part = None
    before = quads.date > start
    date = quads.date - _ONE_DAY if before else quads.date
    meal: Literal["dinner", "lunch"] = "dinner" if before else "lunch"
    day = "quad day" if part else "hardest leg day"
    when = f"the night before your {day}" if before else f"earlier on your {day}"
    return FreeMeal(
        date, meal, quads.date, part, profile.free_meal, f"Free meal of {profile.free_meal}: {meal}, {when}."
    )


def _hard_sets(session: Session, part: Part | None = None) -> float:
    return sum(item.hard_sets for item in session.items if part is None or item.part is part)
