"""Errors stand at the right character and name what would have been accepted there."""

import logging
import re
from pathlib import Path

import lark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation_strategies import prescriptions, schemes, unhurried

import legday.notation
from legday.notation import CUES, Prescription, Scheme, SetSyntaxError, parse, parse_scheme
from legday.notation.parser import _BEGINNINGS, _CONTINUATIONS, _lark

EXAMPLE = re.compile(r"'(.+)'")
# read as one word each, so what is put inside is found where the phrase begins; after a time `rest` may close it
PHRASES = re.compile(r"pyramid to|until empty|(not )?to failure|from set|no rest|bw \+ [0-9]|(?<=[sn] )rest [0-9]")


def refusal(text: str) -> SetSyntaxError:
    with pytest.raises(SetSyntaxError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "column", "expected", "found"),
    [
        ("", 1, "sets and reps such as '4 x 8-12'", "the line ends here"),
        ("hello", 1, "sets and reps such as '4 x 8-12'", "found 'hello'"),
        ("rest 90s", 1, "sets and reps such as '4 x 8-12'", "found 'rest'"),
        ("4 work", 7, "reps such as 'x 8-12'", "the line ends here"),
        ("4 x", 4, "reps such as '8-12'", "the line ends here"),
        ("4 x  ", 4, "reps such as '8-12'", "the line ends here"),
        ("4 x foo", 5, "a hold such as 'hold 90s'", "found 'foo'"),
        ("4 x 6 foo", 7, "a load such as '@ 100 kg'", "found 'foo'"),
        ("4 x 8 @", 8, "'bw'", "the line ends here"),
        ("4 x 8 @ 100", 12, "'kg'", "the line ends here"),
        ("4 x 8 @ 100 stone", 13, "'lb'", "found 'stone'"),
        ("4 x 8 rest 90", 14, "'s'", "the line ends here"),
        ("4 x 8 rir", 10, "a number such as '8'", "the line ends here"),
        ("4 x 8-", 7, "a number such as '8'", "the line ends here"),
        ("4 x 80 - foo", 10, "a number such as '100'", "found 'foo'"),
        ("4 x 8 tempo 3", 13, "four phases such as '3-1-x-0'", "found '3'"),
        ("4 x 8 + forced 2 from 3", 18, "'from set 2'", "found 'from'"),
        ("4 x 8 to failure if", 20, "'partner'", "the line ends here"),
        ("4 x 8 to failure if cage else", 30, "an effort such as 'rir 2'", "the line ends here"),
        ("superset 3", 11, "exercises such as '[squat: 8, lunge: 8]'", "the line ends here"),
        ("superset 3 [squat: 8]", 21, "a further exercise such as ', lunge: 8'", "found ']'"),
        ("superset 3 [squat: 8, lunge: 8", 31, "']'", "the line ends here"),
        ("4 x 8; ; 3 x 8", 8, "sets and reps such as '4 x 8-12'", "found ';'"),
        ("4 × 8 – 10 foo", 12, "a load such as '@ 100 kg'", "found 'foo'"),
    ],
)
def test_syntax_errors_name_the_place_and_a_way_on(text: str, column: int, expected: str, found: str) -> None:
    error = refusal(text)
    assert error.column == column
    assert expected in error.expected
    assert len(error.expected) <= 8
    assert found in str(error)
    assert str(error).startswith(f"at character {column}")
    assert error.pointer() == f"{text}\n{' ' * (column - 1)}^"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 x 6 > 6 @ 700 lb dorp 100 lb", "drop"),
        ("4 x 8 temop 3-1-x-0", "tempo"),
        ("4 x 8 progres 2.5 kg", "progress"),
        ("4 x 8 slwo", "slow"),
        ("4 x 8 toesout", "toes-out"),
        ("4 x 8 + focred 2", "forced"),
        ("7 x 10 @ 4 plates drop 1 plate untill empty", "until"),
        ("5 x 12 pyramid 3 work", "pyramid to 1 work"),
        ("4 x 8 + forced 2 from 3", "from set 2"),
    ],
)
def test_a_near_miss_is_recognised(text: str, meant: str) -> None:
    assert f"did you mean '{meant}'?" in str(refusal(text))


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("4 x 12-8", 5, "a range runs from low to high, not from 12 to 8"),
        ("0 x 8", 1, "give at least one set"),
        ("4 x 0", 5, "reps must be between 1 and 9999"),
        ("4 x 0 foo", 5, "reps must be between 1 and 9999"),
        ("0 x 8 ]", 1, "give at least one set"),
        ("4 x 8 @ 60 kg rest 90s @ 70 kg", 24, "the load is given twice"),
        ("4 x 8 rest 60s no rest", 16, "the rest is given twice"),
        ("4 x 8 slow wide", 12, "a chain of cues is given twice"),
        ("4 x 6 drop 10 kg", 7, "a drop needs a further link"),
        ("4 x 6 > 6 @ 100 lb drop 100 lb", 20, "the chain takes off more than there is"),
        ("4 x 6 > 6 @ bw drop 10%", 16, "nothing is added to the body"),
        ("4 x 6 until empty", 7, "'until empty' needs a drop"),
        ("4 x 6 drop 1 plate until empty", 7, "'until empty' needs a load"),
        ("4 x 6 @ 4 plates drop 4 plates until empty", 18, "the drop takes off all there is"),
        ("1 x 9 > 8 > 7 @ 2 plates drop 1 plate until empty", 26, "nothing is left after 2 of these links"),
        ("5 x 5 pyramid to 6 work", 7, "a pyramid of 5 sets has from 1 to 5 work sets"),
        ("5 work x 5 pyramid to 3 work", 12, "a pyramid can't be made of work sets"),
        ("4 x 8 rpe 8.2", 7, "an RPE is 1 to 10 in halves"),
        ("4 x 8 tempo 3-1-x-0 pause 2s top", 21, "a tempo already says how long to pause"),
        ("4 x 8 tempo 99-0-x-0", 13, "the seconds of a phase must be between 0 and 60"),
        ("4 x 8 point then flex", 7, "say for how many reps"),
        ("4 x 8 then flex", 7, "nothing comes before this 'then'"),
        ("4 x 8 if partner", 7, "'if' must come right after an effort or a technique"),
        ("4 x 8 + forced 2 if partner else rir 2", 29, "after this 'else' comes a technique"),
        ("4 x 8 to failure if cage else forced 2", 26, "after this 'else' comes an effort"),
        ("4 x 8 to failure else rir 2", 18, "an 'else' must come right after an 'if'"),
        ("4 x 8 to failure from set 2", 18, "'from set' must come right after a technique"),
        ("4 x 8 + forced 2 from set 2 from set 3", 29, "'from set' is given twice"),
        ("4 x 8 + forced 2 from set 0", 27, "sets are counted from 1"),
        ("4 x 8 to failure if cage or cage", 18, "names each circumstance once"),
        ("4 x 8 progress rir 1 to 3", 7, "reps in reserve go down"),
        ("4 x 8 pause 1-2s top", 13, "this must be one number, not a range"),
        ("1 x 1.25 min; 1 x 0.01 min", 19, "times are whole seconds"),
        ("1 x 6 @ 700 lb then 600 then 510", 25, "go down in equal steps"),
        ("1 x 6 @ 700 lb then 700", 16, "go down in equal steps"),
        ("1 x 6 @ 700 lb then 800 then 900", 16, "go down in equal steps"),
        ("1 x 6 @ 700 lb then 600 kg", 16, "keep their unit"),
        ("1 x 6 @ 700 lb then 600 lb then 500 kg", 28, "keep their unit"),
        ("pin 8 for 6 then 5 kg", 13, "keep their unit"),
        ("1 x 6 @ 700 lb then 600 drop 100 lb", 16, "the drop is given twice"),
        ("1 x 6 @ bw then 600", 12, "need a first one, such as '700 lb for 6'"),
        ("4 plates for 6 then 2.5", 16, "plates and pins are whole numbers"),
        ("pin 8 for 6 then 2.5", 13, "plates and pins are whole numbers"),
        ("4 x 10000-10001", 5, "numbers go up to 9999"),
        ("4 x 8 @ 10000.5 kg", 9, "numbers go up to 9999"),
        ("4 x 8 @ 123456789012345678901234567890 kg", 9, "numbers go up to 9999"),
        ("4 x 8 @ 0 kg", 9, "a load must be above 0 and at most 9999, not 0"),
        ("4 x 8 @ pin 0", 13, "the pin must be between 1 and 9999, not 0"),
        ("4 x 8 @ 4 plates @ 5 plates", 18, "the load is given twice"),
        ("2 warm-up x 8 to warm up", 15, "'warm-up' or 'work' is given twice"),
        ("4 x 8/side/side", 11, "'/side' is given twice"),
        ("4 x 8 alternating alternating", 19, "'alternating' is given twice"),
        ("4 x 8 until empty until empty", 19, "'until empty' is given twice"),
        ("4 x 8 pyramid to 3 work pyramid to 2 work", 25, "the pyramid is given twice"),
        ("4 x 8 tempo 3-1-x-0 tempo 3-1-x-0", 21, "the tempo is given twice"),
        ("4 x 8 pause 1s pause 1s", 16, "the pause is given twice"),
        ("4 x 8 rir 2 rpe 8", 13, "the effort is given twice"),
        ("4 x 8 progress 1 kg progress 1 kg", 21, "the progression is given twice"),
        ("4 x 8 to failure if cage if cage", 26, "'if' is given twice"),
        ("4 x 8 + forced 2 if partner rest 9s else pulses 5", 37, "an 'else' must come right after an 'if'"),
        ("4 x 8 from set 2", 7, "'from set' must come right after a technique"),
        ("4 x 8 to failure rest 9s if cage", 26, "'if' must come right after an effort or a technique"),
        ("4 x 8 point 6 slow", 15, "a chain of cues is given twice"),
        ("4 x 8 point 6 rest 9s then flex", 23, "nothing comes before this 'then'"),
        ("3 x 90s, 3 reps", 10, "the number of reps is given twice"),
        ("4 plates for 10, strip 1 plate, strip 1 plate", 33, "the drop is given twice"),
        ("700 lb for 6, then do 6 with 600 lb", 30, "it can't be told here"),
        ("1 x 6 then 600", 7, "need a first one"),
        ("4 plates for 10, strip 1 plate, then do 10 with 2 plates", 49, "it would be 3 plates here"),
        ("12 reps, 3 reps", 10, "the number of reps is given twice"),
        ("4 x 8, 3 sets", 8, "the number of sets is given twice"),
    ],
)
def test_what_makes_no_sense_is_refused_where_it_stands(text: str, column: int, says: str) -> None:
    error = refusal(text)
    assert says in str(error)
    assert error.column == column
    assert error.expected == ()


