"""Files in and out: logs and diaries of other apps read with every row accounted for, and plans as pages."""

from legday.exchange.diary import DiaryReading, DiaryRow, Kept
from legday.exchange.diary_reader import read_diary, read_file
from legday.exchange.guess import UnknownColumnsError
from legday.exchange.importer import read_log
from legday.exchange.names import MappedName, NameReport, OtherName, UnsettledName, settle_names
from legday.exchange.plan_calendar import plan_calendar
from legday.exchange.plan_csv import plan_csv
from legday.exchange.plan_markdown import plan_markdown
from legday.exchange.plan_page import plan_page
from legday.exchange.plan_pdf import plan_sheet_pdf
from legday.exchange.plan_words import said_briefly, said_energy, said_free_meals, said_kind
from legday.exchange.reading import Listed, Reading, SourceRow
from legday.exchange.recording import without_known_runs

__all__ = [
    "DiaryReading",
    "DiaryRow",
    "Kept",
    "Listed",
    "MappedName",
    "NameReport",
    "OtherName",
    "Reading",
    "SourceRow",
    "UnknownColumnsError",
    "UnsettledName",
    "plan_calendar",
    "plan_csv",
    "plan_markdown",
    "plan_page",
    "plan_sheet_pdf",
    "read_diary",
    "read_file",
    "read_log",
    "said_briefly",
    "said_energy",
    "said_free_meals",
    "said_kind",
    "settle_names",
    "without_known_runs",
]
