"""A drawing written as one SVG that moves by CSS alone."""

import hashlib
import math
import re
from html import escape

from legday.anatomy import MuscleName
from legday.figures.drawing import Drawing, Layer, Placed, Track
from legday.figures.model import Body, View
from legday.figures.outlines import LENGTHS, number
from legday.figures.tempo import Timing

LIGHT = {
    "body": "#d9dee5",
    "far": "#b4bdc9",
    "ink": "#414b59",
    "hair": "#6b5b50",
    "shoe": "#5d6b7e",
    "muscle": "#d43d27",
    "gear": "#8792a1",
    "steel": "#566172",
    "wood": "#cfc6b8",
    "band": "#2b8a78",
    "ground": "#b3bbc6",
}
DARK = {
    "body": "#c6cdd7",
    "far": "#858f9d",
    "ink": "#12171d",
    "hair": "#53463d",
    "shoe": "#59697f",
    "muscle": "#dc4029",
    "gear": "#6d7886",
    "steel": "#97a3b3",
    "wood": "#6f675b",
    "band": "#3aa893",
    "ground": "#4d5763",
}
_LEAST_ACTIVE = 0.04  # a muscle that never is as active is not coloured
_STILL = 0.15  # a track that moves by less is no motion [cm, deg]
_STRAY = 0.35  # how far joints may part between the samples that are kept [cm]
_STEADY = 0.12  # a muscle whose activation changes by less keeps its colour


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Sheet:
    """Names and keyframes of one figure."""

    def __init__(self, name: str, timing: Timing, *, moves: bool) -> None:
        self.name, self.timing, self.moves = name, timing, moves
        self.shapes: dict[str, str] = {}
        self.rules: list[str] = []
        self.tracks: dict[str, str] = {}
        self.classes: dict[str, str] = {}
        self.gone: dict[tuple[str, Track], tuple[str, str]] = {}

    def shape(self, path: str) -> str:
        """Return the id under which a path is defined."""
        return self.shapes.setdefault(path, f"{self.name}{len(self.shapes)}")

    def moving(self, values: list[str], parts: list[float]) -> str:
        """Return the name of keyframes that go through declarations at parts of the range, there and back."""
        body = "".join(
            f"{_percents(*self.timing.passed(part))}{{{value}}}" for part, value in zip(parts, values, strict=True)
        )
        if body not in self.tracks:
            self.tracks[body] = f"{self.name}{_LETTERS[len(self.tracks)]}"
            self.rules.append(f"@keyframes {self.tracks[body]}{{{body}}}")
        return self.tracks[body]

    def going(self, channels: list[str], rest: str) -> str:
        """Return the class that moves by keyframes, and stands at `rest` where nothing moves."""
        rule = f"{{animation-name:{','.join(channels)}{';' * bool(rest)}{rest}}}"
        if rule not in self.classes:
            self.classes[rule] = f"{self.name}-{_LETTERS[len(self.classes)]}"
            self.rules.append(f".{self.classes[rule]}{rule}")
        return self.classes[rule]


def _percents(there: float, back: float) -> str:
    first, second = number(100 * there), number(100 * back)
    ends = [first] if first == second else [first, second]
    if there == 0:
        ends.append("100")
    return ",".join(f"{each}%" for each in dict.fromkeys(ends))


def transform(values: tuple[float, ...], *, css: bool) -> str:
    """Write a place, a turn and a stretch; in CSS with their units."""
    x, y, angle, scale = values
    px, deg = ("px", "deg") if css else ("", "")
    made = f"translate({number(x)}{px},{number(y)}{px})"
    if abs(angle) > 0.05:
        made += f"rotate({number(angle)}{deg})"
    if abs(scale - 1) > 0.004:
        made += f"scale(1,{number(scale, 3)})"
    return made


