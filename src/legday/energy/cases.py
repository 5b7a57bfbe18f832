"""Cases in a table: people who change their intake, read as CSV and given back with their body mass day by day."""

import csv
import io
import re
from dataclasses import dataclass

import numpy as np

from legday.documents import FieldError, InputError
from legday.energy.adults import LEAST_BMI, LIMITS, Adults, adults
from legday.energy.dynamics import simulate

GIVEN = ("case", "sex", "age_y", "height_m", "weight_kg", "pal", "intake_change_kcal_d")
"""The columns that a table of cases must have."""
KNOWN = ("baseline_intake_kcal_d", "baseline_fat_kg")
"""What is taken where it is given, and filled in where it is not."""
FILLED = ("weight_kg_model", "fat_kg_model")
"""What is always filled in."""
USUAL_DAYS = (0, 30, 90, 180, 365, 730, 1094)
"""The days on which a case is told if the table has no column `day`."""
MAX_DAY = 3650
"""The last day that is computed."""

_FIELDS = {"age_y": "age", "height_m": "height", "weight_kg": "mass", "pal": "activity"}
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?")
_SEXES = {"male": True, "m": True, "female": False, "f": False}
_BLOCK = 2_000_000  # the most days of cases that are held at once


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with its place, so that whatever is wrong with it can be told."""

    source: str
    line: int
    column: int
    field: str
    text: str

    def wrong(self, message: str) -> InputError:
        return InputError.at(self.source, message, line=self.line, column=self.column, field=self.field)

    def number(self) -> float:
        if not self.text:
            raise self.wrong("a number is missing here")
        if not _NUMBER.fullmatch(self.text):
            raise self.wrong(f"expected a number such as 82.5, found {self.text[:40]!r}")
        return float(self.text)

    def within(self, least: float, most: float, what: str = "this") -> float:
        number = self.number()
        if not least <= number <= most:
            raise self.wrong(f"{what} must be between {least:g} and {most:g}, not {number:g}")
        return number


_Row = dict[str, _Cell]


@dataclass(frozen=True, slots=True)
class _Case:
    row: _Row
    male: bool
    age: float
    height: float
    mass: float
    activity: float
    change: float
    intake: float
    fat: float


def fill_cases(text: str, source: str) -> str:
    """Fill in a table of cases and return it as CSV.

    Every row is a case on a day: somebody in energy balance whose intake changes on day 0 and stays changed. Columns
    are those of `GIVEN`, and `day` [d]; without it each case is told on `USUAL_DAYS`. `KNOWN` and `FILLED` are filled
    in: the intake that held the mass [kcal/d], the fat at the start [kg], and body mass and fat on the day [kg]. Other
    columns stay as they are, behind these.

    Raises
    ------
    InputError
        If a column is missing or a cell is wrong, with its line and the number of its column.
    """
    headings, rows = _read(text, source)
    cases: dict[str, _Case] = {}
    for row in rows:
        label = row["case"].text
        if label not in cases:
            cases[label] = _case(row)
        first = cases[label]
        for field in (*GIVEN, *KNOWN):
            if field in row and row[field].text != first.row[field].text:
                _case(row)  # what is wrong by itself is told first
                place = first.row[field]
                raise row[field].wrong(f"case {label} has {place.text or 'nothing'} here on line {place.line}")
    if "day" in headings:
        asked = [(row, _day(row["day"])) for row in rows]
    else:
        asked = [(row, day) for row in rows for day in USUAL_DAYS]
    days = sorted({day for _, day in asked})
    told: dict[tuple[str, int], tuple[float, float, float, float]] = {}
    everybody = list(cases.values())
    together = max(_BLOCK // len(days), 1)
    for start in range(0, len(everybody), together):
        told |= _tell(everybody[start : start + together], days)
    ours = (*GIVEN, *KNOWN, "day", *FILLED)
    columns = [*ours, *(heading for heading in headings if heading not in ours)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row, day in asked:
        intake, fat, mass_then, fat_then = told[row["case"].text, day]
        if not mass_then >= LEAST_BMI * cases[row["case"].text].height ** 2:
            raise row["intake_change_kcal_d"].wrong(f"nobody lives on so little until day {day}; check the change")
        cells = {field: cell.text for field, cell in row.items()}
        filled = {"baseline_intake_kcal_d": _text(intake, 1), "baseline_fat_kg": _text(fat, 3), "day": str(day)}
        cells = {**filled, **{field: cell for field, cell in cells.items() if cell}}
        cells |= {"weight_kg_model": _text(mass_then, 3), "fat_kg_model": _text(fat_then, 3)}
        writer.writerow([cells.get(column, "") for column in columns])
    return out.getvalue()


def _read(text: str, source: str) -> tuple[list[str], list[_Row]]:
    if not text.strip():
        raise InputError.at(source, f"the file is empty; its first line names the columns {', '.join(GIVEN)}, day")
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    headings: list[str] = []
    rows: list[_Row] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            line = reader.line_num
            if not headings:
                headings = _headings([cell.strip() for cell in cells], source, line)
                continue
            if len(cells) != len(headings):
                message = f"there are {len(cells)} cells here and {len(headings)} columns on the first line"
                raise InputError.at(source, message, line=line, column=min(len(cells), len(headings)) + 1)
            numbered = enumerate(zip(headings, cells, strict=True), 1)
            rows.append({field: _Cell(source, line, number, field, cell.strip()) for number, (field, cell) in numbered})
    except csv.Error as error:
        raise InputError.at(source, f"this is no CSV: {error}", line=reader.line_num) from None
    if not rows:
        raise InputError.at(source, "there is no case below the first line; add one a line", line=reader.line_num)
    return headings, rows


def _headings(names: list[str], source: str, line: int) -> list[str]:
    for field in GIVEN:
        if field not in names:
            message = f"the column {field} is missing; the columns are {', '.join(GIVEN)}, day, divided by commas"
            raise InputError.at(source, message, line=line, column=len(names) + 1)
    for number, name in enumerate(names, 1):
        if name in names[: number - 1]:
            raise InputError.at(source, f"the column {name!r} stands here twice", line=line, column=number)
    return names


def _case(row: _Row) -> _Case:
    if not row["case"].text:
        raise row["case"].wrong("a case needs a name or a number")
    sex = row["sex"].text.lower()
    if sex not in _SEXES:
        raise row["sex"].wrong(f"expected male or female, found {row['sex'].text[:40]!r}")
    age, height, mass, activity = (row[field].within(*LIMITS[limit]) for field, limit in _FIELDS.items())
    intake = fat = np.nan
    if "baseline_intake_kcal_d" in row and row["baseline_intake_kcal_d"].text:
        intake = row["baseline_intake_kcal_d"].within(1, LIMITS["intake"][1])
    if "baseline_fat_kg" in row and row["baseline_fat_kg"].text:
        fat = row["baseline_fat_kg"].within(0, mass)
    return _Case(row, _SEXES[sex], age, height, mass, activity, row["intake_change_kcal_d"].number(), intake, fat)


def _day(cell: _Cell) -> int:
    if not re.fullmatch(r"\d{1,9}", cell.text) or int(cell.text) > MAX_DAY:
        raise cell.wrong(f"a day is a whole number from 0 to {MAX_DAY}, not {cell.text[:40]!r}")
    return int(cell.text)


def _people(cases: list[_Case]) -> Adults:
    """Make the people of cases; raises InputError at the first that can't be."""
    fields = ("male", "age", "height", "mass", "activity", "fat", "intake")
    male, age, height, mass, activity, fat, intake = ([getattr(case, field) for case in cases] for field in fields)
    try:
        people = adults(male, age, height, mass, activity, fat=fat, intake=intake)
    except FieldError as error:
        if len(cases) > 1:
            for case in cases:
                _people([case])
        column = "baseline_fat_kg" if error.field == "fat" and not np.isnan(cases[0].fat) else "weight_kg"
        raise cases[0].row[column].wrong(str(error)) from None
    for case, held in zip(cases, people.intake, strict=True):
        least, most = LIMITS["intake"]
        if not least <= held + case.change <= most:
            message = (
                f"{held:.0f} kcal a day and this make {held + case.change:.0f}, not between {least:g} and {most:g}"
            )
            raise case.row["intake_change_kcal_d"].wrong(message)
    return people


def _tell(cases: list[_Case], days: list[int]) -> dict[tuple[str, int], tuple[float, float, float, float]]:
    people = _people(cases)
    state = simulate(people, people.intake + [case.change for case in cases], days).state
    masses, fats = state.mass, state.fat
    return {
        (case.row["case"].text, day): (
            float(people.intake[number]),
            float(people.fat[number]),
            float(masses[place, number]),
            float(fats[place, number]),
        )
        for number, case in enumerate(cases)
        for place, day in enumerate(days)
    }


def _text(number: float, places: int) -> str:
    return f"{number:.{places}f}".rstrip("0").rstrip(".")
