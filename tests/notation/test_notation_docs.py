"""The reference page tells the truth: its examples, its grammar, its numbers."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from lark import Lark, Token
from notation_strategies import prescriptions, unhurried

from legday import notation
from legday.notation import CONVENTIONS, CUES, Prescription, SetSyntaxError, parse
from legday.notation.spelling import plain

PAGE = (Path(__file__).parents[2] / "docs" / "set-language.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")


def section(title: str) -> str:
    match = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match, title
    return match[1]


def rows(title: str) -> list[list[str]]:
    """The cells of the tables of a section, without their headings."""
    table = [line for line in section(title).splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table]
    return [row for row in cells if row[0].startswith("`") or title == "Hard sets"]


def code(cell: str) -> str:
    match = CODE.fullmatch(cell)
    assert match, cell
    return match[1].replace(r"\|", "|")


@pytest.mark.parametrize("line", [code(row[0]) for row in rows("What can be said")])
def test_what_can_be_said_is_canonical(line: str) -> None:
    assert str(parse(line)) == line


@pytest.mark.parametrize(("said", "canonical"), [(code(row[0]), code(row[1])) for row in rows("Shorthand")])
def test_shorthand_is_read(said: str, canonical: str) -> None:
    assert str(parse(said)) == canonical


@pytest.mark.parametrize(("line", "answer"), [(code(row[0]), row[1]) for row in rows("Errors")])
def test_errors_are_answered_so(line: str, answer: str) -> None:
    with pytest.raises(SetSyntaxError) as caught:
        parse(line)
    start, end = answer.split(" … ")
    assert str(caught.value).startswith(start)
    assert str(caught.value).endswith(end)


def test_the_introduction_and_the_tables_are_there() -> None:
    assert len(rows("What can be said")) > 60
    assert len(rows("Shorthand")) > 15
    for line in ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "6 x 12 point 6 then flex"):
        assert line in PAGE


def test_all_cues_are_listed() -> None:
    listed = section("What can be said").split("Cues: ")[1].split("\n\n")[0]
    assert tuple(CODE.findall(listed)) == CUES


def test_all_conventions_are_listed() -> None:
    listed = {row[0]: row[2] for row in rows("Hard sets")}
    for convention in CONVENTIONS.values():
        assert listed[convention.id] == str(convention.counts)
    cited = set(re.findall(r"doi:(10\.[\w./()-]+\w)", " ".join(rule.source for rule in CONVENTIONS.values())))
    assert cited == set(re.findall(r"doi:(10\.[\w./()-]+\w)", section("Hard sets")))


def documented_grammar() -> re.Pattern[str]:
    """The page's EBNF as a regular expression; it has no recursion."""
    ebnf = section("Grammar").split("```ebnf")[1].split("```")[0]
    rules = dict(re.findall(r"^(\w+)\s*= (.*?) ;$", ebnf, re.MULTILINE | re.DOTALL))
    words = {"number": "[0-9]+", "decimal": r"[0-9]+(?:[.][0-9]{1,2})?", "label": r"[^:;,\[\]@>+]+"}
    words["cue"] = f"(?:{'|'.join(CUES)})"
    signs = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "{": "(?:", "}": ")*", "|": "|"}

    def pattern(rule: str) -> str:
        pieces = re.findall(r'"[^"]*"|\w+|[][(){}|]', rule)
        return "".join(
            re.escape(piece[1:-1]) if piece[0] == '"' else signs.get(piece) or word(piece) for piece in pieces
        )

    def word(name: str) -> str:
        return words.get(name) or f"(?:{pattern(rules[name])})"

    return re.compile(word("line"))


DOCUMENTED = documented_grammar()


@unhurried
@given(prescriptions)
def test_the_documented_grammar_holds_for_all_canonical_lines(prescription: Prescription) -> None:
    assert DOCUMENTED.fullmatch(str(prescription))


@pytest.mark.parametrize("line", ["4 x", "4 x 8 8", "4 x 8 @", "4 sets of 8", "4 x 8 + forced", "superset 3 [8]"])
def test_the_documented_grammar_refuses_other_lines(line: str) -> None:
    assert not DOCUMENTED.fullmatch(line)


def test_everything_that_the_grammar_reads_is_shown_by_an_example() -> None:
    """Each rule and each word of the grammar has to be met in some line of the page."""
    grammar = (Path(notation.__file__).parent / "grammar.lark").read_text(encoding="utf-8")
    lark = Lark(grammar, parser="lalr", lexer="contextual", keep_all_tokens=True)
    met: set[str] = set()
    for row in (*rows("What can be said"), *rows("Shorthand")):
        tree = lark.parse(plain(code(row[0])))
        met.update(str(part.data) for part in tree.iter_subtrees())
        met.update(word.type for word in tree.scan_values(lambda leaf: isinstance(leaf, Token)))
    named = set(re.findall(r"^(?!_)([a-z]\w*):", grammar, re.MULTILINE))
    words = set(re.findall(r"^(_?[A-Z]\w*)(?:\.-?\d)?:", grammar, re.MULTILINE))
    assert len(named) > 60
    assert len(words) > 70
    assert (named | words) - met == set()
