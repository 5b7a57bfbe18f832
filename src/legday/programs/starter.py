"""The small program that a new program file begins with."""

import re
from pathlib import Path

_TEMPLATE = Path(__file__).parent / "starter.yaml"


def starter_text(name: str) -> str:
    """Return the text of a small program that works, named after a file."""
    identifier = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "program"
    if not identifier[0].isalpha():
        identifier = f"program-{identifier}"
    text = _TEMPLATE.read_text(encoding="utf-8")
    return text.replace("id: my-program", f"id: {identifier[:60].rstrip('-')}", 1)
