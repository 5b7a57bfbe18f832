"""A page for each room of the library: every name of its door with its signature and what its docstring says.

The source is read, not run, so that signatures stand as they were written.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from inspect import cleandoc
from pathlib import Path

from handbook.generated.words import sentence, table

_SOURCE = Path(__file__).parents[2] / "src"
_LONGEST_VALUE = 160
_NO_LIBRARY = ("place", "cli", "web")
"""Rooms that are doors only."""


def _rooms() -> tuple[str, ...]:
    """The rooms whose doors name what others may use, in the order of their imports, lowest first."""
    project = tomllib.loads((_SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    named = [room.strip() for layer in reversed(layers) for room in layer.split("|")]
    return tuple(room for room in named if room not in _NO_LIBRARY)


_LIBRARY = """\
# The library

What you can use from your own Python code: every name that each room's door offers, with its signature. How the rooms
belong together is told in [Architecture](architecture.md).

All functions are plain functions on frozen objects: the time, the randomness and the store that they need are given to
them. Units stand in brackets. What a person gave wrongly raises `legday.documents.InputError`, whose text can be shown
as it is.

```python
import datetime as dt
from pathlib import Path

from legday.log import Log
from legday.planner import make_plan, read_profile

profile = read_profile(Path("examples/beginner-woman.yaml"))
plan = make_plan(profile, Log(), start=dt.date(2026, 11, 23), weeks=4)
```

"""


@dataclass(frozen=True)
class _Module:
    """A module as it is written: what it defines with the text below each, and where its imports come from."""

    doc: str
    definitions: dict[str, tuple[ast.stmt, str]]
    imports: dict[str, tuple[str, str]]
    exported: tuple[str, ...]


@cache
def _module(name: str) -> _Module:
    path = _SOURCE.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    definitions: dict[str, tuple[ast.stmt, str]] = {}
    imports: dict[str, tuple[str, str]] = {}
    exported: tuple[str, ...] = ()
    for node, following in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.ImportFrom) and node.module:
            imports.update({each.asname or each.name: (node.module, each.name) for each in node.names})
        for defined in _names(node):
            definitions[defined] = (node, _text_below(following))
            if defined == "__all__" and isinstance(node, ast.Assign):
                exported = tuple(ast.literal_eval(node.value))
    return _Module(ast.get_docstring(tree) or "", definitions, imports, exported)


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (each.id for each in names if isinstance(each, ast.Name))


def _text_below(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return cleandoc(node.value.value)
    return ""


def _defined(module: str, name: str) -> tuple[ast.stmt, str]:
    """Where a name of a module is made, through as many imports as it takes."""
    read = _module(module)
    if name in read.definitions:
        return read.definitions[name]
    origin, original = read.imports[name]
    return _defined(origin, original)


ROOMS = _rooms()


def room_pages() -> dict[str, Callable[[], str]]:
    """Return what writes each room's page, and the page about them all, by the name of the page."""
    return {"library": _rooms_page, **{f"library-{room}": partial(_room_page, room) for room in ROOMS}}


def _rooms_page() -> str:
    rows = (
        (f"[legday.{room}](library-{room}.md)", _summary(_module(f"legday.{room}").doc), str(len(_door(room))))
        for room in ROOMS
    )
    return _LIBRARY + table(("Room", "What it is", "Names"), rows)


def _door(room: str) -> tuple[str, ...]:
    return _module(f"legday.{room}").exported


def _summary(doc: str) -> str:
    return " ".join(doc.partition("\n\n")[0].split())


def _room_page(room: str) -> str:
    module = f"legday.{room}"
    functions, kinds, values = [], [], []
    for name in _door(room):
        node, below = _defined(module, name)
        if isinstance(node, ast.FunctionDef):
            functions.append(_function(name, node))
        elif isinstance(node, ast.ClassDef):
            kinds.append(_class(name, node))
        else:
            values.append(_value(name, node, below))
    first, _, rest = _module(module).doc.partition("\n\n")
    told = [f"# legday.{room}\n\n{' '.join(first.split())}\n\n"]
    if rest:
        told.append(_text(rest) + "\n\n")
    for title, members in (("Functions", functions), ("Types", kinds), ("Values", values)):
        if members:
            told.append(f"## {title}\n\n" + "".join(members))
    return "".join(told)


def _function(name: str, node: ast.FunctionDef) -> str:
    return f"### {name}\n\n```python\n{_signature(node)}\n```\n\n{_text(ast.get_docstring(node) or '')}\n\n"


def _signature(node: ast.FunctionDef, drop_self: bool = False) -> str:
    given = ast.unparse(node.args)
    if drop_self:
        given = re.sub(r"^(self|cls)(, |$)", "", given)
    answer = f" -> {_unquoted(ast.unparse(node.returns))}" if node.returns else ""
    line = f"{node.name}({_unquoted(given)}){answer}"
    return line if len(line) <= 80 else _broken(node, answer, drop_self)


