"""The characters the set language is written in, and the form of a label."""

import re
import string

_SAME = {
    **{letter: letter.lower() for letter in string.ascii_uppercase},
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("×✕✖⨯", "x"),
    **dict.fromkeys("\u00a0\u2009\u202f", " "),
    "→": ">",
    "’": "'",
}
_TABLE = str.maketrans(_SAME)
_LABEL = re.compile(r"[^:;,\[\]@>+\x00-\x1f\x7f]*")


def plain(text: str) -> str:
    """Write letters small, and dashes, times signs and spaces plainly; every character keeps its column."""
    return text.translate(_TABLE)


def as_label(text: str) -> str:
    """Write a label in its canonical form: lower case, single spaces, no commas, no list marks around it."""
    words = plain(text).replace(",", " ").lower().split()
    return " ".join(words).strip(" *-")


def is_label(text: str) -> bool:
    """Whether a text is a label in its canonical form."""
    return text == as_label(text) and bool(_LABEL.fullmatch(text)) and any(map(str.isalpha, text))
