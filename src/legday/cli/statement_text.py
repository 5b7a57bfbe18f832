"""The energy statement as text for a terminal."""

import datetime as dt
from collections.abc import Iterator

from legday.energy import JOULES_PER_KCAL, Balance, DayLine, Statement
from legday.units import Mass, MassUnit

_NAMES = {
    "food": "Food",
    "unlogged": "Not logged",
    "resting": "Resting",
    "digestion": "Digesting",
    "training": "Training",
    "running": "Running",
    "walking": "Walking",
    "rest-of-day": "The rest of the day",
    "adaptation": "Adaptation",
    "building": "Building tissue",
    "found": "Found by your scale",
}
_GUESSED = "≈"


def render_statement(statement: Statement, name: str, lines: bool = False, unit: MassUnit = "kg") -> str:
    """Write a statement as text, in kcal and a unit of mass; with every line of every day if wanted."""
    return "\n".join(line.rstrip() for line in _lines(statement, name, lines, unit)) + "\n"


def _lines(statement: Statement, name: str, lines: bool, unit: MassUnit) -> Iterator[str]:
    yield f"Energy statement of {name}, {_day(statement.first)} to {_day(statement.last)}, in kcal"
    yield ""
    yield f"  {'':11}{'eaten':>8} {'spent':>8} {'change':>8} {'balance':>9} {'books':>8} {'scale':>7}"
    yield f"  {'opening':11}{'':>26} {_kcal(statement.opening.joules):>9} {_mass(statement.opening.mass, unit):>8}"
    for day in statement.days:
        yield _day_line(day, unit)
        if lines:
            yield from (
                f"      {_kcal(each.joules):>7} {_GUESSED if each.sure == 'guessed' else ' '} {each.label}"
                for each in day.postings
            )
    yield (
        f"  {'closing':11}{_kcal(statement.eaten):>8} {_kcal(statement.spent):>8} "
        f"{_signed(statement.closing.joules - statement.opening.joules):>8} {_kcal(statement.closing.joules):>9} "
        f"{_mass(statement.closing.mass, unit):>8}"
    )
    yield ""
    yield from _change(statement.opening, statement.closing, unit)
    yield ""
    yield "By account, a day:"
    for account in sorted(statement.accounts, key=lambda line: list(_NAMES).index(line.account)):
        mark = f" {_GUESSED}" if account.guessed else ""
        yield f"  {_NAMES[account.account]:22}{_kcal(account.a_day):>8}{mark}"
    yield ""
    if statement.guessed:
        share = statement.guessed / max(statement.eaten, 1)
        yield f"{_GUESSED} marks what is not as you logged it: {share:.0%} of what was eaten is guessed or in question."
    if spent := statement.expenditure:
        yield f"You spend about {spent.mean:,.0f} kcal a day ({spent.low:,.0f} to {spent.high:,.0f} in 9 of 10 cases)."
    yield statement.scale_says
    left = statement.eaten - statement.spent - (statement.closing.joules - statement.opening.joules)
    yield f"Eaten less spent less the change of the stores: {left} J."


def _day_line(day: DayLine, unit: MassUnit) -> str:
    scale = _mass(day.scale, unit) if day.scale is not None else ""
    mark = _GUESSED if day.guessed else " "
    return (
        f"  {_day(day.date):11}{_kcal(day.eaten):>8}{mark}{_kcal(day.spent):>8} {_signed(day.change):>8} "
        f"{_kcal(day.balance):>9} {_mass(day.mass, unit):>8} {scale:>7}"
    )


def _change(opening: Balance, closing: Balance, unit: MassUnit) -> Iterator[str]:
    fat, lean, mass = (
        f"{(after - before) * _units_in_a_kilogram(unit):+.2f} {unit}"
        for before, after in (
            (opening.fat_kg, closing.fat_kg),
            (opening.lean_kg, closing.lean_kg),
            (opening.mass, closing.mass),
        )
    )
    yield f"Fat {fat}, lean tissue {lean}; the rest of the {mass} by the books is glycogen and water."


def _day(date: dt.date) -> str:
    return f"{date:%a %-d %b}"


def _kcal(joules: int) -> str:
    return f"{joules / JOULES_PER_KCAL:,.0f}"


def _signed(joules: int) -> str:
    return f"{joules / JOULES_PER_KCAL:+,.0f}"


def _mass(kilograms: float, unit: MassUnit) -> str:
    return f"{kilograms * _units_in_a_kilogram(unit):.1f} {unit}"


def _units_in_a_kilogram(unit: MassUnit) -> float:
    return float(Mass(1, "kg").to(unit).value)
