"""Sets made easier: drops replaced where they can't be done, everything lightened before a race and in easy weeks."""

from msgspec.structs import replace

from legday.notation import AddOn, Count, Effort, NotToFailure, Reps, RestPause, Rir, Rpe, Scheme

SOLO_REST_SECONDS = 15
"""The rest before going on alone [s], as rest-pause sets are usually run (Prestes et al. 2019, J Strength Cond Res 33
Suppl 1, doi:10.1519/JSC.0000000000001923: 20 s)."""

TAPER_RESERVE = 2
"""Reps in reserve before a race: sets to failure slow recovery by one to two days (Morán-Navarro et al. 2017, Eur J
Appl Physiol 117:2387, doi:10.1007/s00421-017-3725-7); the number is our own convention."""

_EASY = Effort(Rir(Count(4, 4)))


def without_drops(scheme: Scheme) -> Scheme:
    """Return a chain of drops as one link, gone on with after short rests."""
    once = RestPause(SOLO_REST_SECONDS, times=len(scheme.links) - 1)
    return replace(scheme, links=scheme.links[:1], load=None, drop=None, add_ons=(*scheme.add_ons, AddOn((once,))))


def in_reserve(scheme: Scheme, effort: Effort | None) -> Scheme:
    """Return sets that end with so much effort: without drops, and nothing added after the last rep."""
    role = "plain" if scheme.role == "work" else scheme.role
    return replace(scheme, effort=effort, role=role, links=scheme.links[:1], drop=None, add_ons=())


def straight(scheme: Scheme, effort: Effort) -> Scheme:
    """Return straight sets of so much effort; what is held, or only pumps, is far enough from failure as it is."""
    is_pump = scheme.effort is not None and isinstance(scheme.effort.goal, NotToFailure)
    kept = is_pump or not isinstance(scheme.links[0], Reps)
    return replace(in_reserve(scheme, scheme.effort if kept else effort), role="plain", pyramid_work_sets=None)


def leaves(scheme: Scheme, reserve: int) -> bool:
    """Whether sets say that they leave so many reps in reserve at least, and add nothing after them."""
    if scheme.effort is None or scheme.role == "work" or scheme.add_ons:
        return False
    match scheme.effort.goal:
        case NotToFailure():
            return True
        case Rir(count=count):
            return count.low >= reserve
        case Rpe(value=value):
            return value <= 10 - reserve
    return False


def taper(scheme: Scheme) -> Scheme:
    """Return the sets as the weeks before a race do them: straight sets that end short of failure."""
    if len(scheme.links) == 1 and scheme.drop is None and leaves(scheme, TAPER_RESERVE):
        return replace(scheme, progression=None)
    return replace(straight(scheme, Effort(Rir(Count(TAPER_RESERVE, TAPER_RESERVE + 1)))), progression=None)


def lighten(scheme: Scheme) -> Scheme:
    """Return the sets as an easy week does them: straight sets with four reps in reserve."""
    return replace(straight(scheme, _EASY), progression=None)
