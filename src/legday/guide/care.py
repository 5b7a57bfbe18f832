"""Who should leave an exercise or take care with it: what its file says, and what the model computes of its joints."""

from functools import cache
from operator import itemgetter

from legday.catalogue import Equipment, Exercise, load_catalogue, substitutes
from legday.guide.model import Avoid
from legday.physics import load_comparisons, load_table

HIGHEST = 10
"""Of how many exercises with poses one counts as among those that ask most of a joint: one in ten; convention."""

LEAST_HIGH = 20.0
"""What a moment has to be at least to be called high, where few exercises ask anything of a joint [N·m]; convention."""

LACKING = 10
"""What one in twenty models lacks at least where an exercise is called too hard for many [N·m]; convention."""

LEVELS = ("beginner", "intermediate", "advanced")

_JOINTS = {  # what a joint is called, and the moments that are told of
    "hip": ("hip extension",),
    "knee": ("knee extension", "knee flexion"),
    "ankle": ("plantar flexion",),
    "lower back": ("back extension",),
}


def avoid(exercise: Exercise) -> tuple[Avoid, ...]:
    """List the joints that must not hurt, or with which it is eased, as the exercise's file says."""
    return tuple(Avoid(each.pain, each.advice, each.why) for each in exercise.contraindications)


def cautions(exercise: Exercise) -> tuple[str, ...]:
    """Say what to mind: how it fails, the practice and the strength it asks for, and which joints it asks most of."""
    said = []
    if not exercise.fails_safely:
        said.append(
            "A failed rep can pin you: go to failure only with a spotter or in a cage with its bars set, and alone "
            "stop with one or two reps in reserve."
        )
    if exercise.level != "beginner":
        easier = _easier(exercise)
        begin = f" {easier.name} is an easier way in." if easier else ""
        whom = "lifters with some practice" if exercise.level == "intermediate" else "advanced lifters"
        said.append(f"It is meant for {whom}.{begin}")
    key = f"{exercise.id}/{exercise.variants[0].id}"
    try:
        asked = load_table().of(key)
    except KeyError:
        return tuple(said)
    if asked.reserve > LACKING:
        said.append(
            f"It takes more strength than many have: one in twenty of the models lacks {asked.reserve} N·m or more in "
            "the hardest position. Begin with help or with less of the range."
        )
    if exercise.kind == "plyometric":
        said.append("The model reckons jumps as if they were held in a stronger gravity; a hard landing asks for more.")
    for joint in _JOINTS:
        what, most = _most_asked(exercise.id, joint)
        if most >= max(_among_highest(joint), LEAST_HIGH):
            said.append(_high(exercise, what, joint, most))
    return tuple(said)


def _most_asked(identifier: str, joint: str) -> tuple[str, float]:
    """The greatest moment that the usual variant asks of a joint, and its name; of the middle model [N·m]."""
    asked = load_comparisons().usual[identifier]
    return max(
        ((what, float(asked[what][1])) for what in _JOINTS[joint] if what in asked),
        key=itemgetter(1),
        default=("", 0.0),
    )


@cache
def _among_highest(joint: str) -> float:
    """From where on a moment is that of one in `HIGHEST` of the exercises with poses [N·m]."""
    known = sorted((_most_asked(identifier, joint)[1] for identifier in load_comparisons().usual), reverse=True)
    return known[len(known) // HIGHEST - 1]


def _high(exercise: Exercise, what: str, joint: str, most: float) -> str:
    said = (
        f"In the model it asks up to {most:.0f} N·m of the {joint}, among the highest of the catalogue; "
        f"if your {joint} hurts, choose something else"
    )
    spared = _sparing(exercise, what)
    return f"{said}, or {spared}, which asks less." if spared else f"{said}."


def _sparing(exercise: Exercise, what: str) -> str:
    """The variant that asks least of a joint, if that is settled, by its name."""
    pairs = load_comparisons().pairs
    less = [
        (row.difference, variant.name)
        for variant in exercise.variants
        for row in getattr(pairs.get(f"{exercise.id}/{variant.id}"), "moments", ())
        if row.what == what and row.settled and row.difference < 0
    ]
    return f"the variant “{min(less)[1]}”" if less else ""


def _easier(exercise: Exercise) -> Exercise | None:
    """The likest exercise of a lower level, with whatever equipment."""
    own = LEVELS.index(exercise.level)
    for each in substitutes(exercise, tuple(Equipment), most=len(load_catalogue().exercises)):
        if LEVELS.index(each.exercise.level) < own and each.exercise.pattern == exercise.pattern:
            return each.exercise
    return None
