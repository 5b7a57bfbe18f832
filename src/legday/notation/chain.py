"""The loads along a chain of drops and up a pyramid."""

from decimal import Decimal
from fractions import Fraction

import msgspec

from legday.notation.objects import (
    BodyweightLoad,
    Load,
    MassLoad,
    MassStep,
    PercentLoad,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Target,
)
from legday.notation.scheme import Scheme
from legday.units import Mass

_LEAST_PRINTED = Decimal("0.005")


class Link(msgspec.Struct, frozen=True):
    """One link of a chain: its target, its load and the share of the first load, both None if unknown."""

    target: Target
    load: Load | None
    share: Fraction | None


def chain(scheme: Scheme) -> tuple[Link, ...]:
    """List the links of a set with their loads; a plain set has one link.

    A chain until empty goes on with its last target for as long as anything is left to lift.
    """
    drop = scheme.drop
    if drop is None:  # the load goes down from link to link, but nobody said by how much
        first = Link(scheme.links[0], scheme.load, Fraction(1))
        return (first, *(Link(target, None, None) for target in scheme.links[1:]))
    targets = scheme.links + scheme.links[-1:] * (scheme.number_of_links - len(scheme.links))
    taken = drop.share_of(scheme.load)
    return tuple(
        Link(
            target,
            _lowered(scheme, drops) if drops else scheme.load,
            None if taken is None else max(1 - drops * taken, Fraction(0)),
        )
        for drops, target in enumerate(targets)
    )


def ramp_share(position: int, ramp_sets: int) -> Fraction:
    """Share of the work load in one of the ramp sets of a pyramid, counted from 1.

    The first is done with half the work load; the others rise in equal parts, so that one more would reach
    it.
    """
    return Fraction(1, 2) + Fraction(position - 1, 2 * ramp_sets)


def scaled(load: Load | None, share: Fraction) -> Load | None:
    """Return a share of a load, None where that is no load anybody could put on."""
    match load:
        case MassLoad(mass=mass):
            return MassLoad(mass * share)
        case PercentLoad(percent=percent):
            return PercentLoad(_decimal(Fraction(percent) * share))
    return None


def _lowered(scheme: Scheme, drops: int) -> Load | None:
    match scheme.load, scheme.drop and scheme.drop.step:
        case MassLoad(mass=mass), MassStep(mass=step):
            return MassLoad(mass - Mass(step.value * drops, step.unit))
        case MassLoad() | PercentLoad(), PercentStep(percent=percent):
            return scaled(scheme.load, 1 - drops * Fraction(percent) / 100)
        case BodyweightLoad(extra=extra), MassStep(mass=step):
            return _on_body((extra or Mass(0, step.unit)) - Mass(step.value * drops, step.unit))
        case BodyweightLoad(extra=Mass() as extra), PercentStep(percent=percent):
            return _on_body(extra * (1 - drops * Fraction(percent) / 100))
        case PlateLoad(plates=plates), PlateStep(plates=step):
            return PlateLoad(plates - step * drops)
        case PinLoad(pin=pin), PinStep(pins=step):
            return PinLoad(pin - step * drops)
    return None


def _on_body(extra: Mass) -> BodyweightLoad:
    return BodyweightLoad(extra if abs(extra.value) >= _LEAST_PRINTED else None)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
