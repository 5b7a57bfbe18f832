"""A plan as one self-contained HTML page, for the phone and for paper."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from legday.anatomy import Part
from legday.exchange.plan_looks import looks
from legday.exchange.plan_words import said_after, said_kind
from legday.planner import Item, Plan, Session
from legday.units import Weekday

if TYPE_CHECKING:
    from jinja2 import Template


class WeekLine(msgspec.Struct, frozen=True):
    """What an item asks for in weeks that ask for the same: `1-3`, the sets, the load."""

    weeks: str
    sets: str
    load: str
    basis: str


class ItemBlock(msgspec.Struct, frozen=True):
    """An item through the block: how it is done, what each week asks for, and its own reasons."""

    item: Item
    lines: tuple[WeekLine, ...]
    reasons: tuple[str, ...]


class DayBlock(msgspec.Struct, frozen=True):
    """A training day of the weekly template, with its items through the block and the reasons they all share."""

    session: Session
    dates: tuple[dt.date, ...]
    minutes: str
    items: tuple[ItemBlock, ...]
    reasons: tuple[str, ...]
    after: tuple[str, ...]


def plan_page(plan: Plan) -> str:
    """Render a plan as HTML; the page needs nothing but itself."""
    return _template().render(
        plan=plan,
        days=tuple(_days(plan)),
        weekdays=tuple(Weekday),
        parts=plan.ranking,
        grid=tuple(_grid_row(plan, number) for number in range(len(plan.weeks))),
        volumes=tuple((part, tuple(_volume(plan, part))) for part in plan.ranking),
        scale=max((max(v.effective, v.target) for week in plan.weeks for v in week.volumes), default=1) or 1,
        used_rules=_used_rules(plan),
        looks=looks(plan),
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("plan_page.html.jinja")


def _days(plan: Plan) -> Iterator[DayBlock]:
    for sessions in plan.by_day():
        through = [session for session in sessions if session]
        session = through[0]
        shared = _shared_reasons(session)
        items = []
        for position, item in enumerate(session.items):
            forms = [week.items[position] for week in through]
            own = tuple(reason for reason in item.because if reason not in shared)
            items.append(ItemBlock(item, tuple(_lines(forms)), own))
        minutes = sorted({each.minutes for each in through})
        told = f"{minutes[0]}" if len(minutes) == 1 else f"{minutes[0]}–{minutes[-1]}"
        yield DayBlock(
            session, tuple(each.date for each in through), told, tuple(items), shared, said_after(plan, session)
        )


def _shared_reasons(session: Session) -> tuple[str, ...]:
    """List the reasons that more than one item of a day has; they are told once, for the day."""
    counts = Counter(reason for item in session.items for reason in item.because)
    return tuple(reason for reason, times in counts.items() if times > 1)


def _lines(forms: list[Item]) -> Iterator[WeekLine]:
    """Join neighbouring weeks that ask for the same."""
    first = 0
    for number, form in enumerate(forms):
        following = forms[number + 1] if number + 1 < len(forms) else None
        if following is None or following.sets != form.sets:
            weeks = f"{first + 1}" if first == number else f"{first + 1}–{number + 1}"
            load = form.load
            yield WeekLine(weeks, form.sets, load.text if load else "", load.basis if load else "")
            first = number + 1


def _grid_row(plan: Plan, number: int) -> dict[str, Any]:
    week = plan.weeks[number]
    by_day = {Weekday.of(session.date): session for session in week.sessions}
    runs = {Weekday.of(run.date): run for run in week.runs}
    cells = tuple((by_day.get(day), runs.get(day)) for day in Weekday)
    return {"week": week, "kind": said_kind(week), "cells": cells}


def _volume(plan: Plan, part: Part) -> Iterator[Any]:
    for week in plan.weeks:
        yield next(volume for volume in week.volumes if volume.part is part)


def _used_rules(plan: Plan) -> tuple[tuple[str, Any], ...]:
    used = {rule for week in plan.weeks for session in week.sessions for item in session.items for rule in item.why}
    return tuple((identifier, rule) for identifier, rule in plan.rules.items() if identifier in used or rule.hard)
