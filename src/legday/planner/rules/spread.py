"""Sessions of a part are spread over the week, rather than a day apart with a long gap after."""

from legday.planner.costs import OUT_OF_ORDER
from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for part in model.problem.program.parts:
        for day in model.problem.days:
            after = model.problem.after(day, 2)
            if after is not None and (part, after) in model.trains:
                close = model.bool(f"{part} on {day} and {after}")
                model.cp.add_bool_or(close, model.trains[part, day].negated(), model.trains[part, after].negated())
                model.penalise(RULE.id, "method", f"{part} on {day} and {after}", OUT_OF_ORDER * close)


RULE = Rule(
    id="spread",
    sentence="Sessions of a part are spread over the week where nothing else decides.",
    source="P3: three days lie between the two long sessions",
    hard=False,
    post=_post,
)
