"""A session does not fill two slots with the same exercise, but for one that warms up and then works."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    by_exercise: dict[tuple[str, str, str], list[str]] = {}
    for candidate in model.problem.candidates:
        purpose = candidate.slot.role if candidate.slot.is_preparation else "work"
        by_exercise.setdefault((candidate.day, candidate.exercise.id, purpose), []).append(candidate.id)
    for (day, exercise, _), candidates in by_exercise.items():
        if len(candidates) > 1:
            uses = sum(model.uses[candidate] for candidate in candidates)
            model.require(RULE.id, f"{exercise} once on {day}", uses <= 1)


RULE = Rule(
    id="no-repeat",
    sentence="A session does not do the same exercise in two places.",
    source="variety within a session",
    hard=True,
    post=_post,
)
