"""Every choice of a request laid out, less what the rules take away."""

from collections.abc import Iterator
from dataclasses import replace

from legday.planner.problem import Candidate, Exclusion, Problem, Request
from legday.planner.rule import Rule
from legday.planner.rules import RULES
from legday.units import Weekday

_OFFERING = tuple(rule for rule in RULES if rule.offers is not Rule.offers)
_EXCLUDING = tuple(rule for rule in RULES if rule.excludes is not Rule.excludes)
_SHAPING = tuple(rule for rule in RULES if rule.shape is not Rule.shape)


def lay_out(request: Request) -> Problem:
    """Lay out every choice of a request; the rules take away what must not be and shape how the rest is done."""
    candidates: list[Candidate] = []
    exclusions: list[Exclusion] = []
    for candidate in _with_offers(request):
        exclusion = excluded(request, candidate)
        if exclusion is None:
            candidates.append(shaped(request, candidate))
        else:
            exclusions.append(exclusion)
    return Problem(request, tuple(candidates), tuple(exclusions))


def excluded(request: Request, candidate: Candidate) -> Exclusion | None:
    """Find the first rule that takes a candidate away, and why; None where it is open."""
    for rule in _EXCLUDING:
        if reason := rule.excludes(request, candidate):
            return Exclusion(candidate.day, candidate.slot, candidate.exercise, candidate.variant, rule.id, reason)
    return None


def shaped(request: Request, candidate: Candidate) -> Candidate:
    """Return a candidate done as the rules let it be done."""
    for rule in _SHAPING:
        scheme = rule.shape(request, candidate)
        if scheme != candidate.scheme:
            candidate = replace(candidate, scheme=scheme, shaped_by=(*candidate.shaped_by, rule.id))
    return candidate


def _with_offers(request: Request) -> Iterator[Candidate]:
    """All candidates of the method, done as rules offer where they do, in the place of their exercise; none twice."""
    seen: set[str] = set()
    for candidate in _all_candidates(request):
        place = next(n for n, one in enumerate(candidate.slot.choose) if one.exercise == candidate.exercise)
        variants = (variant for rule in _OFFERING for variant in rule.offers(request, candidate))
        offered = [replace(candidate, variant=variant, place=place) for variant in variants]
        for each in offered or [candidate]:
            if each.id not in seen:
                seen.add(each.id)
                yield each


def _all_candidates(request: Request) -> Iterator[Candidate]:
    level = request.profile.level
    for day in Weekday:
        if day not in request.profile.days:
            continue
        for routine in request.program.routines:
            for slot in routine.slots:
                for place, reference in enumerate(slot.choose):
                    scheme = slot.scheme(level)
                    yield Candidate(day, routine, slot, reference.exercise, reference.variant, scheme, place)
