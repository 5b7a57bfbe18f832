"""Which equipment does the work of other equipment, and so what a place lacks for an exercise."""

from collections.abc import Collection

from legday.catalogue.model import Equipment, Exercise

STANDS_IN: dict[Equipment, tuple[Equipment, ...]] = {
    Equipment.BLOCK: (Equipment.BARBELL,),  # two small plates of its set
    Equipment.CHAIR: (Equipment.BENCH, Equipment.BOX),
    Equipment.STEP: (Equipment.BOX,),
    Equipment.BOX: (Equipment.BENCH,),
}
"""For each piece of equipment, the others that do as well."""


def missing_equipment(exercise: Exercise, owned: Collection[Equipment]) -> tuple[Equipment, ...]:
    """List what an exercise needs and a place lacks, counting what stands in; empty if nothing is."""
    return tuple(
        needed
        for needed in exercise.equipment
        if needed not in owned and not any(other in owned for other in STANDS_IN.get(needed, ()))
    )
