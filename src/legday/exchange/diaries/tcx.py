"""TCX: activities as Garmin's Training Center writes them (TrainingCenterDatabase, version 2)."""

from itertools import pairwise
from typing import TYPE_CHECKING

from legday.exchange.activity_xml import as_number, begins_with, children, number, read_xml, text
from legday.exchange.recording import Recorder, Recording, recorder_diary
from legday.exchange.tracks import Point, as_utc, climb, mean_heart_rate, measure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # nosec B405: only its type

_PLANS = {"Courses": ("Courses", "Course"), "Workouts": ("Workouts", "Workout")}


def _recognise(content: bytes) -> bool:
    return begins_with(content, "TrainingCenterDatabase")


def _read(name: str, content: bytes) -> list[Recording]:
    root = read_xml(name, content)
    activities = [
        *children(root, "Activities", "Activity"),
        *children(root, "Activities", "MultiSportSession", "FirstSport", "Activity"),
        *children(root, "Activities", "MultiSportSession", "NextSport", "Activity"),
    ]
    plans = [plan for path in _PLANS.values() for plan in children(root, *path)]
    found = [_recording(activity) for activity in activities]
    found += [Recording(problem="this is a plan to follow, not a run that was done") for _ in plans]
    return found or [Recording(problem="the file has no activity in it")]


def _recording(activity: "Element") -> Recording:
    """Add the laps up; what they don't tell comes from their track."""
    laps = list(children(activity, "Lap"))
    starts = [as_utc(lap.get("StartTime") or "") for lap in laps]
    start = next((time for time in (*starts, as_utc(text(activity, "Id"))) if time), None)
    meters, seconds = 0.0, 0.0
    beats: list[tuple[float, float]] = []
    for lap in laps:
        told, time = number(lap, "DistanceMeters"), number(lap, "TotalTimeSeconds")
        if not told or not time:
            walked, moved = _of_track(lap)
            told, time = told or walked, time or moved
        meters, seconds = meters + max(0.0, told), seconds + max(0.0, time)
        rate = number(lap, "AverageHeartRateBpm", "Value")
        if rate is not None and time > 0:
            beats.append((rate, time))
    heights = [height for lap in laps for height in _heights(lap)]
    return Recording(
        sport=activity.get("Sport") or "",
        start=start[0] if start else None,
        offset=start[1] if start else None,
        name=text(activity, "Notes")[:200],
        meters=meters,
        seconds=seconds,
        ascent=climb(heights) if heights else None,
        heart_rate=mean_heart_rate(beats),
    )


def _of_track(lap: "Element") -> tuple[float, float]:
    """The metres [m] and seconds [s] that the points of a lap come to, by their distances if they tell them."""
    points = list(children(lap, "Track", "Trackpoint"))
    distances = [value for point in points if (value := number(point, "DistanceMeters")) is not None]
    segments = [list(filter(None, map(_point, children(track, "Trackpoint")))) for track in children(lap, "Track")]
    done = measure(segments)
    rising = sum(max(0.0, after - before) for before, after in pairwise(distances))
    times = [time[0].timestamp() for point in points if (time := as_utc(text(point, "Time")))]
    return rising or done.meters, done.seconds or (max(times) - min(times) if times else 0.0)


def _point(element: "Element") -> Point | None:
    time = as_utc(text(element, "Time"))
    latitude = as_number(text(element, "Position", "LatitudeDegrees"))
    longitude = as_number(text(element, "Position", "LongitudeDegrees"))
    if time is None or latitude is None or longitude is None or not (abs(latitude) <= 90 >= abs(longitude) / 2):
        return None
    return Point(time[0].timestamp(), latitude, longitude, number(element, "AltitudeMeters"))


def _heights(lap: "Element") -> list[float]:
    points = children(lap, "Track", "Trackpoint")
    return [height for point in points if (height := number(point, "AltitudeMeters")) is not None]


RECORDER = Recorder("TCX", _recognise, _read)
DIARY = recorder_diary(RECORDER)
