"""Files in and out: logs of other apps read with every row accounted for, and plans as pages."""

from legday.exchange.importer import read_log
from legday.exchange.names import MappedName, NameReport, OtherName, UnsettledName, settle_names
from legday.exchange.plan_page import plan_page
from legday.exchange.reading import Listed, Reading, SourceRow

__all__ = [
    "Listed",
    "MappedName",
    "NameReport",
    "OtherName",
    "Reading",
    "SourceRow",
    "UnsettledName",
    "plan_page",
    "read_log",
    "settle_names",
]
