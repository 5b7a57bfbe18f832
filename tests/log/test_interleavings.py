"""A thousand generated histories of several devices with faults: all end with one state, nothing lost or doubled."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from events_of import EPOCH_MS, Device, Server

from legday.log import Event, Log, fold, merge_events

HISTORIES = 1000
YEAR_MS = 31_557_600_000
SESSIONS = ("plan-1:2026-11-23", "plan-1:2026-11-25", "free:a")


def set_id(random: Random) -> tuple[str, str]:
    session = random.choice(SESSIONS)
    return session, f"{session}:{random.randrange(3)}.{random.randrange(3)}"


def something_said(random: Random, number: int) -> tuple[Any, str, dict[str, Any]]:
    """What an athlete does: log a planned set on any device, mend it, take it away and back, add one of their own."""
    session, planned = set_id(random)
    match random.randrange(10):
        case 0:
            return "session", session, {"start": "2026-11-23T18:00:00", "name": "Legs"}
        case 1 | 2:
            fields = {"session": session, "name": "Squat", "exercise": "squat", "order": random.randrange(9)}
            return "set", planned, fields | {"reps": random.randrange(1, 20), "load": f"{random.randrange(20, 200)} kg"}
        case 3:
            return "set", planned, {random.choice(("reps", "rpe", "pauses")): random.choice((None, 1, 5, 9))}
        case 4:
            return "set", planned, {"removed": random.choice((True, False, None))}
        case 6:
            soreness = {random.choice(("calves", "hams")): random.choice((None, 1, 3))}
            return "check-in", "check-in:2026-11-23", {"stress": random.choice((None, 2, 5)), "soreness": soreness}
        case 7:
            nutrients = {random.choice(("iron", "sodium")): random.choice((None, 2, 5))}
            return "food", random.choice("ab"), {"date": "2026-11-23", "energy": "300 kcal", "nutrients": nutrients}
        case 8:
            return "day", "day:2026-11-23", random.choice(({"steps": 9}, {"steps": None}, {"complete": True}))
        case 5:
            return "set", planned, {"parts": random.choice(({"1": {"kind": "drop", "reps": 6}}, {"1": None}, None))}
    return "set", f"{session}:x{number}", {"session": session, "name": "Lunge", "order": 99, "reps": 8}


def play(seed: int) -> tuple[list[Device], Server, list[Event]]:
    """Let devices say things, upload and download with every fault there is, and at last let all through."""
    random = Random(seed)  # noqa: S311
    skews = [random.choice((0, -YEAR_MS, YEAR_MS, random.randrange(-5000, 5000))) for _ in range(random.randint(2, 4))]
    devices = [Device(f"device-{number}", skew, random) for number, skew in enumerate(skews)]
    server = Server()
    said: list[Event] = []
    late: list[list[Event]] = []
    for moment in range(random.randint(5, 40)):
        device = random.choice(devices)
        action = random.random()
        if action < 0.5:
            said.append(device.say(EPOCH_MS + moment * random.choice((0, 1, 90_000)), *something_said(random, moment)))
        elif action < 0.75:
            upload(device, server, late, random)
        elif action < 0.85 and late:
            server.add(late.pop(random.randrange(len(late))))  # an upload that was long on its way
        else:
            download(device, server, limit=random.randint(1, 5))
    for device in devices:
        server.add([device.events[each] for each in device.to_upload])
    for device in devices:
        while device.cursor < len(server.arrived):
            download(device, server, limit=7)
    return devices, server, said


def upload(device: Device, server: Server, late: list[list[Event]], random: Random) -> None:
    batch = [device.events[each] for each in device.to_upload]
    random.shuffle(batch)
    sent = batch[: random.randint(0, len(batch))]
    fate = random.randrange(5)
    if fate == 0:
        return  # lost on the way, or the tab was killed before it was sent
    if fate == 1:
        late.append(sent)
        return
    server.add(sent)
    if fate == 2:
        return  # it arrived, but the answer was lost: it will be sent again
    if fate == 3:
        server.add(sent)  # sent twice
    device.to_upload -= {each.id for each in sent}


def download(device: Device, server: Server, limit: int) -> None:
    events, device.cursor = server.after(device.cursor, limit)
    device.receive(events)


@pytest.fixture(scope="module", params=range(0, HISTORIES, 50))
def histories(request: pytest.FixtureRequest) -> list[tuple[list[Device], Server, list[Event]]]:
    return [play(seed) for seed in range(request.param, request.param + 50)]


Histories = list[tuple[list[Device], Server, list[Event]]]


def test_every_device_and_the_server_come_to_the_same_state(histories: Histories) -> None:
    for devices, server, _ in histories:
        state = merge_events(server.arrived)
        log = fold(server.arrived)
        for device in devices:
            assert merge_events(device.events.values()) == state
            assert fold(device.events.values()) == log


def test_every_event_is_there_once(histories: Histories) -> None:
    for devices, server, said in histories:
        ids = sorted(each.id for each in said)
        assert len(set(ids)) == len(ids)
        assert sorted(each.id for each in server.arrived) == ids
        for device in devices:
            assert sorted(device.events) == ids


def test_a_planned_set_logged_on_two_devices_is_one_set(histories: Histories) -> None:
    for _, server, _ in histories:
        ids = [done.id for _, done in fold(server.arrived).sets()]
        assert len(set(ids)) == len(ids)


def test_what_a_device_says_last_of_what_it_has_seen_holds(histories: Histories) -> None:
    """An answer comes after what it answers, however wrong the clocks are: no later event means that it stands."""
    for devices, server, _ in histories:
        device = devices[0]
        final = device.say(0, "set", "free:z:1", {"session": "free:z", "name": "Squat", "reps": 7, "removed": False})
        assert final.id == max(device.events)
        assert merge_events([*server.arrived, final])["set"]["free:z:1"]["reps"] == 7


def with_oracle(apply: Callable[[Any, Any], Any], events: list[Event]) -> dict[tuple[str, str], Any]:
    things: dict[tuple[str, str], Any] = {}
    for each in sorted(events, key=lambda one: one.id):
        things[each.about, each.of] = apply(things.get((each.about, each.of)), each.change)
    return things


def rfc_7396(target: Any, patch: Any) -> Any:
    """The pseudo-code of RFC 7396, section 2, line by line."""
    if isinstance(patch, dict):
        if not isinstance(target, dict):
            target = {}
        target = dict(target)
        for name, value in patch.items():
            if value is None:
                if name in target:
                    del target[name]
            else:
                target[name] = rfc_7396(target.get(name), value)
        return target
    return patch


def test_the_log_shows_what_a_plain_merge_of_all_events_shows(histories: Histories) -> None:
    for _, server, _ in histories:
        things = with_oracle(rfc_7396, server.arrived)
        shown: Log = fold(server.arrived)
        sessions = {of for (about, of), fields in things.items() if about == "session" and not fields.get("removed")}
        assert {session.id for session in shown.sessions} == sessions
        expected = {
            of: (fields.get("reps"), fields.get("load"), len(fields.get("parts", {})))
            for (about, of), fields in things.items()
            if about == "set" and not fields.get("removed") and fields.get("name") and fields.get("session") in sessions
        }
        assert expected == {
            done.id: (done.reps, str(done.load) if done.load else None, len(done.parts)) for _, done in shown.sets()
        }