@unhurried
@given(schemes(label=False), st.data())
def test_a_stranger_in_a_line_is_found_at_its_character(scheme: Scheme, data: st.DataObject) -> None:
    text = str(Prescription((scheme,)))
    gaps = {0, *(place.end() for place in re.finditer(" ", text))}
    within = {gap for phrase in PHRASES.finditer(text) for gap in range(phrase.start() + 1, phrase.end())}
    gap = data.draw(st.sampled_from(sorted(gaps - within)))
    assert refusal(f"{text[:gap]}¤ {text[gap:]}").column == gap + 1


@unhurried
@given(prescriptions, st.data())
def test_what_an_error_proposes_reads_on(prescription: Prescription, data: st.DataObject) -> None:
    whole = str(prescription)
    text = whole[: data.draw(st.integers(0, len(whole)))] + data.draw(st.sampled_from([" ¤", " foo", ""]))
    try:
        parse(text)
    except SetSyntaxError as error:
        before = text[: error.column - 1].rstrip()
        for phrase in error.expected:
            proposed = EXAMPLE.search(phrase)
            assert proposed, phrase
            line = f"{before} {proposed[1]}"
            try:
                parse(line)
            except SetSyntaxError as later:
                assert later.column == len(line) + 1, line


def test_the_whole_sentence() -> None:
    assert len(refusal("4 x 6 foo").expected) == 8
    assert str(refusal("4 x")) == (
        "at character 4, after '4 x': expected reps such as '8-12', 'max', a hold such as 'hold 90s' or "
        "a time such as '90s', but the line ends here"
    )
    assert str(refusal("4 x foo")) == (
        "at character 5, after '4 x ': expected reps such as '8-12', 'max', a hold such as 'hold 90s' or "
        "a time such as '90s', found 'foo'"
    )
    assert str(refusal("¤")) == (
        "at character 1: expected sets and reps such as '4 x 8-12' or "
        "a group such as 'superset 3 [squat: 8, lunge: 8]', found '¤'"
    )
    assert str(refusal("4 x 8-")) == (
        "at character 7, after '4 x 8-': expected a number such as '8', but the line ends here"
    )
    assert str(refusal("0 x 8")) == "at character 1: give at least one set"


