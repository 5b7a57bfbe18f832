"""An answer to what the log shows: the one thing that the next plan does about it, in data and in a sentence."""

from typing import Literal

import msgspec

from legday.anatomy import Part

AnswerKind = Literal["more-sets", "fewer-sets", "closer-to-failure", "other-variant", "deload", "lagging"]
"""More or fewer hard sets of a part, sets that end nearer to failure, another exercise or another way of doing it in
the same place of the method, an easy first week, or more weight for a part that is behind."""


class Answer(msgspec.Struct, frozen=True):
    """What the next plan does, about which part and exercises, and why: `because` and `does` are a sentence each.

    `exercises` are those that stopped progressing, each with the variant it was done in last, if that is known.
    `source` is the paper it rests on, or says that it is a convention.
    """

    kind: AnswerKind
    part: Part | None
    because: str
    does: str
    source: str
    exercises: dict[str, str | None] = {}

    @property
    def sentence(self) -> str:
        """Both sentences."""
        return f"{self.because} {self.does}"
