"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from legday.documents import InputError


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one step, so that a crash leaves the old one; raises InputError where it can't be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise InputError.at(str(path), f"this file can't be written: {error.strerror}") from None
