"""Markdown to HTML: headings that can be linked to, coloured code, tables that scroll, links that fit the site."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_DOI = re.compile(r"doi:(10\.[0-9]{4,9}/[^\s|]*[^\s|.,;:])")
_DOCS = re.compile(r"docs/[a-z-]+\.md")
_DRAWN = re.compile(r"[\u2500-\u257f]| {4}")
"""What is drawn with lines or set in columns, and would fall apart if its lines were broken."""
_LONGEST_SENTENCE = 400
_LANGUAGES = {"ebnf": "ebnf", "lark": "text", "jinja": "jinja"}


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level (1 to 6), its words, and the anchor that leads to it."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True)
class Part:
    """The text below a heading, up to the next one, as a search looks through it."""

    heading: Heading
    text: str


@dataclass(frozen=True)
class Rendered:
    """A page as HTML.

    `lead` is its first sentence, empty if it does not begin with a paragraph; `links` are the addresses it leads to, as
    they stand in the HTML.
    """

    html: str
    title: str
    lead: str
    headings: tuple[Heading, ...]
    parts: tuple[Part, ...]
    links: tuple[str, ...]


def render(text: str, follow: Callable[[str], str]) -> Rendered:
    """Render a page; `follow` says where a link as it is written leads on the site."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    _mend_cells(tokens)
    for token in _inline(tokens):
        if token.type == "link_open":
            token.attrs["href"] = follow(str(token.attrs["href"]))
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_with_pages(_with_papers(token.children)))
    links = [str(token.attrs["href"]) for token in _inline(tokens) if token.type == "link_open"]
    headings = _name_headings(tokens)
    renderer = _Renderer()
    html = renderer.render(tokens, parser.options, {})
    title = headings[0].title if headings else ""
    return Rendered(html, title, _lead(tokens), headings, tuple(_parts(tokens, headings)), tuple(links))


def slug(title: str, taken: Sequence[str] = ()) -> str:
    """Return the anchor that GitHub gives a heading, so that links work on both sites."""
    plain = re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
    if plain not in taken:
        return plain
    number = 1
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"


def coloured(code: str, language: str) -> str:
    """Return code as HTML with a class on each kind of word; as plain text where the language is not known."""
    try:
        lexer = get_lexer_by_name(_LANGUAGES.get(language, language or "text"), stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name("text", stripnl=False)
    inner: str = highlight(code, lexer, HtmlFormatter(nowrap=True))
    prose = language == "text" and not _DRAWN.search(code)
    kind = ' class="prose"' if prose else ""
    return f'<pre tabindex="0"{kind}><code>{inner}</code></pre>\n'


class _Renderer(RendererHTML):
    def fence(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        return coloured(tokens[idx].content, tokens[idx].info.strip())

    def code_block(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        return coloured(tokens[idx].content, "")

    def table_open(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        first = next((token.content for token in tokens[idx:] if token.type == "inline" and token.content), "")
        name = re.sub(r'[`*"<>&]', "", first) or "Table"
        return f'<div class="wide" tabindex="0" role="group" aria-label="Table: {name}"><table>\n'

    def table_close(self, *_: object) -> str:
        return "</table></div>\n"


def _inline(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _mend_cells(tokens: Sequence[Token]) -> None:
    """Make cells fit the site: a heading without words becomes a plain cell, and numbers stand right by a class."""
    for at, token in enumerate(tokens):
        if token.type == "th_open" and not tokens[at + 1].content.strip():
            token.tag = tokens[at + 2].tag = "td"
        if token.type in ("th_open", "td_open") and "right" in str(token.attrs.pop("style", "")):
            token.attrs["class"] = "right"


def _plain(token: Token) -> str:
    return "".join(child.content if child.type != "softbreak" else " " for child in token.children or ())


def _name_headings(tokens: Sequence[Token]) -> tuple[Heading, ...]:
    found: list[Heading] = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            title = _plain(tokens[at + 1])
            anchor = slug(title, [heading.anchor for heading in found])
            token.attrs["id"] = anchor
            found.append(Heading(int(token.tag[1]), title, anchor))
    return tuple(found)


def _with_pages(children: Iterable[Token]) -> Iterator[Token]:
    """Make each page that the text names as a file, such as `docs/food.md`, a link to it."""
    depth = 0
    for child in children:
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        named = child.type == "code_inline" and not depth and _DOCS.fullmatch(child.content)
        if named:
            yield Token("link_open", "a", 1, attrs={"href": child.content[len("docs/") : -len(".md")] + ".html"})
        yield child
        if named:
            yield Token("link_close", "a", -1)


def _with_papers(children: Sequence[Token]) -> Iterator[Token]:
    """Make each DOI in the text a link to its paper."""
    depth = 0
    for child in children:
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or depth or "doi:10." not in child.content:
            yield child
            continue
        at = 0
        for found in _DOI.finditer(child.content):
            doi = _balanced(found[1])
            yield Token("text", "", 0, content=child.content[at : found.start()])
            yield Token("link_open", "a", 1, attrs={"href": f"https://doi.org/{doi}"})
            yield Token("text", "", 0, content=f"doi:{doi}")
            yield Token("link_close", "a", -1)
            at = found.start() + len("doi:") + len(doi)
        yield Token("text", "", 0, content=child.content[at:])


def _balanced(doi: str) -> str:
    """A DOI can end with a bracket of its own, but not with one that was opened before it."""
    while doi.endswith(")") and doi.count(")") > doi.count("("):
        doi = doi[:-1].rstrip(".,;:")
    return doi


def _lead(tokens: Sequence[Token]) -> str:
    for at, token in enumerate(tokens):
        if token.type == "heading_close":
            following = tokens[at + 1 : at + 3]
            if [each.type for each in following] != ["paragraph_open", "inline"]:
                return ""
            sentence = re.match(r".+?[.!?](?=\s|$)", _plain(following[1]))
            return sentence[0] if sentence and len(sentence[0]) <= _LONGEST_SENTENCE else ""
    return ""


def _parts(tokens: Sequence[Token], headings: Sequence[Heading]) -> Iterator[Part]:
    coming = iter(headings)
    heading: Heading | None = None
    words: list[str] = []
    inside = False
    for token in tokens:
        if token.type == "heading_open":
            if heading is not None:
                yield Part(heading, " ".join(words))
            heading, words, inside = next(coming), [], True
        elif token.type == "heading_close":
            inside = False
        elif token.type == "inline" and not inside:
            words.append(_plain(token))
        elif token.type == "fence":
            words.append(" ".join(token.content.split()))
    if heading is not None:
        yield Part(heading, " ".join(words))
