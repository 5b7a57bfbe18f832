"""Devices that make events with wrong clocks, and a server between them that loses, repeats and reorders uploads."""

import datetime as dt
from random import Random
from typing import Any

from legday.log import Event, Subject, next_event_id

EPOCH_MS = 1_795_000_000_000


def event(identifier: str, about: Subject, of: str, change: dict[str, Any], device: str = "phone") -> Event:
    return Event(identifier, dt.datetime(2026, 11, 21, 18, tzinfo=dt.UTC), device, about, of, change)


class Device:
    """A device: what it has made and what it has seen, both kept through being killed; its clock is off by `skew`."""

    def __init__(self, name: str, skew_ms: int, random: Random) -> None:
        self.name, self.skew_ms, self.random = name, skew_ms, random
        self.events: dict[str, Event] = {}
        self.to_upload: set[str] = set()
        self.cursor = 0

    def say(self, true_ms: int, about: Subject, of: str, change: dict[str, Any]) -> Event:
        identifier = next_event_id(max(self.events, default=None), true_ms + self.skew_ms, self.random.randbytes(10))
        made = event(identifier, about, of, change, self.name)
        self.events[identifier] = made  # stored before anything else happens
        self.to_upload.add(identifier)
        return made

    def receive(self, events: list[Event]) -> None:
        for each in events:
            self.events[each.id] = each


class Server:
    """The store in its plainest form: events by id, in the order of their arrival."""

    def __init__(self) -> None:
        self.arrived: list[Event] = []

    def add(self, events: list[Event]) -> None:
        known = {each.id for each in self.arrived}
        self.arrived += [each for each in events if each.id not in known]

    def after(self, cursor: int, limit: int) -> tuple[list[Event], int]:
        page = self.arrived[cursor : cursor + limit]
        return page, cursor + len(page)
