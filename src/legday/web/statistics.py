"""What the log shows: the numbers of the logbook's front page, how the athlete is doing."""

import datetime as dt
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter

from legday.planner import HARD_SET_BANDS
from legday.programs import Level
from legday.progress import (
    Progress,
    Statistics,
    progress_report,
    statistics,
)
from legday.store import list_plans, load_profile, planned_weeks
from legday.web.days import current_followed, current_log
from legday.web.given import Athlete, Store
from legday.web.profile import now_of


@get("/statistics", sync_to_thread=True)
def show_statistics(
    store: Store,
    athlete: Athlete,
    since: Annotated[dt.date | None, QueryParameter(name="from")] = None,
    until: Annotated[dt.date | None, QueryParameter(name="to")] = None,
) -> Statistics:
    """Show hard sets and adherence by week, streaks, records, left beside right, signs of progress and soreness.

    Weeks are those between the days `from` and `to`; all else is over the whole log.
    """
    planned = planned_weeks(list_plans(store, athlete))
    now = now_of(load_profile(store, athlete)).replace(microsecond=0, second=0, minute=0)
    return statistics(current_log(store, athlete), planned, now, since, until)


@get("/progress", sync_to_thread=True)
def show_progress(store: Store, athlete: Athlete) -> Progress:
    """Show strength with bands and trend, plateaus with reasons and answer, fatigue, balance, and a level to move to.

    Bands hold the truth in four of five cases. `answers` are what a plan made today would do.
    """
    profile, followed = load_profile(store, athlete), current_followed(store, athlete)
    level = profile.level if profile else Level.BEGINNER
    planned = planned_weeks(list_plans(store, athlete))
    today = now_of(profile).date()
    return progress_report(followed.log, followed.trails, planned, level, HARD_SET_BANDS[level], today)


HANDLERS = (show_statistics, show_progress)
