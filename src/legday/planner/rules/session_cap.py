"""No session has more hard sets than the athlete's level can do well."""

from legday.planner.model import Model
from legday.planner.rule import Rule
from legday.programs import Level

MOST_IN_SESSION = {Level.BEGINNER: 18, Level.INTERMEDIATE: 22, Level.ADVANCED: 27}
"""Hard sets of one session: our own convention, just above the longest day that the methods write for the level."""


def _post(model: Model) -> None:
    most = MOST_IN_SESSION[model.problem.profile.level]
    for day in model.problem.days:
        for week in model.problem.kinds:
            about = f"at most {most} hard sets on {day}"
            model.require(RULE.id, about, model.session_quarter_sets(day, week) <= 4 * most)


RULE = Rule(
    id="session-cap",
    sentence="No session has more hard sets than the level can do well: 18, 22 or 27.",
    source="C4, P5-P7: the longest days that the methods write",
    hard=True,
    post=_post,
)
