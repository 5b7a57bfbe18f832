"""Where an athlete's data lives, a folder of this machine or a database by its URL, and under which name."""

import os
from pathlib import Path

DEFAULT_ATHLETE = "me"
"""Who it is about where no athlete is named."""


def store_place() -> Path | str:
    """Return the URL in LEGDAY_DATABASE, else the folder in LEGDAY_HOME, else the platform's folder for user data."""
    url = os.environ.get("LEGDAY_DATABASE")
    if url:
        return url
    own = os.environ.get("LEGDAY_HOME")
    if own:
        return Path(own).expanduser()
    from platformdirs import user_data_path

    return user_data_path("legday", appauthor=False)
