"""The method's slots are kept, with the sets it writes for them."""

from legday.planner.costs import MISSING_SET
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    problem = model.problem
    for day in problem.days:
        for routine in problem.program.routines:
            session = model.sessions[routine.id, day]
            for slot in routine.slots:
                candidates = problem.of_slot(day, slot)
                if slot.part is None or not candidates:
                    continue
                for week, times in problem.kinds.items():
                    if problem.is_free(day, week):
                        continue
                    asked = problem.sets_asked(slot, week)
                    done = sum(model.sets[candidate.id, week.number] for candidate in candidates)
                    missing = model.amount(f"left out of {slot.id} on {day} week {week.number}", asked)
                    model.cp.add(missing >= asked * session - done)
                    about = f"{slot.id} on {day} in week {week.number}"
                    model.penalise(RULE.id, "method", about, MISSING_SET * times * missing, week=week)


def _why(problem: Problem, placed: Placed) -> str | None:
    slot = placed.candidate.slot
    if not slot.rows or placed.week.is_light:
        return None
    written, asked = slot.scheme(problem.profile.level).sets.high, problem.sets_asked(slot, placed.week)
    told = f"The method ({', '.join(slot.rows)}) writes "
    if placed.sets > asked:
        return f"{told}{asked} sets here for this week; you asked for more."
    if placed.sets < asked:
        return f"{told}{asked} sets here for this week; {placed.sets} fit."
    if asked < written and any(
        each.kind == "fewer-sets" and each.part is slot.part for each in problem.request.answers
    ):
        return f"{told}up to {written} sets here; {asked} are left while a plateau is answered with fewer."
    return f"{told}it here, {'with these sets' if asked == written else f'and its {written} sets are worked up to'}."


RULE = Rule(
    id="as-written",
    sentence="The method's slots are kept, with as many of its sets as fit.",
    source="the method's own rows",
    hard=False,
    post=_post,
    why=_why,
)
