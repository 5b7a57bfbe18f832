"""Encodings, separators, preambles and limits of separated text files."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.documents import InputError
from legday.exchange import read_log, source, table

HEAD = ("Date", "Workout Name", "Exercise Name", "Set Order", "Weight (kg)", "Reps", "Notes")
ROW = ("2026-09-01 18:00:00", "Beine", "Kniebeuge für Große", "1", "100", "5", "schön")


def text(separator: str = ",", rows: int = 3, line_end: str = "\n") -> str:
    return line_end.join(separator.join(row) for row in (HEAD, *[ROW] * rows)) + line_end


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends_are_found_out(encoding: str, separator: str, line_end: str) -> None:
    reading = read_log(text(separator, line_end=line_end).encode(encoding), "log.csv")
    assert (reading.rows, reading.sets, reading.unit) == (3, 3, "kg")
    done = reading.log.sessions[0].sets[2]
    assert (done.name, done.note, done.source_line) == ("Kniebeuge für Große", "schön", 4)


def test_broken_letters_in_utf_8_do_not_turn_the_rest_into_windows_letters() -> None:
    content = text().encode() + ",".join(ROW).encode("cp1252")
    sets = read_log(content, "log.csv").log.sessions[0].sets
    assert [done.name for done in sets[:3]] == ["Kniebeuge für Große"] * 3
    assert sets[3].name == "Kniebeuge f\ufffdr Gro\ufffde"


def test_letters_of_the_windows_of_eastern_europe_are_read() -> None:
    content = "Дата;Упражнение;Повторения;Вес\n01.02.2026;Приседания со штангой;5;100\n"
    [(_, done)] = read_log(content.encode("cp1251"), "log.csv").log.sets()
    assert done.name == "Приседания со штангой"


def test_the_line_by_which_excel_tells_the_separator_and_blank_lines_are_no_rows() -> None:
    content = "sep=;\n" + text(";").replace("\n", "\n\n")
    reading = read_log(content.encode(), "log.csv")
    assert [source.line for source in reading.source_rows] == [4, 6, 8]


@pytest.mark.parametrize("above", ["My training\n", "My training,,,,,,\n,,,,,,\n\n", "sep=,\nLog,of,,,,,\n"])
def test_lines_above_the_headings_are_no_rows(above: str) -> None:
    reading = read_log((above + text()).encode(), "log.csv")
    first = above.count("\n") + 2
    assert [source.line for source in reading.source_rows] == [first, first + 1, first + 2]
    assert reading.sets == 3


def test_of_a_sample_with_a_field_beyond_the_csv_module_the_rows_before_it_tell_the_columns() -> None:
    long = ",".join((*ROW[:-1], "x" * 150_000))
    reading = read_log(f"{text()}{long}\n{','.join(ROW)}\n".encode(), "log.csv")
    assert (reading.rows, reading.sets, [each.line for each in reading.listed]) == (5, 4, [5])


def test_semicolons_in_notes_do_not_mislead() -> None:
    content = text(rows=4).replace("schön", '"a; b; c; d; e; f; g"')
    assert read_log(content.encode(), "log.csv").log.sessions[0].sets[0].note == "a; b; c; d; e; f; g"


def test_a_path_is_read_and_called_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    with pytest.raises(InputError, match=r"^mine\.csv: there is no such file$"):
        read_log(file)
    file.write_text(text(), encoding="utf-8")
    assert read_log(file).rows == 3
    with pytest.raises(InputError, match="not a file"):
        read_log(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(text(), encoding="utf-8")
    file.chmod(0)
    with pytest.raises(InputError, match=r"can't be read: Permission denied"):
        read_log(file)


def test_a_file_over_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "huge.csv"
    row = ",".join(ROW) + "\n"
    file.write_text(",".join(HEAD) + "\n" + row * (source.MAX_BYTES // len(row) + 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"^huge\.csv: the file is larger than 32 MB; split it$"):
        read_log(file)
    monkeypatch.setattr(table, "MAX_ROWS", 10)
    assert read_log(text(rows=10).encode(), "long.csv").rows == 10
    with pytest.raises(InputError, match="more than 10 rows"):
        read_log(text(rows=11).encode(), "long.csv")


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6), st.integers(1, 40))
@settings(max_examples=40, deadline=None)
def test_line_numbers_are_those_of_the_file(breaks: list[int], rows: int) -> None:
    """Blank lines and quoted line breaks in any places: each row is numbered by the line it begins on."""
    lines, expected = [",".join(HEAD)], []
    for index in range(rows):
        expected.append(len("\n".join(lines).split("\n")) + 1)
        note = '"' + "x\n" * breaks[index % len(breaks)] + '"'
        lines.append(",".join((*ROW[:-1], note)) + "\n" * (index % 3))
    lines_text = "\n".join(lines) + "\n"
    expected = [number for number, line in enumerate(lines_text.split("\n"), 1) if line.startswith("2026")]
    assert [row.line for row in read_log(lines_text.encode(), "log.csv").source_rows] == expected
