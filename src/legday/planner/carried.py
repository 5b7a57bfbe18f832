"""What a week's sets ask of joints and muscles, counted from what stands in it."""

from collections import Counter
from collections.abc import Collection, Mapping

from legday.anatomy import MUSCLES, Joint, MuscleName, Part
from legday.catalogue import load_catalogue
from legday.physics import muscle_counts, settled_moments
from legday.planner.plan import Item, JointLoad, MuscleSets


def joint_load(joint: Joint, items: Collection[Item]) -> JointLoad:
    """Count the sets that load a joint, by the catalogue's stress, and the moment they ask of it on average."""
    exercises = load_catalogue().exercises
    sets = Counter[str]()
    carried = told = 0.0
    for item in items:
        if item.role in ("warm-up", "stretch"):
            continue
        sets[exercises[item.exercise].loads.get(joint, "none")] += item.count
        if moments := settled_moments(item.exercise, item.variant):
            carried += item.count * moments[joint]
            told += item.count
    return JointLoad(joint, sets["low"], sets["medium"], sets["high"], round(carried / told) if told else 0)


def muscle_sets(items: Collection[Item]) -> tuple[MuscleSets, ...]:
    """Count the effective hard sets of each muscle by the convention of `legday.physics.counting`; none is left out."""
    sets = dict.fromkeys(MuscleName, 0.0)
    for item in items:
        if item.part is not None:
            for muscle, share in muscle_counts(item.exercise, item.variant, item.part).items():
                sets[muscle] += item.hard_sets * float(share)
    return tuple(MuscleSets(muscle, MUSCLES[muscle].name, round(number, 2)) for muscle, number in sets.items())


def said_shares(parts: Collection[Part], this: Mapping[Part, float], usual: Mapping[Part, float]) -> str:
    """Say what part of the work each of some parts has, against what it had: `quads 46 % of the work, not 34 %`."""
    return "; ".join(f"{part} {this[part]:.0f} % of the work, not {usual[part]:.0f} %" for part in parts)
