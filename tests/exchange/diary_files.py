"""Made-up diaries, and writers that put them down as apps do."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st

MEALS = ("Breakfast", "Lunch", "Dinner", "Snacks", "Post-Workout")
NAMES = ("Oats, rolled", "Skyr; plain", 'Curry "hot"', "Äpfel", "おにぎり", "Café crème")


@dataclass(frozen=True)
class Eaten:
    """A food: its meal, its name, and what is known of it, energy in kcal, grams, and sodium in mg."""

    meal: str
    name: str
    kcal: Decimal
    protein: Decimal | None
    carbohydrate: Decimal | None
    fat: Decimal | None
    sodium: Decimal | None


@dataclass(frozen=True)
class Day:
    """A day: its foods, the body mass [kg] and the steps if they are known."""

    date: dt.date
    foods: tuple[Eaten, ...] = ()
    kg: Decimal | None = None
    steps: int | None = None
    complete: bool = False


_grams = st.none() | st.integers(0, 3000).map(lambda tenths: Decimal(tenths) / 10)
_eaten = st.builds(
    Eaten,
    st.sampled_from(MEALS),
    st.sampled_from(NAMES),
    st.integers(1, 20_000).map(lambda tenths: Decimal(tenths) / 10),
    _grams,
    _grams,
    _grams,
    st.none() | st.integers(1, 5000).map(Decimal),
)
_dates = st.dates(dt.date(2019, 1, 1), dt.date(2026, 11, 21))


def days(foods: int = 4, *, one_a_meal: bool = False) -> st.SearchStrategy[list[Day]]:
    """Draw days, each date once, in order."""
    key = (lambda each: each.meal) if one_a_meal else id
    some = st.lists(_eaten, max_size=foods, unique_by=key)
    made = st.builds(
        Day,
        _dates,
        some.map(tuple),
        st.none() | st.integers(400, 1500).map(lambda tenths: Decimal(tenths) / 10),
        st.none() | st.integers(1, 40_000),
        st.booleans(),
    )
    drawn = st.lists(made, max_size=6, unique_by=lambda day: day.date)
    return drawn.map(lambda each: sorted(each, key=lambda day: day.date))


@dataclass(frozen=True)
class Dialect:
    """How a table is written: the separator, the decimal mark, the thousands mark, and what stands for nothing."""

    separator: str = ","
    comma: bool = False
    thousands: str = ""
    blank: str = ""
    bom: bool = False
    end: str = "\n"

    def number(self, value: Decimal | None) -> str:
        if value is None:
            return self.blank
        text = f"{value:,f}" if self.thousands else f"{value:f}"
        if self.comma:
            text = text.translate(str.maketrans(",.", ".,"))
        return text if self.thousands else text.replace("\u00a0", "")


DIALECTS = (
    Dialect(),
    Dialect(bom=True, end="\r\n"),
    Dialect(thousands=",", blank="—"),
    Dialect(";", comma=True),
    Dialect("\t", blank="-"),
)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], dialect: Dialect) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator=dialect.end)
    writer.writerows([headings, *rows])
    return (("\ufeff" if dialect.bom else "") + text.getvalue()).encode()


def total(foods: Sequence[Eaten], of: Callable[[Eaten], Decimal | None]) -> Decimal | None:
    known = [value for each in foods if (value := of(each)) is not None]
    return sum(known, Decimal(0)) if known else None


def myfitnesspal(written: Sequence[Day], dialect: Dialect = DIALECTS[0]) -> bytes:
    headings = [
        "Date",
        "Meal",
        "Calories",
        "Fat (g)",
        "Cholesterol",
        "Sodium (mg)",
        "Carbohydrates (g)",
        "Protein (g)",
        "Iron",
    ]
    rows = [
        [
            f"{day.date}",
            each.meal,
            dialect.number(each.kcal),
            dialect.number(each.fat),
            dialect.blank,
            dialect.number(each.sodium),
            dialect.number(each.carbohydrate),
            dialect.number(each.protein),
            "12",
        ]
        for day in written
        for each in day.foods
    ]
    return table([*headings, "Note"], [[*row, ""] for row in rows], dialect)


def myfitnesspal_archive(written: Sequence[Day], unit: str = "Kilograms") -> bytes:
    factor = Decimal("2.2") if unit == "Pounds" else Decimal(1)
    plain = Dialect()
    weights = [[f"{day.date}", plain.number(day.kg * factor)] for day in written if day.kg]
    walked = [
        [f"{day.date}", "Steps", "Cardio", "100", "", "", "", "", str(day.steps), ""] for day in written if day.steps
    ]
    parts = {
        "Nutrition-Summary-2019-to-2026.csv": myfitnesspal(written),
        "Measurement-Summary-2019-to-2026.csv": table(["Date", "Weight"], weights, plain),
        "Exercise-Summary-2019-to-2026.csv": table(
            [
                *("Date", "Exercise", "Type", "Exercise Calories", "Exercise Minutes", "Sets", "Reps Per Set"),
                unit,
                "Steps",
                "Note",
            ],
            walked,
            plain,
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"File-Export/{name}", content)
    return packed.getvalue()


def cronometer_days(written: Sequence[Day], dialect: Dialect = DIALECTS[0]) -> bytes:
    headings = (
        "Date,Energy (kcal),B1 (Thiamine) (mg),Vitamin D (IU),Sodium (mg),Carbs (g),Fat (g),Protein (g),Completed"
    )
    rows = [
        [
            f"{day.date}",
            dialect.number(total(day.foods, lambda each: each.kcal) or Decimal(0)),
            dialect.blank,
            dialect.number(Decimal(40) if day.foods else Decimal(0)),
            dialect.number(total(day.foods, lambda each: each.sodium)),
            dialect.number(total(day.foods, lambda each: each.carbohydrate)),
            dialect.number(total(day.foods, lambda each: each.fat)),
            dialect.number(total(day.foods, lambda each: each.protein)),
            str(day.complete).lower(),
        ]
        for day in written
    ]
    return table(headings.split(","), rows, dialect)


def cronometer_servings(written: Sequence[Day], dialect: Dialect = DIALECTS[0]) -> bytes:
    headings = "Day,Group,Food Name,Amount,Energy (kcal),Sodium (mg),Carbs (g),Fat (g),Protein (g),Category"
    rows = [
        [
            f"{day.date}",
            each.meal,
            each.name,
            "1.00 serving",
            *map(dialect.number, (each.kcal, each.sodium, each.carbohydrate, each.fat, each.protein)),
            "Breads, \nGrains",
        ]
        for day in written
        for each in day.foods
    ]
    return table(headings.split(","), rows, dialect)


def cronometer_weights(written: Sequence[Day], unit: str = "kg") -> bytes:
    rows = [[f"{day.date}", "Body", "Weight", unit, f"{day.kg:f}"] for day in written if day.kg]
    others = [[f"{day.date}", "Body", "Heart Rate", "bpm", "60"] for day in written]
    return table(["Day", "Group", "Metric", "Unit", "Amount"], [*rows, *others], Dialect())


def _midnight(day: Day) -> dt.datetime:
    return dt.datetime.combine(day.date, dt.time())


def macrofactor(written: Sequence[Day]) -> bytes:
    from openpyxl import Workbook  # type: ignore[import-untyped]

    book = Workbook()
    book.remove(book.active)
    sheets: dict[str, tuple[list[str], list[list[object]]]] = {
        "Calories & Macros": (
            ["Date", "Calories (kcal)", "Fat (g)", "Carbs (g)", "Protein (g)"],
            [
                [
                    _midnight(day),
                    *(
                        None if value is None else float(value)
                        for value in (
                            total(day.foods, lambda each: each.kcal),
                            total(day.foods, lambda each: each.fat),
                            total(day.foods, lambda each: each.carbohydrate),
                            total(day.foods, lambda each: each.protein),
                        )
                    ),
                ]
                for day in written
                if day.foods
            ],
        ),
        "Micronutrients": (
            ["Date", "Sodium (mg)", "Vitamin B12 (mcg)"],
            [
                [_midnight(day), float(value), None]
                for day in written
                if (value := total(day.foods, lambda each: each.sodium)) is not None
            ],
        ),
        "Scale Weight": (
            ["Date", "Weight (kg)", "Fat Percent"],
            [[_midnight(day), float(day.kg), None] for day in written if day.kg],
        ),
        "Expenditure": (["Date", "Expenditure"], [[_midnight(day), 2500] for day in written]),
        "Steps": (
            ["Date", "Steps"],
            [[_midnight(day), day.steps] for day in written if day.steps],
        ),
    }
    for name, (headings, rows) in sheets.items():
        sheet = book.create_sheet(name)
        for row in [headings, *rows]:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


DOCUMENT_TYPE = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>"""


