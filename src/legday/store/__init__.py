"""What athletes imported, did and answered, kept in a database.

Importing this room loads SQLAlchemy (about half a second): import it where it is used.
"""

from legday.store.database import FILE_NAME, open_store
from legday.store.imports import PastImport, Saved, Undone, past_imports, save_import, undo_import
from legday.store.logs import load_log
from legday.store.names import settle_name, settled_names

__all__ = [
    "FILE_NAME",
    "PastImport",
    "Saved",
    "Undone",
    "load_log",
    "open_store",
    "past_imports",
    "save_import",
    "settle_name",
    "settled_names",
    "undo_import",
]
