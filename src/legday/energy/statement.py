"""The ledger as a statement like a bank's: what came in, what went out, and the balance."""

import datetime as dt

import msgspec

from legday.energy.accounts import Eaten, Posting, Spent, Stores
from legday.energy.books import Books
from legday.energy.expenditure import Band
from legday.units import Mass, MassUnit

CLOSE = 0.5
"""How far the books may be from the scale's trend before the statement says so [kg]; our own convention: it is about
what water does from day to day (see docs/expenditure.md)."""


class Balance(msgspec.Struct, frozen=True):
    """What a body holds: energy [J] and masses [kg]."""

    joules: int
    fat: int
    lean: int
    glycogen: int
    fat_kg: float
    lean_kg: float
    mass: float


class DayLine(msgspec.Struct, frozen=True):
    """A day of the statement: its sums [J], the stores at its end [J], and the mass by the books and on the scale [kg].

    `guessed` is how much of what was eaten was not logged or is in question [J].
    """

    date: dt.date
    eaten: int
    spent: int
    change: int
    balance: int
    guessed: int
    mass: float
    trend: float | None
    scale: float | None
    postings: tuple[Posting, ...]


class AccountLine(msgspec.Struct, frozen=True):
    """The sum of an account [J], by day [J/d], and how much of it is not as logged but guessed [J]."""

    account: Eaten | Spent
    joules: int
    a_day: int
    guessed: int


class Statement(msgspec.Struct, frozen=True):
    """A range of days: `eaten` - `spent` == `closing.joules` - `opening.joules`, to the joule.

    `expenditure` is what the data say is spent on the last day [kcal/d], None while they say too little.
    `scale_says` compares the books with the scale.
    """

    first: dt.date
    last: dt.date
    opening: Balance
    closing: Balance
    eaten: int
    spent: int
    accounts: tuple[AccountLine, ...]
    days: tuple[DayLine, ...]
    guessed: int
    expenditure: Band | None
    scale_says: str


def make_statement(books: Books, first: dt.date, last: dt.date, unit: MassUnit = "kg") -> Statement | None:
    """Make the statement of a range of days, with its words in a unit; None if the ledger has none of them."""
    days = books.ledger.between(first, last).days
    if not days:
        return None
    found = {day.date: day for day in books.found}
    accounts: dict[Eaten | Spent, list[Posting]] = {}
    for day in days:
        for posting in (*day.eaten, *day.spent):
            accounts.setdefault(posting.account, []).append(posting)
    lines = tuple(
        DayLine(
            date=day.date,
            eaten=day.energy_in,
            spent=day.energy_out,
            change=day.closing.total - day.opening.total,
            balance=day.closing.total,
            guessed=sum(posting.joules for posting in day.eaten if posting.sure == "guessed"),
            mass=round(day.mass, 2),
            trend=round(found[day.date].mass.mean, 2) if books.weighed else None,
            scale=books.weighed.get(day.date),
            postings=(*day.eaten, *day.spent),
        )
        for day in days
    )
    before = books.ledger.between(dt.date.min, days[0].date - dt.timedelta(days=1)).days
    return Statement(
        first=days[0].date,
        last=days[-1].date,
        opening=_balance(days[0].opening, before[-1].mass if before else books.opening_mass),
        closing=_balance(days[-1].closing, days[-1].mass),
        eaten=sum(day.energy_in for day in days),
        spent=sum(day.energy_out for day in days),
        accounts=tuple(
            AccountLine(
                account,
                total := sum(posting.joules for posting in postings),
                round(total / len(days)),
                sum(posting.joules for posting in postings if posting.sure == "guessed"),
            )
            for account, postings in accounts.items()
        ),
        days=lines,
        guessed=sum(line.guessed for line in lines),
        expenditure=found[days[-1].date].expenditure if books.is_known else None,
        scale_says=_scale_says(books, lines, unit),
    )


def _balance(stores: Stores, mass: float) -> Balance:
    return Balance(
        stores.total,
        stores.fat,
        stores.lean,
        stores.glycogen,
        round(stores.fat_kg, 3),
        round(stores.lean_kg, 3),
        round(mass, 2),
    )


def _scale_says(books: Books, lines: tuple[DayLine, ...], unit: MassUnit) -> str:
    weighed = [line for line in lines if line.scale is not None]
    if not weighed:
        return "You were not weighed in these days, so the books can't be held against the scale."
    last = weighed[-1]
    apart = last.mass - (last.trend or 0)
    a_kilogram = float(Mass(1, "kg").to(unit).value)
    books_say, trend = f"{last.mass * a_kilogram:.1f} {unit}", f"{(last.trend or 0) * a_kilogram:.1f} {unit}"
    said = f"On {last.date:%-d %B} the books say {books_say} and your scale's trend {trend}"
    if abs(apart) <= CLOSE:
        return f"{said}: they agree."
    if not books.is_known:
        return f"{said}. With more weigh-ins and more days of food the books learn what you really spend."
    return f"{said}. The difference is water, or food and training that the log does not know."
