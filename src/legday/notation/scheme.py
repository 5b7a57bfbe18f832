"""A set line as frozen typed values: the sets of one exercise, or a group of exercises done in turn."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from legday.notation.objects import (
    AddOn,
    BodyweightLoad,
    Count,
    Cue,
    Drop,
    Effort,
    Load,
    MassStep,
    Pause,
    Progression,
    Target,
    Tempo,
)
from legday.notation.spelling import is_label

MOST_LINKS = 50
"""The most links a chain may have."""

MOST_HELP = 500
"""The most help that a chain may end with [kg]; no body weighs more."""


class UnsoundError(ValueError):
    """The parts of a set line don't go together; `part` names the field that is at odds with the others."""

    def __init__(self, part: str, sentence: str) -> None:
        self.part = part
        super().__init__(sentence)


def _require(sound: bool, part: str, sentence: str) -> None:
    if not sound:
        raise UnsoundError(part, sentence)


class Scheme(msgspec.Struct, frozen=True, tag="sets"):
    """One exercise's sets: how many, of what, with which load, how hard and how done.

    `links` holds one target for a plain set and several for a chain of drops, which is one set.
    `sides` is "both" for two-legged work, "each" when every set is done on each side, "alternating" when the
    sides take turns without rest.
    """

    sets: Count
    links: tuple[Target, ...]
    label: str | None = None
    role: Literal["plain", "warm-up", "work"] = "plain"
    sides: Literal["both", "each", "alternating"] = "both"
    load: Load | None = None
    drop: Drop | None = None
    pyramid_work_sets: int | None = None
    effort: Effort | None = None
    tempo: Tempo | None = None
    pause: Pause | None = None
    cues: tuple[Cue, ...] = ()
    add_ons: tuple[AddOn, ...] = ()
    rest: Count | None = None
    progression: Progression | None = None

    def __post_init__(self) -> None:
        _require(self.sets.low >= 1, "sets", "give at least one set")
        _require(0 < len(self.links) <= MOST_LINKS, "links", f"a set has one target, a chain at most {MOST_LINKS}")
        _require(
            self.label is None or is_label(self.label),
            "label",
            f"{self.label!r} is no label; use lower-case words without : ; , [ ] @ > +",
        )
        _require(
            all(cue.reps is not None for cue in self.cues[:-1]),
            "cues",
            "say for how many reps each cue but the last holds, such as 'point 6 then flex'",
        )
        _require(
            not any(add_on.always for add_on in self.add_ons[:-1]),
            "add_ons",
            "techniques of every set come last, all together",
        )
        _require(
            self.tempo is None or self.pause is None,
            "pause",
            "a tempo already says how long to pause; give one of the two",
        )
        if self.pyramid_work_sets is not None:
            _require(self.role == "plain", "pyramid_work_sets", f"a pyramid can't be made of {self.role} sets")
            _require(
                1 <= self.pyramid_work_sets <= self.sets.low,
                "pyramid_work_sets",
                f"a pyramid of {self.sets.low} sets has from 1 to {self.sets.low} work sets",
            )
        if self.drop is not None:
            self._check_drop(self.drop)

    @property
    def number_of_links(self) -> int:
        """How many links a set has, those of a chain until empty included."""
        until_empty = self.drop is not None and self.drop.until_empty and self.drop.links_until_empty(self.load)
        return until_empty or len(self.links)

    def _check_drop(self, drop: Drop) -> None:
        share = drop.share_of(self.load)
        body = self.load if isinstance(self.load, BodyweightLoad) else None
        if body:
            can_come_off = body.adds or isinstance(drop.step, MassStep)
            _require(can_come_off, "drop", "nothing is added to the body that could come off")
        if drop.until_empty:
            if share is None:
                raise UnsoundError("drop", "'until empty' needs a load in the terms of the drop, such as '@ 4 plates'")
            _require(share < 1, "drop", "the drop takes off all there is; make it smaller")
            _require(
                len(self.links) == 1 or self.links[-1] != self.links[-2],
                "links",
                "'until empty' goes on with the last target by itself; give it once",
            )
            links = self.number_of_links
            _require(len(self.links) <= links, "drop", f"nothing is left after {links} of these links; give no more")
            _require(links <= MOST_LINKS, "drop", f"this chain has {links} links; the most is {MOST_LINKS}")
            return
        _require(len(self.links) > 1, "drop", "a drop needs a further link, such as '> 6', or 'until empty'")
        drops = len(self.links) - 1
        if body and isinstance(drop.step, MassStep):  # help can be given when nothing is left to take off
            help_kg = drops * drop.step.mass.kg - (body.extra.kg if body.extra else 0)
            _require(help_kg <= MOST_HELP, "drop", "the chain ends with more help than a body needs; make it smaller")
        elif share is not None:
            _require(drops * share < 1, "drop", "the chain takes off more than there is; make the drop smaller")


class Group(msgspec.Struct, frozen=True, tag="group"):
    """Exercises done in turn for some rounds, with a rest [s] after each round: a superset or a circuit."""

    kind: Literal["superset", "circuit"]
    rounds: Count
    members: tuple[Scheme, ...]
    rest: Count | None = None

    def __post_init__(self) -> None:
        _require(self.rounds.low >= 1, "rounds", "give at least one round")
        _require(len(self.members) > 1, "members", f"a {self.kind} needs at least two exercises")
        for member in self.members:
            _require(
                member.sets == Count(1, 1) and member.role == "plain" and member.pyramid_work_sets is None,
                "members",
                f"the exercises of a {self.kind} are done once in each round; give no number of sets",
            )


Entry = Scheme | Group


def in_order(add_ons: Iterable[AddOn]) -> tuple[AddOn, ...]:
    """Put add-ons in canonical order: what belongs to every set comes last, joined."""
    add_ons = tuple(add_ons)
    always = tuple(technique for add_on in add_ons if add_on.always for technique in add_on.techniques)
    sometimes = tuple(add_on for add_on in add_ons if not add_on.always)
    return (*sometimes, AddOn(always)) if always else sometimes
