"""A figure read back from its SVG: what hangs where at any time of a rep, by the rules of CSS alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from defusedxml import ElementTree  # type: ignore[import-untyped]

SVG = "{http://www.w3.org/2000/svg}"

Values = dict[str, tuple[float, ...]]


@dataclass(frozen=True)
class Read:
    """An SVG as a tree, its keyframes by name (share of a rep, declarations) and its rules by class."""

    tree: Any
    keyframes: dict[str, list[tuple[float, Values]]]
    rules: dict[str, tuple[tuple[str, ...], Values]]
    paths: dict[str, str]

    def at(self, classes: str, transform: str, time: float) -> tuple[float, float, float, float]:
        """Where something of these classes is at a share of a rep: x, y, turn [deg], stretch along itself."""
        values: Values = {"translate": (0.0, 0.0), "rotate": (0.0,), "scale": (1.0, 1.0)}
        for name, numbers in re.findall(r"(translate|rotate|scale)\(([^)]*)\)", transform):
            values[name] = tuple(float(each) for each in numbers.split(","))
        for name in classes.split():
            if name in self.rules:
                animations, rest = self.rules[name]
                values |= rest
                for animation in animations:
                    values |= self._moving(animation, time)
        x, y = values["translate"]
        return x, y, values["rotate"][0], values["scale"][1]

    def _moving(self, name: str, time: float) -> Values:
        frames = self.keyframes[name]
        later = next(place for place, (share, _) in enumerate(frames) if share >= time - 1e-9)
        after, before = frames[later], frames[max(later - 1, 0)]
        span = after[0] - before[0]
        part = (time - before[0]) / span if span > 1e-9 else 1.0
        return {
            key: tuple((1 - part) * a + part * b for a, b in zip(before[1][key], value, strict=True))
            for key, value in after[1].items()
        }


def read(svg: str) -> Read:
    """Read a figure."""
    tree = ElementTree.fromstring(svg)
    style = "".join(each.text or "" for each in tree.iter(f"{SVG}style"))
    keyframes = {}
    for name, body in re.findall(r"@keyframes ([\w-]+)\{((?:[^{}]*\{[^{}]*\})*)\}", style):
        frames = [
            (float(share.rstrip("%")) / 100, declared(rule))
            for shares, rule in re.findall(r"([^{}]*)\{([^{}]*)\}", body)
            for share in shares.split(",")
        ]
        keyframes[name] = sorted(frames, key=lambda frame: frame[0])
    rules = {
        name: (tuple(animations.split(",")), declared(rest))
        for name, animations, rest in re.findall(r"\.([\w-]+)\{animation-name:([\w,-]+)([^{}]*)\}", style)
        if animations != "none"
    }
    paths = {each.get("id"): each.get("d") for each in tree.iter(f"{SVG}path") if each.get("id")}
    return Read(tree, keyframes, rules, paths)


def declared(rule: str) -> Values:
    return {
        name: tuple(float(each) for each in re.findall(r"-?\d*\.?\d+", value))
        for name, value in re.findall(r"([\w-]+):([^;]+)", rule)
        if name in ("translate", "rotate", "scale", "fill-opacity")
    }


def outlined(found: Read, outline: str) -> list[tuple[str, str]]:
    """Classes and transforms of everything that carries an outline, in the order in which it is drawn."""
    parents = {child: parent for parent in found.tree.iter() for child in parent}
    carried = []
    for drawn in found.tree.iter(f"{SVG}use"):
        if found.paths.get((drawn.get("href") or "")[1:]) == outline:
            holder = drawn
            while "translate" not in (holder.get("transform") or "") and " a " not in f" {holder.get('class') or ''} ":
                holder = parents[holder]
            carried.append((holder.get("class") or "", holder.get("transform") or ""))
    return carried


def reached(drawn: Any, paths: dict[str, str], frame: Any = None) -> Iterator[tuple[float, float]]:
    """Points on the edges of all that is drawn of a still figure but the ground, under all transforms."""
    frame = np.eye(3) if frame is None else frame
    for name, numbers in re.findall(r"(translate|rotate|scale)\(([^)]*)\)", drawn.get("transform") or ""):
        frame = frame @ _matrix(name, *(float(each) for each in numbers.split(",")))
    if drawn.tag == f"{SVG}defs" or drawn.get("class") == "g":
        return
    for x, y in _edge(drawn, paths):
        across, down, _ = frame @ np.array([x, y, 1.0])
        yield float(across), float(down)
    for part in drawn:
        yield from reached(part, paths, frame)


def _matrix(name: str, first: float, second: float = 0.0) -> Any:
    if name == "rotate":
        turn = np.radians(first)
        return np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    return np.array([[1, 0, first], [0, 1, second], [0, 0, 1]]) if name == "translate" else np.diag([first, second, 1])


def _edge(drawn: Any, paths: dict[str, str]) -> Iterator[tuple[float, float]]:
    if drawn.tag == f"{SVG}use":
        x = y = 0.0
        for command, told in re.findall(r"([Mcs])([^McsZz]*)", paths[drawn.get("href")[1:]]):
            to = [float(each) for each in re.findall(r"-?\d*\.?\d+", told)][-2:]
            x, y = (to[0], to[1]) if command == "M" else (x + to[0], y + to[1])
            yield x, y
    elif drawn.tag == f"{SVG}circle":
        radius = float(drawn.get("r"))
        yield from ((-radius, 0), (radius, 0), (0, -radius), (0, radius))
    elif drawn.tag == f"{SVG}rect":
        x, y, width, height = (float(drawn.get(each)) for each in ("x", "y", "width", "height"))
        yield from ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
