"""The ledger balances to the joule whatever is logged, and its body is that of the published model."""

import datetime as dt
from decimal import Decimal

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.energy import ObservedDay, Person, adults, find_expenditure, simulate
from legday.energy.accounts import Ledger, LedgerDay, Posting, Stores, to_joules, totals
from legday.energy.books import open_books
from legday.energy.ledger import DayFacts, Usual, keep_ledger
from legday.log import Food, Log, LoggedDay, LoggedRun, LoggedSession, LoggedSet, Measure
from legday.units import Energy, Mass

START = dt.date(2026, 3, 20)  # the clocks change in the days after it
TODAY = START + dt.timedelta(days=40)
PERSON = Person(male=True, age=34, height=1.81, mass=Mass(84, "kg"), activity=1.5)

dates = st.dates(START, TODAY + dt.timedelta(days=5))
times = st.times().map(lambda time: time.replace(microsecond=0, tzinfo=None))
grams = st.none() | st.decimals(0, 400, places=1)
energies = st.builds(Energy, st.decimals(0, 9000, places=1), st.sampled_from(["kcal", "kJ"]))
foods = st.builds(
    Food,
    id=st.uuids().map(str),
    date=dates,
    energy=energies,
    name=st.sampled_from(["", "Rice", "Cheesecake"]),
    protein=grams,
    carbohydrate=grams,
    fat=grams,
    alcohol=grams,
    whole_day=st.booleans(),
)
runs = st.builds(
    LoggedRun,
    id=st.uuids().map(str),
    start=st.builds(dt.datetime.combine, dates, times),
    meters=st.none() | st.decimals(0, 60_000, places=0),
    seconds=st.none() | st.decimals(0, 30_000, places=0),
    ascent=st.none() | st.decimals(0, 3000, places=0),
)
days = st.builds(LoggedDay, date=dates, complete=st.none() | st.booleans(), steps=st.none() | st.integers(0, 60_000))
weighed = st.builds(
    Measure,
    id=st.uuids().map(str),
    date=dates,
    kind=st.just("body-mass"),
    value=st.decimals(60, 110, places=1) | st.decimals(1, 600, places=0),
    unit=st.sampled_from(["kg", "lb", "stone"]),
)
sets = st.builds(
    LoggedSet,
    name=st.just("Squat"),
    exercise=st.sampled_from(["squat", None]),
    position=st.just(1),
    reps=st.none() | st.decimals(0, 100, places=0),
    load=st.none() | st.builds(Mass, st.integers(0, 300), st.sampled_from(["kg", "lb"])),
)
sessions = st.builds(
    LoggedSession,
    start=st.builds(dt.datetime.combine, dates, times),
    name=st.just("Legs"),
    sets=st.lists(sets, max_size=4).map(tuple),
    seconds=st.none() | st.integers(0, 20_000),
)
logs = st.builds(
    Log,
    sessions=st.lists(sessions, max_size=4).map(tuple),
    measures=st.lists(weighed, max_size=12).map(tuple),
    foods=st.lists(foods, max_size=30).map(tuple),
    runs=st.lists(runs, max_size=4).map(tuple),
    days=st.lists(days, max_size=12, unique_by=lambda day: day.date).map(tuple),
)


def ties(ledger: Ledger) -> bool:
    """In less out is what the stores gained, added up from the postings themselves."""
    days = ledger.days
    flow = sum(posting.joules for day in days for posting in day.eaten)
    flow -= sum(posting.joules for day in days for posting in day.spent)
    opening, closing = days[0].opening, days[-1].closing
    gained = closing.fat - opening.fat + closing.lean - opening.lean + closing.glycogen - opening.glycogen
    return flow == gained


@settings(deadline=None)
@given(logs, st.data())
def test_in_less_out_is_what_the_stores_gained_over_every_range_whatever_is_logged(
    log: Log, data: st.DataObject
) -> None:
    books = open_books(PERSON, log, TODAY)
    if books is None:
        assert not any(food.date < TODAY for food in log.foods)
        return
    dates = [day.date for day in books.ledger.days]
    assert dates[-1:] in ([], [TODAY - dt.timedelta(days=1)])
    for _ in range(3):
        first, last = sorted((data.draw(st.sampled_from(dates)), data.draw(st.sampled_from(dates))))
        assert ties(books.ledger.between(first, last))
    for day in books.ledger.days:
        stores = day.closing
        assert min(stores.fat, stores.lean, stores.glycogen) >= 0
        assert np.isfinite(day.mass)


@settings(deadline=None)
@given(logs)
def test_every_food_of_a_past_day_is_in_the_ledger_once_or_is_part_of_a_total(log: Log) -> None:
    books = open_books(PERSON, log, TODAY)
    posted = [posting for day in (books.ledger.days if books else ()) for posting in day.eaten if posting.of]
    by_id = {food.id: food for food in log.foods}
    totals_on = {food.date for food in log.foods if food.whole_day}
    assert len({posting.of for posting in posted}) == len(posted)
    assert all(posting.joules == by_id[posting.of].energy.joules for posting in posted)
    alone = {food.id for food in log.foods if food.date < TODAY and food.date not in totals_on}
    assert alone <= {posting.of for posting in posted}


