"""What taking in a file did."""

import msgspec


class Saved(msgspec.Struct, frozen=True):
    """What taking in a file did: its import, whether it is new, and what it added.

    `sessions_known` are those that were there before, from this or another file. Of the foods, runs, measures and days
    of a diary some are new, some were changed, and the others were there just so; `kept_by_hand` counts those that say
    something else in the file, but stay as the athlete wrote or removed them.
    """

    import_id: int
    is_new: bool
    sessions_added: int = 0
    sessions_known: int = 0
    sets_added: int = 0
    things_added: int = 0
    things_changed: int = 0
    things_known: int = 0
    kept_by_hand: int = 0
