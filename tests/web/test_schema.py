"""Generated requests against the whole API: every answer is one that its document describes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig

from legday.log import Log
from legday.planner import make_plan, read_profile
from legday.store import open_store, save_plan, save_profile
from legday.web.app import make_app, make_routes
from legday.web.openapi import describe
from web.live import serving

EXAMPLE = Path(__file__).parents[2] / "examples" / "beginner-woman.yaml"
SLOW = ("plans_make",)  # each takes seconds of solving; tested by hand in test_plans.py
WORDS = (
    "events_take",
    "exercises_show_forecast",
    "profile_change_profile",
    "goals_try_goal",
    "imports_answer_name",
    "imports_take_in",
    "imports_preview",
    "whole_restore_everything",
)
"""What no schema can tell from nonsense, such as a wish, a load, an exercise's name, or the time in an event's id."""

config = SchemathesisConfig.from_dict(
    {
        "generation": {"deterministic": True, "database": "none"},
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "401", "403", "404", "409"]}},
        "operations": [
            {
                "include-operation-id": name,
                "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409", "422"]}},
            }
            for name in WORDS
        ],
    }
)
LOCAL = st.datetimes(min_value=dt.datetime(1900, 1, 1), max_value=dt.datetime(2100, 1, 1))
schemathesis.openapi.format("local-date-time", LOCAL.map(lambda time: time.isoformat(timespec="seconds")))
document = describe(make_routes(None, "me"))  # type: ignore[arg-type]  # nothing is stored to describe it
schema = schemathesis.openapi.from_dict(document, config=config).exclude(operation_id=list(SLOW))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    now = dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC)
    with open_store(tmp_path_factory.mktemp("data")) as store:
        profile = read_profile(EXAMPLE)
        save_profile(store, "me", profile, now)
        save_plan(store, "me", make_plan(profile, Log(), now.date(), 1), now)
        with serving(make_app(store, "me")) as address:
            yield address


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: Any, address: str) -> None:
    case.body = _as_browsers_write(case.body)
    case.call_and_validate(base_url=address, headers={"Host": "localhost"})


def _as_browsers_write(value: Any) -> Any:
    """Write whole numbers as such: 202.0 is an integer to a schema, but no browser would send it."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _as_browsers_write(each) for key, each in value.items()}
    return [_as_browsers_write(each) for each in value] if isinstance(value, list) else value
