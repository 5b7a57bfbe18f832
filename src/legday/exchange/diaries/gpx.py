"""GPX: tracks as GPS devices record them (Topografix, GPX 1.0 and 1.1)."""

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from legday.exchange.activity_xml import as_number, begins_with, children, local, number, read_xml, text
from legday.exchange.recording import Recorder, Recording, recorder_diary
from legday.exchange.tracks import Point, as_utc, mean_heart_rate, measure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # nosec B405: only its type


def _recognise(content: bytes) -> bool:
    return begins_with(content, "gpx")


def _read(name: str, content: bytes) -> list[Recording]:
    root = read_xml(name, content)
    routes = [Recording(problem="this is a route to follow, not a run that was done") for _ in children(root, "rte")]
    return [*(_recording(track) for track in children(root, "trk")), *routes] or [
        Recording(problem="the file has no track in it")
    ]


def _recording(track: "Element") -> Recording:
    segments: list[list[Point]] = []
    beats: list[tuple[float, float]] = []
    first: tuple[dt.datetime, dt.timedelta | None] | None = None
    for segment in children(track, "trkseg"):
        points: list[tuple[Point, float | None]] = []
        for element in children(segment, "trkpt"):
            time = as_utc(text(element, "time"))
            latitude, longitude = as_number(element.get("lat")), as_number(element.get("lon"))
            if time is None or latitude is None or longitude is None or not (abs(latitude) <= 90 >= abs(longitude) / 2):
                continue
            if first is None or time[0] < first[0]:
                first = time
            point = Point(time[0].timestamp(), latitude, longitude, number(element, "ele"))
            points.append((point, _heart_rate(element)))
        segments.append([point for point, _ in points])
        beats += [
            (rate, after.seconds - before.seconds)
            for (before, rate), (after, _) in pairwise(points)
            if rate is not None and after.seconds > before.seconds
        ]
    if first is None:
        return Recording(problem="no point of it tells a time and a place, so it is a route, not a run that was done")
    done = measure(segments)
    return Recording(
        sport=text(track, "type"),
        start=first[0],
        offset=first[1],
        name=text(track, "name"),
        meters=done.meters,
        seconds=done.seconds,
        ascent=done.ascent,
        heart_rate=mean_heart_rate(beats),
    )


def _heart_rate(point: "Element") -> float | None:
    """The heart rate [1/min] among the extensions of a point, whoever defined them."""
    for extensions in children(point, "extensions"):
        for element in extensions.iter():
            if local(element) in ("hr", "heartrate"):
                return as_number(element.text)
    return None


RECORDER = Recorder("GPX", _recognise, _read)
DIARY = recorder_diary(RECORDER)
