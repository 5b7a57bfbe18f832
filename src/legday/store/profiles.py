"""Profiles of athletes."""

import datetime as dt

import msgspec
from sqlalchemy import Engine, delete, insert, select

from legday.documents import InputError, decode, encode
from legday.planner import Profile
from legday.store.athletes import athlete_id, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import profiles


def save_profile(store: Engine, athlete: str, profile: Profile, now: dt.datetime) -> None:
    """Keep the profile of an athlete, in place of any earlier one."""
    with writing(store) as connection:
        owner = make_athlete(connection, athlete)
        connection.execute(delete(profiles).where(profiles.c.athlete_id == owner))
        values = {"athlete_id": owner, "document": encode(profile).decode(), "changed_at": now}
        connection.execute(insert(profiles).values(values))


def load_profile(store: Engine, athlete: str) -> Profile | None:
    """Load the profile of an athlete; None if there is none.

    Raises InputError if another version of legday wrote it.
    """
    with reading(store) as connection:
        mine = profiles.c.athlete_id == athlete_id(connection, athlete)
        document = connection.execute(select(profiles.c.document).where(mine)).scalar()
    if document is None:
        return None
    try:
        return decode(document, Profile)
    except msgspec.ValidationError as error:
        message = f"this profile was written by another version of legday; save it again: {error}"
        raise InputError.at("", message) from error
