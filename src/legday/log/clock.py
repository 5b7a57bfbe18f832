"""Ids of events: UUIDv7 that are in the order of what a device has seen, however wrong its clock is."""

RANDOM_BYTES = 10
LAST_MS = 253_402_300_799_999
"""The last millisecond of the year 9999, since 1970. Later ids are refused, so that there is always a greater one."""

_TAIL_BITS = 74  # of a UUIDv7: 12 after the version, 62 after the variant
_STEP_BITS = 32  # within a millisecond, ids go up by a random number of so many bits


def next_event_id(seen: str | None, now_ms: int, random: bytes) -> str:
    """Make the id of a new event, greater than every id the device has seen.

    A hybrid logical clock in the form of a UUIDv7: the time is that of the device, or of the greatest id seen if that
    is later; within one millisecond the rest counts up.

    Parameters
    ----------
    seen
        The greatest id of all events the device made or received, None if there are none.
    now_ms
        The device's clock [ms since 1970, UTC].
    random
        10 random bytes.

    References
    ----------
    RFC 9562, sections 5.7 and 6.2 (monotonic random).
    Kulkarni SS et al. Logical physical clocks. OPODIS 2014, LNCS 8878:17-32, doi:10.1007/978-3-319-14472-6_2.
    """
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"an id takes {RANDOM_BYTES} random bytes, not {len(random)}")
    number = int.from_bytes(random)
    now = min(max(now_ms, 0), LAST_MS)
    if seen is None or event_ms(seen) < now:
        return _written(now << _TAIL_BITS | number >> (8 * RANDOM_BYTES - _TAIL_BITS))
    return _written(_number_of(seen) + 1 + number % 2**_STEP_BITS)


def event_ms(event_id: str) -> int:
    """Return the time in an id [ms since 1970, UTC]."""
    return int(event_id[:8] + event_id[9:13], 16)


def _number_of(event_id: str) -> int:
    """Return the time and the tail of an id as one number; version and variant are left out."""
    tail = int(event_id[15:18], 16) << 62 | int(event_id[19:23] + event_id[24:], 16) & (2**62 - 1)
    return event_ms(event_id) << _TAIL_BITS | tail


def _written(number: int) -> str:
    ms, tail = number >> _TAIL_BITS, number & (2**_TAIL_BITS - 1)
    first, last = tail >> 62, 0b10 << 62 | tail & (2**62 - 1)
    digits = f"{ms:012x}7{first:03x}{last:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
