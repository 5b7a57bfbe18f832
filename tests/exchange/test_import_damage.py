"""Damaged files: never another error than InputError, never a row unaccounted for."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_files import (
    LIFTOSAUR,
    OWN_HEADINGS,
    STRONG_GENERATIONS,
    Dialect,
    logs,
    write_fitnotes,
    write_hevy,
    write_jefit,
    write_liftosaur,
    write_new_fitbod,
    write_old_fitbod,
    write_own,
    write_strong,
    write_wger,
)

from legday.documents import InputError
from legday.exchange import Reading, read_log

HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
_settings = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def strong(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows, ""]).encode()


def row(number: int = 1, name: str = "Squat (Barbell)", weight: str = "100", reps: str = "5", note: str = "") -> str:
    return f'2026-09-01 18:00:00,"Legs",1h,"{name}",{number},{weight},{reps},0,0,{note},,'


def assert_adds_up(reading: Reading) -> None:
    assert reading.rows == reading.sets + sum(reading.other.values()) + len(reading.listed)
    assert reading.rows == len(reading.source_rows)
    assert reading.sets == len({done.source_line for _, done in reading.log.sets()})
    assert reading.sets_made == sum(len(session.sets) for session in reading.log.sessions)
    lines = [source.line for source in reading.source_rows]
    assert lines == sorted(set(lines))
    assert [(listed.line, listed.reason) for listed in reading.listed] == [
        (source.line, source.detail) for source in reading.source_rows if source.became == "listed"
    ]
    assert all(listed.reason and "\n" not in listed.reason for listed in reading.listed)


def assert_nothing_lost(reading: Reading, text: str, *, headings: bool) -> None:
    """Check that the rows as kept are the lines of the file, blank ones and headings apart."""
    lines = [line.rstrip("\r\n") for line in io.StringIO(text, newline="") if line.strip("\ufeff \t\r\n")]
    kept = [
        line.rstrip("\r\n")
        for source in reading.source_rows
        for line in io.StringIO(source.raw, newline="")
        if line.strip(" \t\r\n")
    ]
    assert kept == lines[headings:]


@given(st.binary(max_size=3000))
@_settings
def test_random_bytes_are_refused_or_accounted_for(content: bytes) -> None:
    try:
        assert_adds_up(read_log(content, "noise"))
    except InputError as error:
        assert str(error).startswith("noise")
        assert "\n" not in str(error)


_exports = st.one_of(
    st.builds(
        write_strong,
        logs("kg"),
        st.sampled_from(list(STRONG_GENERATIONS.values())),
        st.builds(Dialect, st.sampled_from(",;")),
    ),
    st.builds(write_hevy, logs("lb"), st.just("lb"), st.builds(Dialect), st.sampled_from(("English", "American"))),
    st.builds(
        lambda log, by_column: write_fitnotes(log, "kg", Dialect(), unit_column=by_column, comments=True),
        logs("kg"),
        st.booleans(),
    ),
    st.builds(lambda log: write_old_fitbod(log, Dialect())[0], logs("kg")),
    st.builds(lambda log: write_new_fitbod(log, "lb", Dialect()), logs("lb")),
    st.builds(lambda log, new: write_liftosaur(LIFTOSAUR.of(log), Dialect(), new=new), logs("kg"), st.booleans()),
    st.builds(
        lambda log, language: write_own(log, language, "kg", Dialect(), range(10), "%Y-%m-%d %H:%M"),
        logs("kg"),
        st.sampled_from(list(OWN_HEADINGS)),
    ),
)
_of_several_parts = st.one_of(
    st.builds(write_wger, logs("kg"), st.sampled_from(("pages", "routine", "parts", "lines"))),
    st.builds(lambda log: write_jefit(log)[0], logs("kg")),
)
_INSERTS = (
    b'"',
    b"\0",
    b"\xff",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\n\n",
    b'"\n',
    "é".encode("cp1252"),
    b"\xe2\x82",
    b"-",
    b"NaN",
)


@given(export=_exports, data=st.data())
@_settings
def test_a_file_damaged_anywhere_adds_up_and_keeps_every_line(export: bytes, data: st.DataObject) -> None:
    damaged = bytearray(export)
    body = export.index(b"\n") + 1
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(body, len(damaged)))
        removed = data.draw(st.integers(0, 3))
        damaged[place : place + removed] = data.draw(st.sampled_from(_INSERTS) | st.just(b""))
    try:
        reading = read_log(bytes(damaged), "damaged.csv", unit="kg")
    except InputError as error:
        assert "\n" not in str(error)
        return
    assert_adds_up(reading)
    if _is_utf_8(damaged):
        assert_nothing_lost(reading, damaged.decode(), headings=True)


@given(export=_of_several_parts, data=st.data())
@_settings
def test_json_and_files_of_several_tables_damaged_anywhere_are_refused_or_accounted_for(
    export: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(export)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged)))
        removed = data.draw(st.integers(0, 20))
        insert = st.sampled_from((*_INSERTS, b"{", b"]", b"null", b"1e999", b"{}", b"[]", b"###"))
        damaged[place : place + removed] = data.draw(insert | st.just(b""))
    try:
        assert_adds_up(read_log(bytes(damaged), "damaged", unit="kg"))
    except InputError as error:
        assert "\n" not in str(error)


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(("exercise", "repetitions", "weight", "date", "session", "id", "name")), inner
        )
    ),
    max_leaves=30,
)


@given(_json)
@_settings
def test_any_json_is_refused_or_accounted_for(document: object) -> None:
    try:
        assert_adds_up(read_log(json.dumps([document]).encode(), "noise.json"))
    except InputError as error:
        assert "\n" not in str(error)


def _is_utf_8(content: bytearray) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


@given(export=_exports, data=st.data())
@_settings
def test_a_file_cut_off_anywhere_is_refused_or_accounted_for(export: bytes, data: st.DataObject) -> None:
    cut = export[: data.draw(st.integers(0, len(export)))]
    try:
        assert_adds_up(read_log(cut, "cut.csv", unit="kg"))
    except InputError as error:
        assert str(error).startswith("cut.csv")


def test_a_file_cut_off_inside_quotes_says_so_with_the_line() -> None:
    cut = strong(row(1), row(2))[:-40]
    assert cut.count(b'"') % 2
    with pytest.raises(InputError, match=r"^log\.csv:3: the file ends inside quoted text .* export it again$"):
        read_log(cut, "log.csv")


def test_a_stray_quotation_mark_costs_its_own_row_only() -> None:
    reading = read_log(strong(row(1), row(2, note='"rack was busy'), row(3), row(4)), "log.csv", unit="kg")
    assert (reading.rows, reading.sets) == (4, 3)
    assert [(listed.line, listed.reason) for listed in reading.listed] == [
        (3, "a quotation mark opens here and is never closed")
    ]


def test_a_text_of_two_lines_in_the_first_column_is_no_stray_quotation_mark() -> None:
    content = b'Notes,Date,Exercise,Reps\n"one\ntwo",2026-01-01,Squat,5\nthree,2026-01-02,Squat,6\n'
    reading = read_log(content, "log.csv")
    assert [(done.note, done.source_line) for _, done in reading.log.sets()] == [("one\ntwo", 2), ("three", 4)]


def test_quotation_marks_that_are_broken_all_over_are_refused() -> None:
    rows = [row(), *['a"b,"c'] * 3_000]
    with pytest.raises(InputError, match=r"more than 1,000 rows have stray quotation marks; export the file again$"):
        read_log(strong(*rows), "log.csv")


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between_them() -> None:
    bad = row(2, note='"')
    reading = read_log(strong(row(1), bad, row(3), row(4), bad, row(6)), "log.csv", unit="kg")
    assert (reading.rows, reading.sets) == (6, 4)
    assert [listed.line for listed in reading.listed] == [3, 6]


def test_a_note_over_several_lines_is_one_row_and_lines_are_counted_right() -> None:
    note = '"first, second\n\nthird ""quoted"""'
    reading = read_log(strong(row(1, note=note), row(2), row(3, reps="-3")), "log.csv", unit="kg")
    assert (reading.rows, reading.sets) == (3, 2)
    [session] = reading.log.sessions
    assert session.sets[0].note == 'first, second\n\nthird "quoted"'
    assert [done.source_line for done in session.sets] == [2, 5]
    assert [listed.line for listed in reading.listed] == [6]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(reps="-3"), "reps: -3 is negative"),
        (row(reps="five"), "reps: 'five' is not a number"),
        (row(reps="5000"), "reps: 5000 is more than 1,000, the most that is read"),
        (row(weight="-20"), "weight: -20 is negative"),
        (row(weight="1e9"), "weight: 1e9 is more than 5,000, the most that is read"),
        (row(name=""), "the exercise has no name"),
        (row() + ",", "the row has 13 fields where the others have 12"),
        ("2026-09-01 18:00:00", "the row has 1 field where the others have 12"),
        (",,,,,,,,,,,", "every field is empty"),
        (row().replace("2026-09-01", "2026-09-31"), "'2026-09-31 18:00:00' can't be read as a date"),
        (row().replace("2026-09-01 18:00:00", ""), "the row has no date"),
        (row().replace(",1,100", ",zzz,100"), "'zzz' is no number of a set and no known code"),
        (row() + "11", "RPE: 11 is more than 10, the most that is read"),
        (row(note="\0"), "the row holds NUL characters, which no app writes; the file is damaged here"),
        (HEAD, "these are the headings again"),
    ],
)
def test_a_bad_row_is_listed_with_its_line_and_one_clear_reason(bad: str, reason: str) -> None:
    reading = read_log(strong(row(1), bad, row(2)), "log.csv")
    assert_adds_up(reading)
    assert [(listed.line, listed.reason) for listed in reading.listed] == [(3, reason)]
    assert reading.source_rows[1].raw == bad


