"""The evidence register: what the articles claim, graded, for the page that shows it and for exercise pages."""

from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter

from legday.evidence import ARTICLES, GRADES, TOPICS, Article, Claim, Grade, Topic, claim, claims_about
from legday.web.problems import Refusal


class Register(msgspec.Struct, frozen=True):
    """Claims by grade, and what the grades ask for; articles and topics with the names they are shown by."""

    grades: dict[Grade, str]
    articles: dict[Article, str]
    topics: dict[Topic, str]
    claims: tuple[Claim, ...]


@get("/evidence", sync_to_thread=True)
def show_register(exercise: Annotated[str, QueryParameter(max_length=120)] = "") -> Register:
    """List the claims, the best supported first; if given, only those about an exercise or a variant (`squat/full`)."""
    return Register(GRADES, ARTICLES, TOPICS, claims_about(exercise=exercise or None))


@get("/evidence/{identifier:str}", sync_to_thread=True, opt={"refuses": (404,)})
def show_claim(identifier: FromPath[str]) -> Claim:
    """Show a claim with what was found by whom, and what legday does about it."""
    try:
        return claim(identifier)
    except KeyError as error:
        raise Refusal(404, str(error.args[0])) from None


HANDLERS = (show_register, show_claim)
