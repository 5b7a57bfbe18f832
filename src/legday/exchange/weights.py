"""Which unit the weights of a log are in, and the masses they stand for as the athlete entered them."""

import math
import re
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

import msgspec

from legday.units import KG_PER_LB, Mass, MassUnit

_OTHER: dict[MassUnit, MassUnit] = {"lb": "kg", "kg": "lb"}
_PER_OTHER: dict[MassUnit, Fraction] = {"kg": 1 / KG_PER_LB, "lb": KG_PER_LB}
"""Of the other unit, how many are in one of this."""

_NAMES: dict[MassUnit, str] = {"kg": "kilograms", "lb": "pounds"}
_HUNDREDTH, _QUARTER, _TWENTIETH = Decimal("0.01"), Decimal("0.25"), Decimal("0.05")
_LONG_DECIMALS = 4
_CLOSE = Fraction(2, 1_000_000)
"""The largest relative error of a converted weight: some factors in use are as short as 2.20462."""

# How often weights of each ending occur in logs in kilograms and in pounds, with a barbell and without:
# shares of the distinct pairs of exercise and weight, rounded means over logs whose unit is known.
_SHARES: dict[bool, dict[str, tuple[float, float]]] = {
    True: {
        "ten": (0.48, 0.42),
        "five": (0.27, 0.54),
        "two and a half": (0.20, 0.03),
        "one": (0.04, 0.005),
        "odd": (0.01, 0.005),
    },
    False: {
        "ten": (0.40, 0.50),
        "five": (0.26, 0.36),
        "two and a half": (0.14, 0.07),
        "one": (0.16, 0.05),
        "odd": (0.04, 0.02),
    },
}
_INDEPENDENT_PAIRS = 20
"""A log counts as no more than this many independent observations: the same few plates come back in all."""
_BARBELL_MEDIANS = (60.0, 120.0)
_BARBELL_TOPS = (120.0, 225.0)
_SPREAD = 0.4
_UNLIKELY_POUNDS = -1.0
_SURE = 3.0
"""Log odds: of parts of logs whose unit is known, about one in ten beyond this are of the other unit, and half short
of it have been seen to be."""
_BARBELL = re.compile(
    r"barbell|^(front |back )?squat$|^bench press$|^deadlift$|^(overhead|military) press$", re.IGNORECASE
)


class Unit(msgspec.Struct, frozen=True):
    """The unit that the weights of a file are in, if it holds any, and how that is known, as a sentence.

    `assumed` says that it may well be the other one.
    """

    unit: MassUnit | None
    basis: str
    assumed: bool = False


def infer_unit(lifts: Collection[tuple[str, Decimal]], *, english: bool) -> Unit:
    """Infer the unit of weights that come without one, from the pairs of exercise and weight, each pair once.

    Apps keep kilograms inside, so that weights with long decimals close to a round number betray a conversion
    and settle it. Else the endings of the weights and the sizes of the barbell ones decide (naive Bayes), and
    headings in another language than English count a little for kilograms.
    """
    if not lifts:
        return Unit(None, "there are no weights in the file")
    values = dict.fromkeys(value for _, value in lifts if _decimals(value) > _LONG_DECIMALS)
    unit: MassUnit
    for unit, other in _OTHER.items():
        from_other = [value for value in values if _meant(value, unit).unit == other]
        if len(from_other) > 0.5 * len(values):
            basis = f"weights such as {from_other[0]} are {_NAMES[other]} converted to {_NAMES[unit]}"
            return Unit(unit, basis)
    noisy = next((value for value in values if _meant(value, "lb").value != value), None)
    if noisy is not None:
        return Unit("lb", f"weights such as {noisy} went through a conversion, as apps do for pounds")
    score = _score(lifts) + (0 if english else 1.5)
    unit = "kg" if score > _UNLIKELY_POUNDS else "lb"
    if abs(score) < _SURE:
        return Unit(unit, "assumed: the weights would fit both units; name the unit if this is wrong", assumed=True)
    return Unit(unit, f"inferred from the steps and sizes of the weights, which fit {_NAMES[unit]}")


def read_masses(unit: MassUnit, weights: Collection[Decimal]) -> dict[Decimal, Mass]:
    """Find the mass that each weight of a file stands for, in the unit it was entered in.

    A file in pounds may hold `44.09245243697551`, or `44.09` beside others like it: 20 kg, as converted.
    Weights with two decimals are taken for conversions if at least three are, and nearly all of their kind.
    """
    short = [weight for weight in weights if _decimals(weight) == 2 and weight % _TWENTIETH]
    converted = sum(_from_other_rounded(weight, unit) is not None for weight in short)
    rounds_conversions = converted >= 3 and converted >= 0.8 * len(short)
    return {weight: _read_mass(weight, unit, rounds_conversions) for weight in weights}


def _read_mass(weight: Decimal, unit: MassUnit, rounds_conversions: bool) -> Mass:
    if _decimals(weight) > _LONG_DECIMALS:
        return _meant(weight, unit)
    if rounds_conversions and weight % _QUARTER:
        other = _from_other_rounded(weight, unit)
        return Mass(weight, unit) if other is None else Mass(other, _OTHER[unit])
    return Mass(weight, unit)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _nearest(value: Fraction, step: Decimal) -> Decimal:
    return (round(value / Fraction(step)) * step).normalize() + 0


def _meant(weight: Decimal, unit: MassUnit) -> Mass:
    """Return the round mass in either unit that a weight with long decimals is close to, or else the weight."""
    own = Fraction(weight)
    guesses = []
    for number, guessed in ((own, unit), (own * _PER_OTHER[unit], _OTHER[unit])):
        near = _nearest(number, _TWENTIETH)
        guesses.append((abs(Fraction(near) - number) / number, near, guessed))
    error, near, guessed = min(guesses)
    return Mass(near, guessed) if error <= _CLOSE else Mass(weight, unit)


def _from_other_rounded(value: Decimal, unit: MassUnit) -> Decimal | None:
    """Return the number in the other unit that was converted to this one and rounded to 0.01, if any."""
    near = _nearest(Fraction(value) * _PER_OTHER[unit], _QUARTER)
    back = Fraction(near) / _PER_OTHER[unit]
    return near if near and _nearest(back, _HUNDREDTH) == value else None


def _score(lifts: Collection[tuple[str, Decimal]]) -> float:
    """Return the log odds of kilograms against pounds."""
    barbell = sorted(float(value) for name, value in lifts if _BARBELL.search(name))
    odds = sum(math.log(kg / lb) for kg, lb in (_SHARES[bool(_BARBELL.search(n))][_ending(v)] for n, v in lifts))
    odds *= min(1.0, _INDEPENDENT_PAIRS / len(lifts))
    if barbell:
        for value, typical in (
            (barbell[len(barbell) // 2], _BARBELL_MEDIANS),
            (barbell[int(0.95 * len(barbell))], _BARBELL_TOPS),
        ):
            kg, lb = (math.log(value / mean) / _SPREAD for mean in typical)
            odds += 0.7 * min(1.0, len(barbell) / 3) * (lb * lb - kg * kg) / 2
    return odds


def _ending(value: Decimal) -> str:
    if value % 10 == 0:
        return "ten"
    if value % 5 == 0:
        return "five"
    if value % Decimal("2.5") == 0:
        return "two and a half"
    return "one" if value % 1 == 0 else "odd"
