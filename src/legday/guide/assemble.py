"""The guide of an exercise, put together from the catalogue, the physics tables and the rules of order."""

from functools import cache

from legday.anatomy import MUSCLES, MuscleName, Part
from legday.catalogue import Equipment, Exercise, Variant, load_catalogue, match, substitutes
from legday.documents import InputError
from legday.guide.care import LEVELS, avoid, cautions
from legday.guide.model import (
    AgainstUsual,
    Ask,
    DifferenceRow,
    Guide,
    Instead,
    MuscleNames,
    VariantGuide,
)
from legday.guide.order import belongs
from legday.guide.words import BASIS, summary
from legday.physics import Against, load_comparisons, load_recipes, load_table, loads_legs

MOST_INSTEAD = 6

_LEAST_ASKED = 10.0  # a joint moment of less is left out [N·m]; convention
_WHY_NOT = {
    "mobility": "It stretches or loosens and lifts no load, so the model has no poses of it.",
    "cardio": "It is endurance work, and the model has poses of strength work, holds and jumps only.",
}


@cache
def guide_of(identifier: str) -> Guide:
    """Return the guide of an exercise by id; raises KeyError that names ids much like it."""
    exercise = load_catalogue().find(identifier)
    return Guide(
        id=exercise.id,
        name=exercise.name,
        kind=exercise.kind,
        pattern=exercise.pattern,
        level=exercise.level,
        equipment=_plain(exercise.equipment),
        optional=_plain(exercise.optional),
        cues=exercise.cues,
        muscles=MuscleNames(_muscles(exercise.muscles.prime), _muscles(exercise.muscles.assist)),
        asks=_asks(exercise),
        variants=tuple(_variant(exercise, variant) for variant in exercise.variants),
        basis=BASIS if loads_legs(exercise) and len(exercise.variants) > 1 else "",
        belongs=belongs(exercise),
        avoid=avoid(exercise),
        cautions=cautions(exercise),
        instead=tuple(Instead(each.id, each.name, _plain(each.equipment)) for each in _instead(exercise)),
    )


def find_guide(name: str) -> Guide:
    """Return the guide of an exercise by its id or by what people and apps call it.

    Raises
    ------
    InputError
        If there is no such exercise.
    """
    found = match(name, {})
    if found.exercise is None:
        hint = f"; did you mean {' or '.join(found.candidates[:3])}?" if found.candidates else "; see legday exercises"
        raise InputError.at("", f"the catalogue has no exercise {name!r}{hint}")
    return guide_of(found.exercise)


def _plain(equipment: tuple[Equipment, ...]) -> tuple[str, ...]:
    return tuple(each.value.replace("-", " ") for each in equipment)


def _muscles(names: tuple[MuscleName, ...]) -> tuple[str, ...]:
    return tuple(MUSCLES[name].name for name in names)


def _instead(exercise: Exercise) -> list[Exercise]:
    """What can stand in, with whatever equipment; what asks for more practice only where there is nothing else."""
    found = [each.exercise for each in substitutes(exercise, tuple(Equipment), len(load_catalogue().exercises))]
    within = [each for each in found if LEVELS.index(each.level) <= LEVELS.index(exercise.level)]
    return (within or found)[:MOST_INSTEAD]


def _asks(exercise: Exercise) -> tuple[Ask, ...]:
    if not loads_legs(exercise):
        return ()
    moments = [
        Ask(what, "N·m", low, middle, high)
        for what, (low, middle, high) in load_comparisons().usual[exercise.id].items()
        if middle >= _LEAST_ASKED
    ]
    moments.sort(key=lambda ask: -ask.middle)
    parts = load_table().of(f"{exercise.id}/{exercise.variants[0].id}").parts
    return (*moments, *(Ask(part.value, "%", *parts[part]) for part in Part))


def _variant(exercise: Exercise, variant: Variant) -> VariantGuide:
    known = loads_legs(exercise)
    against = load_comparisons().pairs.get(f"{exercise.id}/{variant.id}")
    return VariantGuide(
        id=variant.id,
        name=variant.name,
        how=variant.how,
        emphasis=variant.emphasis,
        has_figure=known,
        why_not="" if known else load_recipes().left_out.get(exercise.id) or _WHY_NOT[exercise.kind],
        against_usual=_against(against) if against else None,
    )


def _against(found: Against) -> AgainstUsual:
    moments = [
        DifferenceRow("joint moment", r.what, "N·m", r.usual, r.this, r.difference, r.agree, r.settled)
        for r in found.moments
    ]
    shares = [
        DifferenceRow("share", r.what, "%", r.usual, r.this, r.difference, r.agree, r.settled) for r in found.shares
    ]
    lengths = [
        DifferenceRow(
            "fibre length",
            r.what,
            "% of optimal",
            round(100 * r.usual),
            round(100 * r.this),
            round(100 * r.difference),
            r.agree,
            r.settled,
        )
        for r in found.lengths
    ]
    return AgainstUsual(summary(found), found.why_unsettled, (*moments, *shares, *lengths))
