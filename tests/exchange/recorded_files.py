"""Files of watches and phones made for tests: FIT by its protocol, TCX and GPX as text."""

import datetime as dt
import math
import struct
from collections.abc import Sequence
from random import Random
from typing import Any

UTC = dt.UTC
FIT_EPOCH = dt.datetime(1989, 12, 31, tzinfo=UTC)
METERS_PER_DEGREE = 111_319.49079  # of the equator: 6 378 137 m times pi / 180
SPORTS = {"generic": 0, "running": 1, "cycling": 2, "transition": 3, "swimming": 5, "walking": 11, "hiking": 17}

_CRC = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip
_BASE = {"enum": (0x00, "B"), "u8": (0x02, "B"), "u16": (0x84, "H"), "u32": (0x86, "I")}
_SESSION = (  # field number, its type, and how the value is written
    ("start", 2, "u32", lambda value: fit_time(value)),
    ("sport", 5, "enum", lambda value: SPORTS[value]),
    ("elapsed", 7, "u32", lambda value: round(1000 * value)),
    ("seconds", 8, "u32", lambda value: round(1000 * value)),
    ("meters", 9, "u32", lambda value: round(100 * value)),
    ("heart_rate", 16, "u8", int),
    ("ascent", 22, "u16", int),
)


def fit_time(time: dt.datetime) -> int:
    return int((time - FIT_EPOCH).total_seconds())


def crc(content: bytes) -> int:
    """The checksum of the FIT protocol, four bits at a time."""
    found = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            found = (found >> 4) ^ _CRC[found & 0xF] ^ _CRC[half]
    return found


def message(number: int, fields: Sequence[tuple[int, str, int]]) -> bytes:
    """A definition of a message and the message itself, both as local message 0."""
    definition = bytes([0x40, 0, 0]) + struct.pack("<HB", number, len(fields))
    body = b"\0"
    for field, kind, value in fields:
        base, code = _BASE[kind]
        definition += bytes([field, struct.calcsize(code), base])
        body += struct.pack(f"<{code}", value)
    return definition + body


def fit_of(*sessions: dict[str, Any], offset: dt.timedelta | None = None, kind: int = 4, saved: Any = None) -> bytes:
    """A FIT file with these sessions; `kind` is the type of the file, 4 for an activity."""
    body = message(0, [(0, "enum", kind)])
    for session in sessions:
        body += message(18, [(n, k, write(session[name])) for name, n, k, write in _SESSION if name in session])
    if kind == 4:
        end = saved or dt.datetime(2026, 11, 22, 9, tzinfo=UTC)
        fields = [(253, "u32", fit_time(end))]
        if offset is not None:
            fields.append((5, "u32", fit_time(end + offset)))
        body += message(34, fields)
    header = struct.pack("<2BHI4s", 14, 0x20, 2132, len(body), b".FIT")
    header += struct.pack("<H", crc(header))
    return header + body + struct.pack("<H", crc(header + body))


def tcx_of(*activities: str, more: str = "") -> bytes:
    namespace = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
    inside = "".join(activities)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (
        f'{head}<TrainingCenterDatabase xmlns="{namespace}"><Activities>{inside}</Activities>'
        f"{more}</TrainingCenterDatabase>"
    ).encode()


def activity(start: str, *laps: str, sport: str = "Running", notes: str = "") -> str:
    said = f"<Notes>{notes}</Notes>" if notes else ""
    return f'<Activity Sport="{sport}"><Id>{start}</Id>{"".join(laps)}{said}</Activity>'


def lap(start: str, meters: float | None, seconds: float | None, rate: int | None = None, track: str = "") -> str:
    told = f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>" if seconds is not None else ""
    told += f"<DistanceMeters>{meters}</DistanceMeters>" if meters is not None else ""
    told += f"<AverageHeartRateBpm><Value>{rate}</Value></AverageHeartRateBpm>" if rate else ""
    return f'<Lap StartTime="{start}">{told}{track}</Lap>'


def gpx_of(*tracks: str, more: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="t" '
    return (
        f'{head}xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="http://www.garmin.com/xmlschemas/x/v1">'
        f"{more}{''.join(tracks)}</gpx>"
    ).encode()


def track(*segments: str, name: str = "", sport: str = "running") -> str:
    told = (f"<name>{name}</name>" if name else "") + (f"<type>{sport}</type>" if sport else "")
    return f"<trk>{told}{''.join(f'<trkseg>{segment}</trkseg>' for segment in segments)}</trk>"


def point(time: dt.datetime, north: float, east: float, *, height: float | None = None, rate: int | None = None) -> str:
    """A point so many metres north and east of a place on the equator, where a degree is easy to count."""
    latitude, longitude = north / 110_574.3886, east / METERS_PER_DEGREE
    inside = f"<ele>{height}</ele>" if height is not None else ""
    zone = time.strftime("%z")
    inside += f"<time>{time:%Y-%m-%dT%H:%M:%S}{'Z' if zone == '+0000' else f'{zone[:3]}:{zone[3:]}'}</time>"
    if rate is not None:
        inside += f"<extensions><x:TrackPointExtension><x:hr>{rate}</x:hr></x:TrackPointExtension></extensions>"
    return f'<trkpt lat="{latitude:.8f}" lon="{longitude:.8f}">{inside}</trkpt>'


def run_points(
    start: dt.datetime, seconds: int, *, speed: float = 3.0, jitter: float = 0.0, pause: tuple[int, int] = (0, 0)
) -> str:
    """A winding run of a point a second, with so much jitter [m] and a pause between two seconds."""
    random = Random(1)  # noqa: S311 no secret
    north = east = heading = 0.0
    found = []
    for second in range(seconds + 1):
        wobble = [random.gauss(0, jitter) for _ in range(2)]
        found.append(point(start + dt.timedelta(seconds=second), north + wobble[0], east + wobble[1]))
        if not pause[0] <= second < pause[1]:
            heading += 0.01
            north, east = north + speed * math.cos(heading), east + speed * math.sin(heading)
    return "".join(found)
