"""Events in the store: kept once, on the disk when it says so, in an order that no cursor passes by."""

import datetime as dt
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from legday.documents import InputError
from legday.exchange import read_log
from legday.log import Event, Subject, fold, imported_session_id, next_event_id
from legday.store import (
    StoreError,
    add_events,
    events_after,
    load_log,
    open_store,
    save_import,
    settle_name,
)

NOW = dt.datetime(2026, 11, 21, 18, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
Change = tuple[Subject, str, dict[str, Any]]
SESSION = "plan-1:2026-11-23"
BEGUN: Change = ("session", SESSION, {"start": "2026-11-23T18:00:00", "name": "Legs"})


def made(*changes: Change, after: str | None = None) -> list[Event]:
    events: list[Event] = []
    for about, of, change in changes:
        after = next_event_id(after, 1_795_000_000_000, os.urandom(10))
        events.append(Event(after, NOW, "phone", about, of, change))
    return events


def squats(count: int, note: str = "") -> list[Event]:
    fields = {"session": SESSION, "name": "Squat", "exercise": "squat", "reps": 8, "load": "82.5 kg", "note": note}
    return made(*(("set", f"{SESSION}:{number}", fields | {"order": number}) for number in range(count)))


def test_events_come_back_as_they_were_sent_in_the_order_of_their_arrival(store: Engine) -> None:
    events = (
        made(BEGUN) + squats(5, note='"Tief" \N{SNOWMAN} \u0000 \n') + made(("set", "s:1", {"reps": 0.1, "rpe": None}))
    )
    added = add_events(store, "Ann", reversed(events), NOW)
    assert (added.accepted, added.known) == (7, 0)
    page = events_after(store, "Ann", 0)
    assert page.events == tuple(reversed(events))
    assert page.events[0].at.utcoffset() == dt.timedelta(hours=1)
    assert (page.cursor, page.more) == (added.cursor, False)


def test_events_that_are_there_are_known_and_the_first_of_an_id_stays(store: Engine) -> None:
    events = squats(3)
    first = add_events(store, "Ann", events[:2], NOW)
    again = add_events(store, "Ann", [*events, events[2]], NOW)
    assert (first.accepted, first.known) == (2, 0)
    assert (again.accepted, again.known) == (1, 3)
    other = [Event(events[0].id, NOW, "tablet", "set", "else", {})]
    assert add_events(store, "Ann", other, NOW) == (0, 1, again.cursor)
    assert events_after(store, "Ann", 0).events == tuple(events)
    assert add_events(store, "Ann", [], NOW) == (0, 0, again.cursor)


def test_pages_put_together_are_all_events(store: Engine) -> None:
    events = squats(23)
    for start in range(0, 23, 4):
        add_events(store, "Ann", events[start : start + 4], NOW)
        add_events(store, "Bob", squats(1), NOW)
    found: list[Event] = []
    cursor, more = 0, True
    while more:
        page = events_after(store, "Ann", cursor, limit=5)
        found += page.events
        cursor, more = page.cursor, page.more
    assert found == events
    assert events_after(store, "Ann", cursor) == ((), cursor, False)
    assert events_after(store, "Eve", 0) == ((), 0, False)


def test_a_wrong_event_keeps_out_all_that_came_with_it(store: Engine) -> None:
    wrong = made(("set", "s:1", {"reps": -1}))
    with pytest.raises(InputError, match=r"change\.reps"):
        add_events(store, "Ann", squats(3) + wrong, NOW)
    with pytest.raises(InputError, match="an athlete's name must have"):
        add_events(store, " ", squats(1), NOW)
    assert events_after(store, "Ann", 0).events == ()


def test_many_threads_add_each_event_once_and_readers_miss_none(store: Engine) -> None:
    """A reader that follows the cursor all the while sees every event of an athlete once, in the end."""
    events = {athlete: squats(120) for athlete in ("Ann", "Bob")}
    seen: dict[str, list[Event]] = {"Ann": [], "Bob": []}
    cursors = {"Ann": 0, "Bob": 0}

    def add(work: tuple[str, Event]) -> int:
        athlete, one = work
        return add_events(store, athlete, [one], NOW).accepted

    def follow(athlete: str) -> None:
        page = events_after(store, athlete, cursors[athlete])
        seen[athlete] += page.events
        cursors[athlete] = page.cursor

    # every event is sent twice, as by a device that had no answer
    work = [(athlete, one) for athlete in events for one in events[athlete]] * 2
    with ThreadPoolExecutor(8) as pool:
        results = [pool.submit(add, one) for one in work]
        while not all(result.done() for result in results):
            for athlete in events:
                follow(athlete)
    for athlete in events:
        follow(athlete)
        assert sorted(one.id for one in seen[athlete]) == sorted(one.id for one in events[athlete])
    assert sum(result.result() for result in results) == 240


def test_concurrent_events_share_commits(store: Engine) -> None:
    commits = 0

    def count(_: object) -> None:
        nonlocal commits
        commits += 1

    event.listen(store, "commit", count)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: add_events(store, "Ann", [one], NOW), squats(200)))
    assert commits < 200
    assert len(events_after(store, "Ann", 0).events) == 200


