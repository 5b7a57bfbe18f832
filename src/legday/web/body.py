"""The body as it was measured: the trend of mass, girths beside their error, ratios, and what leads for the goal."""

import datetime as dt
from typing import Annotated

import msgspec
from litestar import get
from litestar.params import QueryParameter

from legday.log import MeasureKind
from legday.planner import GOALS
from legday.progress import BodyReport, body_report
from legday.store import load_profile
from legday.web.days import current_log
from legday.web.given import Athlete, Store
from legday.web.profile import now_of


class BodyPage(msgspec.Struct, frozen=True):
    """What the body's measures show; `leads` are the measures that the goal looks at first, and `why` says it."""

    report: BodyReport
    leads: tuple[MeasureKind, ...]
    why: str


@get("/body", sync_to_thread=True)
def show_body(store: Store, athlete: Athlete, days: Annotated[int, QueryParameter(ge=7, le=3650)] = 365) -> BodyPage:
    """Show the trend of body mass, girths beside the error of the tape, ratios and sides, over the last `days`."""
    profile = load_profile(store, athlete)
    today = now_of(profile).date()
    report = body_report(
        current_log(store, athlete),
        today,
        unit=profile.units if profile else "kg",
        male=None if profile is None or profile.sex is None else profile.sex == "male",
        height=profile.height.meters if profile and profile.height else None,
        since=today - dt.timedelta(days),
    )
    page = GOALS[profile.goal].page if profile else GOALS["grow"].page
    return BodyPage(report, page.measures, page.sentence if profile else "")


HANDLERS = (show_body,)
