"""Reads set lines; where one can't be read, finds out what could have stood there."""

import difflib
import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legday.notation.draft import RefusedError
from legday.notation.errors import SetSyntaxError
from legday.notation.objects import CUES
from legday.notation.printer import print_entry
from legday.notation.scheme import Entry
from legday.notation.size import check_size
from legday.notation.spelling import plain

if TYPE_CHECKING:
    from lark import UnexpectedInput

MOST_CHARACTERS = 2000
"""The longest line that is read, and the longest that is written."""
_MOST_EXPECTED = 8

_BEGINNINGS = (
    ("INT", "sets and reps such as '4 x 8-12'", ""),
    ("SUPERSET", "a group such as 'superset 3 [squat: 8, lunge: 8]'", ""),
)
_CONTINUATIONS = (
    # terminal of the grammar it begins with, what to say, what to try (if not the example in quotes)
    ("_X", "reps such as 'x 8-12'", ""),
    ("_X", "a time such as 'x 6s'", ""),
    ("_X", "sets such as 'x 4 rest 10s'", ""),
    ("_X", "a number of times such as 'x 2'", ""),
    ("WORK", "a role such as 'work x 8'", ""),
    ("INT", "reps such as '8-12'", "8-12 reps"),
    ("MAX", "'max'", ""),
    ("HOLD", "a hold such as 'hold 90s'", ""),
    ("INT", "a time such as '90s'", ""),
    ("_OPEN", "exercises such as '[squat: 8, lunge: 8]'", ""),
    ("_CLOSE", "']'", ""),
    ("_COMMA", "a further exercise such as ', lunge: 8'", ""),
    ("_FOR", "reps such as 'for 6'", ""),
    ("INT", "a mass such as '10 kg'", ""),
    ("INT", "a share such as '20%'", ""),
    ("BODYWEIGHT", "'bw'", ""),
    ("INT", "plates such as '1 plate'", ""),
    ("_PINS", "a pin such as 'pin 8'", ""),
    ("DOUBLE", "'double 2.5 kg'", ""),
    ("ELSE", "'else rir 2'", ""),
    ("ELSE", "'else partials 5'", ""),
    ("IF", "a condition such as 'if partner'", ""),
    ("FROM_SET", "'from set 2'", ""),
    ("UNTIL_EMPTY", "'until empty'", ""),
    ("THEN", "a further cue such as 'then flex'", ""),
    ("GREATER", "a further link such as '> 6'", ""),
    ("AT", "a load such as '@ 100 kg'", ""),
    ("DROP", "a drop such as 'drop 10%'", ""),
    ("RIR", "an effort such as 'rir 2'", ""),
    ("PLUS", "a technique such as '+ forced 2'", ""),
    ("REST", "a rest such as 'rest 90s'", ""),
    ("SIDE", "'/side'", ""),
    ("PROGRESS", "a progression such as 'progress 2.5 kg'", ""),
    ("TEMPO", "'tempo 3-1-x-0'", ""),
    ("PAUSE", "'pause 2s bottom'", ""),
    ("CUE", "a cue such as 'slow'", ""),
    ("ALTERNATING", "'alternating'", ""),
    ("TO_FAILURE", "'to failure'", ""),
    ("NOT_TO_FAILURE", "'not to failure'", ""),
    ("RPE", "'rpe 8'", ""),
    ("FORCED", "'forced 2'", ""),
    ("NEGATIVE", "'negative 6s'", ""),
    ("REST_PAUSE", "'rest-pause 15s'", ""),
    ("MYO", "'myo 3-5 x 4 rest 10s'", ""),
    ("PARTIALS", "'partials 5'", ""),
    ("PULSES", "'pulses 10'", ""),
    ("PARTNER", "'partner'", ""),
    ("CAGE", "'cage'", ""),
    ("TEMPO_PHASES", "four phases such as '3-1-x-0'", ""),
    ("NO_REST", "'no rest'", ""),
    ("PYRAMID", "'pyramid to 1 work'", ""),
    ("KG", "'kg'", ""),
    ("LB", "'lb'", ""),
    ("_PERCENT", "'%'", ""),
    ("_PLATES", "'plates'", ""),
    ("_PINS", "'pins'", ""),
    ("_SECONDS", "'s'", ""),
    ("_MINUTES", "'min'", ""),
    ("BOTTOM", "'bottom'", ""),
    ("TOP", "'top'", ""),
    ("WORK", "'work'", ""),
    ("_SEMICOLON", "a further entry such as '; 1 x max'", ""),
)
_NUMBERS = ("8", "2", "1", "12", "100", "9999")
_EXAMPLE = re.compile(r"'(.+)'")
_FOUND = re.compile(r"[^\W\d_]+|\S{1,20}")


