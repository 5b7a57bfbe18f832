"""The calendar of a plan, read back by a reader of our own for RFC 5545 and by icalendar."""

import datetime as dt
import re
from dataclasses import dataclass, field
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from plan_files import (
    HOSTILE,
    NAMES,
    START,
    example,
    infeasible,
    moved,
    named,
    sessions,
    shortest,
    with_item,
    with_profile,
)

from legday.documents import InputError
from legday.exchange.plan_calendar import plan_calendar
from legday.planner import Plan

# --- a reader of RFC 5545 in few lines ---


@dataclass
class Line:
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as TEXT, section 3.3.11."""
        return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Component:
    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def one(self, name: str) -> Line:
        (line,) = self.all(name)
        return line

    def named(self, name: str) -> list["Component"]:
        return [part for part in self.parts if part.name == name]


def read_calendar(data: bytes) -> Component:
    """Read a calendar; every rule of the format's lines is checked on the way."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in physical:
        assert b"\r" not in line
        assert b"\n" not in line
        assert 0 < len(line) <= 75
        line.decode()  # no letter is cut in two by folding, which old readers can't mend
        assert not any((byte < 0x20 and byte != 0x09) or byte == 0x7F for byte in line)
    stack = [Component("")]
    for logical in data.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode().split("\r\n"):
        head, value = re.fullmatch(r'((?:[^":]|"[^"]*")+?):(.*)', logical).groups()  # type: ignore[union-attr]
        name, *parameters = head.split(";")
        assert re.fullmatch("[A-Z0-9-]+", name)
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].parts.append(done)
        else:
            stack[-1].lines.append(Line(name, dict(each.split("=", 1) for each in parameters), value))
    assert len(stack) == 1
    (calendar,) = stack[0].parts
    assert calendar.name == "VCALENDAR"
    return calendar


def local_time(value: str) -> dt.datetime:
    return dt.datetime.strptime(value, "%Y%m%dT%H%M%S")


def offset(value: str) -> dt.timedelta:
    sign, hours, minutes, seconds = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", value).groups()  # type: ignore[union-attr]
    size = dt.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return size if sign == "+" else -size


def offset_by(zone: Component, moment: dt.datetime) -> dt.timedelta:
    """The offset from UTC that a VTIMEZONE gives for a local time: that of the last change before it."""
    changes = [
        (local_time(value), offset(observance.one("TZOFFSETTO").value))
        for observance in zone.parts
        for line in (*observance.all("DTSTART"), *observance.all("RDATE"))
        for value in line.value.split(",")
    ]
    assert not any(observance.all("RRULE") for observance in zone.parts)
    return max((change for change in changes if change[0] <= moment), key=lambda change: change[0])[1]


def events(calendar: Component) -> list[Component]:
    return calendar.named("VEVENT")


def workouts(calendar: Component) -> list[Component]:
    return [event for event in events(calendar) if event.one("SUMMARY").text.startswith("Legs: ")]


def timed(plan: Plan, zone: str | None = "Europe/Berlin", time: str | None = "18:30") -> Plan:
    return with_profile(plan, time_zone=zone, training_time=time)


# --- what is in it ---


@pytest.mark.parametrize("name", NAMES)
def test_every_session_is_an_event_with_all_of_its_exercises(name: str) -> None:
    plan = timed(example(name))
    calendar = read_calendar(plan_calendar(plan))
    found = workouts(calendar)
    assert len(found) == len(sessions(plan))
    for event, (week, session) in zip(found, sessions(plan), strict=True):
        start = event.one("DTSTART")
        assert start.parameters == {"TZID": "Europe/Berlin"}
        assert local_time(start.value) == dt.datetime.combine(session.date, dt.time(18, 30))
        assert event.one("SUMMARY").text == f"Legs: {', '.join(session.parts)} ({session.minutes} min)"
        hours, minutes = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", event.one("DURATION").value).groups("0")  # type: ignore[union-attr]
        assert int(hours) * 60 + int(minutes) == session.minutes
        head, *lines = event.one("DESCRIPTION").text.split("\n")
        assert f"week {week.number} of {len(plan.weeks)}" in head
        assert ("easy" in head) == week.deload
        for number, (line, item) in enumerate(zip(lines, session.items, strict=False), 1):
            assert line.startswith(f"{number}. {item.name}, {item.variant_name.lower()}: {item.sets}")
        after = " ".join(lines[len(session.items) :])
        for training in session.before:
            assert training.replace("-", " ") in after
        assert session.food in after
        assert (session.next_day.what if session.next_day else "") in after


