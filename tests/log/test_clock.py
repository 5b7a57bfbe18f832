"""Ids of events: UUIDv7 in the form of the RFC, and later than all that were seen."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from legday.log import LAST_MS, event_ms, next_event_id

moments = st.integers(0, LAST_MS)
randoms = st.binary(min_size=10, max_size=10)


@given(moments, randoms)
def test_an_id_is_a_uuid_of_version_7_with_the_time_in_it(now: int, random: bytes) -> None:
    identifier = next_event_id(None, now, random)
    parsed = uuid.UUID(identifier)
    assert (parsed.version, parsed.variant, str(parsed)) == (7, uuid.RFC_4122, identifier)
    assert event_ms(identifier) == now == parsed.int >> 80


@given(moments, randoms, st.lists(st.tuples(st.integers(-(10**12), 10**14), randoms), max_size=20))
def test_every_id_is_later_than_the_one_seen_whatever_the_clock_says(
    now: int, first: bytes, later: list[tuple[int, bytes]]
) -> None:
    seen = next_event_id(None, now, first)
    for clock, random in later:
        made = next_event_id(seen, clock, random)
        assert made > seen
        assert uuid.UUID(made) > uuid.UUID(seen)
        assert uuid.UUID(made).version == 7
        seen = made


@given(randoms)
def test_a_clock_that_is_right_again_is_taken(random: bytes) -> None:
    seen = next_event_id(None, 1000, random)
    assert event_ms(next_event_id(seen, 2000, random)) == 2000
    assert event_ms(next_event_id(seen, 500, b"\0" * 10)) == 1000


def test_a_full_millisecond_goes_over_into_the_next() -> None:
    assert (
        next_event_id("00000000-03e8-7fff-bfff-ffffffffffff", 1000, b"\0" * 10)
        == "00000000-03e9-7000-8000-000000000000"
    )


@given(moments, randoms, randoms)
def test_two_devices_of_one_state_make_different_ids(now: int, one: bytes, other: bytes) -> None:
    seen = next_event_id(None, now, bytes(10))
    if int.from_bytes(one) % 2**32 != int.from_bytes(other) % 2**32:
        assert next_event_id(seen, now, one) != next_event_id(seen, now, other)
