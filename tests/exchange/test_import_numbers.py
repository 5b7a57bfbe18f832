"""Numbers, distances and times as people and programs write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.exchange import read_log
from legday.exchange.numbers import read_flag, read_measure, read_number

_numbers = st.decimals(0, 999_999, places=2)


@given(_numbers)
def test_numbers_in_the_styles_of_the_world_are_the_same(number: Decimal) -> None:
    grouped = f"{number:,}"
    continental = grouped.translate(str.maketrans(",.", ".,"))
    for text in (
        str(number),
        grouped,
        f" {number} ",
        f"+{number}",
        grouped.replace(",", "\u202f"),
        grouped.replace(",", "'"),
    ):
        assert read_number(text) == number, text
    for text in (continental, str(number).replace(".", ",")):
        assert read_number(text, comma_separates=False) == number, text


@pytest.mark.parametrize(
    ("text", "comma_separates", "number"),
    [
        ("1,000", True, "1000"),
        ("1,250", False, "1.25"),
        ("1,250,000", False, "1250000"),
        ("1,250.5", False, "1250.5"),
        ("1e30", True, "1e30"),
        (".5", True, "0.5"),
        ("5.", True, "5"),
    ],
)
def test_a_comma_is_read_as_the_file_would_have_it(text: str, comma_separates: bool, number: str) -> None:
    assert read_number(text, comma_separates) == Decimal(number)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "N/A", "null", "NaN"])
def test_a_blank_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["five", "1,2,3", "1.2.3", "--5", "1 or 2", "5 kg 3"])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("80 kg", ("80", "kg")),
        ("82,5kg", ("82.5", "kg")),
        ("BW", (None, "")),
        ("bodyweight + 20", ("20", "")),
        ("7", ("7", "")),
    ],
)
def test_a_unit_may_stand_behind_and_bodyweight_in_front(text: str, measure: tuple[str | None, str]) -> None:
    number, unit = read_measure(text)
    assert (number, unit) == (None if measure[0] is None else Decimal(measure[0]), measure[1])


def test_yes_and_no_come_in_many_words() -> None:
    assert [read_flag(text) for text in ("Yes", "TRUE", " x ", "ja", "1.0", "no", "", "Falsch", "perhaps")] == [
        *([True] * 5),
        *([False] * 3),
        None,
    ]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("12 furlongs,", "distance: the unit 'furlongs' is not known"),
        ("2000000 m,", "distance: 2000000 m is more than 1,000,000, the most that is read"),
        (",-5 s", "seconds: '-5 s' is not a number"),
        (",long", "seconds: 'long' is not a number"),
        (",9999999", "seconds: 9999999 is more than 604,800, the most that is read"),
    ],
)
def test_a_distance_or_a_time_that_is_none_is_listed(cells: str, reason: str) -> None:
    rows = [f"2026-01-{day:02},Sled Push,20 m,30" for day in range(1, 12)]
    content = "\n".join(["Date,Exercise,Distance,Seconds", *rows, f"2026-01-12,Sled Push,{cells}"])
    assert [(each.line, each.reason) for each in read_log(content.encode(), "log.csv").listed] == [(13, reason)]