@dataclass
class Health:
    """An export of Apple Health in the making."""

    lines: list[str] = field(default_factory=list)

    def record(
        self, kind: str, value: object, unit: str, start: str, source: str = "MyFitnessPal", zone: str = ""
    ) -> None:
        inside = f'<MetadataEntry key="HKTimeZone" value={quoteattr(zone)}/>' if zone else ""
        self.lines.append(
            f'<Record type="HKQuantityTypeIdentifier{kind}" sourceName={quoteattr(source)} unit="{unit}" '
            f'creationDate="{start}" startDate="{start}" endDate="{start}" value="{value}">{inside}</Record>'
        )

    def xml(self, document_type: str = DOCUMENT_TYPE) -> bytes:
        body = "\n ".join(self.lines)
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n{document_type}\n<HealthData locale="de_DE">\n '
        about = '<ExportDate value="2026-11-21 10:00:00 +0100"/>\n <Me BloodType="x"/>\n '
        return f"{head}{about}{body}\n</HealthData>\n".encode()

    def archive(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("apple_health_export/workout-routes/route_1.gpx", "<gpx></gpx>")
            archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
            archive.writestr("apple_health_export/Exportieren.xml", self.xml())
        return packed.getvalue()


def apple_health(written: Sequence[Day]) -> Health:
    health = Health()
    for day in written:
        for number, each in enumerate(day.foods):
            start = f"{day.date} {8 + 2 * number:02}:15:00 +0100"
            health.record("DietaryEnergyConsumed", each.kcal, "kcal", start)
            amounts = {"DietaryProtein": (each.protein, "g"), "DietaryCarbohydrates": (each.carbohydrate, "g")}
            amounts |= {"DietaryFatTotal": (each.fat, "g"), "DietarySodium": (each.sodium, "mg")}
            for kind, (value, unit) in amounts.items():
                if value is not None:
                    health.record(kind, value, unit, start)
        if day.kg:
            health.record("BodyMass", day.kg, "kg", f"{day.date} 07:00:00 +0100", "Scale")
        if day.steps:
            health.record("StepCount", day.steps, "count", f"{day.date} 09:00:00 +0100", "Watch")
            health.record("StepCount", day.steps - 1, "count", f"{day.date} 09:00:00 +0100", "iPhone")
        health.record("HeartRate", 60, "count/min", f"{day.date} 09:00:00 +0100", "Watch")
    return health
