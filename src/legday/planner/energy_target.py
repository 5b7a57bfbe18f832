"""What to eat in a day for an athlete's goal: energy, protein and fat, with the limits that keep it safe."""

import datetime as dt

import msgspec

from legday.documents import FieldError
from legday.energy import GoalPath, Limit, Person, Refusal, intake_at_rate, plan_mass_goal, usual_fat
from legday.planner.goals import GOALS, TO_KEEP_MUSCLE, TO_LOSE, Goal, ProteinAim
from legday.planner.profile import MassGoal

LEAST_FAT = {True: 0.15, False: 0.20}
"""The least of the energy that fat brings to men (True) and to women (FAO, Food and Nutrition Paper 91, 2010)."""
_FAT_KCAL = 9  # in a gram (Atwater)
_LOSING = -0.1  # % of body mass a week, below which protein is that of a deficit; our own convention


class EnergyTarget(msgspec.Struct, frozen=True):
    """What to eat in a day: energies [kcal/d], protein and the least fat [g/d].

    `maintenance` holds the mass of today, training included, and `training` is the part of that which training takes.
    `rate` is the fat and lean tissue that the first week brings [% of body mass]. `sentence` says what the goal does to
    food, `plan` what to the plan, `page` what to the body's page; `protein_sentence` is where the protein comes from.
    `own` is whether `maintenance` comes from the athlete's log, and not from formulas.
    `mass_goal` is the one that the intake leads to, if one is set and within reach; `refusal` says why the one that is
    set is not safe, and then `mass_goal` is the nearest safe one. `reasons` say what else keeps the intake from what
    the goal would ask for.
    """

    goal: Goal
    sentence: str
    maintenance: float
    training: float
    intake: float
    rate: float
    protein: tuple[float, float]
    protein_sentence: str
    least_fat: float
    plan: str
    page: str
    own: bool
    mass_goal: MassGoal | None = None
    limits: tuple[Limit, ...] = ()
    refusal: Refusal | None = None
    reasons: tuple[str, ...] = ()


def energy_target(
    goal: Goal, person: Person, mass_goal: MassGoal | None, today: dt.date, training_kcal: float | None = None
) -> EnergyTarget:
    """Say what to eat for a goal: the safe intake that leads to a body mass, else the one of the goal's rate.

    Parameters
    ----------
    goal
        What the athlete trains for.
    person
        Who they are today; `person_of` tells.
    mass_goal
        The body mass they want, if they named one.
    today
        The first day.
    training_kcal
        Energy of training and runs to come, beside what the activity level holds [kcal/d]; the usual one if None.

    Raises
    ------
    FieldError
        If a number is out of its bounds.

    References
    ----------
    Those of `plan_mass_goal` and of `GOALS`.
    """
    aim = GOALS[goal].energy
    new = 0.0 if training_kcal is None else training_kcal - person.usual_training
    found = _led_to(person, mass_goal, today, new) if mass_goal else None
    refusal: Refusal | None = None
    reasons: tuple[str, ...] = ()
    if isinstance(found, str):
        reasons, found = (found,), None
    if isinstance(found, Refusal):
        refusal, safe = found, found.nearest[0]
        mass_goal = MassGoal(safe.mass, safe.by)
        nearest = _led_to(person, mass_goal, today, new)
        found = nearest if isinstance(nearest, GoalPath) else None
    if isinstance(found, GoalPath):
        hold = intake_at_rate(person, 0, training=new)
        maintenance, intake, rate, limits = hold.maintenance, found.intake, found.rate, found.limits
        if found.target >= found.mass and rate < 0:  # new training brings water, which is no reason to eat less
            intake, rate = hold.intake, 0.0
        sentence = _toward(found)
    else:
        by_rate = intake_at_rate(person, 0.0 if refusal else aim.rate, training=new)
        maintenance, intake, rate, limits = by_rate.maintenance, by_rate.intake, by_rate.rate, by_rate.limits
        sentence, mass_goal = aim.sentence, None
        reasons += by_rate.reasons
    protein, (least, most) = _protein(person, aim.protein, losing=rate < _LOSING)
    low, high = protein.grams
    of = "fat-free mass" if protein.of_lean else "body mass"
    return EnergyTarget(
        goal,
        sentence,
        maintenance,
        person.usual_training + new,
        intake,
        rate,
        (least, most),
        f"Protein is {low:g} to {high:g} g a day for each kilogram of {of} ({protein.source}).",
        round(LEAST_FAT[person.male] * intake / _FAT_KCAL),
        GOALS[goal].sentence,
        GOALS[goal].page.sentence,
        person.intake is not None,
        mass_goal,
        limits,
        refusal,
        reasons,
    )


def _protein(person: Person, aim: ProteinAim, *, losing: bool) -> tuple[ProteinAim, tuple[int, int]]:
    """Choose the goal's protein, or what keeps muscle in a deficit where that is more; with the grams of a day."""
    kg = float(person.mass.kg)
    lean = kg - _fat_kg(person)

    def grams(protein: ProteinAim) -> tuple[int, int]:
        least, most = (round(each * (lean if protein.of_lean else kg)) for each in protein.grams)
        return least, most

    aims = [aim] if aim is TO_LOSE or not losing else [aim, TO_KEEP_MUSCLE]
    chosen = max(aims, key=grams)
    return chosen, grams(chosen)


def _led_to(person: Person, wanted: MassGoal, today: dt.date, training: float) -> GoalPath | Refusal | str:
    """Plan the way to a mass; a sentence where its day is past, near or too far."""
    try:
        return plan_mass_goal(person, wanted.to, today, wanted.by, training=training)
    except FieldError as error:
        if error.field != "by":
            raise
        if wanted.by <= today:
            return f"The day of your goal, {wanted.by:%-d %B %Y}, has come; set a new one."
        return f"Your goal of {wanted.to} by {wanted.by:%-d %B %Y} is left out: {error}."


def _toward(path: GoalPath) -> str:
    way = "less than" if path.target < path.mass else "more than"
    if path.target == path.mass:
        return f"You eat what you spend, to stay at {path.target}."
    return f"You eat {way} you spend, to reach {path.target} by {path.by:%-d %B %Y}."


def _fat_kg(person: Person) -> float:
    mass = float(person.mass.kg)
    if person.fat is not None:
        return person.fat / 100 * mass
    return float(usual_fat(person.male, person.age, person.height, mass))
