"""What a hard set counts for beside the part it is done for: by the work of muscles, as the table has it.

A set counts in full for the part it is done for, and half (the fractional way of Pelland et al. 2024, SportRxiv,
doi:10.51224/SRXIV.460) for every other part that does a fifth or more of the work of the part that does most, where the
catalogue names a muscle of it too: two ways of knowing that have to agree. Work is active volume times how far
fibres shorten: force times way. In a hold, which shortens nothing, it is active volume. Within a part a set counts for
each muscle by how much of its own volume works; see `muscle_counts`. Ways of doing that differ in what is not settled,
such as the angle of the toes, count like the usual one.

The fifth is our own convention, set where growth was measured: squats grew the glutes, which do 0.36 of the work of the
quads in the model, and not the hams, which do 0.18 (Kubo et al. 2019, Eur J Appl Physiol 119:1933,
doi:10.1007/s00421-019-04181-y; Plotkin et al. 2023, Front Physiol 14:1279170, doi:10.3389/fphys.2023.1279170).
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from legday.anatomy import MUSCLES, MuscleName, Part
from legday.catalogue import Exercise, load_catalogue
from legday.physics.compare import UNSETTLED_DIMENSIONS
from legday.physics.demand import working_volumes
from legday.physics.table import VariantDemand, load_table

LEAST_WORK = 0.2
"""From which share of the work of the hardest-working part on a set counts half for a part; convention."""

FULL, HALF = Fraction(1), Fraction(1, 2)

NOT_GROWN: tuple[tuple[str, Part, str], ...] = (
    ("hip-thrust", Part.HAMS, "Plotkin et al. 2023, Front Physiol 14:1279170, doi:10.3389/fphys.2023.1279170"),
    ("leg-curl", Part.CALVES, "`toes-pointed-curl-calves` in the register of claims"),
)
"""What works in the model and was not found to grow: part of an exercise's id, the part, and the source."""


@cache
def indirect_parts(exercise: str, variant: str, lead: Part | None = None) -> frozenset[Part]:
    """Return the parts that a hard set counts half for, beside the part `lead` it is done for.

    Without poses they are the parts that the catalogue has muscles of among those that limit the exercise.
    """
    known = load_catalogue().exercises[exercise]
    work = part_work(exercise, variant)
    if work is None:
        return frozenset(known.parts) - {lead}
    most = max(work.values())
    named = {*known.parts, *known.assisted_parts} - {part for name, part, _ in NOT_GROWN if name in exercise}
    return frozenset(part for part in named - {lead} if most and work[part] >= LEAST_WORK * most)


@cache
def part_work(exercise: str, variant: str) -> Mapping[Part, float] | None:
    """Return the work of each part in a variant, in units of its own; None without poses."""
    row = _row(exercise, variant)
    if row is None:
        return None
    work = _work(row, hold=load_catalogue().exercises[exercise].kind == "hold")
    return {part: sum((done for name, done in work.items() if MUSCLES[name].part is part), 0.0) for part in Part}


@cache
def muscle_counts(exercise: str, variant: str, lead: Part | None) -> Mapping[MuscleName, Fraction]:
    """Return what a hard set that is done for a part counts for each muscle: 1, 1/2 or less; others count nothing.

    A muscle has what its part has if it works half as much as the muscle of the part that works most, each by its own
    volume, and half of that from a fifth on. A muscle of no part has 1/2 if it works so much beside the part that
    works most. Where no poses tell, the muscles that limit the exercise have what their part has, those that help half.
    """
    known = load_catalogue().exercises[exercise]
    beside = indirect_parts(exercise, variant, lead)
    row, volumes = _row(exercise, variant), working_volumes()
    work = _work(row, hold=known.kind == "hold") if row else {}
    rates = {name: done / volumes[name] for name, done in work.items() if volumes[name]}
    if not any(rate for name, rate in rates.items() if MUSCLES[name].part is lead):
        return _by_tags(known, lead, beside)
    counts: dict[MuscleName, Fraction] = {}
    for name, rate in rates.items():
        part = MUSCLES[name].part
        rivals = [other for other in rates if part is None or MUSCLES[other].part is part]
        most = max(rates[other] for other in rivals)
        of_part = HALF if part is None else _of_part(part, lead, beside)
        share = FULL if rate >= most / 2 else HALF if rate >= LEAST_WORK * most else Fraction(0)
        if share and of_part and most:
            counts[name] = of_part * (FULL if part is None else share)
    return counts


def _of_part(part: Part, lead: Part | None, beside: frozenset[Part]) -> Fraction:
    return FULL if part is lead else HALF if part in beside else Fraction(0)


def _by_tags(known: Exercise, lead: Part | None, beside: frozenset[Part]) -> dict[MuscleName, Fraction]:
    counts: dict[MuscleName, Fraction] = {}
    for names, share in ((known.muscles.prime, FULL), (known.muscles.assist, HALF)):
        for name in names:
            part = MUSCLES[name].part
            if of_part := HALF if part is None else _of_part(part, lead, beside):
                counts[name] = share * of_part
    return counts


def _row(exercise: str, variant: str) -> VariantDemand | None:
    known = load_catalogue().exercises[exercise]
    usual, this = known.variants[0], known.variant(variant)
    unsettled = any(getattr(this, name) not in (None, getattr(usual, name)) for name in UNSETTLED_DIMENSIONS)
    try:
        return load_table().of(f"{exercise}/{usual.id if unsettled else variant}")
    except KeyError:
        return None


def _work(row: VariantDemand, *, hold: bool) -> dict[MuscleName, float]:
    """The work of each muscle, in units of its own."""
    work: dict[MuscleName, float] = {}
    for name, muscle in row.muscles.items():
        way = 1.0 if hold else (muscle.longest[1] - muscle.shortest[1]) / 100
        work[MuscleName(name)] = muscle.share[1] * way
    return work
