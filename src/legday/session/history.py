"""What the log says of the exercises of a session: the last time of each, its strength, the weaker side."""

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from legday.anatomy import Part
from legday.log import Log, LoggedSession, LoggedSet, SetPart, Side
from legday.progress import FRESH_DAYS, Followed, Strength, balance_of_sides, follow, last_trained
from legday.session.model import LastTime
from legday.units import Mass

SESSIONS_LOOKED_AT = 8
"""How many sessions of an exercise are looked at, the latest: more than the three that strength rests on, because some
hold nothing that counts as evidence."""


@dataclass(frozen=True)
class History:
    """The latest sessions of some exercises, the latest first, each with the sets of that exercise alone.

    `weaker` is the side that is behind, where the difference matters (METHODS C7). `trained` is when each part was last
    trained hard, in the week before the log ends. `followed` is the log as it was followed.
    """

    sessions: dict[str, tuple[LoggedSession, ...]]
    strengths: dict[str, Strength]
    weaker: dict[str, Side]
    trained: dict[Part, dt.datetime]
    followed: Followed

    def last_time(self, exercise: str, variant: str) -> LastTime | None:
        """Tell what was done the last time, in this variant if it ever was; without the sets that led up to it."""
        done = self.sessions.get(exercise, ())
        same = (session for session in done if any(each.variant in (None, variant) for each in session.sets))
        session = next(same, done[0] if done else None)
        if session is None:
            return None
        notes = dict.fromkeys(each.note for each in session.sets if each.note)
        work = [each for each in session.sets if each.kind != "warm-up"] or session.sets
        return LastTime(session.start.date(), tuple(map(_in_words, work)), "; ".join(notes))

    def last_work(self, exercise: str, on: dt.date) -> tuple[Mass, bool] | None:
        """Return the heaviest load of the last time's work sets, and whether none of them needed a rest at the top.

        A time that is so long ago on that day that strength is lost says nothing.
        """
        last = next(iter(self.sessions.get(exercise, ())), None)
        if last is None or (on - last.start.date()).days > FRESH_DAYS:
            return None
        work = [each for each in last.sets if each.kind == "work"]
        loads = [each.load for each in work if each.load is not None]
        return (max(loads), all(each.pauses == 0 for each in work)) if loads else None


def history_of(log: Log, exercises: Set[str], but: str = "", followed: Followed | None = None) -> History:
    """Gather what a log says of some exercises, `but` for the session of that id.

    All but strength is from their latest sessions only. `followed` is the log as it was followed, if it was already.
    """
    found: dict[str, tuple[LoggedSession, ...]] = {}
    for exercise in exercises & log.by_exercise.keys():
        others = (session for session in reversed(log.by_exercise[exercise]) if not but or session.id != but)
        if latest := tuple(islice(others, SESSIONS_LOOKED_AT)):
            found[exercise] = latest
    apart = Log(tuple(session for sessions in found.values() for session in reversed(sessions)))
    kept = tuple(session for session in log.sessions if session.id != but) if but else log.sessions
    known = follow(replace(log, sessions=kept) if len(kept) < len(log.sessions) else log, followed)
    ends = max((session.start for session in kept), default=None)
    return History(
        sessions=found,
        strengths={name: strength for name, strength in known.strengths.items() if name in exercises},
        weaker={sides.exercise: sides.weaker for sides in balance_of_sides(apart) if sides.weaker is not None},
        trained=last_trained(log, ends, but) if ends else {},
        followed=known,
    )


def _in_words(done: LoggedSet) -> str:
    words = " > ".join((_amount(done), *(_amount(part) for part in done.parts)))
    side = f"{done.side}: " if done.side else ""
    effort = f" at RPE {done.rpe:f}" if done.rpe is not None else ""
    pauses = f", {done.pauses} pauses" if done.pauses else ""
    return f"{side}{words}{effort}{pauses}"


def _amount(done: LoggedSet | SetPart) -> str:
    amount = f"{done.reps:f}" if done.reps is not None else ""
    if done.seconds is not None:
        amount = f"{amount} in {done.seconds:f} s".strip() if amount else f"{done.seconds:f} s"
    return f"{amount} x {done.load}" if done.load is not None and amount else amount or str(done.load or "done")
