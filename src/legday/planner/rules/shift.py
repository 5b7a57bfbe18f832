"""A wish for more of one part and less of another picks exercises, and ways of doing them, by computed shares."""

from collections.abc import Iterator

from legday.anatomy import Part
from legday.catalogue import Exercise, Variant
from legday.physics import SETTLED_POINTS, settled_shares
from legday.planner.carried import said_shares
from legday.planner.costs import SHIFTED_POINT
from legday.planner.model import Model
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.profile import Profile
from legday.planner.rule import Placed, Rule
from legday.planner.wishes import Wish


def _shifts(profile: Profile, part: Part | None) -> list[Wish]:
    """The wishes to shift work that bear on what is done for a part."""
    wishes = (wish for wish in profile.wishes if wish.kind == "shift")
    return [wish for wish in wishes if part is not None and part in (wish.part, wish.other)]


def _shifted(exercise: Exercise, variant: Variant, wishes: list[Wish]) -> float | None:
    """How far work lies where it is wished [points of muscle share]; None where no poses tell."""
    shares = settled_shares(exercise.id, variant.id)
    if shares is None:
        return None
    more = sum(shares[wish.part] for wish in wishes if wish.part)
    return more - sum(shares[wish.other] for wish in wishes if wish.other)


def _offers(request: Request, candidate: Candidate) -> Iterator[Variant]:
    """The way of doing an exercise that shifts most as wished, where it is done for a part."""
    wishes, exercise = _shifts(request.profile, candidate.slot.part), candidate.exercise
    as_listed = _shifted(exercise, candidate.variant, wishes) if wishes else None
    if as_listed is None:
        return
    shifts = {
        variant.id: shifted
        for variant in exercise.variants
        if variant.sides == candidate.variant.sides and (shifted := _shifted(exercise, variant, wishes)) is not None
    }
    best = max(shifts, key=lambda each: (shifts[each], each))
    if shifts[best] >= as_listed + SETTLED_POINTS:
        yield exercise.variant(best)


def _post(model: Model) -> None:
    for candidate in model.problem.candidates:
        wishes = _shifts(model.problem.profile, candidate.slot.part)
        if not wishes:
            continue
        shifted = _shifted(candidate.exercise, candidate.variant, wishes)
        if shifted is None:
            continue
        others = model.problem.of_slot(candidate.day, candidate.slot)
        best = max(each for one in others if (each := _shifted(one.exercise, one.variant, wishes)) is not None)
        if best - shifted >= SETTLED_POINTS:
            cost = round(SHIFTED_POINT * (best - shifted))
            model.penalise(RULE.id, "method", candidate.id, cost * model.uses[candidate.id])


def _why(problem: Problem, placed: Placed) -> str | None:
    """What the choice shifts, against what the method puts first in its place."""
    candidate, wishes = placed.candidate, _shifts(problem.profile, placed.candidate.slot.part)
    first = candidate.slot.choose[0]
    usual = settled_shares(first.exercise.id, first.variant.id)
    this = settled_shares(candidate.exercise.id, candidate.variant.id)
    before = _shifted(first.exercise, first.variant, wishes)
    after = _shifted(candidate.exercise, candidate.variant, wishes)
    if not wishes or not usual or not this or before is None or after is None or after - before < SETTLED_POINTS:
        return None
    parts = tuple(part for wish in wishes for part in (wish.part, wish.other) if part)
    told = " and ".join(f"'{wish}'" for wish in wishes)
    other = f"{first.exercise.name.lower()}, {first.variant.name.lower()}"
    said = said_shares(parts, this, usual)
    return f"You asked for {told}: against {other}, it gives {said}, by the model of joints and muscles."


RULE = Rule(
    id="shift",
    sentence="A wish for more of one part or less of another picks exercises and variants that shift the work so.",
    source="P2, P10; computed, see docs/physics.md",
    hard=False,
    offers=_offers,
    post=_post,
    why=_why,
)