@pytest.mark.parametrize("name", ["home-circuit", "runner"])
def test_the_light_day_after_is_a_whole_day_that_stays_free(name: str) -> None:
    plan = timed(example(name))
    expected = [session.next_day for _, session in sessions(plan) if session.next_day]
    assert expected
    light = [event for event in events(read_calendar(plan_calendar(plan))) if event not in workouts_of(plan)]
    assert [(each.date.strftime("%Y%m%d"), each.what) for each in expected] == [
        (event.one("DTSTART").value, event.one("SUMMARY").text.lower()) for event in light
    ]
    for event in light:
        assert event.one("DTSTART").parameters == {"VALUE": "DATE"}
        assert event.one("TRANSP").value == "TRANSPARENT"


def workouts_of(plan: Plan) -> list[Component]:
    return workouts(read_calendar(plan_calendar(plan)))


def test_a_method_without_a_light_day_has_none() -> None:
    assert events(read_calendar(plan_calendar(timed(example("male-bodybuilder"))))) == workouts_of(
        timed(example("male-bodybuilder"))
    )


def test_the_calendar_has_what_rfc_5545_asks_for() -> None:
    calendar = read_calendar(plan_calendar(timed(example("runner"))))
    assert calendar.one("VERSION").value == "2.0"
    assert calendar.one("PRODID").value
    for event in events(calendar):
        assert event.one("UID").value
        assert event.one("DTSTAMP").value == START.strftime("%Y%m%dT000000Z")
        assert not (event.all("DTEND") and event.all("DURATION"))
    (zone,) = calendar.named("VTIMEZONE")
    assert zone.one("TZID").value == "Europe/Berlin"


@pytest.mark.parametrize("name", NAMES)
def test_icalendar_reads_the_same_back(name: str) -> None:
    plan = timed(example(name))
    calendar = icalendar.Calendar.from_ical(plan_calendar(plan))
    assert isinstance(calendar, icalendar.Calendar)
    assert not [error for event in calendar.walk() for error in event.errors]
    read = {event.start: event.end - event.start for event in calendar.events if isinstance(event.start, dt.datetime)}
    zone = ZoneInfo("Europe/Berlin")
    assert read == {
        dt.datetime.combine(session.date, dt.time(18, 30), zone): dt.timedelta(minutes=session.minutes)
        for _, session in sessions(plan)
    }


# --- time ---


def test_the_clock_change_moves_no_session() -> None:
    calendar = read_calendar(plan_calendar(timed(example("male-bodybuilder"))))
    (zone,) = calendar.named("VTIMEZONE")
    starts = [local_time(event.one("DTSTART").value) for event in workouts(calendar)]
    assert {start.time() for start in starts} == {dt.time(18, 30)}
    summer = [start for start in starts if start.date() < dt.date(2026, 10, 25)]
    assert 0 < len(summer) < len(starts)
    for start in starts:
        assert offset_by(zone, start) == dt.timedelta(hours=2 if start in summer else 1)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(available_timezones())),
    st.dates(dt.date(2000, 1, 1), dt.date(2037, 1, 1)),
    st.times().map(lambda time: f"{time:%H:%M}"),
)
def test_every_time_zone_is_defined_as_it_is(name: str, start: dt.date, time: str) -> None:
    calendar = read_calendar(plan_calendar(timed(moved(shortest(example("runner")), start), name, time)))
    zone = ZoneInfo(name)
    for event in workouts(calendar):
        line = event.one("DTSTART")
        local = local_time(line.value.removesuffix("Z"))
        assert f"{local:%H:%M}" == time
        if line.value.endswith("Z"):
            assert zone.utcoffset(local) == dt.timedelta()
            continue
        (defined,) = (each for each in calendar.named("VTIMEZONE") if each.one("TZID").value == line.parameters["TZID"])
        if zone.utcoffset(local) == zone.utcoffset(local.replace(fold=1)):  # neither skipped nor there twice
            assert offset_by(defined, local) == zone.utcoffset(local)


