"""How loads are put on: the plates for each side, the pin, the dumbbells, always rounded to what there is, with why."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from legday.planner import Plates
from legday.session.gear import Implement
from legday.session.model import Loading
from legday.units import Mass

_UNITS_PER_KG = 10**8  # the exact pound has eight decimals in kilograms
_NEAR_ENOUGH = Fraction(1, 100)


def put_on(implement: Implement, wished: Mass) -> Loading:
    """Put a load on, the next lighter one where it can't be just this, the lightest where nothing is lighter.

    Parameters
    ----------
    implement
        What it is put on.
    wished
        The load that is wished for: the whole bar, one dumbbell, the pin, the plates, or what is added to the body.

    Returns
    -------
    Loading
        `why` says how it differs from the wish, if it does. Plates are the fewest that make the load.
    """
    match implement.on:
        case "barbell" | "plates":
            return _with_plates(implement, wished, _fewest(implement.plates, _for_plates(implement, wished)))
        case "bodyweight":
            return Loading(wished, _on_the_body(wished), "bodyweight")
    size = _size_at_most(implement, wished)
    return _sized(implement, size, "" if size == wished else _why_size(implement, wished, size))


def put_on_chain(implement: Implement, wished: Sequence[Mass]) -> tuple[Loading, ...]:
    """Put on the loads of a chain of drops, the heaviest first.

    Plates are chosen so that from link to link they are only stripped, from the outside in, wherever such a choice
    loses no load.
    """
    apart = tuple(put_on(implement, mass) for mass in wished)
    if implement.on not in ("barbell", "plates"):
        return apart
    left = {plates.mass: plates.count for plates in implement.plates}
    built: list[Mass] = []  # from the inside out
    links: list[tuple[Mass, ...]] = []
    for loading in reversed(apart):
        missing = _units(_sum(plates_of(loading))) - _units(_sum(built))
        added = _fewest((Plates(count, mass) for mass, count in left.items() if count), max(missing, 0))
        for plate in added:
            left[plate] -= 1
        built += added
        links.append(tuple(built))
    links.reverse()
    if any(_units(_sum(link)) != _units(_sum(plates_of(loading))) for link, loading in zip(links, apart, strict=True)):
        return apart
    return tuple(_with_plates(implement, mass, link) for mass, link in zip(wished, links, strict=True))


def plates_of(loading: Loading) -> tuple[Mass, ...]:
    """Return the plates of one side, or of the one peg."""
    return loading.peg or loading.per_side


def stripped(before: Loading, after: Loading) -> int | None:
    """Count the plates to strip from each side (or the peg) between two links, None if it takes more than that."""
    one, other = plates_of(before), plates_of(after)
    return len(one) - len(other) if one[: len(other)] == other else None


def lighter(implement: Implement, mass: Mass, share: Fraction) -> Loading | None:
    """Put on a load that is lighter by a share at least; None where nothing is lighter."""
    found = put_on(implement, mass * (1 - share))
    return found if found.mass < mass else None


def heavier(implement: Implement, mass: Mass, share: Fraction) -> Loading | None:
    """Put on the next load that is heavier by a share at least; None where there is none."""
    least = mass * (1 + share)
    if _heaviest(implement, least) < least:
        return None
    wished = least
    while (found := put_on(implement, wished)).mass < least:
        wished += implement.increment
    return put_on(implement, found.mass)


def _heaviest(implement: Implement, otherwise: Mass) -> Mass:
    """The heaviest load there is; where there is no end to it, another mass."""
    if implement.on in ("barbell", "plates"):
        every = tuple(each.mass for each in implement.plates for _ in range(each.count))
        return _with_plates(implement, otherwise, every).mass
    if implement.sizes:
        return implement.sizes[-1]
    heaviest = implement.ladder.heaviest if implement.ladder else None
    return _size_at_most(implement, heaviest) if heaviest is not None else otherwise


def _for_plates(implement: Implement, wished: Mass) -> int:
    """What is left for the plates of one side, or of the peg."""
    bar = _units(implement.bar) if implement.bar else 0
    return max(0, _units(wished) - bar) // (1 if implement.peg else 2)


def _with_plates(implement: Implement, wished: Mass, plates: tuple[Mass, ...]) -> Loading:
    sides = 1 if implement.peg else 2
    mass = implement.bar or Mass(0, wished.unit)
    if plates:
        mass += _sum(plates) if implement.peg else Mass(_sum(plates).value * sides, plates[0].unit)
    mass = mass.to(wished.unit)
    return Loading(
        mass,
        f"{mass}: {_plates_in_words(implement, plates)}",
        implement.on,
        bar=implement.bar,
        per_side=() if implement.peg else plates,
        peg=plates if implement.peg else (),
        why="" if mass == wished else _why_plates(implement, wished, mass),
    )


def _plates_in_words(implement: Implement, plates: tuple[Mass, ...]) -> str:
    if not plates:
        return "the empty bar" if implement.bar else "no plates"
    runs: list[list[Mass]] = []
    for plate in plates:
        if runs and runs[-1][0] == plate:
            runs[-1].append(plate)
        else:
            runs.append([plate])
    words = " + ".join(str(run[0]) if len(run) == 1 else f"{len(run)} x {run[0]}" for run in runs)
    return words if implement.peg else f"{words} a side"


def _why_plates(implement: Implement, wished: Mass, mass: Mass) -> str:
    if mass > wished:
        return f"{wished} is less than the empty bar, so the bar alone."
    on = f"on a bar of {implement.bar}" if implement.bar else "here"
    return f"{wished} can't be made {on} with the plates there are, so {mass}, the next below."


def _size_at_most(implement: Implement, wished: Mass) -> Mass:
    ladder = implement.ladder
    if ladder is None:
        return max((size for size in implement.sizes if size <= wished), default=implement.sizes[0])
    wished = min(wished, ladder.heaviest) if ladder.heaviest is not None else wished
    steps = max(0, (wished.kg - ladder.lightest.kg) // ladder.step.kg)
    step = Mass(ladder.step.value * int(steps), ladder.step.unit)
    return ladder.lightest + step


def _sized(implement: Implement, size: Mass, why: str) -> Loading:
    match implement.on:
        case "stack":
            return Loading(size, f"pin at {size}", "stack", pin=size, why=why)
        case "dumbbells":
            return Loading(size, f"2 x {size}", "dumbbells", each=size, why=why)
    return Loading(size, str(size), implement.on, each=size, why=why)


def _why_size(implement: Implement, wished: Mass, size: Mass) -> str:
    what = {"stack": "pin", "kettlebell": "kettlebell"}.get(implement.on, "dumbbell")
    place = "the lightest there is" if size > wished else "the next below"
    return f"There is no {what} of {wished}, so {size}, {place}."


def _on_the_body(mass: Mass) -> str:
    if mass.value < 0:
        return f"{str(mass).removeprefix('-')} of help"
    return f"bodyweight + {mass}" if mass.value else "bodyweight"


def _fewest(plates: Iterable[Plates], most: int) -> tuple[Mass, ...]:
    """The heaviest sum of plates up to a bound, made of the fewest plates, the heaviest first.

    Taking the heaviest that fits finds it for two plates, and comes near enough where plates of both units are mixed;
    else all sums are tried.
    """
    ordered = sorted(plates, key=lambda each: each.mass, reverse=True)
    rest, taken = most, list[Mass]()
    for each in ordered:
        number = min(each.count, rest // _units(each.mass))
        rest -= number * _units(each.mass)
        taken += [each.mass] * number
    mixed = len({each.mass.unit for each in ordered}) > 1
    if (not rest and len(taken) <= 2) or (mixed and rest <= most * _NEAR_ENOUGH):
        return tuple(taken)
    numbers = _fewest_of_all(tuple((_units(each.mass), each.count) for each in ordered), most)
    return tuple(each.mass for each, number in zip(ordered, numbers, strict=True) for _ in range(number))


@lru_cache(maxsize=4096)
def _fewest_of_all(plates: tuple[tuple[int, int], ...], most: int) -> tuple[int, ...]:
    """How many of each plate make the heaviest sum up to a bound; of equal ones the fewest, then the heaviest."""
    best: dict[int, tuple[int, ...]] = {0: ()}
    for mass, count in plates:
        grown: dict[int, tuple[int, ...]] = {}
        for total, numbers in best.items():
            for number in range(min(count, (most - total) // mass) + 1):
                new, key = (*numbers, number), total + number * mass
                old = grown.get(key)
                if old is None or (-sum(new), new) > (-sum(old), old):
                    grown[key] = new
        best = grown
    return best[max(best)]


@lru_cache(maxsize=4096)  # there are few plates, and they are tried again and again
def _units(mass: Mass) -> int:
    return round(mass.kg * _UNITS_PER_KG)


def _sum(masses: Iterable[Mass]) -> Mass:
    first, *others = [*masses] or [Mass(0, "kg")]
    for mass in others:
        first += mass
    return first
