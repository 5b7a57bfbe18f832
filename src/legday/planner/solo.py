"""What takes the place of a drop when nobody moves the pin, or when there is nothing to take off."""

from msgspec.structs import replace

from legday.notation import AddOn, RestPause, Scheme

SOLO_REST_SECONDS = 15
"""The rest before going on alone [s], as rest-pause sets are usually run (Prestes et al. 2019, J Strength Cond Res 33
Suppl 1, doi:10.1519/JSC.0000000000001923: 20 s)."""


def without_drops(scheme: Scheme) -> Scheme:
    """Return a chain of drops as one link, gone on with after short rests."""
    once = RestPause(SOLO_REST_SECONDS, times=len(scheme.links) - 1)
    return replace(scheme, links=scheme.links[:1], load=None, drop=None, add_ons=(*scheme.add_ons, AddOn((once,))))
