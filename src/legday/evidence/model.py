"""What a claim is: what was said and where, how it holds up, what was found by whom, and what legday does about it."""

from typing import Annotated, Literal

import msgspec

from legday.documents import FieldError

Grade = Literal["supported", "mixed", "unsupported", "contradicted", "not-testable"]
Article = Literal["foundation", "machine-day", "circuit", "priority-split"]
Topic = Literal["joints", "growth", "technique", "fat", "food", "hormones", "looks", "health", "endurance", "recovery"]

Identifier = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
ExerciseLink = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$", max_length=120)]
Row = Annotated[str, msgspec.Meta(pattern="^[FMCP][1-9][0-9]?$")]
Doi = Annotated[str, msgspec.Meta(pattern=r"^10\.[0-9]{4,9}/[^\s]+$", max_length=120)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=700)]

GRADES: dict[Grade, str] = {
    "supported": "Several studies, or one good review of them, found it, and none as good found the opposite.",
    "mixed": "A part of it holds, or holds for some people or under some conditions; or studies disagree.",
    "unsupported": "Nobody has shown it: there is no study of it, or only of something near it.",
    "contradicted": "Studies that looked for it found nothing, or the opposite.",
    "not-testable": "No measurement could settle it, because it is a matter of taste or too vague.",
}
"""What each grade asks for, in the order in which they are listed."""

ARTICLES: dict[Article, str] = {
    "foundation": "Foundation and the energy ledger",
    "machine-day": "Machine day",
    "circuit": "Circuit",
    "priority-split": "Priority split",
}
"""The four articles, named by their topic; each is the source of the method with the same id."""

TOPICS: dict[Topic, str] = {
    "joints": "Joints",
    "growth": "Muscle growth",
    "technique": "Technique",
    "fat": "Fat and weight",
    "food": "Food",
    "hormones": "Hormones",
    "looks": "Looks",
    "health": "Health and bone",
    "endurance": "Running and cardio",
    "recovery": "Warm-up and recovery",
}


class Place(msgspec.Struct, frozen=True):
    """Where a claim is made: the article, and the heading it stands under."""

    article: Article
    heading: Short


class Finding(msgspec.Struct, frozen=True):
    """What a study found, in whom, and where to read it.

    `checked` says against what the sentence and its numbers were held: the whole paper, its abstract, or a reference of
    this project that names the paper. `doi` is left out where it was not seen with the paper.
    """

    found: Text
    authors: Short
    year: Annotated[int, msgspec.Meta(ge=1900, le=2100)]
    journal: Short
    checked: Literal["paper", "abstract", "reference"]
    population: Short | None = None
    doi: Doi | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an article says about the body.

    `rows` are the rows of the methods it touches. `exercises` (with a variant as `squat/duck-stance`) and `methods` are
    those it is about. `drives` names the planner's rules and the methods that rest on it: something that is unsupported
    or contradicted drives nothing.
    """

    id: Identifier
    claim: Short
    places: Annotated[tuple[Place, ...], msgspec.Meta(min_length=1)]
    grade: Grade
    in_short: Text
    what_legday_does: Text
    topics: Annotated[tuple[Topic, ...], msgspec.Meta(min_length=1)]
    findings: tuple[Finding, ...] = ()
    exercises: tuple[ExerciseLink, ...] = ()
    methods: tuple[Article, ...] = ()
    rows: tuple[Row, ...] = ()
    drives: tuple[Identifier, ...] = ()

    def __post_init__(self) -> None:
        if self.drives and self.grade in ("unsupported", "contradicted"):
            raise FieldError("drives", f"a claim that is {self.grade} drives nothing; take {self.drives[0]} away")
        if not self.findings and self.grade in ("supported", "mixed", "contradicted"):
            raise FieldError("grade", f"a claim without findings can't be {self.grade}; give what was found by whom")