def test_a_long_line_is_shown_in_part() -> None:
    for label in ("abcdefghijklmnop", "abcdefghijklmnopq"):
        line = f"{label}: 4 x 8 ¤"
        before = line[:-1]
        shown = before if len(before) <= 24 else f"…{before[-23:]}"
        assert str(refusal(line)).startswith(f"at character {len(line)}, after '{shown}': ")
        assert len(shown) == 24
    for column, start in ((61, 0), (62, 1), (200, 139)):
        line = "a" * (column - 9) + ": 4 x 8 ¤" + " " * 200
        error = refusal(line)
        assert error.column == column
        shown, caret = error.pointer().split("\n")
        assert shown == line[start : start + 100]
        assert shown[caret.index("^")] == "¤"
    assert refusal("4 x\t8 ¤").pointer() == "4 x 8 ¤\n      ^"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 x 8 + rest-pause 15s x", ("a number such as '8'",)),
        ("1 x 8 rir 30-", ("a number such as '100'",)),
        ("4 x 9000-", ("a number such as '9999'",)),
        ("4 x 8 progress rir 3 to", ("a number such as '2'",)),
        (
            "superset 3 [squat: 8, lunge: 8] foo",
            ("a rest such as 'rest 90s'", "'no rest'", "a further entry such as '; 1 x max'"),
        ),
    ],
)
def test_all_that_could_follow(text: str, expected: tuple[str, ...]) -> None:
    assert refusal(text).expected == expected


