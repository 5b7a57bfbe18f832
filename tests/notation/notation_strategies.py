"""Generated set lines: every part of the language, alone and together."""

from decimal import Decimal
from typing import Literal, TypeVar, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from legday.notation import (
    CUES,
    AddOn,
    BodyweightLoad,
    Circumstance,
    Condition,
    Count,
    Cue,
    DoubleProgression,
    Drop,
    Effort,
    Forced,
    Group,
    Hold,
    Interval,
    LinearProgression,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    MaxReps,
    Myo,
    Negative,
    NotToFailure,
    Partials,
    Pause,
    PercentLoad,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Prescription,
    Pulses,
    Reps,
    RestPause,
    Rir,
    RirProgression,
    Rpe,
    Scheme,
    Tempo,
    ToFailure,
)
from legday.notation.scheme import in_order
from legday.notation.spelling import as_label, is_label
from legday.units import Mass

# Long lines take a while to draw and read, and the first one compiles the grammar.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

T = TypeVar("T")
Role = Literal["plain", "warm-up", "work"]


def numbers(least: int = 1, most: int = 9999) -> st.SearchStrategy[int]:
    return st.one_of(st.integers(least, min(most, 20)), st.integers(least, most))


def counts(least: int = 1, most: int = 9999) -> st.SearchStrategy[Count]:
    pairs = st.tuples(numbers(least, most), numbers(least, most)).map(sorted)
    return st.one_of(numbers(least, most).map(lambda n: Count(n, n)), pairs.map(lambda pair: Count(*pair)))


def hundredths(least: str, most: str) -> st.SearchStrategy[Decimal]:
    return st.decimals(least, most, places=2, allow_nan=False, allow_infinity=False)


units = st.sampled_from(["kg", "lb"])
masses = st.builds(Mass, hundredths("0.01", "9999"), units)
circumstances = st.frozensets(st.sampled_from(get_args(Circumstance)))
labels = st.one_of(
    st.sampled_from(["squat", "45 degree leg press", "rest 90", "superset 3", "x", "leg curl (lying)", "max 8"]),
    st.text(max_size=20).map(as_label).filter(is_label),
)