def test_of_a_row_that_is_too_long_only_the_beginning_is_kept() -> None:
    long = row(note="x" * 100_000)
    reading = read_log(strong(row(1), long, row(2)), "log.csv")
    assert_adds_up(reading)
    reason = "the row is longer than 100,000 characters or 1,000 lines; what is beyond is not kept"
    assert [(listed.line, listed.reason) for listed in reading.listed] == [(3, reason)]
    assert len(reading.source_rows[1].raw) == 100_001
    assert long.startswith(reading.source_rows[1].raw)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n\t\n", "the file is empty"),
        (b"PK\x03\x04abc", "spreadsheet or a zip archive"),
        (b"SQLite format 3\0", "this is a database"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"<!DOCTYPE html><html>", "this is a web page"),
        (bytes(range(256)) * 20, "this is no text"),
        (b"Just a letter to you.\n", "this is not a table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "this is a picture"),
        (b"GIF89a" + bytes(200), "this is a picture"),
        (b"\x1f\x8b\x08" + bytes(20), "this is a gzip archive"),
        (b"PK\x05\x06" + bytes(18), "a zip archive with nothing in it"),
        (b'<?xml version="1.0"?><log/>', "this is an XML file"),
        (bytes(5_000), "this is no text"),
        (b"\n" * 300_000, "the file begins with 200,000 blank characters"),
        (b"x" * 300_000, "the first line is longer than 100,000 characters"),
        (b",".join([b"a"] * 1_000) + b"\n", "the table has 1,000 columns, more than the 300 that are read"),
        (b"name,age\nAnn,30\n", "this is no training log that is known"),
        (b"Date,Exercise,Mood\n2026-01-01,Squat,Good\n", "no column is known to hold the reps, seconds or distance"),
        (b'{"name": "legday", "version": 1}', "this is JSON, but no log of wger"),
        (b'[{"date": "2026-01-01", "exercise": 1', "the JSON is cut off or damaged"),
        (b"[" * 100_000, "the JSON is nested deeper than any log"),
        (b"[" + b"[]," * 1_000_000 + b"[]]", "the file holds more than 2,000,000 values"),
        (HEAD.encode(), "no rows below"),
        (b"### ONE ###\nnothing here\n### TWO ###\nnor here\n", "this is not a table"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_in_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=rf"^my\.file(:1)?: .*{message}[^\n]*$"):
        read_log(content, "my.file")