def test_most_lines_that_break_off_get_a_proposal() -> None:
    line = "squat: 4 x 6 > 6 @ 100 kg drop 10% rir 1-2 slow + forced 2 from set 2 if partner rest 60-90s"
    for end in range(len(line)):
        try:
            parse(line[:end])
        except SetSyntaxError as error:
            assert error.expected or "a range runs" in str(error), line[:end]


def test_one_scheme_is_asked_for() -> None:
    assert parse_scheme("4 x 8") == parse("4 x 8").entries[0]
    with pytest.raises(SetSyntaxError, match=r"at character 6, .*found a further entry"):
        parse_scheme("4 x 8; 1 x max")
    with pytest.raises(SetSyntaxError, match=r"^at character 1: .*found a superset$"):
        parse_scheme("superset 3 [squat: 8, lunge: 8]")


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    grammar = Path(legday.notation.__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    with caplog.at_level(logging.DEBUG, logger=lark.logger.name):
        lark.Lark(grammar, parser="lalr", debug=True)
    assert "conflict" not in caplog.text


def test_every_proposal_begins_with_a_terminal_of_the_grammar() -> None:
    terminals = {terminal.name for terminal in _lark().terminals}
    assert {terminal for terminal, _, _ in _BEGINNINGS + _CONTINUATIONS} <= terminals


@pytest.mark.parametrize("cue", CUES)
def test_every_cue_is_read(cue: str) -> None:
    assert str(parse(f"4 x 8 {cue} 3 then {cue}")) == f"4 x 8 {cue} 3 then {cue}"