targets = st.one_of(
    st.builds(Reps, counts(), st.sampled_from(["reps", "steps"])),
    st.builds(MaxReps),
    st.builds(Hold, counts()),
    st.builds(Interval, counts()),
)
loads: st.SearchStrategy[Load] = st.one_of(
    st.builds(MassLoad, masses),
    st.builds(PercentLoad, hundredths("0.01", "200")),
    st.builds(BodyweightLoad),
    st.builds(BodyweightLoad, st.one_of(masses, masses.map(lambda mass: Mass(-mass.value, mass.unit)))),
    st.builds(PlateLoad, numbers()),
    st.builds(PinLoad, numbers()),
)
steps: st.SearchStrategy[LoadStep] = st.one_of(
    st.builds(MassStep, masses),
    st.builds(PercentStep, hundredths("0.01", "99.99")),
    st.builds(PlateStep, numbers()),
    st.builds(PinStep, numbers()),
)
goals = st.one_of(
    st.builds(Rir, counts(0, 30)),
    st.builds(Rpe, st.integers(2, 20).map(lambda halves: Decimal(halves) / 2)),
    st.builds(ToFailure),
    st.builds(NotToFailure),
)
_partner_and_cage: list[tuple[Circumstance, ...]] = [
    ("partner",),
    ("cage",),
    ("partner", "cage"),
    ("cage", "partner"),
]
conditions = st.builds(Condition, st.sampled_from(_partner_and_cage))
efforts = st.one_of(st.builds(Effort, goals), st.builds(Effort, goals, conditions, st.one_of(st.none(), goals)))
techniques = st.one_of(
    st.builds(Forced, numbers()),
    st.builds(Negative, numbers(), numbers()),
    st.builds(Partials, numbers()),
    st.builds(Pulses, numbers()),
    st.builds(RestPause, numbers(), numbers(most=9)),
    st.builds(Myo, counts(), numbers(most=9), numbers()),
)
some_techniques = st.lists(techniques, min_size=1, max_size=2).map(tuple)
add_ons = st.one_of(
    st.builds(AddOn, some_techniques),
    st.builds(AddOn, some_techniques, numbers()),
    st.builds(AddOn, some_techniques, numbers(), conditions, st.one_of(st.just(()), some_techniques)),
)
cues = st.lists(st.builds(Cue, st.sampled_from(CUES), numbers()), max_size=3).flatmap(
    lambda counted: st.one_of(st.just(tuple(counted)), st.sampled_from(CUES).map(lambda name: (*counted, Cue(name))))
)
phases = st.integers(0, 60)
tempos = st.builds(Tempo, phases, phases, st.one_of(st.none(), phases), phases)
pauses = st.builds(Pause, numbers(), st.sampled_from(["bottom", "top"]))
progressions = st.one_of(
    st.builds(LinearProgression, steps),
    st.builds(DoubleProgression, steps),
    st.tuples(numbers(0, 30), numbers(0, 30))
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: RirProgression(max(pair), min(pair))),
)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A part that is mostly left out, so that lines stay readable."""
    return st.one_of(st.none(), st.none(), strategy)


@st.composite
def chains(draw: st.DrawFn) -> dict[str, object]:
    """Links, a load and a drop that go together."""
    links = draw(st.lists(targets, min_size=2, max_size=6))
    load = draw(st.one_of(st.none(), loads))
    step = draw(steps)
    until_empty = draw(st.booleans())
    if until_empty and links[-1] == links[-2]:
        links.pop()
    share = Drop(step).share_of(load)
    if share is not None and draw(st.booleans()):  # make it fit: a step that is a twentieth of the load
        match load:
            case MassLoad(mass=mass) | BodyweightLoad(extra=Mass() as mass):
                step = MassStep(Mass((mass.value / 20).quantize(Decimal("0.01")) or mass.value, mass.unit))
            case PlateLoad(plates=number):
                step = PlateStep(-(-number // 20))
            case PinLoad(pin=number):
                step = PinStep(-(-number // 20))
            case _:
                step = PercentStep(Decimal(5))
    drop = Drop(step, until_empty)
    for parts in ({"load": load, "drop": drop}, {"load": load, "drop": Drop(step)}, {"load": load}):
        try:
            Scheme(Count(1, 1), tuple(links), **parts)
        except ValueError:
            continue
        return {"links": tuple(links), **parts}
    raise AssertionError("a chain without a drop is always sound")


@st.composite
def schemes(draw: st.DrawFn, member: bool = False, label: bool = True) -> Scheme:
    """The sets of one exercise; as a member of a group without a number of sets and a role."""
    core = draw(
        st.one_of(
            st.fixed_dictionaries({"links": targets.map(lambda target: (target,)), "load": maybe(loads)}),
            chains(),
        )
    )
    sets = Count(1, 1) if member else draw(counts(1, 12))
    role: Role = "plain" if member else draw(st.sampled_from(get_args(Role)))
    tempo = draw(maybe(tempos))
    return Scheme(
        sets=sets,
        label=draw(maybe(labels)) if label else None,
        role=role,
        sides=draw(st.sampled_from(["both", "both", "each", "alternating"])),
        pyramid_work_sets=None if member or role != "plain" else draw(maybe(st.integers(1, sets.low))),
        effort=draw(maybe(efforts)),
        tempo=tempo,
        pause=None if tempo else draw(maybe(pauses)),
        cues=draw(st.one_of(st.just(()), cues)),
        add_ons=in_order(draw(st.lists(add_ons, max_size=2))),
        rest=draw(maybe(counts(0))),
        progression=draw(maybe(progressions)),
        **core,
    )


groups = st.builds(
    Group,
    st.sampled_from(["superset", "circuit"]),
    counts(1, 6),
    st.lists(schemes(member=True), min_size=2, max_size=3).map(tuple),
    maybe(counts(0)),
)
entries = st.one_of(schemes(), schemes(), groups)
prescriptions = (
    st.lists(entries, min_size=1, max_size=3)
    .map(lambda made: Prescription(tuple(made)))
    .filter(lambda prescription: len(str(prescription)) <= 2000)
)
