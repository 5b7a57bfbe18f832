"""How fast the server answers: a real process, a real store on the disk, eight clients at once."""

import datetime as dt
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from bench.result import Result
from legday.documents import encode
from legday.planner import read_profile

CLIENTS, SETS_EACH = 8, 250
LOGGED_SESSIONS, SETS_IN_SESSION = 1000, 20
EVENTS_IN_BATCH = 1000
PROFILE = Path(__file__).parent.parent / "examples" / "male-bodybuilder.yaml"
EXERCISES = (
    ("squat", "Squat"),
    ("leg-press", "Leg press"),
    ("lying-leg-curl", "Lying leg curl"),
    ("standing-calf-raise", "Standing calf raise"),
)


class Client:
    """A client that keeps its connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._connection.connect()
        assert self._connection.sock is not None
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, method: str, path: str, body: object = None) -> Any:
        """Send a request and return the answer; anything but a success is an error."""
        content = self.exchange(method, path, body)
        return json.loads(content) if content else None

    def exchange(self, method: str, path: str, body: object = None) -> bytes:
        """Send a request and return the answer as it came."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"X-Legday": "1", "Content-Type": "application/json"}
        self._connection.request(method, path, data, headers)
        response = self._connection.getresponse()
        content = response.read()
        assert response.status < 300, content
        return content


@contextmanager
def server() -> Iterator[int]:
    """Serve an empty store from a folder that is thrown away, and give the port."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-c", "from legday.cli import main; main()", "serve", "--port", str(port)]
        process = subprocess.Popen(command, env={**os.environ, "LEGDAY_HOME": home}, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield port
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _wait_for(port: int) -> None:
    for _ in range(600):
        try:
            Client(port).send("GET", "/api/me")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not start")


def create_set_through_the_api() -> Result:
    seconds, taken = _create_sets()
    each = seconds / len(taken)
    detail = (f"{1 / each:,.0f} requests/s (target: 500)",)
    return Result(f"a set through the API, {CLIENTS} clients, time each", "ms", each * 1e3, 2, detail=detail)


def create_set_slowest() -> Result:
    taken = sorted(_create_sets()[1])
    detail = (f"p50 {median(taken) * 1e3:.1f} ms",)
    p95 = taken[int(0.95 * len(taken))]
    return Result(f"a set through the API, {CLIENTS} clients, p95", "ms", p95 * 1e3, 25, detail=detail)


@cache
def _create_sets() -> tuple[float, tuple[float, ...]]:
    """Let all clients create sets; return the time of it all and that of each request [s]."""
    with server() as port:
        session = Client(port).send("POST", "/api/sessions", {"start": "2026-11-23T18:00:00", "name": "Legs"})["of"]
        taken: list[float] = []

        def work(number: int) -> None:
            done = {"session": session, "name": "Squat", "exercise": "squat", "reps": 8, "load": "100 kg"}
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for order in range(SETS_EACH):
                    request = _as_bytes("/api/sets", {**done, "order": number * SETS_EACH + order})
                    began = time.perf_counter()
                    connection.sendall(request)
                    answer = connection.recv(4096)
                    while not answer.endswith(b"}}"):  # the end of an event
                        answer += connection.recv(4096)
                    taken.append(time.perf_counter() - began)
                    assert answer.startswith(b"HTTP/1.1 201 "), answer

        began = time.perf_counter()
        _together(work)
        seconds = time.perf_counter() - began
        shown = Client(port).send("GET", f"/api/sessions/{session}")
        assert len(shown["sets"]) == CLIENTS * SETS_EACH
    return seconds, tuple(taken)


def _as_bytes(path: str, body: object) -> bytes:
    """A request as it goes over the wire: a client that costs little leaves the processor to the server."""
    data = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Legday: 1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data


def day_steps() -> Result:
    with server() as port:
        client = Client(port)
        client.send("PUT", "/api/profile", json.loads(encode(read_profile(PROFILE))))
        plan = client.send("POST", "/api/plans", {"start": "2026-11-23"})
        _log_sets(client)
        paths = [f"/api/days/{date}" for date in plan["sessions"]]
        client.send("GET", paths[0])  # loads the log; each of the others is made when it is asked for
        each = median(_seconds(client, path) for path in paths[1:])
    detail = (f"{LOGGED_SESSIONS * SETS_IN_SESSION:,} sets in the log",)
    return Result("a day's session as steps, through the API", "ms", each * 1e3, 10, detail=detail)


def all_statistics() -> Result:
    with server() as port:
        client = Client(port)
        _log_sets(client)
        seconds = []
        for number in range(5):
            client.send("POST", "/api/measures", {"date": "2026-11-23", "kind": "hip", "value": number, "unit": "cm"})
            seconds.append(_seconds(client, "/api/statistics"))  # the log has changed, so nothing is kept of it
    sets = LOGGED_SESSIONS * SETS_IN_SESSION
    return Result(f"all statistics over {sets:,} sets, through the API", "ms", median(seconds) * 1e3, 150)


def _log_sets(client: Client) -> None:
    """Log years of training as a phone uploads it."""
    first = dt.datetime(2020, 1, 1, 18)
    events: list[dict[str, object]] = []
    for number in range(LOGGED_SESSIONS):
        start = first + dt.timedelta(days=2 * number)
        events.append(_event(len(events), "session", f"s{number}", {"start": start.isoformat(), "name": "Legs"}))
        for order in range(SETS_IN_SESSION):
            exercise, name = EXERCISES[order // 5]
            done = {"session": f"s{number}", "name": name, "exercise": exercise, "order": order, "reps": 5 + order % 8}
            load = f"{60 + number % 40 + order} kg"
            events.append(_event(len(events), "set", f"s{number}:{order}", {**done, "load": load}))
    for begin in range(0, len(events), EVENTS_IN_BATCH):
        client.send("POST", "/api/events", {"events": events[begin : begin + EVENTS_IN_BATCH]})


def _event(number: int, about: str, of: str, change: dict[str, object]) -> dict[str, object]:
    identifier = f"019ab1c2-7d3e-7abc-8def-{number:012x}"
    return {
        "id": identifier,
        "at": "2026-11-23T18:00:00+00:00",
        "device": "phone",
        "about": about,
        "of": of,
        "change": change,
    }


def _seconds(client: Client, path: str) -> float:
    began = time.perf_counter()
    client.exchange("GET", path)
    return time.perf_counter() - began


def _together(work: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=work, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
