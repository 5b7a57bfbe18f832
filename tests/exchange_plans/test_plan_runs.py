"""What plan files show of runs and a race beside the leg days."""

import datetime as dt
from functools import cache

import pytest
from icalendar import Calendar

from legday.documents import read
from legday.exchange import plan_calendar, plan_markdown, plan_page, plan_sheet_pdf
from legday.log import Log
from legday.planner import Plan, Profile, make_plan

MONDAY = dt.date(2026, 11, 23)
RACE = MONDAY + dt.timedelta(days=27)
PROFILE = f"""
name: Runner
level: intermediate
method: circuit
days: {{monday: 60 min, thursday: 60 min}}
runs:
  monday: {{kind: easy, distance: 6 km}}
  tuesday: {{kind: hard, distance: 12 km}}
  thursday: {{kind: hard, time: 50 min}}
  sunday: {{kind: long, distance: 20 km}}
race: {{date: {RACE}, distance: 10 km}}
trade_mileage: yes
"""


@cache
def made() -> Plan:
    return make_plan(read(Profile, PROFILE, "profile.yaml"), Log(), MONDAY, 4)


def test_markdown_has_runs_in_the_week_and_what_they_come_to() -> None:
    first, *_, last = [line for line in plan_markdown(made()).splitlines() if line.startswith(("| 1", "| 4"))]
    cells = [cell.strip() for cell in first.strip("|").split("|")]
    assert cells[2].endswith("easy run of 6 km, given up for legs")
    assert cells[3] == "hard run of 12 km"
    assert cells[8] == "long run of 20 km"
    assert cells[9] == "32 km and 50 min to run; 6 km traded for legs"
    assert "4 (taper)" in last
    assert "race of 10 km" in last


def test_the_calendar_has_the_race_and_the_runs_that_stay() -> None:
    events = list(Calendar.from_ical(plan_calendar(made())).walk("VEVENT"))
    running = [event for event in events if b"Running" in event["categories"].to_ical()]
    runs = {event.decoded("dtstart"): str(event["summary"]) for event in running}
    shown = [run for week in made().weeks for run in week.runs if not run.traded]
    assert runs == {run.date: str(run).capitalize() for run in shown}
    assert runs[RACE] == "Race of 10 km"
    assert MONDAY not in runs
    assert len({str(event["uid"]) for event in events}) == len(events)


@pytest.mark.parametrize("said", ["<s>easy 6 km</s>", "race 10 km", "6 km traded for legs", "taper", "Run first"])
def test_the_page_shows_runs(said: str) -> None:
    assert said in plan_page(made())


def test_sheets_are_typeset_with_runs() -> None:
    assert plan_sheet_pdf(made()).startswith(b"%PDF")
