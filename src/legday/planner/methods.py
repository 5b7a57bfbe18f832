"""Which method an athlete gets who has not named one."""

from legday.planner.profile import Place, Profile
from legday.programs import Level, Program, find_method


def choose_method(profile: Profile, asked: str | None = None) -> tuple[Program, str]:
    """Choose the method, and say why; raises InputError when the method asked for does not exist."""
    if asked is not None:
        return find_method(asked), "you asked for this method"
    if profile.method is not None:
        return find_method(profile.method), "your profile names this method"
    if profile.place is not Place.GYM:
        return find_method("circuit"), "it needs no machines, and you train outside a gym"
    if profile.level is Level.BEGINNER:
        return find_method("circuit"), "it teaches the movements with light loads before anything heavy"
    return find_method("priority-split"), "it puts your worst part first and uses the machines of a gym"
