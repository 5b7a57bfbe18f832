"""Forced reps, helped negatives and pins moved by hand need a partner; alone, rest-pause takes their place."""

from msgspec.structs import replace

from legday.notation import AddOn, Circumstance, Forced, Negative, RestPause, Scheme, resolve
from legday.planner.easing import SOLO_REST_SECONDS, without_drops
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule

_NEEDS_PARTNER = (Forced, Negative)


def circumstances(request: Request, candidate: Candidate) -> frozenset[Circumstance]:
    """What is at hand on the day: a partner, a cage."""
    found: set[Circumstance] = set()
    if request.profile.has_partner(candidate.day):
        found.add("partner")
    if request.profile.cage:
        found.add("cage")
    return frozenset(found)


def _shape(request: Request, candidate: Candidate) -> Scheme:
    at_hand = circumstances(request, candidate)
    scheme = resolve(candidate.scheme, at_hand)
    if "partner" in at_hand:
        return scheme
    rest_pause = RestPause(SOLO_REST_SECONDS)
    add_ons = []
    for add_on in scheme.add_ons:
        alone = [rest_pause if isinstance(t, _NEEDS_PARTNER) else t for t in add_on.techniques]
        add_ons.append(AddOn(tuple(dict.fromkeys(alone)), add_on.from_set))
    scheme = replace(scheme, add_ons=tuple(add_ons))
    if len(scheme.links) > 1 and candidate.exercise.load in ("stack", "plates"):
        return without_drops(scheme)
    return scheme


def _why(problem: Problem, placed: Placed) -> str | None:
    candidate = placed.candidate
    if RULE.id not in candidate.shaped_by or placed.week.is_light:
        return None
    if "partner" in circumstances(problem.request, candidate):
        return "Your partner is there, so the help that the method asks for is planned."
    return "No partner is there, so what needs one is replaced by what you can do alone."


RULE = Rule(
    id="partner",
    sentence="Forced reps, helped negatives and moved pins are planned only with a partner; alone, rest-pause is.",
    source="P12",
    hard=True,
    order=10,
    shape=_shape,
    why=_why,
)
