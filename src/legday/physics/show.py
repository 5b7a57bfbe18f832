"""A variant, or two of them side by side, found by what people call them."""

import difflib

import msgspec

from legday.catalogue import Exercise, Variant, load_catalogue, match
from legday.documents import InputError
from legday.physics.compare import Comparison, compare
from legday.physics.demand import demand
from legday.physics.people import draw
from legday.physics.recipes import Prepared, load_recipes, prepared_variants
from legday.physics.table import VariantDemand, load_table

_SHORT = {  # what people say for a dimension
    "foot": "foot_height",
    "feet": "foot_height",
    "width": "foot_width",
    "toes": "toes_out",
    "range": "range_of_motion",
    "step": "stride",
    "torso": "lean",
    "heel": "heels",
}
_DIMENSIONS = tuple(
    name for name in Variant.__struct_fields__ if name not in ("id", "name", "how", "emphasis", "names")
)


class Shown(msgspec.Struct, frozen=True):
    """A variant by its names, and what it asks."""

    exercise: str
    variant: str
    key: str
    demand: VariantDemand


def show_variant(name: str, variant: str | None = None) -> Shown:
    """Find a variant by the name of its exercise and its own id (the usual one if not given), with what it asks.

    Raises
    ------
    InputError
        If there is no such exercise or variant, or it has no poses.
    """
    key = find_variant(name, variant)
    exercise = load_catalogue().find(key.partition("/")[0])
    return Shown(exercise.name, exercise.variant(key.partition("/")[2]).name, key, load_table().of(key))


def find_variant(name: str, variant: str | None = None) -> str:
    """Return the key, `exercise/variant`, of a variant with poses, by what people call its exercise and by its own id.

    Raises
    ------
    InputError
        If there is no such exercise or variant, or it has no poses.
    """
    exercise, known = _exercise(name)
    chosen = _variant(exercise, variant or known or exercise.variants[0].id)
    key = f"{exercise.id}/{chosen.id}"
    _prepared(key)
    return key


def compare_variants(name: str, what: str) -> Comparison:
    """Compare two variants of an exercise on the same drawn models.

    Parameters
    ----------
    name
        What the exercise is called.
    what
        A dimension and two of its values, such as `foot=high,low`, or `variant=usual,wide`.

    Raises
    ------
    InputError
        If there is no such exercise, dimension or value.
    """
    exercise, _ = _exercise(name)
    dimension, _, said = what.partition("=")
    values = [value.strip() for value in said.split(",")]
    if len(values) != 2 or not all(values):
        raise InputError.at("--compare", f"{what!r} should be a dimension and two values, such as foot=high,low")
    first, second = (_of(exercise, dimension.strip(), value) for value in values)
    draws = draw()
    return compare(*((each, demand(each, draws)) for each in (_prepared(first), _prepared(second))))


def _exercise(name: str) -> tuple[Exercise, str | None]:
    found = match(name, {})
    if found.exercise is None:
        hint = f"; did you mean {' or '.join(found.candidates[:3])}?" if found.candidates else ""
        raise InputError.at("", f"the catalogue has no exercise {name!r}{hint}")
    return load_catalogue().find(found.exercise), found.variant


def _variant(exercise: Exercise, identifier: str) -> Variant:
    try:
        return exercise.variant(identifier)
    except KeyError:
        known = ", ".join(variant.id for variant in exercise.variants)
        raise InputError.at("", f"{exercise.name} has no variant {identifier!r}; it has {known}") from None


def _of(exercise: Exercise, dimension: str, value: str) -> str:
    """Return the variant whose dimension has a value, the one most like the usual where several do."""
    if dimension == "variant":
        return f"{exercise.id}/{_variant(exercise, value).id}"
    field = _SHORT.get(dimension, dimension.replace("-", "_"))
    if field not in _DIMENSIONS:
        close = difflib.get_close_matches(field, (*_DIMENSIONS, *_SHORT), n=1)
        hint = f"; did you mean {close[0]}?" if close else f"; choose from variant, {', '.join(_DIMENSIONS)}"
        raise InputError.at("--compare", f"variants have no dimension {dimension!r}{hint}")
    fields = [field, "foot_width"] if dimension in ("foot", "feet") else [field]
    usual = exercise.variants[0]
    for name in fields:
        having = [each for each in exercise.variants if str(getattr(each, name)) == value]
        if having:
            best = min(having, key=lambda each: sum(getattr(each, n) != getattr(usual, n) for n in _DIMENSIONS))
            return f"{exercise.id}/{best.id}"
    known = sorted({str(getattr(each, name)) for name in fields for each in exercise.variants} - {"None"})
    has = f"it has {', '.join(known)}" if known else "its variants do not differ in it"
    raise InputError.at("--compare", f"{exercise.name} has no variant with {dimension}={value}; {has}")


def _prepared(key: str) -> Prepared:
    try:
        return prepared_variants()[key]
    except KeyError:
        identifier = key.partition("/")[0]
        why = load_recipes().left_out.get(identifier, "It is no strength work for the legs.")
        raise InputError.at("", f"{identifier} has no poses. {why}") from None