@settings(deadline=None, max_examples=30)
@given(logs)
def test_the_order_in_which_things_were_logged_does_not_matter(log: Log) -> None:
    turned = msgspec.structs.replace(log, runs=log.runs[::-1], measures=log.measures[::-1], days=log.days[::-1])
    ours, other = open_books(PERSON, log, TODAY), open_books(PERSON, turned, TODAY)
    assert (ours is None) == (other is None)
    if ours and other:
        assert [day.closing for day in ours.ledger.days] == [day.closing for day in other.ledger.days]


@pytest.mark.parametrize("change", [-800, -300, 0, 400])
def test_with_the_same_food_every_day_the_body_does_as_the_published_model_says(change: int) -> None:
    one = adults(False, 41, 1.66, 78, 1.55)
    usual = float(one.intake[0])
    eaten = usual + change
    food = (Posting("food", to_joules(eaten), "Food", "logged"),)
    facts = [
        DayFacts(START + dt.timedelta(days=number), food, carbohydrate=0.5 * eaten, digestion=0.1 * eaten)
        for number in range(365)
    ]
    ledger = keep_ledger(one, Usual.of(usual), facts)
    model = simulate(one, eaten, np.arange(366)).state.mass[1:, 0]
    assert np.abs(np.array([day.mass for day in ledger.days]) - model).max() < 0.03


def test_a_day_that_does_not_tie_can_not_be_made() -> None:
    before, after = Stores(10, 10, 10), Stores(12, 10, 10)
    food, rest = Posting("food", 7, "Food"), Posting("resting", 5, "Resting")
    LedgerDay(START, (food,), (rest,), before, after, 20.0)
    with pytest.raises(ValueError, match="is not what the stores gained"):
        LedgerDay(START, (food,), (rest,), before, msgspec.structs.replace(after, lean=11), 20.0)
    with pytest.raises(ValueError, match="does not go on"):
        day = LedgerDay(START, (food,), (rest,), before, after, 20.0)
        Ledger((day, day))


def measured(date: dt.date, kilograms: float) -> Measure:
    return Measure(str(date), date, "body-mass", Decimal(str(kilograms)), "kg")


def test_what_the_scale_finds_is_a_line_of_its_own() -> None:
    """Somebody who eats 2,600 kcal and holds 84 kg spends 2,600 kcal, whatever the formulas say."""
    past = [START + dt.timedelta(days=number) for number in range(40)]
    eaten = tuple(Food(str(date), date, Energy(3100, "kcal"), whole_day=True) for date in past)
    weights = tuple(measured(date, 84 + 0.3 * (number % 3 - 1)) for number, date in enumerate(past))
    books = open_books(PERSON, Log(measures=weights, foods=eaten), TODAY)
    assert books
    last = books.ledger.days[-1]
    found = sum(posting.joules for posting in last.spent if posting.account == "found") / 4184
    formula = float(adults(True, 34, 1.81, 84, 1.5).intake[0])
    assert formula < 2750
    assert 150 < found < 3100 - formula + 250
    assert abs(last.mass - 84) < 1.5


def test_food_that_must_be_missing_is_guessed_before_the_body_is_gone() -> None:
    eaten = tuple(
        Food(str(number), START + dt.timedelta(days=number), Energy(0, "kcal"), whole_day=True) for number in range(400)
    )
    books = open_books(PERSON, Log(foods=eaten), START + dt.timedelta(days=400))
    assert books
    assert ties(books.ledger)
    last = books.ledger.days[-1]
    assert [posting.label for posting in last.eaten if posting.sure == "guessed"] == ["Must have been eaten"]
    assert last.mass > 40


def test_a_date_of_long_ago_neither_begins_the_books_nor_costs_minutes() -> None:
    old, new = Food("old", dt.date(1926, 3, 1), Energy(500, "kcal")), Food("new", START, Energy(2500, "kcal"))
    old_mass = msgspec.structs.replace(measured(START, 84), date=dt.date(1, 1, 1))
    books = open_books(PERSON, Log(foods=(old, new), measures=(old_mass,)), TODAY)
    assert books
    assert books.ledger.days[0].date == START
    assert open_books(PERSON, Log(foods=(old,), measures=(old_mass,)), TODAY) is None
    with pytest.raises(ValueError, match="is more than 3653 days"):
        find_expenditure([ObservedDay(old.date), ObservedDay(START)], PERSON)


def test_totals_add_up_by_account() -> None:
    log = Log(
        foods=(Food("a", START, Energy(2000, "kcal")),),
        runs=(LoggedRun("r", dt.datetime.combine(START, dt.time(7)), meters=Decimal(10_000)),),
        days=(LoggedDay(START, steps=9000),),
    )
    books = open_books(PERSON, log, START + dt.timedelta(days=1))
    assert books
    sums = totals(books.ledger.days)
    assert sums["food"] == 2_000 * 4184
    assert sums["running"] == to_joules(840)  # 10 km at 84 kg and 1 kcal/kg/km
    assert sums["walking"] == to_joules(0.5 * 84 * 9000 * 0.41 * 1.81 / 1000)
