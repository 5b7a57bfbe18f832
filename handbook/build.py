"""The site as files: each page through the template, the look, and the index that the search reads."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from shutil import rmtree

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import legday
from handbook.contents import DOCS, ROOT, Section, sections, source_of
from handbook.generated import PAGES
from handbook.links import broken_links, files_shown, target_of
from handbook.markup import Rendered, coloured, render

_HERE = Path(__file__).parent
_LOOK = _HERE / "look"
_FRONT_END = ROOT / "frontend"
_MOST_SEARCHED = 1200
"""How much of the text below a heading is searched [characters]."""
_KINDS = {".yaml": "yaml", ".py": "python", ".toml": "toml", ".md": "markdown"}
_SHOWS_FILE = "file-"
_MISSING = """\
# This page is not here

The address may be of an older version; the contents and the search find the page.
"""


class BrokenSiteError(Exception):
    """The site can't be built as it should be; `problems` says why, a sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class _Written:
    name: str
    text: str
    source: str


def build(folder: Path, contents: tuple[Section, ...] | None = None) -> int:
    """Build the site into a folder, in place of what is there, and return how many pages it has.

    Parameters
    ----------
    folder
        Where the site goes.
    contents
        What it holds, all there is if not given.

    Raises BrokenSiteError if a link leads nowhere, or a page is missing, has no place in the contents or does not begin
    with a sentence; the folder then stays as it was.
    """
    contents = contents or sections()
    named = [name for section in contents for name in section.pages]
    problems = [f"docs/{name}.md has no place in handbook/contents.py" for name in _left_out(named)]
    texts = {}
    for name in named:
        if (page := _text(name)) is None:
            problems.append(f"handbook/contents.py lists {name}, which nobody writes: add docs/{name}.md")
        else:
            texts[name] = page
    pages = {name: render(page.text, _follower(page.source)) for name, page in texts.items()}
    shown = {name: file for page in texts.values() for name, file in files_shown(page.text, page.source).items()}
    pages.update({name: _file_shown(file) for name, file in shown.items()})
    leads = {name: page.lead for name, page in pages.items()}
    problems += [f"{name} does not begin with a sentence that says what it is for" for name in leads if not leads[name]]
    problems += broken_links(pages)
    if problems:
        raise BrokenSiteError(problems)
    made = folder.with_name(f"{folder.name}.new")
    rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for look in _LOOK.iterdir():
        (made / look.name).write_bytes(look.read_bytes())
    (made / "tokens.css").write_text(_colours(), encoding="utf-8")
    (made / "icon.svg").write_bytes((_FRONT_END / "public" / "icon.svg").read_bytes())
    (made / "search-index.js").write_text(_index(pages), encoding="utf-8")
    for file, html in _filled(contents, texts, pages):
        (made / file).write_text(html, encoding="utf-8")
    rmtree(folder, ignore_errors=True)
    made.rename(folder)
    return len(pages)


def _left_out(named: list[str]) -> list[str]:
    return sorted({file.stem for file in DOCS.glob("*.md")} - set(named))


def _text(name: str) -> _Written | None:
    if name in PAGES:
        return _Written(name, PAGES[name](), f"docs/{name}.md")
    source = source_of(name)
    if source is None:
        return None
    return _Written(name, source.read_text(encoding="utf-8"), str(source.relative_to(ROOT)))


def _follower(source: str) -> Callable[[str], str]:
    return lambda link: target_of(link, source)


def _file_shown(file: str) -> Rendered:
    text = (ROOT / file).read_text(encoding="utf-8")
    page = render(f"# {file.rpartition('/')[2]}\n\nThe file `{file}` as it is in the repository.\n", lambda link: link)
    code = coloured(text, _KINDS.get(Path(file).suffix, "text"))
    return Rendered(page.html + code, page.title, page.lead, page.headings, page.parts, ())


def _filled(
    contents: tuple[Section, ...], texts: dict[str, _Written], pages: dict[str, Rendered]
) -> Iterator[tuple[str, str]]:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.get_template("page.html.jinja")
    given = {
        "contents": contents,
        "titles": {name: page.title for name, page in pages.items()},
        "version": legday.__version__,
    }
    order = [name for section in contents for name in section.pages]
    following = dict(pairwise(order))
    before = {after: name for name, after in following.items()}
    for name, page in pages.items():
        yield (
            f"{name}.html",
            template.render(
                given,
                name=name,
                page=page,
                here=[heading for heading in page.headings if heading.level in (2, 3)],
                before=before.get(name),
                after=following.get(name),
                source=texts[name].source if name in texts and name not in PAGES else None,
                root="",
            ),
        )
    missing = render(_MISSING, str)
    yield (
        "404.html",
        template.render(given, name="404", page=missing, here=[], before=None, after=None, source=None, root="/docs/"),
    )


def _colours() -> str:
    """The colours and sizes of the app, without the typeface of its numbers, which no page here needs."""
    tokens = (_FRONT_END / "src" / "styles" / "tokens.css").read_text(encoding="utf-8")
    return re.sub(r"@font-face \{.*?\}\n", "", tokens, flags=re.DOTALL)


def _index(pages: dict[str, Rendered]) -> str:
    """What the search reads: for each heading its page's title, its own, its address and the text below it."""
    entries = []
    for name, page in pages.items():
        if name.startswith(_SHOWS_FILE):
            continue
        for part in page.parts:
            anchor = "" if part.heading.level == 1 else f"#{part.heading.anchor}"
            entries.append([page.title, part.heading.title, f"{name}.html{anchor}", part.text[:_MOST_SEARCHED]])
    return f"globalThis.handbookIndex = {json.dumps(entries, ensure_ascii=False, separators=(',', ':'))};\n"