def test_the_log_is_the_fold_of_the_events(store: Engine) -> None:
    events = made(BEGUN) + squats(4)
    events += made(
        ("set", f"{SESSION}:1", {"reps": 9}), ("set", f"{SESSION}:2", {"removed": True}), after=events[-1].id
    )
    add_events(store, "Ann", reversed(events), NOW)
    log = load_log(store, "Ann")
    assert log == fold(events)
    assert [(done.id[-1], str(done.reps)) for _, done in log.sets()] == [("0", "8"), ("1", "9"), ("3", "8")]
    assert load_log(store, "Bob").sessions == ()


def test_events_change_what_was_imported_and_undo_changes_it_back(store: Engine) -> None:
    head = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n"
    rows = [f"2026-09-01 18:00:00,Legs,Squat (Barbell),{number},100,8\n" for number in (1, 2)]
    content = (head + "".join(rows)).encode()
    save_import(store, "Ann", read_log(content, "log.csv"), "log.csv", "0" * 64, NOW)
    before = load_log(store, "Ann")
    [session] = before.sessions
    assert session.id == imported_session_id(session.start, "Legs")
    assert [done.exercise for done in session.sets] == ["squat", "squat"]
    change = made(("set", f"{session.id}:2", {"reps": 6}), ("set", f"{session.id}:1", {"name": "My press"}))
    add_events(store, "Ann", change, NOW)
    settle_name(store, "Ann", "My press", "leg-press", NOW)
    after = load_log(store, "Ann").sessions[0].sets
    assert [(done.name, done.exercise, str(done.reps)) for done in after] == [
        ("My press", "leg-press", "8"),
        ("Squat (Barbell)", "squat", "6"),
    ]
    back = made(("set", f"{session.id}:2", {"reps": 8}), ("set", f"{session.id}:1", {"name": "Squat (Barbell)"}),
                after=change[-1].id)  # fmt: skip
    add_events(store, "Ann", back, NOW)
    assert load_log(store, "Ann") == before


# A child that adds events one by one from several threads and says which ones it was told are kept.
_CHILD = """
import datetime as dt, os, sys
from concurrent.futures import ThreadPoolExecutor
from legday.log import Event, next_event_id
from legday.store import add_events, open_store

now = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
def add(number):
    identifier = next_event_id(None, 1_795_000_000_000 + number, os.urandom(10))
    add_events(store, "Ann", [Event(identifier, now, "phone", "set", f"s:{number}", {"reps": number % 100})], now)
    os.write(1, (identifier + "\\n").encode())

with open_store(sys.argv[1]) as store, ThreadPoolExecutor(4) as pool:
    list(pool.map(add, range(1_000_000)))
"""


@pytest.mark.parametrize("acknowledged", [1, 40, 150])
def test_every_event_a_killed_process_acknowledged_is_there(place: Path | str, acknowledged: int) -> None:
    with open_store(place):
        pass
    child = subprocess.Popen([sys.executable, "-c", _CHILD, str(place)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(acknowledged)]
    child.send_signal(signal.SIGKILL)
    told += child.stdout.read().split()  # what it said before it died
    child.wait()
    child.stdout.close()
    with open_store(place) as store:
        page = events_after(store, "Ann", 0, limit=100_000)
        assert set(told) <= {one.id for one in page.events}
        assert len(told) >= acknowledged
        assert add_events(store, "Ann", page.events, NOW).known == len(page.events)


def test_a_full_disk_is_one_clear_error_and_keeps_nothing_of_it(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add_events(store, "Ann", squats(3), NOW)

        @event.listens_for(store, "connect")
        def fill_up(connection: object, _record: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA max_page_count={pages + 2}")  # type: ignore[attr-defined]

        store.dispose()  # so that connections are made anew
        large = squats(500, note="x" * 3000)
        with pytest.raises(StoreError, match=r"^nothing was kept: the disk with the store is full; make room"):
            add_events(store, "Ann", large, NOW)
        assert len(events_after(store, "Ann", 0).events) == 3
        small = made(("set", "s:1", {}))
        with ThreadPoolExecutor(4) as pool:  # those that fit are kept though others beside them don't
            outcomes = list(pool.map(lambda events: _outcome(store, events), [large, small, large]))
        assert outcomes == ["full", "kept", "full"]
        with store.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert len(events_after(store, "Ann", 0).events) == 4


def _outcome(store: Engine, events: list[Event]) -> str:
    try:
        add_events(store, "Ann", events, NOW)
    except StoreError:
        return "full"
    return "kept"
