"""The guide of an exercise as text for a terminal."""

import textwrap
from collections.abc import Iterator

from legday.anatomy import Part
from legday.guide import Ask, DifferenceRow, Guide, VariantGuide

WIDTH = 80
"""What a line of text is kept to [characters]; rows of numbers may be longer."""


def guide_text(guide: Guide) -> str:
    """Write a guide: how to do it, what it asks, its variants, when it belongs, who should not, what can stand in."""
    return "\n".join(_lines(guide)) + "\n"


def _lines(guide: Guide) -> Iterator[str]:
    yield guide.name
    needs = ", ".join(guide.equipment) or "nothing"
    optional = f"; with or without {', '.join(guide.optional)}" if guide.optional else ""
    yield from _wrapped(f"{guide.pattern.replace('-', ' ')} · {guide.level} · needs {needs}{optional}")
    yield from _wrapped(f"Works {', '.join(guide.muscles.prime)}", "", 2)
    if guide.muscles.assist:
        yield from _wrapped(f"Helped by {', '.join(guide.muscles.assist)}", "", 2)
    yield from ("", "How to do it")
    for cue in guide.cues:
        yield from _wrapped(cue, "  - ", 4)
    if guide.asks:
        yield from ("", "What it asks, in the model (90 of 100 models)")
        yield from (_ask(ask) for ask in guide.asks)
    yield from ("", "Ways of doing it")
    if guide.basis:
        yield from _wrapped(guide.basis, "  ")
    for variant in guide.variants:
        yield from _variant(variant)
    yield from ("", "When in the workout")
    yield from _wrapped(guide.belongs.sentence, "  ")
    yield from _wrapped(guide.belongs.why, "  ")
    yield from _wrapped(f"[{guide.belongs.source}]", "  ", 3)
    if guide.avoid or guide.cautions:
        yield from ("", "Who should not, and what to mind")
    for each in guide.avoid:
        advice = "leave it" if each.advice == "avoid" else "make it easier"
        yield from _wrapped(f"If your {each.joint} hurts, {advice}: {each.why}", "  - ", 4)
    for caution in guide.cautions:
        yield from _wrapped(caution, "  - ", 4)
    if guide.instead:
        yield from ("", "What can stand in")
        yield from _wrapped(", ".join(each.name for each in guide.instead), "  ")


def _ask(ask: Ask) -> str:
    return f"  {ask.what:<22}{ask.middle:>5.0f} {ask.unit:<3}  {ask.low:.0f} to {ask.high:.0f}"


def _variant(variant: VariantGuide) -> Iterator[str]:
    yield from ("", f"  {variant.name} ({variant.id})")
    yield from _wrapped(variant.how, "    ")
    if variant.why_not:
        yield from _wrapped(variant.why_not, "    ")
    if variant.against_usual:
        yield from _wrapped(variant.against_usual.summary, "    → ", 6)
        yield from (_row(row) for row in variant.against_usual.rows if _printed(row))


def _printed(row: DifferenceRow) -> bool:
    """Joint moments and parts; single muscles only where they are settled, and lengths only in the summary."""
    return row.group == "joint moment" or (row.group == "share" and (row.settled or row.what in set(Part)))


def _row(row: DifferenceRow) -> str:
    sure = "settled" if row.settled else "not settled"
    return (
        f"      {row.what:<27}{row.usual:>6.0f} → {row.this:>3.0f} {row.unit:<3}{row.difference:>+6.0f}"
        f"  {row.agree} of 100 models, {sure}"
    )


def _wrapped(text: str, start: str = "", further: int | None = None) -> list[str]:
    indent = " " * (len(start) if further is None else further)
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