@cache
def _lark() -> Any:
    from lark import Lark

    from legday.notation.builder import Builder

    return Lark(
        Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8"),
        parser="lalr",
        lexer="contextual",
        transformer=Builder(),
    )


def parse_entries(text: str) -> tuple[Entry, ...]:
    """Read the entries of a set line; raises SetSyntaxError."""
    from lark import UnexpectedInput

    if len(text) > MOST_CHARACTERS:
        raise SetSyntaxError(
            text, MOST_CHARACTERS + 1, f"this line has {len(text)} characters; the most is {MOST_CHARACTERS}"
        )
    line = plain(text)
    try:
        entries: tuple[Entry, ...] = _lark().parse(line)
    except RefusedError as error:
        raise SetSyntaxError(text, error.position + 1, error.problem) from None
    except UnexpectedInput as error:
        raise _explained(text, line, error) from None
    try:
        check_size(entries)
    except ValueError as error:
        raise SetSyntaxError(text, 1, str(error)) from None
    written = sum(len(print_entry(entry)) + 2 for entry in entries) - 2
    if written > MOST_CHARACTERS:
        problem = f"written in full this line has {written} characters; the most is {MOST_CHARACTERS}"
        raise SetSyntaxError(text, 1, problem)
    return entries


def _explained(text: str, line: str, error: "UnexpectedInput") -> SetSyntaxError:
    position = _position(error, line)
    before = line[:position]
    accepted = _accepted(before)
    expected = _continuations(before, accepted)
    if not expected and isinstance(refused := _reach(before), RefusedError):
        return SetSyntaxError(text, refused.position + 1, refused.problem)
    found = _FOUND.match(line, position)
    problem = f"found {found[0]!r}" if found else "the line ends here"
    if expected:
        problem = f"expected {_listed(expected)}, {problem if found else f'but {problem}'}"
    if found and (meant := _meant(found[0], accepted)):
        problem += f"; did you mean {meant!r}?"
    return SetSyntaxError(text, position + 1, problem, expected)


def _accepted(before: str) -> frozenset[str]:
    """List the terminals that may follow; at an error the parser has already given up some of them."""
    from lark import UnexpectedInput

    reading = _lark().parse_interactive(before)
    try:
        reading.exhaust_lexer()
    except (RefusedError, UnexpectedInput):  # leading words are only read as a label when a number follows
        return frozenset(terminal for terminal, _, _ in _BEGINNINGS)
    return frozenset(reading.accepts())


def _continuations(before: str, accepted: frozenset[str]) -> tuple[str, ...]:
    """Say what could follow: of all that begins with an accepted terminal, what the parser really reads."""
    end_of_range = before.rstrip().endswith("-")
    for table in () if end_of_range else (_BEGINNINGS, _CONTINUATIONS):
        reading_on = (
            phrase
            for terminal, phrase, trial in table
            if terminal in accepted and _reads_on(before, trial or _example(phrase))
        )
        if phrases := tuple(islice(reading_on, _MOST_EXPECTED)):
            return phrases
    numbers = (f"a number such as '{number}'" for number in _NUMBERS if _reads_on(before, number))
    return tuple(islice(numbers, 1))


def _example(phrase: str) -> str:
    match = _EXAMPLE.search(phrase)
    return match[1] if match else ""


def _reads_on(before: str, more: str) -> bool:
    line = f"{before.rstrip()} {more}"
    stop = _reach(line + ", lunge: 8]" if line.count("[") > line.count("]") else line)
    return stop is None or (isinstance(stop, int) and stop >= len(line))


def _reach(line: str) -> "int | RefusedError | None":
    """Find where reading stops, from 0: None if all is well, the line's length if it only ends too early."""
    from lark import UnexpectedInput

    try:
        _lark().parse(line)
    except RefusedError as error:
        return error
    except UnexpectedInput as error:
        return _position(error, line)
    return None


def _position(error: "UnexpectedInput", line: str) -> int:
    token = getattr(error, "token", None)
    return len(line.rstrip()) if token is not None and token.type == "$END" else error.pos_in_stream or 0


def _listed(phrases: tuple[str, ...]) -> str:
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} or {phrases[-1]}"


def _meant(found: str, accepted: frozenset[str]) -> str | None:
    words = {cue: cue for cue in CUES if "CUE" in accepted}
    for terminal, phrase, _ in _CONTINUATIONS:
        if terminal in accepted and (word := re.match(r"[a-z-]+", _example(phrase))):
            words[word[0]] = _example(phrase)
    close = difflib.get_close_matches(found.lower(), words, n=1)
    if not close:
        return None
    return words[close[0]] if close[0] == found.lower() else close[0]
