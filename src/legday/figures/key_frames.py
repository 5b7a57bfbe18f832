"""The ends of a movement side by side, for print: plain colours, nothing that moves."""

from legday.anatomy import MuscleName
from legday.figures.drawing import Drawing, Placed
from legday.figures.model import Body
from legday.figures.outlines import number
from legday.figures.svg import LIGHT, short_name, transform

_GAP = 6.0  # between the two poses [cm]
_WASH = 0.12  # of near plates, so that the body is seen through them
_LOOKS = {
    "pad": "gear",
    "pad far": "gear",
    "ball": "wood",
    "box": "wood",
    "wall": "wood",
    "band": "band",
    "rail": "ground",
    "plate": "plate",
    "plate far": "plate",
}


def write_frames(body: Body, drawing: Drawing, text: str) -> str:
    """Write the start and the turn of a rep side by side as one SVG; a hold is drawn once.

    Parameters
    ----------
    body, drawing
        What is drawn.
    text
        The same in words.
    """
    name = short_name(f"{body.prepared.key} key frames")
    shapes: dict[str, str] = {}
    x, y, width, height = drawing.box
    frames = [-1] if body.held else [0, -1]
    made = []
    for place, frame in enumerate(frames):
        shift = place * (width + _GAP)
        inner = "".join(_layer(drawing, body, index, frame, shapes, name) for index in range(len(drawing.layers)))
        line = f"M{number(x)} {number(drawing.ground)}h{number(width)}v4h{number(-width)}z"
        floor = f'<path fill="{LIGHT["ground"]}" d="{line}"/>'
        made.append(f'<g transform="translate({number(shift)},0)">{floor}{inner}</g>')
    whole = width * len(frames) + _GAP * (len(frames) - 1)
    defs = "".join(f'<path id="{identifier}" d="{path}"/>' for path, identifier in shapes.items())
    said = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{number(x)} {number(y)} {number(whole)} {number(height)}" '
        f'role="img" aria-label="{said}"><defs>{defs}</defs>{"".join(made)}</svg>'
    )


def _layer(drawing: Drawing, body: Body, index: int, frame: int, shapes: dict[str, str], name: str) -> str:
    layer = drawing.layers[index]

    def shape(each: Placed) -> str:
        return shapes.setdefault(each.path, f"{name}{len(shapes)}")

    def put(each: Placed, style: str) -> str:
        flip = "scale(-1,1)" if each.flipped else ""
        return f'<use href="#{shape(each)}" transform="{transform(each.track[frame], css=False)}{flip}" {style}/>'

    if layer.kind == "gear":
        inner = "".join(_thing(each, frame) for each in layer.placed)
    else:
        inner = "".join(
            put(each, f'fill="none" stroke="{LIGHT["ink"]}" stroke-width="2.6"')
            for each in layer.placed
            if not each.kind.startswith("hair")
        )
        for each in layer.placed:
            tone = "hair" if each.kind.startswith("hair") else "shoe" if each.kind.startswith(("foot", "toes")) else (
                "far" if layer.kind == "far" else "body")  # fmt: skip
            inner += put(each, f'fill="{LIGHT[tone]}"')
            if layer.kind == "near":
                inner += _muscles(body, each, frame)
    place = "scale(-1,1)" if layer.mirrored else f"translate({number(layer.offset[0])},{number(layer.offset[1])})"
    return inner if not layer.mirrored and layer.offset == (0.0, 0.0) else f'<g transform="{place}">{inner}</g>'


def _muscles(body: Body, each: Placed, frame: int) -> str:
    active = [(path, body.activation[MuscleName(muscle)][frame]) for muscle, path in each.muscles]
    drawn = "".join(
        f'<path fill="{LIGHT["muscle"]}" fill-opacity="{number(min(1.0, 0.08 + 1.15 * share), 2)}" d="{path}"/>'
        for path, share in active
        if share >= 0.1
    )
    flip = "scale(-1,1)" if each.flipped else ""
    return f'<g transform="{transform(each.track[frame], css=False)}{flip}">{drawn}</g>' if drawn else ""


def _thing(each: Placed, frame: int) -> str:
    tone, steel = _LOOKS.get(each.kind, "steel"), LIGHT["steel"]
    style = f'fill="{LIGHT[tone]}"' if tone != "plate" else (
        f'fill="{steel}" fill-opacity="{0.4 if "far" in each.kind else _WASH}" stroke="{steel}" stroke-width="2.6"'
    )  # fmt: skip
    path = each.path.replace('class="h"', f'fill="{steel}" fill-opacity="1"').replace("var(--steel)", steel)
    return f'<g {style} transform="{transform(each.track[min(frame, len(each.track) - 1)], css=False)}">{path}</g>'
