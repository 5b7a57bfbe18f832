"""The formats of diaries, one module each: a module here that has a `DIARY` is one more format."""

import importlib
import pkgutil
from functools import cache

from legday.exchange.diary import DiaryFormat


@cache
def all_diaries() -> tuple[DiaryFormat, ...]:
    """Return the formats of all modules in this package, by name of the module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (getattr(importlib.import_module(f"{__name__}.{name}"), "DIARY", None) for name in names)
    return tuple(diary for diary in found if isinstance(diary, DiaryFormat))
