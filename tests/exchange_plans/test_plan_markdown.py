"""Markdown of a plan, read by a Markdown reader: what is shown is what the plan says."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from plan_files import HOSTILE, NAMES, example, infeasible, items, longer, named, sessions, shortest, with_item

from legday.exchange.plan_markdown import plan_markdown


def rendered(text: str) -> str:
    """The page that a forge makes of Markdown."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def shown(page: str) -> str:
    """What a reader of the page sees, on one line."""
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", page)).split())


def tables(page: str) -> list[list[list[str]]]:
    return [
        [
            [shown(cell) for cell in re.findall("<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
            for row in re.findall("<tr>(.*?)</tr>", table, re.DOTALL)
        ]
        for table in re.findall("<table>(.*?)</table>", page, re.DOTALL)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_set_line_and_date_is_shown(name: str) -> None:
    plan = example(name)
    page = rendered(plan_markdown(plan))
    seen = shown(page)
    for _, session, item in items(plan):
        assert f"{session.date.day} {session.date:%b %Y}" in seen
        assert f"{item.name} , {item.variant_name.lower()}" in seen
        assert f"<code>{html.escape(item.sets)}</code>" in page
        if item.role not in ("warm-up", "stretch"):
            assert item.how in seen
            assert item.note in seen
    for _, session in sessions(plan):
        assert f"{session.weekday}: {', '.join(session.parts)}" in seen
        assert session.food in seen
        assert (session.next_day.what if session.next_day else "") in seen
    for sentence in (*plan.warnings, *plan.notes):
        assert sentence in seen


@pytest.mark.parametrize("name", NAMES)
def test_the_tables_say_what_each_week_asks_for(name: str) -> None:
    plan = example(name)
    weeks, volumes, *days, _signs = tables(rendered(plan_markdown(plan)))
    assert [row[0] for row in weeks[1:]] == ["1", "2", "3", "4 (easy)"]
    for row, week in zip(weeks[1:], plan.weeks, strict=True):
        cells = {day: cell for day, cell in zip(weeks[0][2:], row[2:], strict=True) if cell}
        assert cells == {
            f"{session.date:%a}": f"{', '.join(session.parts)}, {session.minutes} min" for session in week.sessions
        }
    for row, part in zip(volumes[1:], plan.ranking, strict=True):
        assert row[0] == part.capitalize()
        for cell, week in zip(row[1:], plan.weeks, strict=True):
            (volume,) = (each for each in week.volumes if each.part is part)
            assert cell.startswith(f"{volume.direct:g} of {volume.target:g}")
    assert len(days) == len(plan.weeks[0].sessions)
    for number, table in enumerate(days):
        assert asked_for(table) == {
            (week.number, item.name, item.sets): None
            for item_number in range(len(plan.weeks[0].sessions[number].items))
            for week in plan.weeks
            for item in (week.sessions[number].items[item_number],)
        }


def asked_for(table: list[list[str]]) -> dict[tuple[int, str, str], None]:
    """Weeks, exercises and sets of a day's table, with joined weeks taken apart."""
    found: dict[tuple[int, str, str], None] = {}
    name = ""
    for _, exercise, weeks, sets, _ in table[1:]:
        name = exercise.partition(" , ")[0] or name
        first, _, last = weeks.partition("–")
        found.update({(week, name, sets): None for week in range(int(first), int(last or first) + 1)})
    return found


def test_a_week_that_is_left_out_is_not_spoken_for() -> None:
    plan = example("home-circuit")
    third = plan.weeks[2]
    thinner = replace(third, sessions=third.sessions[1:])
    table = tables(rendered(plan_markdown(replace(plan, weeks=(*plan.weeks[:2], thinner, *plan.weeks[3:])))))[2]
    assert {week for week, _, _ in asked_for(table)} == {1, 2, 4}


def test_loads_that_the_sets_do_not_say_are_told_once() -> None:
    page = shown(rendered(plan_markdown(example("male-bodybuilder"))))
    assert "@ 32 kg rest 2 min each hand" in page
    assert "32 kg each hand" not in page
    assert "find it" in shown(rendered(plan_markdown(example("runner"))))


def test_the_same_plan_gives_the_same_text_however_long_it_took() -> None:
    plan = example("runner")
    assert plan_markdown(plan) == plan_markdown(replace(plan, solve_seconds=plan.solve_seconds + 1))
    assert plan_markdown(plan).endswith("\n")


def test_twelve_weeks_that_ask_for_the_same_share_rows() -> None:
    plan = example("runner")
    steady = replace(plan, weeks=plan.weeks[:1])
    assert "| 1–12 |" in plan_markdown(longer(steady, 12))


def test_no_plan_says_what_can_not_hold_together_and_what_would() -> None:
    plan = infeasible()
    seen = shown(rendered(plan_markdown(plan)))
    assert plan.conflict
    for demand in plan.conflict:
        assert f"{demand.about}: {demand.sentence}" in seen
    assert {way.opens for way in plan.relaxations} == {True, False}
    for way in plan.relaxations:
        assert (f"{way.instead}: {way.leads_to}" in seen) == way.opens


# --- hostile names ---


def outline(page: str) -> list[str]:
    return re.findall("<[^>]*>", page)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_markup(name: str) -> None:
    plan = example("runner")
    page = rendered(plan_markdown(with_item(named(plan, name), name=name, note=name)))
    plain = rendered(plan_markdown(with_item(plan, name="name", note="note")))
    assert outline(page) == outline(plain)
    printed = " ".join("".join(char for char in name if char.isprintable() or char in "\u200d\r\n").split())
    assert shown(page).startswith(f"{printed}: {plan.method_name}")


@settings(max_examples=100, deadline=None)
@given(
    st.text(min_size=1, max_size=80),
    st.sampled_from(["", "#", "1. ", "12) ", "- ", "+ ", "> ", "    ", "```", "|", "==="]),
)
def test_no_text_at_all_is_markup(name: str, start: str) -> None:
    plan = shortest(example("runner"))
    page = rendered(plan_markdown(replace(named(plan, name), notes=(start + name,))))
    assert outline(page) == outline(rendered(plan_markdown(replace(plan, notes=("note",)))))