def write(body: Body, drawing: Drawing, view: View, timing: Timing, title: str, text: str, *, still: bool) -> str:
    """Write the SVG of a figure."""
    key = f"{body.prepared.key} {view} {timing.seconds:.2f} {timing.there / timing.seconds:.3f} {still}"
    name = short_name(key)
    sheet = _Sheet(name, timing, moves=not (still or body.held))
    made = [(layer, _layer(sheet, body, layer)) for layer in drawing.layers]
    layers = "".join(each for _, each in made)
    ghost = "" if body.held else _ghost(sheet, drawing)
    x, y, width, height = drawing.box
    ground = f'<path class="g" d="M{number(x)} {number(drawing.ground)}h{number(width)}v5h{number(-width)}z"/>'
    if sheet.moves and body.hop:
        layers = f'<g class="a {_hop(sheet, body)}">{layers}</g>'
    defs = "".join(f'<path id="{identifier}" d="{path}"/>' for path, identifier in sheet.shapes.items())
    style = _style(sheet, ground + ghost + layers, still)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(number(each) for each in (x, y, width, height))}" '
        f'class="{name}" role="img" aria-labelledby="{name}t {name}d"><title id="{name}t">{escape(title)}</title>'
        f'<desc id="{name}d">{escape(text)}</desc><style>{style}</style><defs>{defs}</defs>'
        f"{ground}{ghost}{layers}</svg>"
    )


def _hop(sheet: _Sheet, body: Body) -> str:
    """The class of a body that leaves the ground, as high and as long as something thrown."""
    name, (off, on) = f"{sheet.name}_", sheet.timing.air
    top = (off + on) / 2
    frames = (
        f"{number(100 * off)}%{{translate:0 0;animation-timing-function:cubic-bezier(.3,.6,.7,1)}}"
        f"{number(100 * top)}%{{translate:0 {number(-100 * body.hop)}px;"
        f"animation-timing-function:cubic-bezier(.3,0,.7,.4)}}{number(100 * on)}%{{translate:0 0}}"
    )
    sheet.rules.append(f".{name}{{animation-name:{name}}}@keyframes {name}{{{frames}}}")
    return name


def short_name(key: str) -> str:
    """A name of five letters and digits that no other figure has, most likely."""
    number_ = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    digits = "abcdefghijklmnopqrstuvwxyz0123456789"
    made = digits[number_ % 26]
    for _ in range(4):
        number_ //= 36
        made += digits[number_ % 36]
    return made


_FILLS = {"n": "body", "f": "far", "r": "hair", "k": "shoe", "m": "muscle", "q": "gear", "h": "steel", "g": "ground",
          "w": "wood", "b": "band"}  # fmt: skip


def _style(sheet: _Sheet, drawn: str, still: bool) -> str:
    """The style of what is drawn, with the colours it has and no others."""
    scope = f".{sheet.name}"
    used = {css for told in re.findall(r'class="([^"]+)"', drawn) for css in told.split()}
    names = {_FILLS[css] for css in used if css in _FILLS} | {"ink"} | ({"steel"} if used & {"p", "l", "h"} else set())

    def colours(palette: dict[str, str]) -> str:
        told = ";".join(f"--{key}:var(--figure-{key},{value})" for key, value in palette.items() if key in names)
        return f"{scope}{{{told}}}"

    rules = [f"{scope} .{css}{{fill:var(--{name})}}" for css, name in _FILLS.items() if css in used]
    rules.append(f"{scope} .o{{fill:none;stroke:var(--ink);stroke-width:2.4;stroke-linejoin:round}}")
    if "l" in used:
        rules.append(f"{scope} .l{{fill:var(--steel);opacity:.45}}")
    if "p" in used:
        rules.append(f"{scope} .p{{fill:var(--steel);fill-opacity:.1;stroke:var(--steel);stroke-width:2.6}}")
        rules.append(f"{scope} .e{{fill-opacity:.5}}")
    if "z" in used:
        rules.append(f"{scope} .z{{opacity:.25{'' if still else ';display:none'}}}")
    if sheet.moves:
        rules.append(f":where({scope}) .a{{animation:{number(sheet.timing.seconds, 2)}s linear infinite none}}")
        rules += sheet.rules
        rules.append(
            f"@media(prefers-reduced-motion:reduce){{{scope} .a{{animation-name:none}}{scope} .z{{display:inline}}}}"
        )
    return f"{colours(LIGHT)}@media(prefers-color-scheme:dark){{{colours(DARK)}}}{''.join(rules)}"


