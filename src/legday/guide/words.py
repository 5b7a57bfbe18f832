"""A comparison of two variants in plain words: joint moments first, for they are surest, then muscles, then lengths."""

from collections.abc import Iterable, Sequence

from legday.anatomy import MUSCLES, Part
from legday.physics import SETTLED_MOMENT, SETTLED_POINTS, UNSETTLED_MUSCLES, Against, Difference

_CARRIES = {  # what is said to carry a joint moment
    "hip extension": "the hip",
    "hip flexion": "the front of the hip",
    "hip abduction": "the side of the hip",
    "hip adduction": "the inside of the hip",
    "outward hip rotation": "the hip (turning out)",
    "inward hip rotation": "the hip (turning in)",
    "knee extension": "the knee",
    "knee flexion": "the back of the knee",
    "plantar flexion": "the ankle",
    "dorsiflexion": "the front of the ankle",
    "back extension": "the lower back",
}
_PART_OF = {muscle.name: muscle.part for muscle in MUSCLES.values()}
_VASTI = frozenset(MUSCLES[name].name for name in UNSETTLED_MUSCLES)
_PARTS = frozenset(part.value for part in Part)
_MOST_TOLD, _MOST_LENGTHS = 3, 2  # differences of one kind; more are in the table

BASIS = (
    "Each is held against the usual one on the same 200 models, with loads that are as hard as a working set. Moments "
    "are the greatest through the range, shares the mean; a difference is the middle of what all models say."
)
ALIKE = "The model sets both up alike, so that it can't tell them apart."
LITTLE = (
    f"The model sees hardly a difference: less than {SETTLED_MOMENT:g} N·m at each joint and {SETTLED_POINTS:g} points "
    "of each muscle's share."
)


def summary(found: Against) -> str:
    """Say in a sentence or two what a variant changes against the usual one, and how many models agree."""
    not_settled = f"Not settled: {_uncapital(found.why_unsettled)} " if found.why_unsettled else ""
    if found.alike:
        return f"{not_settled}{ALIKE}"
    rows = (*found.moments, *found.shares, *found.lengths)
    if settled := [row for row in rows if row.settled]:
        return _told(found, settled)
    large = [row for row in found.moments if abs(row.difference) >= SETTLED_MOMENT]
    large += [row for row in found.shares if abs(row.difference) >= SETTLED_POINTS and row.what not in _VASTI]
    if not large:
        return f"{not_settled}{LITTLE}"
    if not_settled:
        return f"{not_settled}By itself the model says: {_uncapital(_told(found, large))}"
    return f"Not settled, for too few models agree: {_uncapital(_told(found, large))}"


def _told(found: Against, chosen: Sequence[Difference]) -> str:
    """Say the largest of the chosen differences, and the least number of models that agree on them."""
    moments = _largest_first(row for row in found.moments if row in chosen)[:_MOST_TOLD]
    shares = _own_names([row for row in found.shares if row in chosen])[:_MOST_TOLD]
    lengths = _one_of_each_part(row for row in found.lengths if row in chosen)[:_MOST_LENGTHS]
    clauses = [clause for clause in (_moments(moments), _shares(shares), _lengths(lengths)) if clause]
    agree = [row.agree for row in (*moments, *shares, *lengths)]
    how_many = f"{'' if min(agree) == max(agree) else 'At least '}{min(agree)} of 100"
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}. {'All 100' if min(agree) == 100 else how_many} models agree."


def _moments(rows: Sequence[Difference]) -> str:
    told = [
        f"{_CARRIES[row.what]}{'' if place else ' carries'} {abs(row.difference):.0f} N·m {_more(row)}"
        for place, row in enumerate(rows)
    ]
    return _joined(told)


def _shares(rows: Sequence[Difference]) -> str:
    told = [
        f"{_more(row)} {row.what} ({_signed(row.difference)}{'' if place else ' points'})"
        for place, row in enumerate(rows)
    ]
    return _joined(told)


def _lengths(rows: Sequence[Difference]) -> str:
    told = [
        f"{_called(row.what)} {'further' if row.difference > 0 else 'less'} "
        f"({_signed(100 * row.difference)} %{'' if place else ' of optimal length'})"
        for place, row in enumerate(rows)
    ]
    return f"it stretches {_joined(told)}" if told else ""


def _called(muscle: str) -> str:
    if muscle in _VASTI:
        return "the vasti"
    name, _, head = muscle.partition(", ")
    return f"the {head} of {name}" if head else f"the {name}"


def _own_names(rows: Sequence[Difference]) -> list[Difference]:
    """Parts first; a muscle by its own name only where its part does not go the same way."""
    parts = {row.what: row.difference > 0 for row in rows if row.what in _PARTS}

    def is_new(row: Difference) -> bool:
        part = _PART_OF.get(row.what)
        return row.what in _PARTS or part is None or parts.get(part.value) is not (row.difference > 0)

    new = [row for row in rows if is_new(row)]
    return sorted(new, key=lambda row: (row.what not in _PARTS, -abs(row.difference), row.what))


def _one_of_each_part(rows: Iterable[Difference]) -> list[Difference]:
    """The muscle of each part that changes most, the largest change first."""
    told: dict[str, Difference] = {}
    for row in _largest_first(rows):
        told.setdefault(_PART_OF.get(row.what) or row.what, row)
    return list(told.values())


def _largest_first(rows: Iterable[Difference]) -> list[Difference]:
    return sorted(rows, key=lambda row: (-abs(row.difference), row.what))


def _signed(value: float) -> str:
    return f"{value:+.0f}".replace("-", "−")


def _more(row: Difference) -> str:
    return "more" if row.difference > 0 else "less"


def _joined(told: Sequence[str]) -> str:
    return " and ".join(told) if len(told) < 3 else f"{', '.join(told[:-1])} and {told[-1]}"


def _uncapital(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"
