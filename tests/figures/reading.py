"""A figure read back from its SVG: what hangs where at any time of a rep, by the rules of CSS alone."""

import re
from dataclasses import dataclass
from typing import Any

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