def _moves(track: Track) -> bool:
    return any(max(abs(a - b) for a, b in zip(track[0], each, strict=True)) > _STILL for each in track)


def _going(sheet: _Sheet, each: Placed) -> tuple[str, str]:
    """The classes and the transform of what goes along a track; worked out once, for outline and fill have the same."""
    if (each.kind, each.track) not in sheet.gone:
        sheet.gone[each.kind, each.track] = _channels(sheet, each)
    return sheet.gone[each.kind, each.track]


def _channels(sheet: _Sheet, each: Placed) -> tuple[str, str]:
    """What goes along a track, by channels: where it hangs, its turn and its stretch by themselves.

    What hangs from the same joint shares its keyframes, so that joints stay closed between them too.
    """
    track = each.track
    if not sheet.moves or not _moves(track):
        return "", f' transform="{transform(track[-1], css=False)}"'
    reach = LENGTHS.get(each.kind.partition(" ")[0], 25.0)
    channels, rest = [], []
    for name, columns, stray in (
        ("translate", (0, 1), _STRAY), ("rotate", (2,), math.degrees(_STRAY / reach)), ("scale", (3,), _STRAY / reach)
    ):  # fmt: skip
        values = [tuple(one[column] for column in columns) for one in track]
        said = [_css(name, value) for value in values]
        if name == "rotate" and all(abs(value[0]) < 0.05 for value in values):
            continue
        if name == "scale" and all(abs(value[0] - 1) < 0.005 for value in values):
            continue
        rest.append(said[-1])
        if max(abs(a - b) for value in values for a, b in zip(values[0], value, strict=True)) > stray / 4:
            keep = _kept(values, sheet.timing, stray)
            channels.append(sheet.moving([said[place] for place in keep], [place / (len(track) - 1) for place in keep]))
    return f"a {sheet.going(channels, ';'.join(rest))}", ""


def _css(name: str, value: tuple[float, ...]) -> str:
    if name == "translate":
        return f"translate:{number(value[0])}px {number(value[1])}px"
    return f"rotate:{number(value[0])}deg" if name == "rotate" else f"scale:1 {number(value[0], 3)}"


def _kept(values: list[tuple[float, ...]], timing: Timing, stray: float) -> list[int]:
    """The fewest samples between which a value goes straight in time, to within what may stray."""
    last = len(values) - 1
    times = [timing.passed(place / last)[0] for place in range(last + 1)]
    for step in (step for step in (6, 4, 3, 2) if last % step == 0):
        kept = list(range(0, last + 1, step))
        if all(_strays(values, times, low, low + step) < stray for low in kept[:-1]):
            return kept
    return list(range(last + 1))


def _strays(values: list[tuple[float, ...]], times: list[float], low: int, high: int) -> float:
    most = 0.0
    for place in range(low + 1, high):
        part = (times[place] - times[low]) / (times[high] - times[low])
        straight = ((1 - part) * a + part * b for a, b in zip(values[low], values[high], strict=True))
        most = max(most, math.dist(tuple(straight), values[place]))
    return most


