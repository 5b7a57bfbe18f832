"""Plans in the form of each kind of file, and files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from legday.documents import InputError, encode
from legday.exchange import plan_calendar, plan_csv, plan_markdown, plan_page, plan_sheet_pdf
from legday.planner import Plan


def write_plan(plan: Plan, form: str) -> bytes:
    """Write a plan in a form: `save` (JSON), `html`, `pdf`, `ics`, `markdown` or `csv`."""
    match form:
        case "html":
            return plan_page(plan).encode()
        case "pdf":
            return plan_sheet_pdf(plan)
        case "ics":
            return plan_calendar(plan)
        case "markdown":
            return plan_markdown(plan).encode()
        case "csv":
            return plan_csv(plan).encode("utf-8-sig")
    return encode(plan, indent=2) + b"\n"


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file in one step, so that a crash leaves the old one; raises InputError where it can't be written.

    A private one can be read by its owner only.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o600 if private else 0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError.at(str(path), f"this file can't be written: {error.strerror}") from None
