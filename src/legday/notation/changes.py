"""Set lines fitted to the day: conditions settled, the number of sets or the load changed."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TypeVar

from msgspec.structs import replace

from legday.notation.objects import (
    MOST,
    AddOn,
    BodyweightLoad,
    Circumstance,
    Count,
    Drop,
    Effort,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Technique,
)
from legday.notation.scheme import MOST_LINKS, Entry, Group, Scheme, UnsoundError, in_order
from legday.units import Mass

E = TypeVar("E", bound=Scheme | Group)


def resolve(entry: E, circumstances: frozenset[Circumstance]) -> E:
    """Settle every `if`: what applies under these circumstances stays, without its condition."""
    if isinstance(entry, Group):
        return replace(entry, members=tuple(resolve(member, circumstances) for member in entry.members))
    if not is_conditional(entry):
        return entry
    settled = [
        replace(add_on, techniques=techniques, condition=None, otherwise=())
        for add_on in entry.add_ons
        if (techniques := _applying(add_on, circumstances))
    ]
    effort = entry.effort and _settled(entry.effort, circumstances)
    return replace(entry, effort=effort, add_ons=in_order(settled))


def is_conditional(entry: Entry) -> bool:
    """Whether anything in an entry hangs on circumstances."""
    if isinstance(entry, Group):
        return any(map(is_conditional, entry.members))
    effort = entry.effort
    return (effort is not None and effort.condition is not None) or any(
        add_on.condition is not None for add_on in entry.add_ons
    )


def _applying(add_on: AddOn, circumstances: frozenset[Circumstance]) -> tuple[Technique, ...]:
    if add_on.condition is None or add_on.condition.holds(circumstances):
        return add_on.techniques
    return add_on.otherwise


def _settled(effort: Effort, circumstances: frozenset[Circumstance]) -> Effort | None:
    if effort.condition is None or effort.condition.holds(circumstances):
        return Effort(effort.goal)
    return Effort(effort.otherwise) if effort.otherwise else None


def with_sets(entry: E, number: int) -> E:
    """Change the number of sets, or of a group's rounds.

    A pyramid keeps its ramp sets as long as one work set is left, so more sets are more work sets.

    Raises
    ------
    ValueError
        If the number is below 1.
    """
    sets = Count(number, number)
    if isinstance(entry, Group):
        return replace(entry, rounds=sets)
    if entry.pyramid_work_sets is None:
        return replace(entry, sets=sets)
    ramp_sets = entry.sets.high - entry.pyramid_work_sets
    return replace(entry, sets=sets, pyramid_work_sets=max(1, number - ramp_sets))


def with_load(scheme: Scheme, load: Load | None, increment: Mass | None = None) -> Scheme:
    """Change the load; a drop that is a known part of the written load stays the same part of the new one.

    Parameters
    ----------
    scheme
        Such as `4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb`.
    load
        The new load, such as 140 kg; then the drop becomes 20 kg. Without a load, or with a percentage of the
        one-rep max, the drop becomes a percentage of the first load: here 14%.
    increment
        The smallest change of load there is. A drop in mass is rounded to whole increments: at least one, and
        so few that the chain does not run out. Where even one is too much, hundredths are used.

    Raises
    ------
    ValueError
        If the increment is not above 0.

    Notes
    -----
    Where the new load can't be lowered by such a step, as one plate can't, or the body alone by a percentage,
    the drop is left out; the links stay.
    """
    if increment is not None and increment.value <= 0:
        raise ValueError(f"can't round to steps of {increment}")
    if scheme.drop is None:
        return replace(scheme, load=load)
    step = _step(scheme, scheme.drop, load, increment)
    try:
        return replace(scheme, load=load, drop=Drop(step, scheme.drop.until_empty) if step else None)
    except UnsoundError:
        return replace(scheme, load=load, drop=None)


def _step(scheme: Scheme, drop: Drop, load: Load | None, increment: Mass | None) -> LoadStep | None:
    if isinstance(drop.step, PercentStep) or (isinstance(load, BodyweightLoad) and not load.adds):
        return drop.step
    drops = max(1, len(scheme.links) - 1)
    share = drop.share_of(scheme.load)
    if share is None:  # the step was not written as a part of a load: it stays if the new load allows it
        taken = drop.share_of(load)
        if taken is None or taken * drops < 1 or isinstance(load, BodyweightLoad):
            return drop.step
        share = Fraction(1, drops + 1)
    match load:
        case MassLoad(mass=whole) | BodyweightLoad(extra=Mass() as whole):
            units = (increment, Mass("0.01", whole.unit)) if increment else (Mass("0.01", whole.unit),)
            for unit in units:
                number = min(_units(whole.kg / unit.kg, share, drops, drop.until_empty), int(MOST / unit.value))
                if number:
                    return MassStep(Mass(unit.value * number, unit.unit))
            return None
        case PlateLoad(plates=plates):
            number = _units(Fraction(plates), share, drops, drop.until_empty)
            return PlateStep(number) if number else None
        case PinLoad(pin=pin):
            number = _units(Fraction(pin), share, drops, drop.until_empty)
            return PinStep(number) if number else None
    return PercentStep(Decimal(_units(Fraction(100), share, drops, drop.until_empty)))


def _units(whole: Fraction, share: Fraction, drops: int, until_empty: bool) -> int:
    """Round a share of a load to whole units, at least one; the chain must not run out nor get too long."""
    fewest = ceil(whole / MOST_LINKS) if until_empty else 1
    most = ceil(whole / drops) - 1
    return min(max(round(whole * share), fewest), most)
