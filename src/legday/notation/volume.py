"""Hard sets: how much of a set line counts towards weekly volume, and by whose convention."""

from fractions import Fraction

import msgspec

from legday.notation.changes import resolve
from legday.notation.objects import (
    Circumstance,
    EffortGoal,
    Hold,
    Interval,
    MaxReps,
    Myo,
    NotToFailure,
    RestPause,
    Rir,
    Rpe,
)
from legday.notation.prescription import Prescription
from legday.notation.scheme import Entry, Group, Scheme

MOST_IN_RESERVE = 4
"""With more repetitions in reserve a set does not count as hard."""


class Convention(msgspec.Struct, frozen=True):
    """A rule of counting: which sets it is about, how much one of them counts, whose convention it is."""

    id: str
    about: str
    counts: Fraction
    source: str


_ONE, _HALF, _NONE = Fraction(1), Fraction(1, 2), Fraction(0)
_SETS = "Baz-Valle et al. 2021, J Strength Cond Res 35:870-878, doi:10.1519/JSC.0000000000002776"
_FAILURE = "Refalo et al. 2023, Sports Med 53:649-665, doi:10.1007/s40279-022-01784-y"
_RPE = "Zourdos et al. 2016, J Strength Cond Res 30:267-275, doi:10.1519/JSC.0000000000001049"
_DROPS = "Sødal et al. 2023, Sports Med Open 9:66, doi:10.1186/s40798-023-00620-5"
_PAUSES = "Prestes et al. 2019, J Strength Cond Res 33:S113-S121, doi:10.1519/JSC.0000000000001923"
_HOLDS = "Oranchuk et al. 2019, Scand J Med Sci Sports 29:484-503, doi:10.1111/sms.13375"

CONVENTIONS: dict[str, Convention] = {
    convention.id: convention
    for convention in (
        Convention(
            "near-failure",
            "a set with at most 4 reps in reserve, RPE 6 or more, to failure, of max reps, or a work set",
            _ONE,
            f"Counting sets to failure or near it: {_SETS}. Failure itself adds next to nothing: {_FAILURE}. "
            f"RPE is 10 less the reps in reserve: {_RPE}.",
        ),
        Convention(
            "unstated",
            "a set that says nothing about effort",
            _ONE,
            f"legday's own: it is taken to be done near failure, as in the trials that {_SETS} counted.",
        ),
        Convention(
            "easy",
            "a set with more than 4 reps in reserve, RPE below 6, or not to failure",
            _NONE,
            f"Only sets to failure or near it are counted: {_SETS}. Where near ends is legday's own choice.",
        ),
        Convention("warm-up", "a warm-up set", _NONE, f"Only sets to failure or near it are counted: {_SETS}."),
        Convention(
            "ramp",
            "a set of a pyramid before its work sets",
            _NONE,
            f"legday's own: it is a warm-up with less load; see {_SETS}.",
        ),
        Convention(
            "chain",
            "a chain of drops, however long",
            _ONE,
            "The priority-split method (METHODS P5) calls a chain one set. Drop sets grew muscle about as "
            f"much as the plain sets they were compared with: {_DROPS}.",
        ),
        Convention(
            "cluster",
            "a set that goes on after rest-pauses or with myo-reps, however often",
            _ONE,
            f"legday's own, as for a chain. Rest-pause and plain sets made for like gains in most measures: {_PAUSES}.",
        ),
        Convention(
            "hold",
            "a position held for a time",
            _HALF,
            f"legday's own: holds build muscle, more so at long muscle lengths ({_HOLDS}), but the counts of "
            "sets that volume targets rest on are of moving sets.",
        ),
        Convention(
            "interval",
            "movement for a time, such as jumps or the bike",
            _NONE,
            "legday's own: it is done for power or breath and ends by the clock, not near failure.",
        ),
        Convention(
            "each-side",
            "a set done on each side, or on sides in turn",
            _ONE,
            "legday's own: volume is counted per muscle, and each muscle has done the set once.",
        ),
    )
}
"""How sets are counted, by id. `each-side` goes with any of the others; of those, one applies to a scheme."""


def convention_of(scheme: Scheme, circumstances: frozenset[Circumstance] = frozenset()) -> Convention:
    """Tell by which convention a scheme's sets are counted; of a pyramid, its work sets."""
    return CONVENTIONS[_rule(resolve(scheme, circumstances))]


def hard_sets(plan: Prescription | Entry, circumstances: frozenset[Circumstance] = frozenset()) -> Fraction:
    """Count the hard sets of a set line by `CONVENTIONS`; ranges of sets at their high end.

    The exercises of a group are added up.
    """
    if isinstance(plan, Prescription):
        return sum((hard_sets(entry, circumstances) for entry in plan.entries), Fraction(0))
    if isinstance(plan, Group):
        return plan.rounds.high * sum((hard_sets(member, circumstances) for member in plan.members), Fraction(0))
    sets = plan.sets.high if plan.pyramid_work_sets is None else plan.pyramid_work_sets
    return sets * convention_of(plan, circumstances).counts


def _rule(scheme: Scheme) -> str:
    if scheme.role == "warm-up":
        return "warm-up"
    goal = scheme.effort.goal if scheme.effort else None
    if goal is not None and _is_easy(goal):
        return "easy"
    if all(isinstance(link, Interval) for link in scheme.links):
        return "interval"
    if all(isinstance(link, Hold | Interval) for link in scheme.links):
        return "hold"
    if len(scheme.links) > 1 or scheme.drop is not None:
        return "chain"
    if any(isinstance(technique, RestPause | Myo) for add_on in scheme.add_ons for technique in add_on.techniques):
        return "cluster"
    stated = goal is not None or scheme.role == "work" or isinstance(scheme.links[0], MaxReps)
    return "near-failure" if stated else "unstated"


def _is_easy(goal: EffortGoal) -> bool:
    match goal:
        case NotToFailure():
            return True
        case Rir(count=count):
            return count.middle > MOST_IN_RESERVE
        case Rpe(value=value):
            return value < 10 - MOST_IN_RESERVE
    return False
