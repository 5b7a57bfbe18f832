"""Runs out of FIT, TCX and GPX files: what is kept of them, in which local time, and what becomes of the rest."""

import datetime as dt
import gzip
import io
import math
import zipfile
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from recorded_files import (
    METERS_PER_DEGREE,
    SPORTS,
    UTC,
    activity,
    fit_of,
    gpx_of,
    lap,
    point,
    run_points,
    tcx_of,
    track,
)

from legday.documents import InputError
from legday.exchange.diaries import all_diaries
from legday.exchange.diary import DiaryReading
from legday.exchange.recording import is_run, is_same_run, without_known_runs
from legday.exchange.source import Source
from legday.exchange.tracks import Point, climb, distance, measure
from legday.log import Event, LoggedRun, check_event

MORNING = dt.datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
RUN = {"start": MORNING, "sport": "running", "elapsed": 3000, "seconds": 2880.5, "meters": 8200.4}
BERLIN = "Europe/Berlin"


def read(content: bytes, zone: str | None = BERLIN, name: str = "run.file") -> DiaryReading:
    source = Source(name, content)
    (form,) = [diary for diary in all_diaries() if diary.recognise(source)]
    reading = form.read(source, zone)
    assert reading.rows == len(reading.kept) + sum(reading.other.values()) + len(reading.listed)
    assert reading.rows == len(reading.source_rows)
    assert [row.line for row in reading.source_rows] == list(range(1, reading.rows + 1))
    return reading


def only(reading: DiaryReading) -> dict[str, Any]:
    assert [kept.about for kept in reading.kept] == ["run"]
    return reading.kept[0].change


