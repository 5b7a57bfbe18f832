"""What athletes imported, did, planned and answered, kept in a database.

Importing this room loads SQLAlchemy (about half a second): import it where it is used.
"""

from legday.store.athletes import list_athletes
from legday.store.backup import export_all, restore
from legday.store.database import FILE_NAME, StoreError, open_store
from legday.store.diaries import save_diary
from legday.store.events import Added, Page, add_events, events_after
from legday.store.imports import PastImport, Undone, past_imports, save_import, undo_import
from legday.store.logs import load_log
from legday.store.names import settle_name, settled_names
from legday.store.plans import SavedPlan, change_plan, current_plan, list_plans, load_plan, planned_weeks, save_plan
from legday.store.profiles import load_profile, save_profile
from legday.store.saved import Saved
from legday.store.things import load_thing, log_version, newest_event

__all__ = [
    "FILE_NAME",
    "Added",
    "Page",
    "PastImport",
    "Saved",
    "SavedPlan",
    "StoreError",
    "Undone",
    "add_events",
    "change_plan",
    "current_plan",
    "events_after",
    "export_all",
    "list_athletes",
    "list_plans",
    "load_log",
    "load_plan",
    "load_profile",
    "load_thing",
    "log_version",
    "newest_event",
    "open_store",
    "past_imports",
    "planned_weeks",
    "restore",
    "save_diary",
    "save_import",
    "save_plan",
    "save_profile",
    "settle_name",
    "settled_names",
    "undo_import",
]
