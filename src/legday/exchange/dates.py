"""Dates and times as apps and spreadsheets write them, in many languages, and lengths of time."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from legday.exchange.words import known_words, plain

DateOrder = Literal["day first", "month first"]

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?")
_TIME = re.compile(r"(?<!\d)(\d{1,2})[:h](\d\d)(?:[:.](\d\d))?(?!\d)|(?<!\d)(\d{1,2})(?= ?[ap]\.? ?m\b)")
_AFTERNOON = re.compile(r"\bp\.? ?m\b|下午|午後|오후|\bnachm|μ\.?μ|م$")
_MORNING = re.compile(r"\ba\.? ?m\b|上午|午前|오전|\bvorm|π\.?μ|ص$")
_EAST_ASIAN_MONTH = re.compile(r"(\d{1,2}) ?[月월]")
_NUMERIC = re.compile(r"\D*(\d{1,4}) ?([./年년-]) ?(\d{1,2}) ?[./月월-]? ?(\d{1,4})?")
_HOURS = ("h", "st", "ч", "год", "g", "u", "o", "小", "時", "时", "시", "t")
_SECONDS = ("s", "с", "秒", "초")
_PIECE = re.compile(r"(\d+)\s*([^\W\d]*)")
_CLOCK = re.compile(r"(\d{1,3}):(\d\d)(?::(\d\d)(?:\.\d+)?)?")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d{1,12})?|5[0-4]\d{3}(?:\.\d{1,12})?")
_SERIAL_START = dt.datetime(1899, 12, 30)
"""The day 0 of spreadsheets, whose dates are days since then, with the time of day as a fraction."""
_YEARS = range(1950, 2101)


@lru_cache(maxsize=65_536)
def read_date(text: str, order: DateOrder = "day first") -> dt.datetime | None:
    """Read a date with or without a time of day, local as written; None if it is none.

    `order` says how `3/4/2025` is meant; it doesn't matter where the month is a word or the year comes first.
    """
    text = " ".join(text.split())
    iso = _ISO.fullmatch(text)
    try:
        if iso:
            moment = dt.datetime.fromisoformat(f"{iso[1]} {iso[2] or '00:00'}")
        elif epoch := _EPOCH.fullmatch(text):
            moment = dt.datetime.fromtimestamp(int(epoch[1]), dt.UTC).replace(tzinfo=None)
        elif _SERIAL.fullmatch(text):
            seconds = round(float(text) * 86_400)
            moment = _SERIAL_START + dt.timedelta(seconds=seconds)
        elif len(text) > 60 or not any(c.isdigit() for c in text):
            return None
        else:
            moment = _read_words(plain(text), order)
    except (ValueError, TypeError):
        return None
    return moment if moment.year in _YEARS else None


def date_order(texts: Iterable[str], default: DateOrder) -> DateOrder:
    """Decide how dates such as `3/4/2025` are meant, from all dates of a file in the order they stand there.

    A number above 12 tells; if there is none, the order that keeps the file sorted by time does, as apps do.
    """
    slashed = list(itertools.islice((text for text in texts if "/" in text), _MOST_TELLING))
    readable = {order: [read_date(text, order) for text in slashed] for order in _ORDERS}
    first, second = (sum(moment is not None for moment in moments) for moments in readable.values())
    if first != second:
        return "day first" if first > second else "month first"
    disorder = {order: _turns([moment for moment in moments if moment]) for order, moments in readable.items()}
    if disorder["day first"] != disorder["month first"]:
        return min(_ORDERS, key=lambda order: disorder[order])
    return default


_MOST_TELLING = 2_000
_ORDERS: tuple[DateOrder, DateOrder] = ("day first", "month first")


def _turns(moments: list[dt.datetime]) -> int:
    """Count how often a row of moments changes between going up and going down."""
    ways = [later > earlier for earlier, later in itertools.pairwise(moments) if later != earlier]
    return sum(this != that for this, that in itertools.pairwise(ways))


def _read_words(text: str, order: DateOrder) -> dt.datetime:
    time = _TIME.search(text)
    hour, minute, second = 0, 0, 0
    if time:
        hour, minute, second = int(time[1] or time[4]), int(time[2] or 0), int(time[3] or 0)
        if _AFTERNOON.search(text) or _MORNING.search(text):
            hour = hour % 12 + (12 if _AFTERNOON.search(text) else 0)
        text = text[: time.start()] + " " + text[time.end() :]
    return dt.datetime.combine(_read_day(text, order), dt.time(hour, minute, second))


@lru_cache(maxsize=16_384)
def _read_day(text: str, order: DateOrder) -> dt.date:
    return dt.date(*(_named_month(text) or _numeric(text, order)))


def _named_month(text: str) -> tuple[int, int, int] | None:
    east = _EAST_ASIAN_MONTH.search(text)
    words = [number for word in re.findall(r"[^\W\d_]+", text) if (number := _month(word))]
    if east:
        month, text = int(east[1]), text[: east.start()] + " " + text[east.end() :]
    elif words:
        month = words[-1]  # an earlier one is a weekday, such as mar for martes
    else:
        return None
    numbers = re.findall(r"\d+", text)
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    return (int(years[0]), month, int(days[0])) if len(years) == 1 and len(days) == 1 else None


def _month(word: str) -> int | None:
    months = _months()
    return next((months[word[:length]] for length in range(10, 2, -1) if word[:length] in months), None)


@cache
def _months() -> dict[str, int]:
    return {stem: number for number, stems in enumerate(known_words().months, start=1) for stem in stems}


def _numeric(text: str, order: DateOrder) -> tuple[int, int, int]:
    match = _NUMERIC.match(text)
    if not match or not match[4]:
        raise ValueError
    first, mark, second, third = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return first, second, third
    year = third if len(match[4]) == 4 else third + 2000
    return (year, first, second) if order == "month first" and mark == "/" else (year, second, first)


@lru_cache(maxsize=65_536)
def read_seconds(text: str, of_set: bool = False) -> int | None:
    """Read a length of time [s] such as `1h 6m`, `1小时13分钟`, `1:06:00` or a bare number of seconds.

    `1:30` is an hour and a half of a session, but a minute and a half `of_set`.
    """
    text = plain(text)
    clock = _CLOCK.fullmatch(text)
    if clock:
        seconds = int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)
        return seconds // 60 if of_set and clock[3] is None else seconds
    if re.fullmatch(r"\d{1,7}([.,]0+)?", text):
        return int(re.split("[.,]", text)[0])
    seconds = 0
    pieces = _PIECE.findall(text)
    for number, unit in pieces:
        if not unit or len(number) > 6:
            return None
        seconds += int(number) * (3600 if unit.startswith(_HOURS) else 1 if unit.startswith(_SECONDS) else 60)
    return seconds if pieces else None
