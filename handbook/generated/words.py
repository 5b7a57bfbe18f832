"""Small words for Markdown that several drawn pages need."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; bars and line breaks in cells are taken care of."""
    lines = ["| " + " | ".join(headings) + " |", "|" + " --- |" * len(headings)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Write words in a row, as in `a, b and c`."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def in_words(identifier: str) -> str:
    """Write an identifier as words."""
    return identifier.replace("-", " ").replace("_", " ")


def sentence(text: str) -> str:
    """Write text as a sentence: a capital first, a full stop last."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".")


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|")
