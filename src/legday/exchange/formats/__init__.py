"""The file formats, one module each: a module here that has a `FORMAT` is one more format."""

import importlib
import pkgutil
from functools import cache

from legday.exchange.layout import DocumentFormat, Format, TableFormat


@cache
def all_formats() -> tuple[Format, ...]:
    """Return the formats of all modules in this package, by name of the module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    formats = (getattr(importlib.import_module(f"{__name__}.{name}"), "FORMAT", None) for name in names)
    return tuple(format_ for format_ in formats if isinstance(format_, TableFormat | DocumentFormat))