@pytest.mark.parametrize(
    "name", ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Dublin", "Africa/Casablanca", "UTC"]
)
@pytest.mark.parametrize("start", [dt.date(2026, 3, 2), dt.date(2026, 10, 19), dt.date(2026, 12, 14)])
def test_zones_with_odd_rules_over_their_changes(name: str, start: dt.date) -> None:
    plan = timed(moved(example("male-bodybuilder"), start), name, "06:15")
    calendar = read_calendar(plan_calendar(plan))
    zones = {zone.one("TZID").value: zone for zone in calendar.named("VTIMEZONE")}
    for event, (_, session) in zip(workouts(calendar), sessions(plan), strict=True):
        line = event.one("DTSTART")
        local = local_time(line.value.removesuffix("Z"))
        assert local == dt.datetime.combine(session.date, dt.time(6, 15))
        expected = ZoneInfo(name).utcoffset(local)
        if line.value.endswith("Z"):
            assert expected == dt.timedelta()
        else:
            assert offset_by(zones[line.parameters["TZID"]], local) == expected


def test_without_a_time_sessions_take_the_day_and_leave_it_free() -> None:
    plan = timed(example("runner"), time=None)
    calendar = read_calendar(plan_calendar(plan))
    assert not calendar.named("VTIMEZONE")
    for event, (_, session) in zip(workouts(calendar), sessions(plan), strict=True):
        assert event.one("DTSTART").parameters == {"VALUE": "DATE"}
        assert event.one("DTSTART").value == session.date.strftime("%Y%m%d")
        assert not event.all("DURATION")
        assert event.one("TRANSP").value == "TRANSPARENT"


def test_without_a_zone_sessions_begin_at_that_time_anywhere() -> None:
    calendar = read_calendar(plan_calendar(timed(example("runner"), zone=None)))
    assert not calendar.named("VTIMEZONE")
    for event in workouts(calendar):
        assert event.one("DTSTART").parameters == {}
        assert event.one("DTSTART").value.endswith("T183000")


# --- ids ---


def ids(plan: Plan) -> list[str]:
    return [event.one("UID").value for event in events(read_calendar(plan_calendar(plan)))]


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_say_nothing_about_the_athlete(name: str) -> None:
    found = ids(example(name))
    assert len(set(found)) == len(found)
    assert not any(example(name).athlete.lower() in each.lower() for each in found)


def test_the_same_plan_gives_the_same_file_however_long_it_took() -> None:
    plan = timed(example("runner"))
    assert plan_calendar(plan) == plan_calendar(replace(plan, solve_seconds=plan.solve_seconds + 1))


def test_a_plan_made_again_keeps_the_ids_of_its_days() -> None:
    plan = timed(example("runner"))
    assert ids(with_item(timed(plan, "Asia/Tokyo", "07:00"), name="Other", sets="1 x 5")) == ids(plan)
    later = moved(plan, START + dt.timedelta(weeks=1))
    assert ids(later)[: -len(ids(plan)) // 4] == ids(plan)[len(ids(plan)) // 4 :]


def test_ids_were_ever_the_same() -> None:
    """A change of these would double every event in the calendars there are."""
    plan = shortest(example("runner"))
    ((_, session),) = sessions(plan)
    assert plan.athlete == "Jonas"
    assert session.next_day
    expected = [f"session/{session.date}/Jonas", f"next-day/{session.next_day.date}/Jonas"]
    space = UUID("5e8e27b0-5b1e-5c0c-9d3a-2f6f5d0c8a11")
    assert ids(plan) == [f"{uuid5(space, each)}@legday" for each in expected]


def test_other_athletes_and_other_days_have_other_ids() -> None:
    plan = example("runner")
    assert not set(ids(plan)) & set(ids(named(plan, "Somebody")))
    assert not set(ids(plan)) & set(ids(moved(plan, START + dt.timedelta(weeks=len(plan.weeks)))))


# --- hostile names, and no plan ---


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_its_line(name: str) -> None:
    plan = with_item(named(timed(example("home-circuit")), name), name=name)
    calendar = read_calendar(plan_calendar(plan))
    plain = read_calendar(plan_calendar(timed(example("home-circuit"))))
    assert [event.name for event in calendar.parts] == [event.name for event in plain.parts]
    said = calendar.one("X-WR-CALNAME").text
    assert "\n" not in said
    letters = "".join(filter(str.isalpha, name))
    assert "".join(filter(str.isalpha, said)).startswith(letters)
    assert letters in "".join(filter(str.isalpha, workouts(calendar)[0].one("DESCRIPTION").text))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_name_at_all_gives_a_sound_calendar(name: str) -> None:
    calendar = read_calendar(plan_calendar(named(timed(shortest(example("runner"))), name)))
    assert len(calendar.parts) == 3


def test_without_sessions_there_is_no_calendar() -> None:
    with pytest.raises(InputError, match="no sessions"):
        plan_calendar(infeasible())
