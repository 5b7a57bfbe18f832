"""Numbers as apps and spreadsheets write them: decimal point or comma, grouped thousands, a unit behind; yes or no."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,25})?|\.\d{1,25})(?:[eE][+-]?\d\d?)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d{1,25})?")
_GROUPED_BY_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d{1,25}")
_MEASURE = re.compile(r"(.*\d[.,]?)\s*([^\W\d_]+\.?)")
_BODYWEIGHT = re.compile(r"^(?:bw|body ?weight)\s*(?:\+\s*(?=.*\d)|$)", re.IGNORECASE)
_SPACES = str.maketrans("", "", " \u00a0\u202f'")
_BLANK = frozenset(("", "-", "–", "—", "n/a", "na", "nan", "none", "null"))
_FLAGS = {
    **dict.fromkeys(("", "0", "0.0", "f", "n", "false", "no", "nein", "non", "falsch", "faux", "falso", "-"), False),
    **dict.fromkeys(("1", "1.0", "t", "y", "x", "true", "yes", "ja", "oui", "si", "sí", "wahr", "vrai", "✓"), True),
}


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
    if number.adjusted() > 20:  # beyond what can be meant, and what a decimal can round to units
        return number
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def read_measure(text: str, comma_separates: bool = True) -> tuple[Decimal | None, str]:
    """Read a number and the unit behind it, if any; bodyweight is none, and `BW+20 kg` what is added to it.

    Raises ValueError with the reason.
    """
    try:
        return read_number(text, comma_separates), ""
    except ValueError:
        bare = _BODYWEIGHT.sub("", text.strip())
        measure = _MEASURE.fullmatch(bare)
        if measure:
            return read_number(measure[1], comma_separates), measure[2]
        if bare != text.strip():
            return read_number(bare, comma_separates), ""
        raise


def read_flag(text: str) -> bool | None:
    """Read yes or no, in whatever word or sign; a blank is no, None is neither."""
    return _FLAGS.get(text.strip().lower())
