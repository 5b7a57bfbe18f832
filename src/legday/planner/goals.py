"""What an athlete's goal changes in a plan, in energy and on the pages, each change with the sentence that tells it."""

from typing import Literal

import msgspec

from legday.anatomy import Part
from legday.log import MeasureKind

Goal = Literal["grow", "hips", "lose-weight", "leaner", "tighter-core", "performance", "longevity"]


class ProteinAim(msgspec.Struct, frozen=True):
    """Protein in a day, from the least to the most that is of use [g/kg], and who found it.

    It is for each kilogram of fat-free mass where `of_lean` is set, else of body mass.
    """

    grams: tuple[float, float]
    of_lean: bool
    source: str


class EnergyAim(msgspec.Struct, frozen=True):
    """What a goal does with energy: how fast body mass changes [% a week, below 0 to lose], and the protein."""

    sentence: str
    rate: float
    protein: ProteinAim


class PageAim(msgspec.Struct, frozen=True):
    """What the body's page leads with for a goal."""

    sentence: str
    measures: tuple[MeasureKind, ...]


class GoalEffect(msgspec.Struct, frozen=True):
    """What a goal does: a ranking of the parts, reps always left in reserve, and slots borrowed from other methods.

    `least_reserve` is None where the method's own effort stands. `borrows` names slots of the methods that are
    added to the first routine, and `circuits` how many circuit days a week are added where there is room.
    """

    sentence: str
    energy: EnergyAim
    page: PageAim
    ranking: tuple[Part, ...] = ()
    least_reserve: int | None = None
    borrows: tuple[str, ...] = ()
    circuits: int = 0


TO_BUILD = ProteinAim((1.6, 2.2), False, "Morton et al. 2018, doi:10.1136/bjsports-2017-097608")
"""Lifting brings more lean mass with protein up to 1.6 g/kg of body mass a day; the interval of that ends at 2.2."""
TO_KEEP_MUSCLE = ProteinAim(
    (2.3, 3.1),
    True,
    "Helms et al. 2014, doi:10.1123/ijsnem.2013-0054; Longland et al. 2016, doi:10.3945/ajcn.115.119339",
)
"""Lean athletes who lift and eat less than they spend; with 2.4 g/kg of body mass people gained lean mass."""
TO_LOSE = ProteinAim((1.2, 1.6), False, "Leidy et al. 2015, doi:10.3945/ajcn.114.084038")
"""What helps to lose weight, for people who are not lean."""
_TO_PERFORM = ProteinAim((1.4, 2.0), False, "Jäger et al. 2017, doi:10.1186/s12970-017-0177-8")
_TO_LAST = ProteinAim((1.2, 1.6), False, "Bauer et al. 2013, doi:10.1016/j.jamda.2013.05.021; Morton et al. 2018")


def _as_spent(why: str, protein: ProteinAim) -> EnergyAim:
    return EnergyAim(f"You eat what you spend, training included: {why}.", 0.0, protein)


GOALS: dict[Goal, GoalEffect] = {
    "grow": GoalEffect(
        "You want to grow, so weekly hard sets come first.",
        EnergyAim(
            "You eat a little more than you spend, for 0.25 % of body mass a week; more than 0.5 % is mostly fat "
            "(Iraki et al. 2019, doi:10.3390/sports7070154).",
            0.25,
            TO_BUILD,
        ),
        PageAim("Thigh and calf come first: that is where you want more.", ("thigh", "calf", "body-mass")),
    ),
    "hips": GoalEffect(
        "You want to shape the hips, so glutes and the glute-ham tie-in lead the ranking.",
        _as_spent("muscle can grow at the hips while body mass stays", TO_BUILD),
        PageAim("Hip and waist come first, and their ratio.", ("hip", "waist", "thigh")),
        ranking=(Part.GLUTES, Part.HAMS, Part.QUADS, Part.CALVES),
    ),
    "lose-weight": GoalEffect(
        "You want to lose weight: a circuit day adds work and lifting keeps the muscle; food decides the rest.",
        EnergyAim(
            "You eat less than you spend, for 0.7 % of body mass a week: athletes who lost at that rate gained lean "
            "mass, those at twice the rate did not (Garthe et al. 2011, doi:10.1123/ijsnem.21.2.97).",
            -0.7,
            TO_LOSE,
        ),
        PageAim("Body mass and waist come first.", ("body-mass", "waist")),
        circuits=1,
    ),
    "leaner": GoalEffect(
        "You want to get leaner: a circuit day adds work beside the hard sets.",
        EnergyAim(
            "You eat somewhat less than you spend, for 0.35 % of body mass a week, with more protein: so that fat goes "
            "and muscle stays or comes (Barakat et al. 2020, doi:10.1519/SSC.0000000000000584).",
            -0.35,
            TO_KEEP_MUSCLE,
        ),
        PageAim(
            "Waist comes before body mass: the scale can stand still while you get leaner.",
            ("waist", "body-fat", "body-mass"),
        ),
        circuits=1,
    ),
    "tighter-core": GoalEffect(
        "You want a tighter core, so work for the trunk is part of every leg day.",
        _as_spent("trunk work trains muscle; where fat goes it does not choose", TO_BUILD),
        PageAim("Waist comes first, beside your height.", ("waist", "body-mass")),
        borrows=("trunk",),
    ),
    "performance": GoalEffect(
        "You train to run and jump, so jumps come first while you are fresh, and the back of the leg leads.",
        _as_spent(
            "too little costs speed, hormones and bone (Mountjoy et al. 2023, doi:10.1136/bjsports-2023-106994)",
            _TO_PERFORM,
        ),
        PageAim("Single-leg stand and stairs come first, then body mass.", ("single-leg-stand", "stairs", "body-mass")),
        ranking=(Part.GLUTES, Part.HAMS, Part.CALVES, Part.QUADS),
        borrows=("wide-narrow-jump",),
    ),
    "longevity": GoalEffect(
        "You train to stay strong for long: no set goes to failure, and hip and trunk are always trained.",
        _as_spent("a steady body mass and enough protein keep muscle with the years", _TO_LAST),
        PageAim(
            "Wall sit, single-leg stand and stairs come first, then calf and waist.",
            ("wall-sit", "single-leg-stand", "stairs", "calf", "waist"),
        ),
        least_reserve=2,
        borrows=("trunk", "hip-abductors"),
    ),
}
"""The goals of row F4, and M6's hips. That load and effort well short of failure still build strength: Refalo et al.
2023, Sports Med 53:649, doi:10.1007/s40279-022-01784-y."""
