"""How long a large logbook takes: its statistics from a cold store, and events on their way to the disk."""

import datetime as dt
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from statistics import median

from bench.result import Result
from legday.catalogue import load_catalogue
from legday.log import Event, Subject, next_event_id
from legday.progress import statistics
from legday.store import add_events, load_log, open_store

SETS, SETS_A_SESSION = 20_000, 20
EVENTS, CLIENTS = 4_000, 8
NOW = dt.datetime(2026, 11, 21, 18, tzinfo=dt.UTC)
EXERCISES = ("squat", "leg-press", "lying-leg-curl", "bulgarian-split-squat", "standing-calf-raise")


def statistics_cold() -> Result:
    """All statistics over 20,000 logged sets: from opening the store on, with nothing kept from before."""
    load_catalogue()  # a server has read it when it starts
    with tempfile.TemporaryDirectory() as folder:
        with open_store(folder) as store:
            add_events(store, "me", _events(), NOW)
        seconds = []
        for _ in range(7):
            with open_store(folder) as store:
                began = time.perf_counter()
                found = statistics(load_log(store, "me"), (), NOW.replace(tzinfo=None))
                seconds.append(time.perf_counter() - began)
            assert found.sets == SETS
    return Result(f"all statistics over {SETS:,} sets, cold", "ms", median(seconds) * 1e3, 150)


def events_to_disk() -> Result:
    """Single events from eight clients at once, each on the disk when its call returns."""
    events = [event for event in _events() if event.about == "set"][:EVENTS]
    with tempfile.TemporaryDirectory() as folder, open_store(folder) as store, ThreadPoolExecutor(CLIENTS) as pool:
        began = time.perf_counter()
        added = list(pool.map(lambda event: add_events(store, "me", [event], NOW), events))
        each = (time.perf_counter() - began) / EVENTS
    assert sum(one.accepted for one in added) == EVENTS
    return Result(f"an event to the disk, {CLIENTS} clients", "ms", each * 1e3, 1)


def _events() -> Iterator[Event]:
    """The events of a made-up log, one for each session and set, as a device writes them."""
    random, last = Random(1), None  # noqa: S311
    for number in range(SETS // SETS_A_SESSION):
        start = dt.datetime(2020, 1, 1, 18) + dt.timedelta(days=2 * number)
        session = f"plan-1:{start:%Y-%m-%d}"
        things: list[tuple[Subject, str, dict[str, object]]] = [
            ("session", session, {"start": start.isoformat(), "name": "Legs", "finished": True})
        ]
        for place in range(SETS_A_SESSION):
            block = place // 4
            change = {
                "session": session,
                "name": EXERCISES[block],
                "exercise": EXERCISES[block],
                "variant": "usual",
                "order": place,
                "kind": "normal",
                "reps": random.randint(5, 15),
                "load": f"{random.randint(8, 80) * 2.5:g} kg",
                "rpe": 8,
                "block": f"{block}",
                "step": f"{block}.{place % 4}",
            }
            if block == 3:
                change["side"] = ("left", "right")[place % 2]
            things.append(("set", f"{session}:{block}.{place % 4}", change))
        for about, of, fields in things:
            at = start.replace(tzinfo=dt.UTC)
            last = next_event_id(last, int(at.timestamp() * 1000), random.randbytes(10))
            yield Event(last, at, "phone", about, of, fields)
