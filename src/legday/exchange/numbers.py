"""Numbers as apps and spreadsheets write them: decimal point or comma, grouped thousands, a unit behind."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,25})?|\.\d{1,25})(?:[eE][+-]?\d\d?)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d{1,25})?")
_GROUPED_BY_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d{1,25}")
_SPACES = str.maketrans("", "", " \u00a0\u202f'")
_BLANK = frozenset(("", "-", "–", "—", "n/a", "na", "nan", "none", "null"))


def read_number(text: str, comma_separates: bool = True) -> Decimal | None:
    """Read a number, None for a blank; raises ValueError with the reason.

    `comma_separates` says that commas stand between the fields of the file, so that `1,000` is a thousand
    there and `82,5` a decimal; elsewhere `1,250` is one and a quarter.
    """
    bare = text.strip().translate(_SPACES)
    if bare.lower() in _BLANK:
        return None
    if _GROUPED_BY_POINT.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(bare) and (comma_separates or "." in bare or bare.count(",") > 1):
        bare = bare.replace(",", "")
    elif bare.count(",") == 1 and "." not in bare:
        bare = bare.replace(",", ".")
    if not _PLAIN.fullmatch(bare):
        raise ValueError(f"{text.strip()[:40]!r} is not a number")
    number = Decimal(bare)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
