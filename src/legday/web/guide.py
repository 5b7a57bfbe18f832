"""The guide of an exercise: what it asks, how its variants differ, when it belongs, and who should leave it."""

from litestar import get
from litestar.params import FromPath

from legday.guide import Guide, guide_of
from legday.web.problems import Refusal


@get("/exercises/{exercise:str}/guide", sync_to_thread=True, opt={"refuses": (404,)})
def show_guide(exercise: FromPath[str]) -> Guide:
    """Show what an exercise asks, its variants beside the usual one, when it belongs and who should leave it."""
    try:
        return guide_of(exercise)
    except KeyError as error:
        raise Refusal(404, str(error.args[0])) from None


HANDLERS = (show_guide,)
