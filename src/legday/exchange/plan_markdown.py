"""A plan as Markdown with tables, for a forge, a wiki or a note app."""

import re
from collections.abc import Iterator

from legday.exchange.plan_days import Course, TrainingDay, training_days
from legday.exchange.plan_legend import legend
from legday.exchange.plan_words import (
    one_line,
    said_after,
    said_conflict,
    said_date,
    said_free_meals,
    said_kind,
    said_load,
    said_parts,
    said_proof,
    said_run,
    said_span,
    said_ways_out,
)
from legday.planner import Plan, PlannedWeek, Volume
from legday.units import Weekday

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~$^=&]|^[-+]")
"""What could be markup: of CommonMark, of its tables, or of note apps (mathematics, highlights, tags)."""
_NUMBERED = re.compile(r"(^\d+)([.)])")


def plan_markdown(plan: Plan) -> str:
    """Write a plan as Markdown: CommonMark with the tables of GitHub Flavored Markdown, ended by a line break."""
    blocks = [f"# {_text(plan.athlete)}: {_text(plan.method_name)}", *_head(plan)]
    if plan.weeks:
        blocks += ["## The weeks", _weeks(plan)]
        blocks += [_list(said_free_meals(plan))] if said_free_meals(plan) else []
        blocks += ["## Hard sets a week", _volumes(plan)]
        for day in training_days(plan):
            blocks += _day(plan, day)
        blocks += ["## How to read the sets", _table(("Sign", "Meaning"), _signs(plan))]
    return "\n\n".join(blocks) + "\n"


def _head(plan: Plan) -> Iterator[str]:
    if plan.weeks:
        yield f"{said_span(plan)}. Parts in your order: {', '.join(plan.ranking)}."
    yield said_proof(plan)
    if plan.conflict:
        yield _list(said_conflict(plan))
    if said_ways_out(plan):
        yield "What would open a plan:"
        yield _list(said_ways_out(plan))
    for warning in plan.warnings:
        yield f"> **{_text(warning)}**"
    if plan.notes:
        yield _list(plan.notes)


def _list(sentences: tuple[str, ...]) -> str:
    return "\n".join(f"- {_text(sentence)}" for sentence in sentences)


def _weeks(plan: Plan) -> str:
    days = [Weekday.of(plan.request.start).plus(number) for number in range(7)]
    runs = any(week.mileage for week in plan.weeks)
    rows = []
    for week in plan.weeks:
        cells = (_cell(week, day) for day in days)
        kind = f" ({said_kind(week)})" if said_kind(week) else ""
        row = (f"{week.number}{kind}", said_date(week.start), *cells)
        rows.append((*row, week.mileage) if runs else row)
    last = ("Runs",) if runs else ()
    return _table(("Week", "Starts", *(day.capitalize()[:3] for day in days), *last), rows)


def _cell(week: PlannedWeek, day: Weekday) -> str:
    legs = [f"{said_parts(s)}, {s.minutes} min" for s in week.sessions if Weekday.of(s.date) is day]
    return "; ".join([*legs, *(_text(said_run(run)) for run in week.runs if Weekday.of(run.date) is day)])


def _volumes(plan: Plan) -> str:
    by_week = [{volume.part: volume for volume in week.volumes} for week in plan.weeks]
    rows = [(part.capitalize(), *(_of_target(volumes[part]) for volumes in by_week)) for part in plan.ranking]
    told = "Done of aimed at; in brackets with half of the sets that train the part beside another one."
    return _table(("Part", *(f"Week {week.number}" for week in plan.weeks)), rows) + f"\n\n{told}"


def _of_target(volume: Volume) -> str:
    indirect = f" ({volume.effective:g})" if volume.effective > volume.direct else ""
    return f"{volume.direct:g} of {volume.target:g}{indirect}"


def _day(plan: Plan, day: TrainingDay) -> Iterator[str]:
    session = day.session
    yield f"## {session.weekday}: {said_parts(session)}"
    dates = "; ".join(f"week {week.number}: {said_date(dated.date)}" for week, dated in day.sessions)
    yield f"{day.minutes} min. {dates[0].upper()}{dates[1:]}."
    yield _table(("", "Exercise", "Weeks", "Sets", "Load"), [row for course in day.courses for row in _rows(course)])
    yield "\n".join(
        f"- **{_text(course.item.name)}**: {_text(' '.join(filter(None, (course.item.how, course.item.note))))}"
        for course in day.courses
        if course.item.role not in ("warm-up", "stretch")
    )
    if after := said_after(plan, session):
        yield _text(" ".join(after))


def _rows(course: Course) -> Iterator[tuple[str, ...]]:
    """A row for each run of weeks; the exercise is named in the first."""
    item = course.item
    named: tuple[str, str] = (item.part or item.role, f"**{_text(item.name)}**, {_text(item.variant_name.lower())}")
    for weeks, each in course.runs:
        yield (*named, weeks, f"`{each.sets}`", _text(said_load(each)))
        named = ("", "")


def _signs(plan: Plan) -> list[tuple[str, ...]]:
    return [(f"`{sign}`", _text(meaning)) for sign, meaning in legend(plan)]


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Write a table; the cells are Markdown already, with their pipes escaped."""
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(text: str) -> str:
    """Escape text so that it shows as it is, in a table too."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", one_line(text)))
