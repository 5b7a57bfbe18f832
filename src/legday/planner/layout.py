"""Every choice of a request laid out, less what the rules take away."""

from collections.abc import Iterator
from dataclasses import replace

from legday.planner.problem import Candidate, Exclusion, Problem, Request
from legday.planner.rules import RULES
from legday.units import Weekday


def lay_out(request: Request) -> Problem:
    """Lay out every choice of a request; the rules take away what must not be and shape how the rest is done."""
    candidates: list[Candidate] = []
    exclusions: list[Exclusion] = []
    for candidate in _all_candidates(request):
        for rule in RULES:
            reason = rule.excludes(request, candidate)
            if reason:
                exclusion = Exclusion(
                    candidate.day, candidate.slot, candidate.exercise, candidate.variant, rule.id, reason
                )
                exclusions.append(exclusion)
                break
        else:
            candidates.append(_shaped(request, candidate))
    return Problem(request, tuple(candidates), tuple(exclusions))


def _shaped(request: Request, candidate: Candidate) -> Candidate:
    for rule in RULES:
        scheme = rule.shape(request, candidate)
        if scheme != candidate.scheme:
            candidate = replace(candidate, scheme=scheme, shaped_by=(*candidate.shaped_by, rule.id))
    return candidate


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
