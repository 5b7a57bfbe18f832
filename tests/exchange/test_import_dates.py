"""Dates in many languages and orders, and lengths of time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.exchange.dates import date_order, read_date, read_seconds

_moments = st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2099, 12, 31)).map(lambda m: m.replace(microsecond=0))


@given(
    _moments,
    st.sampled_from(("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.123Z", "%d %b %Y, %H:%M:%S", "%Y/%m/%d %H:%M:%S")),
)
def test_dates_that_say_which_number_is_which_are_read_in_any_order(moment: dt.datetime, form: str) -> None:
    text = moment.strftime(form)
    assert read_date(text, "day first") == read_date(text, "month first") == moment


@given(_moments)
def test_slashed_dates_follow_the_order_given(moment: dt.datetime) -> None:
    moment = moment.replace(second=0)
    half = "PM" if moment.hour >= 12 else "AM"
    american = f"{moment.month}/{moment.day}/{moment.year} {(moment.hour - 1) % 12 + 1}:{moment.minute:02} {half}"
    assert read_date(american, "month first") == moment
    assert read_date(f"{moment:%d/%m/%Y %H:%M}", "day first") == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-21 8:23:00\u202fPM", "2024-05-21 20:23"),
        ("Jan 9, 2025, 12:01 AM", "2025-01-09 00:01"),
        ("28 Mar 2025, 17:29", "2025-03-28 17:29"),
        ("1 Sept. 2026, 07:30", "2026-09-01 07:30"),
        ("3 févr. 2026, 18:00", "2026-02-03 18:00"),
        ("mar, 9 ene 2025, 12:00", "2025-01-09 12:00"),
        ("15 de ene. de 2025 10:00", "2025-01-15 10:00"),
        ("9 янв. 2025 г., 13:01", "2025-01-09 13:01"),
        ("5 9월 2026, 06:10", "2026-09-05 06:10"),
        ("2025. 1. 9. 오후 1:01", "2025-01-09 13:01"),
        ("2025年1月9日 13:01", "2025-01-09 13:01"),
        ("2025/1/9 下午1:01", "2025-01-09 13:01"),
        ("22.09.2026, 17:00", "2026-09-22 17:00"),
        ("21.05.24 10:00", "2024-05-21 10:00"),
        ("2018/8/31 5:49", "2018-08-31 05:49"),
        ("2026-08-31", "2026-08-31 00:00"),
    ],
)
def test_dates_as_apps_write_them(text: str, expected: str) -> None:
    assert read_date(text) == dt.datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "5",
        "100",
        "2025-02-30 10:00:00",
        "2025-13-01",
        "0001-01-01",
        "99999",
        "12:30",
        "5/6",
        "x" * 70,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=40))
def test_no_text_makes_reading_a_date_or_a_length_of_time_fail(text: str) -> None:
    moment, seconds = read_date(text), read_seconds(text)
    assert moment is None or 1950 <= moment.year <= 2100
    assert seconds is None or seconds >= 0


@given(st.lists(_moments, min_size=8, max_size=40, unique=True), st.booleans(), st.booleans())
def test_the_order_of_day_and_month_is_found_from_a_file_sorted_by_time(
    moments: list[dt.datetime], american: bool, newest_first: bool
) -> None:
    form = "%m/%d/%Y %H:%M" if american else "%d/%m/%Y %H:%M"
    texts = [moment.strftime(form) for moment in sorted(moments, reverse=newest_first)]
    found = date_order(texts, "day first")
    read_back = [read_date(text, found) for text in texts]
    assert None not in read_back
    if any(moment.day > 12 for moment in moments):
        assert found == ("month first" if american else "day first")


def test_the_order_is_told_by_sorting_where_no_day_is_above_twelve() -> None:
    american = ["1/2/2025", "1/5/2025", "1/9/2025", "1/12/2025", "2/1/2025"]
    assert date_order(american, "day first") == "month first"
    assert date_order(["2/1/2025", "5/1/2025", "9/1/2025", "1/2/2025"], "month first") == "day first"
    assert date_order(["1/1/2025"], "month first") == "month first"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 6m", 3960),
        ("56m", 3360),
        ("45s", 45),
        ("1h 39min", 5940),
        ("1小时29分钟", 5340),
        ("1時間5分", 3900),
        ("1 Std. 5 Min.", 3900),
        ("1ч 5м", 3900),
        ("1:06:00", 3960),
        ("3600", 3600),
        ("264h 1m", 950460),
        ("", None),
        ("long", None),
    ],
)
def test_lengths_of_time(text: str, seconds: int | None) -> None:
    assert read_seconds(text) == seconds
