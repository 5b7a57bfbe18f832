"""The energy ledger: its statement of any days, and the day that is not over yet."""

import datetime as dt
from typing import Annotated

import msgspec
from litestar import get
from litestar.params import QueryParameter

from legday.energy import Statement, athlete_books, make_statement
from legday.planner import Missing, person_of
from legday.store import load_profile
from legday.web.days import current_log
from legday.web.given import Athlete, Store
from legday.web.profile import now_of


class EnergyView(msgspec.Struct, frozen=True):
    """The statement, None if the ledger has none of the days.

    `begins` is the first day of the ledger, None before anything was logged; `missing` says what the profile lacks.
    """

    statement: Statement | None
    begins: dt.date | None = None
    missing: Missing | None = None


@get("/energy", sync_to_thread=True)
def show_energy(
    store: Store,
    athlete: Athlete,
    since: Annotated[dt.date | None, QueryParameter(name="from")] = None,
    until: Annotated[dt.date | None, QueryParameter(name="to")] = None,
) -> EnergyView:
    """Show the energy statement from day `from` to day `to`, by default the two weeks that ended yesterday, in joules.

    What was eaten less what was spent is what the stores gained, over every range of days, to the joule.
    """
    profile, log = load_profile(store, athlete), current_log(store, athlete)
    today = now_of(profile).date()
    person = person_of(profile, log, today)
    if isinstance(person, Missing):
        return EnergyView(None, missing=person)
    books = athlete_books(person, log, today)
    if books is None or not books.ledger.days:
        return EnergyView(None)
    last = until or today - dt.timedelta(days=1)
    first = since or last - dt.timedelta(days=13)
    return EnergyView(make_statement(books, first, last, profile.units if profile else "kg"), books.ledger.days[0].date)


HANDLERS = (show_energy,)
