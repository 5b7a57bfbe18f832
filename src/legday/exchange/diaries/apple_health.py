"""Apple Health: foods summed by day and app, body mass, body fat and waist, steps, and runs."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace

from legday.exchange.diary import DiaryFormat, DiaryReading, DiaryRow, Kept, account, problem_of
from legday.exchange.health_export import Element, each_element, is_health_export
from legday.exchange.nutrition import food_id, slug, three_places
from legday.exchange.recording import Recording, run_diary
from legday.exchange.source import Source
from legday.log import NUTRIENTS, MeasureKind, Nutrient, day_id
from legday.units import unit_of

NAME = "Apple Health"
_SOURCE = "apple-health"
_QUANTITY = "HKQuantityTypeIdentifier"
_WORKOUT = "HKWorkoutActivityType"
_STEPS, _ENERGY = "StepCount", "DietaryEnergyConsumed"
_FOODS: dict[str, str] = {
    _ENERGY: "energy",
    "DietaryProtein": "protein",
    "DietaryCarbohydrates": "carbohydrate",
    "DietaryFatTotal": "fat",
    "DietaryFiber": "fibre",
    "DietaryFatSaturated": Nutrient.SATURATED_FAT,
    "DietarySugar": Nutrient.SUGAR,
    "DietaryCholesterol": Nutrient.CHOLESTEROL,
    "DietarySodium": Nutrient.SODIUM,
    "DietaryPotassium": Nutrient.POTASSIUM,
    "DietaryCalcium": Nutrient.CALCIUM,
    "DietaryIron": Nutrient.IRON,
    "DietaryMagnesium": Nutrient.MAGNESIUM,
    "DietaryPhosphorus": Nutrient.PHOSPHORUS,
    "DietaryZinc": Nutrient.ZINC,
    "DietaryCopper": Nutrient.COPPER,
    "DietaryManganese": Nutrient.MANGANESE,
    "DietarySelenium": Nutrient.SELENIUM,
    "DietaryIodine": Nutrient.IODINE,
    "DietaryVitaminA": Nutrient.VITAMIN_A,
    "DietaryThiamin": Nutrient.THIAMIN,
    "DietaryRiboflavin": Nutrient.RIBOFLAVIN,
    "DietaryNiacin": Nutrient.NIACIN,
    "DietaryVitaminB6": Nutrient.VITAMIN_B6,
    "DietaryFolate": Nutrient.FOLATE,
    "DietaryVitaminB12": Nutrient.VITAMIN_B12,
    "DietaryVitaminC": Nutrient.VITAMIN_C,
    "DietaryVitaminD": Nutrient.VITAMIN_D,
    "DietaryVitaminE": Nutrient.VITAMIN_E,
    "DietaryVitaminK": Nutrient.VITAMIN_K,
}
_MEASURES: dict[str, MeasureKind] = {
    "BodyMass": "body-mass",
    "BodyFatPercentage": "body-fat",
    "WaistCircumference": "waist",
}
_IN_GRAMS = {"g": Decimal(1), "mg": Decimal("0.001"), "mcg": Decimal("0.000001"), "kg": Decimal(1000)}
_IN_METERS = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
_IN_SECONDS = {"min": 60.0, "s": 1.0, "hr": 3600.0}
_SMALL_CALORIES = Decimal("0.001")
_OTHER, _REPEATED, _OTHER_WORKOUT = (
    "records that no diary holds",
    "records repeated in a group",
    "workouts that are no runs",
)
_LESS_STEPS = "steps of a device that counted less"


@dataclass
class _Sum:
    """What one app told of a day: sums by field, how many records they are of, and the first line."""

    line: int
    values: dict[str, Decimal] = field(default_factory=dict)
    records: int = 0

    def add(self, name: str, value: Decimal) -> None:
        self.values[name] = self.values.get(name, Decimal(0)) + value
        self.records += 1


class _Health:
    """What is known of an export while it is read."""

    def __init__(self) -> None:
        self.foods: dict[tuple[dt.date, str], _Sum] = {}
        self.steps: dict[dt.date, dict[str, _Sum]] = defaultdict(dict)
        self.kept: dict[str, Kept] = {}
        self.rows: list[DiaryRow] = []
        self.runs: list[tuple[int, Recording]] = []
        self.passed: Counter[str] = Counter()

    def take(self, element: Element) -> None:
        if element.name == "Workout":
            self._workout(element)
            return
        kind = element.attributes.get("type", "").removeprefix(_QUANTITY)
        known = kind in _FOODS or kind in _MEASURES or kind == _STEPS
        if not known or element.nested:
            self.passed[_REPEATED if known else _OTHER] += 1
            return
        try:
            self._record(element, kind)
        except ValueError as error:
            self.rows.append(DiaryRow(element.line, "listed", str(error), _raw(element)))

    def _record(self, element: Element, kind: str) -> None:
        local, _ = _local(element)
        value, unit = _number(element), element.attributes.get("unit", "")
        app = element.attributes.get("sourceName", "")
        if kind in _FOODS:
            name = _FOODS[kind]
            total = self.foods.setdefault((local.date(), app), _Sum(element.line))
            total.add(name, _converted(name, value, unit))
        elif kind == _STEPS:
            self.steps[local.date()].setdefault(app, _Sum(element.line)).add(kind, value)
        else:
            self._measure(element, _MEASURES[kind], local, value, unit)

    def _measure(self, element: Element, kind: MeasureKind, local: dt.datetime, value: Decimal, unit: str) -> None:
        if kind == "body-fat":
            value, unit = value * 100, "%"
        elif kind == "body-mass":
            if unit == "st":
                value, unit = value * 14, "lb"
            unit = unit_of(unit) or ""
        else:
            unit = {"cm": "cm", "in": "in"}.get(unit, "")
        if not unit:
            raise ValueError(f"{element.attributes.get('unit', '')!r} is no unit of {kind}")
        of = f"measure:{_SOURCE}:{local:%Y-%m-%dT%H-%M}:{kind}"
        change = {"date": local.date().isoformat(), "kind": kind, "value": float(three_places(value)), "unit": unit}
        kept = Kept("measure", of, change, element.line)
        if of in self.kept:
            self.passed["measures that are in the file twice"] += 1
            return
        if problem := problem_of(kept):
            raise ValueError(problem)
        self.kept[of] = kept
        self.rows.append(DiaryRow(element.line, "kept", "", _raw(element)))

    def _workout(self, element: Element) -> None:
        sport = element.attributes.get("workoutActivityType", "").removeprefix(_WORKOUT)
        if sport != "Running":
            self.passed[_OTHER_WORKOUT] += 1
            return
        try:
            local, offset = _local(element)
            start = (local - offset).replace(tzinfo=dt.UTC)
        except ValueError as error:
            self.rows.append(DiaryRow(element.line, "listed", str(error), _raw(element)))
            return
        told = element.attributes
        statistics = {
            each.get("type", "").removeprefix(_QUANTITY): each for _, each in element.inside if "type" in each
        }
        walked = statistics.get("DistanceWalkingRunning", {})
        rate = _float(statistics.get("HeartRate", {}).get("average"))
        recording = Recording(
            sport="running",
            start=start,
            offset=offset,
            meters=_scaled(told.get("totalDistance"), told.get("totalDistanceUnit"), _IN_METERS)
            or _scaled(walked.get("sum"), walked.get("unit"), _IN_METERS),
            seconds=_scaled(told.get("duration"), told.get("durationUnit"), _IN_SECONDS),
            heart_rate=round(rate) if rate else None,
        )
        self.runs.append((element.line, recording))


def _read(source: Source, zone: str | None) -> DiaryReading:
    health = _Health()
    each_element(source, health.take)
    kept, rows = list(health.kept.values()), list(health.rows)
    for found, row in (*_foods(health.foods), *_steps(health.steps)):
        kept += found
        rows.append(row)
    lines = [line for line, _ in health.runs]
    runs = run_diary(NAME, (("", recording) for _, recording in health.runs), zone)
    kept += [replace(each, line=lines[each.line - 1]) for each in runs.kept]
    rows += [replace(row, line=lines[row.line - 1]) for row in runs.source_rows]
    rows.sort(key=lambda row: row.line)
    rows += [DiaryRow(0, "other", kind, "", count) for kind, count in sorted(health.passed.items())]
    return account(NAME, kept, rows, [*_notes(health), *runs.notes])


def _foods(foods: dict[tuple[dt.date, str], _Sum]) -> Iterator[tuple[list[Kept], DiaryRow]]:
    for (date, app), total in foods.items():
        raw = f"{date}, {app}: {total.records} records of food"
        if "energy" not in total.values:
            yield [], DiaryRow(total.line, "other", "nutrients of a day without an energy", raw, total.records)
            continue
        nutrients = {name: float(three_places(value)) for name, value in total.values.items() if name in NUTRIENTS}
        change: dict[str, Any] = {"date": date.isoformat(), "whole_day": True, "name": app[:200]}
        change["energy"] = f"{three_places(total.values['energy']):f} kcal"
        for name in ("protein", "carbohydrate", "fat", "fibre"):
            if name in total.values:
                change[name] = float(three_places(total.values[name]))
        if nutrients:
            change["nutrients"] = nutrients
        kept = Kept("food", food_id(f"{_SOURCE}.{slug(app, 20)}", date, "day"), change, total.line)
        if problem := problem_of(kept):
            yield [], DiaryRow(total.line, "listed", f"{date}, {app}: {problem}", raw, total.records)
        else:
            yield [kept], DiaryRow(total.line, "kept", "", raw, total.records)


def _steps(days: dict[dt.date, dict[str, _Sum]]) -> Iterator[tuple[list[Kept], DiaryRow]]:
    for date, by_device in days.items():
        most = max(by_device, key=lambda device: (by_device[device].values[_STEPS], device))
        for device, total in by_device.items():
            raw = f"{date}, {device}: {total.values[_STEPS]} steps in {total.records} records"
            if device != most:
                yield [], DiaryRow(total.line, "other", _LESS_STEPS, raw, total.records)
                continue
            kept = Kept("day", day_id(date), {"steps": round(total.values[_STEPS])}, total.line)
            if problem := problem_of(kept):
                yield [], DiaryRow(total.line, "listed", f"{date}, {device}: {problem}", raw, total.records)
            else:
                yield [kept], DiaryRow(total.line, "kept", "", raw, total.records)


def _notes(health: _Health) -> Iterable[str]:
    if any(len(by_device) > 1 for by_device in health.steps.values()):
        yield "Phone and watch count the same steps, so each day has those of the device that counted most."
    apps: dict[dt.date, set[str]] = defaultdict(set)
    for date, app in health.foods:
        apps[date].add(app)
    double = sum(len(of_day) > 1 for of_day in apps.values())
    if double:
        yield f"On {double} days more than one app told what you ate; legday asks which of them counts."


def _local(element: Element) -> tuple[dt.datetime, dt.timedelta]:
    """When a record began, in the local time of the place, and how far that was ahead of UTC."""
    said = element.attributes.get("startDate", "")
    try:
        moment = dt.datetime.fromisoformat(said[:19] + said[20:])
    except ValueError:
        raise ValueError(f"{said[:40]!r} is no time with its offset") from None
    for _, each in element.inside:
        if each.get("key") == "HKTimeZone" and (zone := _zone(each.get("value", ""))):
            moment = moment.astimezone(zone)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{said[:40]!r} is no time with its offset")
    return moment.replace(tzinfo=None), offset


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _number(element: Element) -> Decimal:
    said = element.attributes.get("value", "")
    try:
        value = Decimal(said)
    except InvalidOperation:
        raise ValueError(f"{said[:40]!r} is no number") from None
    if not value.is_finite() or not 0 <= value < 10**9:
        raise ValueError(f"{said[:40]!r} is no amount")
    return value


def _converted(name: str, value: Decimal, unit: str) -> Decimal:
    if name == "energy":
        if unit in ("kJ", "kj"):
            return value / Decimal("4.184")
        if unit == "cal":
            return value * _SMALL_CALORIES
        if unit in ("kcal", "Cal"):
            return value
    elif unit in _IN_GRAMS:
        grams = value * _IN_GRAMS[unit]
        return (
            grams / _IN_GRAMS[{"µg": "mcg"}.get(NUTRIENTS[Nutrient(name)], NUTRIENTS[Nutrient(name)])]
            if (name in NUTRIENTS)
            else grams
        )
    raise ValueError(f"{unit[:20]!r} is no unit of {name}")


def _scaled(said: str | None, unit: str | None, factors: dict[str, float]) -> float | None:
    value = _float(said)
    return value * factors[unit] if value is not None and unit in factors else None


def _float(said: str | None) -> float | None:
    try:
        value = float(said or "")
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def _raw(element: Element) -> str:
    return f"{element.name} " + " ".join(f"{name}={value!r}" for name, value in element.attributes.items())


DIARY = DiaryFormat(NAME, is_health_export, _read)
