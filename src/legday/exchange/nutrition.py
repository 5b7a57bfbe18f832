"""Tables of food that apps export: what their headings mean, in which unit, and a row as a food of the diary."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from legday.exchange.numbers import read_number
from legday.exchange.words import plain
from legday.log import NUTRIENTS, Meal, Nutrient

_MACROS = ("protein", "carbohydrate", "fat", "alcohol", "fibre")

IU_OF_D = Decimal("0.025")
"""Micrograms of vitamin D in an international unit (Institute of Medicine, Dietary Reference Intakes, 2011).

Other vitamins have no one factor: it depends on the substance, so their units are not converted.
"""

_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("date", "day", "datum", "tag", "fecha", "data", "jour"),
    "time": ("time", "zeit", "uhrzeit", "heure", "hora", "ora", "tijd"),
    "meal": ("meal", "mahlzeit", "repas", "comida", "pasto", "maaltijd", "refeicao", "group"),
    "name": ("food", "food name", "name", "lebensmittel", "aliment", "alimento"),
    "amount": ("amount",),
    "serving_size": ("serving size",),
    "serving_qty": ("serving qty",),
    "energy": (
        *("energy", "calories", "calorie", "kilocalories", "energie", "energia", "calorias", "kalorien", "calorieen"),
        *("kilojoules", "kilojoule", "kj", "kcal"),
    ),
    "protein": ("protein", "eiweiss", "protein", "proteines", "proteinas", "proteine", "eiwit", "eiwitten"),
    "carbohydrate": (
        *("carbohydrates", "carbs", "carbohydrate", "kohlenhydrate", "glucides", "carbohidratos", "hidratos"),
        *("carboidrati", "koolhydraten", "total carbohydrates"),
    ),
    "fat": ("fat", "total fat", "fett", "lipides", "grasa", "grasas", "grassi", "vet", "vetten", "gordura"),
    "alcohol": ("alcohol", "alkohol", "alcool"),
    "fibre": ("fiber", "fibre", "dietary fiber", "ballaststoffe", "fibres", "fibra", "fibras", "vezels"),
    "complete": ("completed",),
    "note": ("note", "notes"),
    Nutrient.SATURATED_FAT: ("saturated", "saturated fat", "gesattigte fettsauren", "graisses saturees"),
    Nutrient.OMEGA_3: ("omega-3", "omega 3", "total omega-3"),
    Nutrient.SUGAR: ("sugar", "sugars", "zucker", "sucre", "sucres", "azucar", "azucares", "zuccheri", "suikers"),
    Nutrient.ADDED_SUGAR: ("added sugars", "added sugar", "sugars added"),
    Nutrient.CHOLESTEROL: ("cholesterol", "cholesterin", "colesterol", "colesterolo"),
    Nutrient.SODIUM: ("sodium", "natrium", "sodio"),
    Nutrient.POTASSIUM: ("potassium", "kalium", "potasio", "potassio"),
    Nutrient.CALCIUM: ("calcium", "kalzium", "calcio"),
    Nutrient.IRON: ("iron", "eisen", "fer", "hierro", "ferro", "ijzer"),
    Nutrient.MAGNESIUM: ("magnesium", "magnesio"),
    Nutrient.PHOSPHORUS: ("phosphorus", "phosphor"),
    Nutrient.ZINC: ("zinc", "zink"),
    Nutrient.COPPER: ("copper", "kupfer"),
    Nutrient.MANGANESE: ("manganese", "mangan"),
    Nutrient.SELENIUM: ("selenium", "selen"),
    Nutrient.IODINE: ("iodine", "jod"),
    Nutrient.VITAMIN_A: ("vitamin a", "vitamin a rae"),
    Nutrient.THIAMIN: ("b1 (thiamine)", "b1, thiamine", "thiamin", "thiamine", "vitamin b1", "b1"),
    Nutrient.RIBOFLAVIN: ("b2 (riboflavin)", "b2, riboflavin", "riboflavin", "vitamin b2", "b2"),
    Nutrient.NIACIN: ("b3 (niacin)", "b3, niacin", "niacin", "vitamin b3", "b3"),
    Nutrient.VITAMIN_B6: ("b6 (pyridoxine)", "b6, pyridoxine", "vitamin b6", "b6", "b-6"),
    Nutrient.FOLATE: ("folate", "b9 (folate)", "folsaure", "b9"),
    Nutrient.VITAMIN_B12: ("b12 (cobalamin)", "b12, cobalamin", "vitamin b12", "b12", "b-12"),
    Nutrient.VITAMIN_C: ("vitamin c",),
    Nutrient.VITAMIN_D: ("vitamin d",),
    Nutrient.VITAMIN_E: ("vitamin e",),
    Nutrient.VITAMIN_K: ("vitamin k",),
    Nutrient.CHOLINE: ("choline", "cholin"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_UNIT = re.compile(
    r"^(?P<name>.*?)\s*[(\[]\s*(?P<unit>kcal|cal|kj|g|mg|µg|ug|mcg|mcg rae|µg rae|iu|ie|%|% dv)\s*[)\]]$"
)
_GRAMS: dict[str, Decimal] = {
    "g": Decimal(1),
    "mg": Decimal("0.001"),
    **dict.fromkeys(("µg", "ug", "mcg", "mcg rae", "µg rae"), Decimal("0.000001")),
}
_ENERGY = {"kcal": "kcal", "cal": "kcal", "kj": "kJ", "kilojoules": "kJ", "kilojoule": "kJ"}
_MEALS: dict[str, Meal] = {
    **dict.fromkeys(
        ("breakfast", "fruhstuck", "petit-dejeuner", "petit dejeuner", "desayuno", "colazione"), "breakfast"
    ),
    **dict.fromkeys(("ontbijt", "cafe da manha"), "breakfast"),
    **dict.fromkeys(("lunch", "mittagessen", "dejeuner", "almuerzo", "pranzo", "almoco"), "lunch"),
    **dict.fromkeys(("dinner", "supper", "abendessen", "diner", "cena", "jantar", "avondeten"), "dinner"),
    **dict.fromkeys(("snack", "snacks", "zwischenmahlzeiten", "collations", "aperitivos", "spuntini"), "snack"),
}
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?\s*(?P<half>[ap])?\.?m?\.?")


@dataclass(frozen=True)
class Column:
    """What a column holds: the field of a food or its nutrient, and what turns its numbers into the field's unit.

    `factor` is None where the unit can't be converted, or is a share of some daily value that the file does not name.
    """

    field: str
    unit: str
    factor: Decimal | None = Decimal(1)


@lru_cache(maxsize=4096)
def read_column(heading: str) -> Column | None:
    """Tell what a column holds by its heading, such as `Fat (g)` or `Energie [kJ]`; None if it is nothing of food."""
    text = plain(heading).replace("\N{GREEK SMALL LETTER MU}", "µ")
    found = _UNIT.match(text)
    name, unit = (found["name"], found["unit"]) if found else (text, "")
    field = _FIELDS.get(name)
    if field is None and found is None and ", " in text:  # "Energy, kcal"
        name, _, unit = text.rpartition(", ")
        field = _FIELDS.get(name)
    if field is None:
        return None
    if field == "energy":
        return Column(field, _ENERGY.get(unit or name, "kcal"))
    if field in _MACROS:
        return Column(field, "g", _GRAMS.get(unit or "g"))
    if field in NUTRIENTS:
        return _nutrient_column(Nutrient(field), unit)
    return Column(field, "")


def _nutrient_column(nutrient: Nutrient, unit: str) -> Column:
    wanted = NUTRIENTS[nutrient]
    if unit in ("iu", "ie"):
        return Column(nutrient, wanted, IU_OF_D if nutrient is Nutrient.VITAMIN_D else None)
    if unit.startswith("%"):
        return Column(nutrient, wanted, None)
    return Column(nutrient, wanted, _GRAMS[unit or wanted] / _GRAMS[wanted])


def read_columns(headings: Iterable[str]) -> dict[str, tuple[int, Column]]:
    """Find the columns of a table by field; of two with one field the first is taken, energy in kcal before kJ."""
    found: dict[str, tuple[int, Column]] = {}
    for place, heading in enumerate(headings):
        column = read_column(heading)
        if column is None or (column.factor is None and column.field in found):
            continue
        if column.field not in found or (column.unit == "kcal" != found[column.field][1].unit):
            found[column.field] = place, column
    return found


def read_meal(text: str) -> Meal | None:
    """Tell which meal a word of a file means; None for names of the athlete's own."""
    return _MEALS.get(plain(text))


