"""What an athlete's goal changes in a plan, each change with the sentence that tells it."""

from typing import Literal

import msgspec

from legday.anatomy import Part

Goal = Literal["grow", "hips", "lose-weight", "leaner", "tighter-core", "performance", "longevity"]


class GoalEffect(msgspec.Struct, frozen=True):
    """What a goal does: a ranking of the parts, reps always left in reserve, and slots borrowed from other methods.

    `least_reserve` is None where the method's own effort stands. `borrows` names slots of the methods that are
    added to the first routine, and `circuits` how many circuit days a week are added where there is room.
    """

    sentence: str
    ranking: tuple[Part, ...] = ()
    least_reserve: int | None = None
    borrows: tuple[str, ...] = ()
    circuits: int = 0


GOALS: dict[Goal, GoalEffect] = {
    "grow": GoalEffect("You want to grow, so weekly hard sets come first."),
    "hips": GoalEffect(
        "You want to shape the hips, so glutes and the glute-ham tie-in lead the ranking.",
        ranking=(Part.GLUTES, Part.HAMS, Part.QUADS, Part.CALVES),
    ),
    "lose-weight": GoalEffect(
        "You want to lose weight: a circuit day adds work and lifting keeps the muscle; food decides the rest.",
        circuits=1,
    ),
    "leaner": GoalEffect("You want to get leaner: a circuit day adds work beside the hard sets.", circuits=1),
    "tighter-core": GoalEffect(
        "You want a tighter core, so work for the trunk is part of every leg day.", borrows=("trunk",)
    ),
    "performance": GoalEffect(
        "You train to run and jump, so jumps come first while you are fresh, and the back of the leg leads.",
        ranking=(Part.GLUTES, Part.HAMS, Part.CALVES, Part.QUADS),
        borrows=("wide-narrow-jump",),
    ),
    "longevity": GoalEffect(
        "You train to stay strong for long: no set goes to failure, and hip and trunk are always trained.",
        least_reserve=2,
        borrows=("trunk", "hip-abductors"),
    ),
}
"""The goals of row F4, and M6's hips. That load and effort well short of failure still build strength: Refalo et al.
2023, Sports Med 53:649, doi:10.1007/s40279-022-01784-y."""