def zip_of(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


# --- one run, whatever the format ---


def test_a_watch_s_run_is_kept_as_the_watch_summed_it_up() -> None:
    reading = read(fit_of({**RUN, "heart_rate": 151, "ascent": 88}))
    assert reading.kept[0].of == "run:20261122T063000Z"
    assert only(reading) == {
        "start": "2026-11-22T07:30:00",
        "meters": 8200.4,
        "seconds": 2880.5,
        "heart_rate": 151,
        "ascent": 88.0,
    }


def test_the_laps_of_a_tcx_are_added_up() -> None:
    laps = (lap("2026-11-22T06:30:00Z", 5000.4, 1500, 140), lap("2026-11-22T06:55:00Z", 3000.2, 900, 160))
    run = only(read(tcx_of(activity("2026-11-22T06:30:00Z", *laps, notes="Along the river"))))
    assert (run["meters"], run["seconds"], run["name"]) == (8000.6, 2400.0, "Along the river")
    assert run["heart_rate"] == round((140 * 1500 + 160 * 900) / 2400)


def test_a_lap_without_a_distance_is_measured_by_its_points() -> None:
    points = "".join(
        f"<Trackpoint><Time>2026-11-22T06:{30 + n // 60:02}:{n % 60:02}Z</Time><DistanceMeters>{3 * n}</DistanceMeters>"
        "</Trackpoint>"
        for n in range(301)
    )
    run = only(read(tcx_of(activity("2026-11-22T06:30:00Z", lap("", None, None, track=f"<Track>{points}</Track>")))))
    assert (run["meters"], run["seconds"]) == (900.0, 300.0)


def test_a_gpx_is_measured_without_its_jitter_and_its_pause() -> None:
    still = only(read(gpx_of(track(run_points(MORNING, 1200)))))
    assert still["meters"] == pytest.approx(3600, rel=0.002)
    assert still["seconds"] == 1200
    shaky = only(read(gpx_of(track(run_points(MORNING, 1200, jitter=1.5, pause=(400, 520))))))
    assert shaky["meters"] == pytest.approx(3 * 1080, rel=0.015)
    assert shaky["seconds"] == pytest.approx(1080, abs=12)


def test_what_lies_between_the_segments_of_a_gpx_is_a_pause() -> None:
    first, later = run_points(MORNING, 300), run_points(MORNING + dt.timedelta(hours=1), 300)
    run = only(read(gpx_of(track(first, later, name="Park"))))
    assert (run["seconds"], run["name"]) == (600.0, "Park")
    assert run["meters"] == pytest.approx(1800, rel=0.005)


def test_heart_rate_and_heights_of_a_gpx() -> None:
    minutes = [MORNING + dt.timedelta(seconds=10 * n) for n in range(61)]
    points = [
        point(time, 0, 30 * n, height=100 + (n if n < 30 else 60 - n), rate=120 if n < 30 else 150)
        for n, time in enumerate(minutes)
    ]
    run = only(read(gpx_of(track("".join(points)))))
    assert (run["heart_rate"], run["ascent"]) == (135, 30.0)


@given(
    st.integers(200, 60_000),
    st.integers(300, 20_000),
    st.integers(0, 2**29),
    st.sampled_from((BERLIN, "America/New_York", "Asia/Kathmandu", "Pacific/Apia", None)),
)
def test_what_a_watch_wrote_is_what_is_read(meters: int, seconds: int, later: int, zone: str | None) -> None:
    start = dt.datetime(2005, 1, 1, tzinfo=UTC) + dt.timedelta(seconds=later)
    reading = read(fit_of({**RUN, "start": start, "meters": meters, "seconds": seconds}), zone)
    speed = meters / seconds
    assert bool(reading.kept) == (0.8 <= speed <= 12)
    if reading.kept:
        run = only(reading)
        assert (run["meters"], run["seconds"]) == (meters, seconds)
        local = dt.datetime.fromisoformat(run["start"])
        assert local == (start.astimezone(ZoneInfo(zone)) if zone else start).replace(tzinfo=None)


# --- local time ---


@pytest.mark.parametrize(
    ("start", "local"),
    [
        ("2026-03-29T00:59:00+00:00", "2026-03-29T01:59:00"),
        ("2026-03-29T01:01:00+00:00", "2026-03-29T03:01:00"),
        ("2026-10-25T00:59:00+00:00", "2026-10-25T02:59:00"),
        ("2026-10-25T01:01:00+00:00", "2026-10-25T02:01:00"),
        ("2026-12-31T23:30:00+00:00", "2027-01-01T00:30:00"),
    ],
)
def test_clocks_that_change_are_followed(start: str, local: str) -> None:
    assert only(read(fit_of({**RUN, "start": dt.datetime.fromisoformat(start)})))["start"] == local


def test_the_offset_of_the_file_goes_before_the_zone_of_the_profile() -> None:
    """Who travels runs where they are; the id stays that of the instant."""
    travelled = read(fit_of(RUN, offset=dt.timedelta(hours=5, minutes=45)))
    assert only(travelled)["start"] == "2026-11-22T12:15:00"
    local = MORNING.astimezone(dt.timezone(dt.timedelta(hours=-8)))
    assert only(read(gpx_of(track(run_points(local, 600)))))["start"] == "2026-11-21T22:30:00"
    assert travelled.kept[0].of == read(fit_of(RUN)).kept[0].of == "run:20261122T063000Z"


def test_an_offset_that_no_place_has_is_not_believed() -> None:
    assert only(read(fit_of(RUN, offset=dt.timedelta(hours=30))))["start"] == "2026-11-22T07:30:00"


def test_without_a_zone_a_run_stands_in_utc_and_it_is_said() -> None:
    reading = read(fit_of(RUN), zone=None)
    assert only(reading)["start"] == "2026-11-22T06:30:00"
    assert any("time_zone" in note for note in reading.notes)
    assert not read(fit_of(RUN)).notes
    assert not read(fit_of(RUN, offset=dt.timedelta(hours=1)), zone=None).notes


# --- what is no run ---


@pytest.mark.parametrize("sport", sorted(SPORTS.keys() - {"running"}))
def test_other_sports_are_listed_with_what_they_are(sport: str) -> None:
    reading = read(fit_of({**RUN, "sport": sport}))
    assert reading.kept == ()
    assert sport in reading.listed[0].reason
    assert "only runs" in reading.listed[0].reason


def test_a_triathlon_gives_its_run_and_lists_the_rest() -> None:
    sports = ("swimming", "transition", "cycling", "transition", "running")
    sessions = [{**RUN, "sport": s, "start": MORNING + n * dt.timedelta(hours=1)} for n, s in enumerate(sports)]
    reading = read(fit_of(*sessions))
    assert [kept.line for kept in reading.kept] == [5]
    assert [listed.line for listed in reading.listed] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("running", True), ("Running", True), ("trail_running", True), ("9", True), ("Run", True), ("treadmill", False),
        ("VirtualRun", True), ("trailrun", True), ("street running", True), ("Other", False), ("biking", False),
        ("crunches", False), ("1", False), ("trunk rotation", False), ("jogging", True),
    ],
)  # fmt: skip
def test_words_for_running(word: str, expected: bool) -> None:
    assert is_run(word) == expected


def test_a_track_without_a_type_is_taken_by_its_speed_and_told() -> None:
    run = read(gpx_of(track(run_points(MORNING, 600), sport="")))
    assert len(run.kept) == 1
    assert any("did not say" in note for note in run.notes)
    ride = read(gpx_of(track(run_points(MORNING, 600, speed=9), sport="")))
    assert ride.kept == ()
    assert "not the speed of a run" in ride.listed[0].reason


