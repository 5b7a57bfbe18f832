"""Markdown as pages show it, and links that lead nowhere, each kind once."""

from pathlib import Path

import pytest
from handbook.contents import ROOT
from handbook.links import broken_links, target_of
from handbook.markup import Rendered, render, slug


def page(text: str, source: str = "docs/page.md") -> Rendered:
    return render(text, lambda link: target_of(link, source))


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("The set language", "the-set-language"),
        ("GET /api/sets/{id}", "get-apisetsid"),
        ("How it's done: sets & reps", "how-its-done-sets--reps"),
        ("Größe", "größe"),
    ],
)
def test_anchors_are_those_that_github_makes(title: str, anchor: str) -> None:
    assert slug(title) == anchor


def test_headings_with_the_same_words_have_anchors_of_their_own() -> None:
    assert [each.anchor for each in page("# A\n\nText.\n\n## A\n\n## A\n").headings] == ["a", "a-1", "a-2"]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("(Saw et al. 2016, doi:10.1136/bjsports-2015-094758).", "10.1136/bjsports-2015-094758"),
        ("Hall 2011, doi:10.1016/S0140-6736(11)60812-X, web", "10.1016/S0140-6736(11)60812-X"),
        ("(Hall, doi:10.1016/S0140-6736(11)60812-X)", "10.1016/S0140-6736(11)60812-X"),
    ],
)
def test_a_doi_leads_to_its_paper(text: str, doi: str) -> None:
    assert f'href="https://doi.org/{doi}"' in page(f"# P\n\n{text}\n").html


def test_html_of_a_page_is_shown_and_not_run() -> None:
    assert "<script" not in page("# P\n\n<script>alert(1)</script>\n").html


def test_a_table_needs_no_style_of_its_own_and_heads_no_column_with_nothing() -> None:
    html = page("# P\n\n| | n |\n| --- | ---: |\n| a | 1 |\n").html
    assert "style=" not in html
    assert '<td class="right">1</td>' in html
    assert html.count("<th ") == 1


def test_the_lead_is_the_first_sentence() -> None:
    assert page("# P\n\nThis page helps. It has more.\n").lead == "This page helps."
    assert page("# P\n\n- a list\n").lead == ""
    assert page("# P\n\nno end\n").lead == ""


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("profile.md#gear", "profile.html#gear"),
        ("#gear", "#gear"),
        ("../CONTRIBUTING.md", "contributing.html"),
        ("../src/legday/planner/rules", "rules.html"),
        ("../src/legday/programs/methods/", "methods.html"),
        ("../src/legday/planner", "library-planner.html"),
        ("../src/legday/notation/grammar.lark", "file-src-legday-notation-grammar-lark.html"),
        ("/evidence", "/evidence"),
        ("https://example.org/a.md", "https://example.org/a.md"),
    ],
)
def test_a_link_of_the_repository_leads_to_a_page_of_the_site(link: str, target: str) -> None:
    assert target_of(link, "docs/page.md") == target


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("nowhere.md", "a: there is no page nowhere.html"),
        ("b.md#nothing", "a: b.html has no heading #nothing"),
        ("#nothing", "a: this page has no heading #nothing"),
        ("../src/legday/none.py", "a: there is no page file-src-legday-none-py.html"),
        ("/nothing", "a: the app has no page /nothing"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(link: str, problem: str) -> None:
    pages = {"a": page(f"# A\n\nSee [it]({link}).\n"), "b": page("# B\n\nText.\n")}
    assert broken_links(pages) == [problem]


@pytest.mark.parametrize("link", ["b.md", "b.md#b", "#a", "/exercise/squat", "/", "/api/openapi.json", "https://x.org"])
def test_a_link_that_leads_somewhere_is_not(link: str) -> None:
    pages = {"a": page(f"# A\n\nSee [it]({link}).\n"), "b": page("# B\n\nText.\n")}
    assert broken_links(pages) == []


def test_links_of_the_readme_lead_to_files() -> None:
    """The README is read on GitHub alone, so what it links to has to be in the repository."""
    text = render((ROOT / "README.md").read_text(encoding="utf-8"), str)
    local = [link for link in text.links if "://" not in link]
    assert len(local) > 10
    assert [link for link in local if not Path(ROOT, link.partition("#")[0]).exists()] == []


def test_a_page_that_is_named_as_a_file_is_linked_to() -> None:
    shown = page("# P\n\nAs `docs/food.md` says, [`docs/food.md`](body.md).\n")
    assert shown.links == ("food.html", "body.html")
