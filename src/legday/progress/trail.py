"""What each session of an exercise showed of strength, one point after another."""

import datetime as dt

import msgspec


class TrailPoint(msgspec.Struct, frozen=True):
    """A session of an exercise that shows strength, as ln of the one-repetition maximum [kg].

    `mean` and its standard deviation `sd` are what is believed after the session. `seen` is what the session alone
    showed, `noise` its standard deviation. With `at_least` the athlete stopped with reps in hand: it is a lower bound.
    """

    date: dt.date
    mean: float
    sd: float
    seen: float
    noise: float
    at_least: bool