def read_clock(text: str) -> str | None:
    """Read a time of day such as `7:45 PM` or `19:45` as `HH:MM`; None if it is none."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def food_fields(
    cell: Callable[[str], str], columns: dict[str, tuple[int, Column]], comma_separates: bool
) -> dict[str, Any]:
    """Read the numbers of a row as the fields of a food; what is blank is left out.

    Raises ValueError with the reason where a number can't be read, is below zero, or the row has no energy.
    """
    fields: dict[str, Any] = {}
    nutrients: dict[str, float] = {}
    for field, (_, column) in columns.items():
        if column.factor is None or not (field in _MACROS or field == "energy" or field in NUTRIENTS):
            continue
        try:
            number = read_number(cell(field), comma_separates)
        except ValueError as error:
            raise ValueError(f"{field}: {error}") from None
        if number is None:
            continue
        if number < 0:
            raise ValueError(f"{field} is {number}, below zero")
        if field == "energy":
            fields["energy"] = f"{three_places(number):f} {column.unit}"
        elif field in _MACROS:
            fields[field] = float(three_places(number * column.factor))
        else:
            nutrients[field] = float(three_places(number * column.factor))
    if nutrients:
        fields["nutrients"] = nutrients
    return fields


def three_places(number: Decimal) -> Decimal:
    """Round to thousandths, without needless zeros."""
    rounded = number.quantize(Decimal("0.001"))
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def is_empty(fields: dict[str, Any]) -> bool:
    """Whether a row holds no number but zeros: a day or a meal with nothing logged."""
    numbers = [value for name, value in fields.items() if name not in ("nutrients", "energy")]
    numbers += fields.get("nutrients", {}).values()
    return not any(numbers) and fields.get("energy", "0 ").startswith("0 ")


def food_id(source: str, date: dt.date, key: str) -> str:
    """Make the id of an imported food: from what stands in the file, so that it is the same in every export."""
    return f"food:{source}:{date.isoformat()}:{key}"


def slug(text: str, most: int = 40) -> str:
    """Write a text so that it can stand in an id; accents and signs are taken off."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[:most].strip("-") or "x"
