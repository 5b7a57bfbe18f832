"""The event stream: devices send what they recorded, and fetch what others did."""

import datetime as dt
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import QueryParameter, RawBody

from legday.log import Event
from legday.store import add_events, events_after
from legday.web.bodies import read_body
from legday.web.clock import see
from legday.web.given import Athlete, Store

MOST = 1000
"""The most events that go in one request."""

_EXAMPLE = {
    "events": [
        {
            "id": "019ab1c2-7d3e-7abc-8def-0123456789ab",
            "at": "2026-11-23T18:12:30+01:00",
            "device": "phone",
            "about": "set",
            "of": "plan-1:2026-11-23:squat.1",
            "change": {"session": "plan-1:2026-11-23", "name": "Squat", "reps": 8, "load": "100 kg", "order": 1},
        }
    ]
}


class Batch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events that a device sends."""

    events: Annotated[list[Event], msgspec.Meta(max_length=MOST)]


class Receipt(msgspec.Struct, frozen=True):
    """How many events were new, how many were there before, and the cursor behind the last event of all."""

    accepted: int
    known: int
    cursor: int


class EventPage(msgspec.Struct, frozen=True):
    """Events in the order of their arrival, the cursor to go on from, and whether there are more."""

    events: tuple[Event, ...]
    cursor: int
    more: bool


@post("/events", status_code=200, sync_to_thread=True, opt={"takes": Batch, "example": _EXAMPLE})
def take(body: RawBody, store: Store, athlete: Athlete) -> Receipt:
    """Keep events, all of them or none; when the answer comes they are on the disk.

    An event that is there already is left as it is, so the same request can be sent again and again.
    """
    sent = read_body(body, Batch).events
    receipt = Receipt(*add_events(store, athlete, sent, dt.datetime.now(dt.UTC)))
    see(store, athlete, max((event.id for event in sent), default=None))
    return receipt


@get("/events", sync_to_thread=True)
def give(
    store: Store,
    athlete: Athlete,
    after: Annotated[int, QueryParameter(ge=0, le=2**53)] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=MOST)] = MOST,
) -> EventPage:
    """Give the events that arrived after a cursor, 0 for all."""
    return EventPage(*events_after(store, athlete, after, limit))


HANDLERS = (take, give)