def _broken(node: ast.FunctionDef, answer: str, drop_self: bool) -> str:
    """A long signature, one parameter a line."""
    spec = node.args
    plain = [*spec.posonlyargs, *spec.args]
    defaults = [None] * (len(plain) - len(spec.defaults)) + list(spec.defaults)
    lines = [_parameter(each, default) for each, default in zip(plain, defaults, strict=True)]
    if drop_self and plain and plain[0].arg in ("self", "cls"):
        lines = lines[1:]
    if spec.vararg:
        lines.append("*" + _parameter(spec.vararg, None))
    elif spec.kwonlyargs:
        lines.append("*")
    lines += [_parameter(each, default) for each, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)]
    if spec.kwarg:
        lines.append("**" + _parameter(spec.kwarg, None))
    return f"{node.name}(\n" + "".join(f"    {line},\n" for line in lines) + f"){answer}"


def _parameter(argument: ast.arg, default: ast.expr | None) -> str:
    kind = f": {_unquoted(ast.unparse(argument.annotation))}" if argument.annotation else ""
    usual = "" if default is None else f" = {ast.unparse(default)}" if kind else f"={ast.unparse(default)}"
    return f"{argument.arg}{kind}{usual}"


def _unquoted(annotation: str) -> str:
    return re.sub(r"(?<=[ \[(])'([A-Z][\w.\[\], |]*)'|^'([A-Z][\w.\[\], |]*)'", r"\1\2", annotation)


def _class(name: str, node: ast.ClassDef) -> str:
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    doc = ast.get_docstring(node) or ""
    lines = [f"### {name}\n", f"```python\nclass {name}{f'({bases})' if bases else ''}\n```\n", _text(doc), ""]
    fields = list(_fields(node))
    if fields:
        lines.append(table(("Field", "Kind", "If not given"), fields))
    members = [
        (f"`{ast.unparse(each.value).strip(chr(39))}`",)
        for each in node.body
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name) and "Enum" in bases
    ]
    if members:
        lines.append("One of " + ", ".join(member for (member,) in members) + ".\n")
    methods = (each for each in node.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"))
    lines += [_method(each) for each in methods]
    return "\n".join(lines) + "\n"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.target.id[0] != "_":
            usual = f"`{ast.unparse(each.value)}`" if each.value is not None else "must be given"
            yield f"`{each.target.id}`", f"`{_unquoted(ast.unparse(each.annotation))}`", usual


def _method(node: ast.FunctionDef) -> str:
    decorators = {ast.unparse(each) for each in node.decorator_list}
    is_property = bool(decorators & {"property", "cached_property"})
    answer = f" -> {_unquoted(ast.unparse(node.returns))}" if node.returns else ""
    shown = f"{node.name}{answer}" if is_property else " ".join(_signature(node, drop_self=True).split())
    shown = shown.replace("( ", "(").replace(",)", ")")
    return f"- `.{shown}`: {sentence(_summary(ast.get_docstring(node) or 'as its name says'))}"


def _value(name: str, node: ast.stmt, below: str) -> str:
    lines = [f"### {name}\n"]
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        kind = f": {_unquoted(ast.unparse(node.annotation))}" if isinstance(node, ast.AnnAssign) else ""
        several = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)
        value = "" if several else f" = {ast.unparse(node.value)}"
        shown = value if len(value) <= _LONGEST_VALUE and "\n" not in value else " = ..."
        lines.append(f"```python\n{name}{kind if kind != ': TypeAlias' else ''}{shown}\n```\n")
    lines.append(_text(below) + "\n")
    return "\n".join(lines) + "\n"


_SECTION = re.compile(r"^([A-Z][A-Za-z ]+)\n-{3,}\n", re.MULTILINE)


def _text(doc: str) -> str:
    """A docstring as Markdown: its text as it is, its sections (Parameters, Returns, Raises) as lists."""
    before, *sections = _SECTION.split(doc)
    lines = [_escaped(before.strip())]
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        lines.append(f"**{title}**\n")
        lines.append("\n".join(_entries(body)) if title not in ("Notes", "References") else _escaped(body.strip()))
    return "\n\n".join(line for line in lines if line)


def _entries(body: str) -> Iterator[str]:
    """The entries of a section: a name on a line, what it is on the indented lines after it; then what follows them."""
    told: list[str] = []
    free: list[str] = []
    for line in body.strip("\n").splitlines():
        if line.startswith(" ") and told:
            told[-1] += " " + line.strip()
        elif line.strip() and not free and re.fullmatch(r"\*{0,2}[\w., *|\[\]]+( : .+)?", line):
            told.append(f"- `{line.strip()}`:")
        else:
            free.append(line)
    yield from map(_escaped, told)
    if any(line.strip() for line in free):
        yield ""
        yield from map(_escaped, free)


def _escaped(text: str) -> str:
    return text.replace("``", "`")