def test_routes_courses_and_settings_are_told_from_runs() -> None:
    untimed = "".join(f'<trkpt lat="48.{n}" lon="11.0"/>' for n in range(1, 5))
    route = '<rte><rtept lat="48" lon="11"/></rte>'
    reading = read(gpx_of(track(untimed), more=route))
    assert reading.kept == ()
    assert len(reading.listed) == 2
    course = read(tcx_of(more="<Courses><Course><Name>Loop</Name></Course></Courses>"))
    assert "plan to follow" in course.listed[0].reason
    assert "settings" in read(fit_of(kind=2)).listed[0].reason


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"meters": 0}, "no distance"),
        ({"seconds": 0}, "no distance or no time"),
        ({"meters": 40_000, "seconds": 1800}, "not the speed"),
        ({"meters": 500, "seconds": 7200}, "not the speed"),
        ({"meters": 400_000, "seconds": 200_000}, "longer than any run"),
    ],
)
def test_impossible_runs_are_listed(fields: dict[str, Any], said: str) -> None:
    reading = read(fit_of({**RUN, **fields}))
    assert reading.kept == ()
    assert said in reading.listed[0].reason


# --- the same run twice ---


def test_the_same_run_from_watch_and_phone_is_kept_once() -> None:
    files = {
        "watch.fit": fit_of({**RUN, "meters": 3590, "seconds": 1200}),
        "phone.gpx": gpx_of(track(run_points(MORNING + dt.timedelta(seconds=40), 1200))),
        "another.fit": fit_of({**RUN, "start": MORNING + dt.timedelta(hours=9)}),
    }
    reading = read(zip_of(files))
    assert len(reading.kept) == 2
    assert sum(reading.other.values()) == 1


def test_a_run_that_the_log_has_from_elsewhere_is_set_aside_with_a_sentence() -> None:
    reading = read(fit_of(RUN))
    start = dt.datetime(2026, 11, 22, 7, 31)
    by_hand = LoggedRun("019f3c9e-8a00-7d1c-9f0a-3b5e7c21aa10", start, meters=Decimal(8100))
    known = without_known_runs(reading, [by_hand])
    assert known.kept == ()
    assert known.rows == sum(known.other.values()) == 1
    assert "22 Nov 2026 07:31" in known.notes[-1]
    itself = LoggedRun(reading.kept[0].of, start, meters=Decimal(8100))
    assert without_known_runs(reading, [itself]) is reading


@pytest.mark.parametrize(
    ("minutes", "meters", "same"),
    [(0, 8000, True), (2, 8000, True), (3, 8000, False), (-2, 8400, True), (1, 8500, False), (1, None, True)],
)
def test_what_is_the_same_run(minutes: int, meters: int | None, same: bool) -> None:
    start = dt.datetime(2026, 11, 22, 7, 30)
    one = LoggedRun("a", start, meters=Decimal(8000))
    other = LoggedRun("b", start + dt.timedelta(minutes=minutes), meters=None if meters is None else Decimal(meters))
    assert is_same_run(one, other) == is_same_run(other, one) == same


# --- packed and damaged ---


def test_packed_files_are_read_as_they_are() -> None:
    plain = fit_of(RUN)
    assert read(gzip.compress(plain)).kept == read(plain).kept
    inner = zip_of({"1_fit.fit": fit_of({**RUN, "start": MORNING + dt.timedelta(days=1)})})
    files = {
        "activities/1.fit.gz": gzip.compress(plain),
        "activities.csv": b"not,looked,at",
        "photos/me.jpg": b"\xff\xd8",
        "activities/2.tcx": b"   " + tcx_of(activity("2026-11-20T06:30:00Z", lap("2026-11-20T06:30:00Z", 5000, 1500))),
        "activities/3.gpx": b"<gpx><trk>",
        "more.zip": inner,
        "activities/4.fit": plain[:40],
    }
    reading = read(zip_of(files))
    assert len(reading.kept) == 3
    assert [listed.reason.partition(":")[0] for listed in reading.listed] == ["activities/3.gpx", "activities/4.fit"]
    assert all("cut off or damaged" in listed.reason for listed in reading.listed)


FILES = {
    "fit": fit_of({**RUN, "heart_rate": 151}, offset=dt.timedelta(hours=1)),
    "tcx": tcx_of(activity("2026-11-22T06:30:00Z", lap("2026-11-22T06:30:00Z", 5000.4, 1500, 140))),
    "gpx": gpx_of(track(run_points(MORNING, 60))),
    "gz": gzip.compress(gpx_of(track(run_points(MORNING, 60)))),
    "zip": zip_of({"a.gpx": gpx_of(track(run_points(MORNING, 60)))}),
}


