"""CSV of a plan: every item in a row of its own, read back by the csv module, and never a formula."""

import csv
import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from plan_files import HOSTILE, NAMES, example, infeasible, items, named, shortest, with_item

from legday.exchange.plan_csv import COLUMNS, plan_csv


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_item_has_a_row_with_all_of_it(name: str) -> None:
    plan = example(name)
    found = rows(plan_csv(plan))
    expected = list(items(plan))
    assert len(found) == len(expected)
    for row, (week, session, item) in zip(found, expected, strict=True):
        assert row["date"] == session.date.isoformat()
        assert (row["weekday"], row["week"]) == (session.date.strftime("%A"), str(week.number))
        assert row["part"] == (item.part or "")
        assert (row["exercise"], row["name"], row["variant"]) == (item.exercise, item.name, item.variant_name)
        assert (row["sets"], int(row["count"]), row["role"]) == (item.sets, item.count, item.role)
        assert (row["easy_week"] == "yes") == week.deload
        assert float(row["minutes"]) == pytest.approx(item.minutes)
        assert row["load"] == (item.load.text if item.load else "")
        if item.load is None or item.load.kg is None:
            assert row["load_kg"] == ""
        else:
            assert float(row["load_kg"]) == pytest.approx(item.load.kg, abs=0.0005)
        for reason in item.because:
            assert reason in row["why"]
        assert (row["athlete"], row["method"]) == (plan.athlete, plan.method)


def test_loads_of_the_log_are_there() -> None:
    found = rows(plan_csv(example("male-bodybuilder")))
    assert any(row["load_kg"] and "each hand" in row["load"] for row in found)


def test_lines_end_as_rfc_4180_has_it_and_all_fields_are_quoted() -> None:
    text = plan_csv(example("home-circuit"))
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(rows(text)) + 1
    for line in text.splitlines():
        assert line.startswith('"')
        assert line.endswith('"')
    assert text.splitlines()[0] == ",".join(f'"{column}"' for column in COLUMNS)


def test_the_same_plan_gives_the_same_text_however_long_it_took() -> None:
    plan = example("runner")
    assert plan_csv(plan) == plan_csv(replace(plan, solve_seconds=plan.solve_seconds + 1))


def test_no_plan_has_headings_only() -> None:
    assert rows(plan_csv(infeasible())) == []
    assert plan_csv(infeasible()).startswith('"date"')


# --- formulas ---

TRIGGERS = "=+-@＝＋－＠"  # OWASP, CSV Injection
SPLITTERS = (",", ";", "\t", "|")


def cells_anywhere(text: str) -> list[str]:
    """The cells that a spreadsheet could find, whichever separator and quotation mark it believes in."""
    found = [row for splitter in SPLITTERS for row in csv.reader(io.StringIO(text, newline=""), delimiter=splitter)]
    cells = list(itertools.chain.from_iterable(found))
    pieces = [piece for splitter in (*SPLITTERS, '"', "'") for cell in cells for piece in cell.split(splitter)]
    return [*cells, *pieces]


def assert_no_formula(text: str) -> None:
    for cell in cells_anywhere(text.replace("'", "\x00")):  # what has an apostrophe before it is text
        assert not cell.lstrip(' "').startswith(tuple(TRIGGERS)), cell


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_a_formula_or_a_further_line(name: str) -> None:
    plan = with_item(named(shortest(example("runner")), name), name=name, variant_name=name, because=(name,))
    text = plan_csv(plan)
    assert_no_formula(text)
    found = rows(text)
    assert len(found) == 1
    assert {len(row) for row in found} == {len(COLUMNS)}
    letters = "".join(filter(str.isalpha, name))
    assert "".join(filter(str.isalpha, found[0]["athlete"])) == letters
    text.encode()


@given(st.text(st.characters() | st.sampled_from([*TRIGGERS, *SPLITTERS, '"', "'", " ", "\n", "\r"])))
def test_no_text_at_all_is_a_formula(name: str) -> None:
    text = plan_csv(named(shortest(example("runner")), name))
    assert_no_formula(text)
    assert len(rows(text)) == 1


@pytest.mark.parametrize("name", ["Anne-Marie", "O'Neil, Pat; Jr.", "Zoë 😀", "Ali (2)", "a=b", "100 %", "x | y"])
def test_a_harmless_name_stays_as_it_is(name: str) -> None:
    assert rows(plan_csv(named(example("runner"), name)))[0]["athlete"] == name
