"""What is printed reads back as the same objects, and the reader survives anything."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notation_strategies import entries, labels, prescriptions, unhurried

from legday.documents import Spoken, decode, encode, json_schema, read
from legday.notation import Entry, Prescription, SetSyntaxError, parse, parse_scheme
from legday.notation.size import MOST_STEPS, most_steps


@unhurried
@given(prescriptions)
def test_printed_lines_read_back_as_the_same_objects(prescription: Prescription) -> None:
    text = str(prescription)
    again = parse(text)
    assert again == prescription
    assert str(again) == text
    assert hash(again) == hash(prescription)


@unhurried
@given(entries)
def test_every_entry_survives_json(entry: Entry) -> None:
    assert decode(encode(entry), Entry) == entry  # type: ignore[arg-type]


@unhurried
@given(prescriptions)
def test_a_prescription_travels_as_its_text(prescription: Prescription) -> None:
    assert encode(prescription).decode() == msgspec.json.encode(str(prescription)).decode()
    assert decode(encode(prescription), Prescription) == prescription


def test_a_prescription_is_read_from_yaml_with_the_place_of_the_mistake() -> None:
    class File(msgspec.Struct, frozen=True):
        sets: Prescription

    assert isinstance(parse("4 x 8"), Spoken)
    assert read(File, "sets: 3 sets of 8", "a.yaml").sets == parse("3 x 8")
    with pytest.raises(ValueError, match=r"a\.yaml:1:7: sets: at character 7, after '4 x 8 ': .*found 'foo'"):
        read(File, "sets: 4 x 8 foo", "a.yaml")
    assert json_schema(Prescription)["type"] == "string"


@pytest.mark.parametrize("time", ["1s", "60s", "119s", "2 min", "59-61 min", "120-150s", "150-180s", "60-120s", "121s"])
def test_times_are_written_in_whole_minutes_from_two_up(time: str) -> None:
    for line in (f"3 x {time}", f"3 x hold {time}", f"3 x 8 rest {time}"):
        assert str(parse(line)) == line


def test_a_prescription_is_a_value() -> None:
    line = "2 warm-up x 10; 4 x 8 @ bw + 0.5 kg"
    assert eval(repr(parse(line))) == parse(line)  # noqa: S307
    assert len({parse(line), parse(f"{line};"), parse("4 x 8")}) == 2
    assert parse("4 x 8") not in ("4 x 8", parse("4 x 8").entries, None)
    assert str(parse(Prescription.describe().split(" such as ")[1])) == "4 x 8-10 @ 60 kg rest 90s"


def test_a_prescription_can_not_be_changed() -> None:
    prescription = parse("4 x 8")
    with pytest.raises(AttributeError):
        prescription.entries = ()
    with pytest.raises(ValueError, match="at least one entry"):
        Prescription(())


@unhurried
@given(labels)
def test_any_label_is_kept(label: str) -> None:
    assert parse_scheme(f"{label}: 4 x 6").label == label
    assert parse_scheme(f"  {label.upper()} :4 x 6").label == label.upper().lower()


_WORDS = """
4 12 8-12 2.5 0 99999 x × – + > @ % / ; , . ( ) [ ] : | * kg lb s min bw plates pin drop until empty sets of
reps steps max hold side per leg each alternating warm-up work pyramid to failure not rir rpe tempo 3-1-x-0
pause bottom top point flex then slow forced negative partials pulses rest-pause myo from set if partner or
cage else and rest no progress double superset circuit squat with for one more do i strips
"""
_LANGUAGE = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join)


def _survives(text: str) -> None:
    try:
        prescription = parse(text)
    except SetSyntaxError as error:
        assert error.text == text
        assert 1 <= error.column <= len(text) + 1
        assert str(error).startswith(f"at character {error.column}")
        line, caret = error.pointer().split("\n")
        assert caret.strip() == "^"
        assert len(caret) <= len(line) + 1
    else:
        assert parse(str(prescription)) == prescription
        assert sum(map(most_steps, prescription.entries)) <= MOST_STEPS


@unhurried
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    _survives(text)


@settings(unhurried, max_examples=300)
@given(_LANGUAGE)
def test_any_words_of_the_language_are_read_or_refused(text: str) -> None:
    _survives(text)


@unhurried
@given(prescriptions, st.data())
def test_any_damaged_line_is_read_or_refused(prescription: Prescription, data: st.DataObject) -> None:
    text = str(prescription)
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + 5)))
    _survives(text[:start] + data.draw(st.one_of(st.text(max_size=3), _LANGUAGE)) + text[stop:])


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("4 x " + "8" * 2000, 2001, "this line has 2004 characters; the most is 2000"),
        ("4 x 10000", 5, "numbers go up to 9999"),
        ("4 x 8 @ 2.125 kg", 9, "at most two decimals"),
        ("4 x 8 rest 999 min", 12, "must be between 0 and 9999"),
        ("9999 x 8", 1, "up to 19,998 steps; the most is 5,000"),
        ("circuit 999 [a: 8, b: 8]", 1, "steps; the most is 5,000"),
        ("1 x 8 + rest-pause 5s x 9999", 1, "steps; the most is 5,000"),
        ("1 x 8 @ 9999 kg drop 1 kg until empty", 17, "this chain has 9999 links; the most is 50"),
        ("1 x 8 drop 0.1% x 9999", 5, "a chain at most 50"),
        ("; ".join(["1 x 1000-1001 drop 1% x 49"] * 10), 1, "written in full this line has"),
    ],
)
def test_lines_that_ask_for_too_much_are_refused(text: str, column: int, says: str) -> None:
    with pytest.raises(SetSyntaxError) as caught:
        parse(text)
    assert says in str(caught.value)
    assert caught.value.column == column
