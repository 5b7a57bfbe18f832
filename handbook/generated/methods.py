"""A page for each method: what it is, a week of it, its sets by level and step by step, and what evidence says."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from handbook.generated.words import in_words, listed, table
from handbook.markup import slug
from legday.anatomy import Part
from legday.evidence import GRADES, load_claims
from legday.log import Log
from legday.notation import expand
from legday.planner import make_plan, read_profile
from legday.programs import ExerciseRef, Level, Placement, Program, Routine, Sex, Slot, load_methods, render

_EXAMPLES = Path(__file__).parents[2] / "examples"
_ATHLETES = {
    "priority-split": "male-bodybuilder",
    "circuit": "home-circuit",
    "machine-day": "beginner-woman",
    "foundation": "knee-pain",
}
"""Whose week is shown for a method; another method shows that of the first."""
_METHODS = """\
# Methods

The ways of training that legday knows, each with a page that shows a week of it, its sets and what evidence says.

{methods}
`best`, the default, is none of them by itself: it puts together what your goal, level, place and days call for.
`legday methods` lists them, and [Your own program](own-program.md) shows how to write one.
"""
_WHOM = {Sex.FEMALE: "a woman", Sex.MALE: "a man"}
_MONDAY = dt.date(2026, 11, 23)
_MOST_STEPS = 12


def methods_page() -> str:
    """Write the page that lists the methods."""
    methods = load_methods().values()
    told = (f"- [{method.name}](method-{method.id}.md): {method.summary}\n" for method in methods)
    return _METHODS.format(methods="".join(told))


def method_pages() -> dict[str, Callable[[], str]]:
    """Return what writes each method's page, by the name of the page."""
    return {f"method-{identifier}": partial(_page, method) for identifier, method in load_methods().items()}


def _page(method: Program) -> str:
    return "\n".join(
        (
            f"# {method.name}\n",
            f"{method.summary.rstrip()}\n",
            f"{method.source} Its file is [`{method.id}.yaml`](../src/legday/programs/methods/{method.id}.yaml).\n",
            f"Plan with it by the line `method: {method.id}` in your [profile](profile.md).\n",
            *_order(method),
            *_week(method),
            *_levels(method),
            *(line for routine in method.routines for line in _routine(method, routine)),
            *_steps(method),
            *_evidence(method),
        )
    )


def _order(method: Program) -> Iterator[str]:
    yield "## The order of parts\n"
    yield "Where you do not rank the parts yourself, they come in this order, the most important first.\n"
    yield table(("For", "Order"), ((_WHOM[sex], listed(parts)) for sex, parts in method.ranking.items()))
    told = list(_placed(method.placement))
    if told:
        yield "In the week:\n"
        yield from (f"- {line}" for line in told)
        yield ""


def _placed(placement: Placement) -> Iterator[str]:
    if placement.rest_day is not None:
        yield f"Day {placement.rest_day} is a rest day; the other days are counted from it."
    if placement.first_part is not None:
        yield f"The most important part is trained on day {placement.first_part}."
    if placement.second_part is not None:
        yield f"The second is trained on day {placement.second_part}."
    for part, patterns in placement.days.items():
        yield f"{part.capitalize()} on days {listed((listed(map(str, days)) for days in patterns), 'or')}."
    for part, others in placement.before_part.items():
        yield f"{part.capitalize()} before {listed(others)} on the same day."
    for part, trainings in placement.before_training.items():
        yield f"{part.capitalize()} before {listed(map(in_words, trainings), 'or')}, where your week has them."
    for part, other in placement.needs_part.items():
        yield f"{part.capitalize()} only on a day with {other}."
    if placement.last_part is not None:
        yield f"{placement.last_part.capitalize()} last on their day, unless they lead the ranking."


def _week(method: Program) -> Iterator[str]:
    example = _ATHLETES.get(method.id, next(iter(_ATHLETES.values())))
    profile = read_profile(_EXAMPLES / f"{example}.yaml")
    plan = make_plan(profile, Log(), start=_MONDAY, weeks=1, method=method.id)
    yield "## A week of it\n"
    yield (
        f"The first week that the planner makes with this method for [`{example}.yaml`](../examples/{example}.yaml), "
        "one of the examples. Yours follows your days, your place and your level.\n"
    )
    for session in plan.weeks[0].sessions:
        yield f"### {session.weekday.capitalize()}, {session.minutes} minutes: {listed(session.parts)}\n"
        yield table(
            ("Exercise", "Sets", "For"),
            (
                (item.name + _way(item.variant, item.variant_name), f"`{item.sets}`", item.part or item.role)
                for item in session.items
            ),
        )


def _way(variant: str, name: str) -> str:
    return "" if variant == "usual" else f" ({name.lower()})"


def _levels(method: Program) -> Iterator[str]:
    if method.levels:
        yield "## Levels\n"
        yield from (f"- **{level.capitalize()}**: {told}" for level, told in method.levels.items())
        yield ""


def _routine(method: Program, routine: Routine) -> Iterator[str]:
    times, most = routine.times.aim, routine.times.most
    often = f"{times} times" if times == most and times > 1 else "once" if times == most else f"{times} to {most} times"
    yield f"## Routine: {routine.name}\n"
    yield f"It comes {often} a week. An exercise that you can't do gives its place to what stands under *Else*.\n"
    levels = {level: _of(render(method, level), routine.id) for level in Level}
    rows = []
    for number, slot in enumerate(routine.slots):
        by_level = [f"`{levels[level].slots[number].sets}`" for level in Level]
        first, *others = map(_name, slot.choose)
        rows.append((first, *by_level, slot.part or in_words(slot.role), listed(others, "or") or "none"))
    yield table(("Exercise", *(level.capitalize() for level in Level), "For", "Else"), rows)


def _of(method: Program, routine: str) -> Routine:
    return next(each for each in method.routines if each.id == routine)


def _name(choice: ExerciseRef) -> str:
    way = "" if choice.variant.id == "usual" else f" ({choice.variant.name.lower()})"
    return choice.exercise.name + way


def _steps(method: Program) -> Iterator[str]:
    """The lines as the method writes them, each with the steps it stands for."""
    slots: dict[str, Slot] = {}
    for routine in method.routines:
        for slot in routine.slots:
            if isinstance(slot.part, Part):
                slots.setdefault(str(slot.sets), slot)
    yield "## Its sets, step by step\n"
    yield (
        "What the lines of the method mean, as `legday sets` shows it with a partner at hand. The words are those of "
        "the [set language](set-language.md).\n"
    )
    for line, slot in slots.items():
        steps = [step.text for step in expand(slot.sets, frozenset({"partner"}))]
        left = len(steps) - _MOST_STEPS
        shown = steps if left <= 1 else [*steps[:_MOST_STEPS], f"… and {left} steps more"]
        yield f"### `{line}`\n"
        yield f"As for {_name(slot.choose[0])}.\n"
        yield "```text\n" + "\n".join(shown) + "\n```\n"


def _evidence(method: Program) -> Iterator[str]:
    claims = [claim for claim in load_claims() if method.id in claim.methods]
    if not claims:
        return
    yield "## What evidence says\n"
    yield f"{len(claims)} claims about the body are made where this method comes from. Each leads to what was found.\n"
    for grade in GRADES:
        of_grade = [claim for claim in claims if claim.grade == grade]
        if of_grade:
            yield f"### {in_words(grade).capitalize()}\n"
            for claim in of_grade:
                title = claim.claim.rstrip(".")
                yield f"- [{title}](claims.md#{slug(title)}): {claim.in_short}"
            yield ""
