"""The tutorial and the how-tos do what they say: their commands are run, and print what stands there."""

import re
import shlex
from pathlib import Path

import pytest
from handbook.contents import DOCS, ROOT
from markdown_it import MarkdownIt

from legday.cli import main
from legday.documents import InputError
from legday.planner import costs, read_plan, read_profile

SERVED = "legday serve"
SET_UP = ("make run SERVE=no", 'export PATH="$PWD/.venv/bin:$PATH"\nmkdir -p ~/legs && cd ~/legs')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, where the commands are given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path


def run(lines: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Give the commands in some lines, and return what they print."""
    for line in lines.splitlines():
        name, *arguments = shlex.split(line)
        assert name == "legday"
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0, f"{line}\n{capsys.readouterr().err}"
    return "".join(capsys.readouterr())


def plain(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def test_every_command_of_the_tutorial_prints_what_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tokens = MarkdownIt("commonmark").parse((DOCS / "tutorial.md").read_text(encoding="utf-8"))
    said, printed, commands, compared = "", "", 0, 0
    for token in tokens:
        if token.type == "inline":
            said = token.content
        if token.type != "fence":
            continue
        if token.info in ("yaml", "csv"):
            [file] = re.findall(r"save this as `([\w.-]+)`", said, re.IGNORECASE)
            (folder / file).write_text(token.content, encoding="utf-8")
        elif token.info == "sh" and token.content.strip() not in (*SET_UP, SERVED):
            printed = run(token.content, capsys)
            commands += token.content.count("legday ")
        elif token.info == "text":
            there = plain(printed)
            for line in plain(token.content):
                assert any(line in each for each in there), f"{line!r} is not in\n{printed}"
                compared += 1
    assert commands >= 8
    assert compared >= 12
    first, second = (read_plan(folder / name) for name in ("plan.json", "second.json"))
    assert (folder / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert second.weeks[0].start > first.weeks[-1].start
    loads = {item.exercise: item.load for session in second.weeks[0].sessions for item in session.items}
    assert loads["leg-press"] is not None
    assert loads["leg-press"].kg is not None


def test_the_first_steps_are_those_of_the_makefile() -> None:
    """Setting up is run by every clean build; here its words are held to the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    assert re.search(r"^run:", makefile, re.MULTILINE)
    assert "ifneq ($(SERVE),no)" in makefile
    for command in (*SET_UP, SERVED):
        assert f"```sh\n{command}\n```" in text


@pytest.mark.parametrize("page", ["plan-around-pain", "train-alone", "profile", "runner", "tutorial"])
def test_what_a_page_says_to_write_into_a_profile_can_be_written(page: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / f"{page}.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        whole = block if "name:" in block else f"name: Sam\ndays: {{monday: 60 min}}\n{block}"
        (tmp_path / "sam.yaml").write_text(whole, encoding="utf-8")
        try:
            read_profile(tmp_path / "sam.yaml")
        except InputError as error:
            pytest.fail(f"{block}\n{error}")


def test_what_breaking_a_rule_costs_is_told_as_it_is() -> None:
    """The model's own price of a minute too long is no price that a plan pays."""
    [rows] = re.findall(r"\| costs \|\n\|[- |]+\n((?:\|.*\n)+)", (DOCS / "planner.md").read_text(encoding="utf-8"))
    told = [float(row.split("|")[2]) for row in rows.splitlines()]
    prices = {name: value for name, value in vars(costs).items() if name.isupper() and name != "OVERRUN"}
    assert sorted(told, reverse=True) == told
    assert told == sorted(prices.values(), reverse=True)


def test_the_rule_of_the_how_to_is_a_rule_of_the_planner() -> None:
    """The example of a rule is the file of one, so that it can't fall behind."""
    text = (DOCS / "add-something.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert shown == (ROOT / "src/legday/planner/rules/least_time.py").read_text(encoding="utf-8")