def _layer(sheet: _Sheet, body: Body, layer: Layer) -> str:
    if layer.kind == "gear":
        inner = "".join(_thing(sheet, each) for each in layer.placed)
    else:
        outline = "".join(_put(sheet, each) for each in layer.placed if each.kind != "hair")
        inner = f'<g class="o">{outline}</g>' + "".join(_filled(sheet, body, layer.kind, each) for each in layer.placed)
    if layer.mirrored and inner:
        return f'<g transform="scale(-1,1)">{inner}</g>'
    if layer.offset == (0.0, 0.0) or not inner:
        return inner
    return f'<g transform="translate({number(layer.offset[0])},{number(layer.offset[1])})">{inner}</g>'


def _named(*classes: str) -> str:
    told = " ".join(each for each in classes if each)
    return f' class="{told}"' if told else ""


def _put(sheet: _Sheet, each: Placed, css: str = "") -> str:
    """An outline on its track."""
    moving, place = _going(sheet, each)
    if each.flipped:
        inner = f'<use href="#{sheet.shape(each.path)}" transform="scale(-1,1)"/>'
        return f"<g{_named(css, moving)}{place}>{inner}</g>"
    return f'<use href="#{sheet.shape(each.path)}"{_named(css, moving)}{place}/>'


def _filled(sheet: _Sheet, body: Body, kind: str, each: Placed) -> str:
    css = (
        "r"
        if each.kind == "hair"
        else "k"
        if each.kind.startswith(("foot", "toes"))
        else "n"
        if kind == "near"
        else "f"
    )
    muscles = "".join(_muscle(sheet, body, name, path) for name, path in each.muscles) if kind == "near" else ""
    if not muscles:
        return _put(sheet, each, css)
    inner = f'<use href="#{sheet.shape(each.path)}" class="{css}"/>{muscles}'
    moving, place = _going(sheet, each)
    if each.flipped:
        inner = f'<g transform="scale(-1,1)">{inner}</g>'
    return f"<g{_named(moving)}{place}>{inner}</g>"


def _muscle(sheet: _Sheet, body: Body, name: str, path: str) -> str:
    active = body.activation[MuscleName(name)]
    if max(active) < _LEAST_ACTIVE:
        return ""
    opacity = [number(min(1.0, 0.08 + 1.15 * each), 2) for each in active]
    used = f'<path class="m" fill-opacity="{opacity[-1]}" d="{path}"/>'
    calm = sheet.moves and max(active) - min(active) < _STEADY
    if calm:
        return used.replace(opacity[-1], number(min(1.0, 0.08 + 1.15 * sum(active) / len(active)), 2), 1)
    if not sheet.moves:
        return used
    keep = _kept([(float(each),) for each in opacity], sheet.timing, 0.1)
    frames = sheet.moving(
        [f"fill-opacity:{opacity[place]}" for place in keep], [place / (len(opacity) - 1) for place in keep]
    )
    return used.replace('class="m"', f'class="m a {sheet.going([frames], "")}"')


_LOOKS = {"pad": "q", "pad far": "q", "ball": "w", "box": "w", "wall": "w", "plate": "p", "plate far": "p e",
          "band": "b", "rail": "l"}  # fmt: skip


def _thing(sheet: _Sheet, each: Placed) -> str:
    moving, place = _going(sheet, each)
    return f"<g{_named(_LOOKS.get(each.kind, 'h'), moving)}{place}>{each.path}</g>"


def _ghost(sheet: _Sheet, drawing: Drawing) -> str:
    """The start of the rep, pale, for those who see the figure still."""
    made = []
    for layer in drawing.layers:
        if layer.kind not in ("near", "plain"):
            continue
        inner = "".join(_still(sheet, each) for each in layer.placed if each.kind not in ("hair", "hair face", "toes"))
        made.append(f'<g transform="scale(-1,1)">{inner}</g>' if layer.mirrored else inner)
    return f'<g class="z f">{"".join(made)}</g>'


def _still(sheet: _Sheet, each: Placed) -> str:
    flip = "scale(-1,1)" if each.flipped else ""
    return f'<use href="#{sheet.shape(each.path)}" transform="{transform(each.track[0], css=False)}{flip}"/>'