def read_or_refuse(content: bytes) -> str:
    """What is told of a file that may be damaged: never more than a sentence, and never a failure."""
    source = Source("it", content)
    for diary in all_diaries():
        if diary.recognise(source):
            try:
                diary.read(source, BERLIN)
            except InputError as error:
                (problem,) = error.problems
                assert problem.message
                assert "\n" not in problem.message
                return problem.message
            return "read"
    return "not recognised"


@pytest.mark.parametrize("kind", FILES)
def test_a_file_cut_off_anywhere_is_told_in_one_sentence(kind: str) -> None:
    whole = FILES[kind]
    assert read_or_refuse(whole) == "read"
    for length in range(0, len(whole) - 1, max(1, len(whole) // 200)):
        assert "cut off" in read_or_refuse(whole[:length]) or read_or_refuse(whole[:length]) == "not recognised"


@settings(max_examples=150)
@given(st.sampled_from(sorted(FILES)), st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), max_size=6))
@example("fit", [(0, 15)])  # a header that is longer than any
def test_garbage_never_fails_otherwise(kind: str, damage: list[tuple[int, int]]) -> None:
    content = bytearray(FILES[kind])
    for place, byte in damage:
        content[place % len(content)] = byte
    read_or_refuse(bytes(content))


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_never_fail_otherwise(content: bytes) -> None:
    for start in (
        b"",
        b"\x0e\x20\x54\x08\x00\x00\x00\x00.FIT",
        b"<gpx>",
        b"<TrainingCenterDatabase>",
        b"\x1f\x8b",
        b"PK\x03\x04",
    ):
        read_or_refuse(start + content)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>'
    assert "entities" in read_or_refuse(bomb.encode())


def test_every_change_is_one_that_the_log_takes() -> None:
    for content in FILES.values():
        for kept in read(content).kept:
            event_id = "019f3c9e-8a00-7d1c-9f0a-3b5e7c21aa10"
            check_event(Event(event_id, MORNING, "import-1", kept.about, kept.of, kept.change))


# --- the measure of a track ---


def vincenty(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The geodesic on WGS 84 by another way (Vincenty 1975)."""
    major, flat = 6_378_137.0, 1 / 298.257223563
    minor = (1 - flat) * major
    u1, u2 = (math.atan((1 - flat) * math.tan(math.radians(place[0]))) for place in (a, b))
    difference = math.radians(b[1] - a[1])
    along = difference
    for _ in range(50):
        sin_sigma = math.hypot(
            math.cos(u2) * math.sin(along),
            math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(along),
        )
        if sin_sigma == 0:
            return 0.0
        cos_sigma = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(along)
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = math.cos(u1) * math.cos(u2) * math.sin(along) / sin_sigma
        cos2 = 1 - sin_alpha**2
        middle = cos_sigma - 2 * math.sin(u1) * math.sin(u2) / cos2 if cos2 else 0.0
        c = flat / 16 * cos2 * (4 + flat * (4 - 3 * cos2))
        bracket = middle + c * cos_sigma * (2 * middle**2 - 1)
        along = difference + (1 - c) * flat * sin_alpha * (sigma + c * sin_sigma * bracket)
    square = cos2 * (major**2 - minor**2) / minor**2
    big_a = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)))
    big_b = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)))
    last = big_b / 6 * middle * (4 * sin_sigma**2 - 3) * (4 * middle**2 - 3)
    shift = big_b * sin_sigma * (middle + big_b / 4 * (cos_sigma * (2 * middle**2 - 1) - last))
    return minor * big_a * (sigma - shift)


@given(st.floats(-75, 75), st.floats(-180, 180), st.floats(-0.03, 0.03), st.floats(-0.03, 0.03))
def test_a_step_is_as_long_as_the_geodesic(latitude: float, longitude: float, north: float, east: float) -> None:
    a, b = (latitude, longitude), (latitude + north, longitude + east)
    assert distance(a, b) == pytest.approx(vincenty(a, b), rel=2e-6, abs=1e-3)
    assert distance(a, b) == pytest.approx(distance(b, a))


def test_a_track_across_the_date_line_does_not_go_round_the_world() -> None:
    points = [Point(10 * n, 0, (179.999 + n * 30 / METERS_PER_DEGREE + 180) % 360 - 180) for n in range(20)]
    assert measure([points]).meters == pytest.approx(19 * 30, rel=1e-6)


@given(st.lists(st.floats(0, 3000), min_size=1, max_size=40))
def test_a_climb_is_at_least_the_highest_rise_and_at_most_all_rises(heights: list[float]) -> None:
    rises = sum(max(0.0, b - a) for a, b in pairwise(heights))
    highest = max(max(heights[n:]) - height for n, height in enumerate(heights))
    assert climb(heights) <= rises + 1e-6
    assert climb(heights) >= (highest if highest >= 3 else 0) - 1e-6
    assert climb([100, 101, 100, 102, 100, 101.5]) == 0
