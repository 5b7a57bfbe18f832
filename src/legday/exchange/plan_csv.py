"""A plan as CSV: one row for each exercise of each session, for spreadsheets and scripts."""

import csv
import io
import re
from collections.abc import Iterator

from legday.exchange.plan_words import one_line
from legday.planner import Item, Plan, PlannedWeek, Session

COLUMNS = (
    "date",
    "weekday",
    "week",
    "part",
    "exercise",
    "name",
    "variant",
    "sets",
    "count",
    "load_kg",
    "load",
    "minutes",
    "why",
    "role",
    "easy_week",
    "athlete",
    "method",
)
"""The columns, in order; docs/plan-files.md says what each holds."""

_FORMULA = re.compile(r"(^|[,;|\"'])(\s*)(?=[=+\-@＝＋－＠])")


def plan_csv(plan: Plan) -> str:
    """Write a plan as CSV (RFC 4180): comma separated, every field in quotation marks, lines ended by CR LF.

    Text that a spreadsheet could take for a formula gets an apostrophe before it, at the start of a field and
    after anything that some spreadsheets take for the end of one (OWASP, CSV Injection).
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows(map(_cell, row) for row in _rows(plan))
    return file.getvalue()


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    for week in plan.weeks:
        for session in week.sessions:
            for item in session.items:
                yield _row(plan, week, session, item)


def _row(plan: Plan, week: PlannedWeek, session: Session, item: Item) -> tuple[str, ...]:
    return (
        session.date.isoformat(),
        session.weekday,
        f"{week.number}",
        item.part or "",
        item.exercise,
        item.name,
        item.variant_name,
        item.sets,
        f"{item.count}",
        "" if item.load is None or item.load.kg is None else _number(item.load.kg),
        item.load.text if item.load else "",
        _number(item.minutes),
        " ".join(item.because),
        item.role,
        "yes" if week.deload else "no",
        plan.athlete,
        plan.method,
    )


def _number(number: float) -> str:
    """Write a number with up to three decimals, and without idle zeros."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1\2'", one_line(text))
