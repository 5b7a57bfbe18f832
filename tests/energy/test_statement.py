"""The statement says what the ledger holds, and what is not sure in it."""

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from test_ledger import PERSON, START, TODAY, logs, measured

from legday.energy import make_statement, open_books
from legday.log import Food, Log, LoggedDay
from legday.units import Energy


@settings(deadline=None, max_examples=30)
@given(logs)
def test_the_sums_of_a_statement_tie_with_its_days_and_accounts(log: Log) -> None:
    books = open_books(PERSON, log, TODAY)
    statement = make_statement(books, START, TODAY) if books else None
    if statement is None:
        return
    assert statement.eaten - statement.spent == statement.closing.joules - statement.opening.joules
    assert statement.eaten == sum(day.eaten for day in statement.days)
    assert statement.spent == sum(day.spent for day in statement.days)
    by_account = {line.account: line.joules for line in statement.accounts}
    eaten = by_account.pop("food", 0) + by_account.pop("unlogged", 0)
    assert (eaten, sum(by_account.values())) == (statement.eaten, statement.spent)
    assert statement.closing.joules == statement.closing.fat + statement.closing.lean + statement.closing.glycogen
    assert statement.days[-1].balance == statement.closing.joules
    for before, after in zip(statement.days, statement.days[1:], strict=False):
        assert after.balance - before.balance == after.change


def test_statements_of_neighbouring_ranges_go_on_where_the_other_ended() -> None:
    log = Log(foods=tuple(Food(str(day), START + dt.timedelta(days=day), Energy(2000, "kcal")) for day in range(30)))
    books = open_books(PERSON, log, TODAY)
    assert books
    first = make_statement(books, START, START + dt.timedelta(days=6))
    second = make_statement(books, START + dt.timedelta(days=7), START + dt.timedelta(days=13))
    assert first
    assert second
    assert first.closing == second.opening
    assert make_statement(books, START - dt.timedelta(days=9), START - dt.timedelta(days=1)) is None


def test_what_is_in_question_is_marked_and_counts_as_guessed() -> None:
    food = Food("odd", START, Energy(5900, "kcal"), "Rice", checked=False)
    rest = Food("right", START, Energy(900, "kcal"), "Soup")
    books = open_books(PERSON, Log(foods=(food, rest)), START + dt.timedelta(days=1), doubted={"odd"})
    statement = make_statement(books, START, START) if books else None
    assert statement
    sure = {posting.label: posting.sure for posting in statement.days[0].postings if posting.account == "food"}
    assert sure == {"Rice": "guessed", "Soup": "logged"}
    assert statement.guessed == 5900 * 4184


def test_less_than_half_a_day_is_a_part_of_one_unless_it_is_said_to_be_all() -> None:
    breakfast = Food("a", START, Energy(410, "kcal"))
    for said, guessed in ((None, True), (True, False)):
        log = Log(foods=(breakfast,), days=(LoggedDay(START, complete=said),))
        books = open_books(PERSON, log, START + dt.timedelta(days=1))
        assert books
        eaten = books.ledger.days[0].eaten
        assert [posting.sure for posting in eaten] == (["logged", "guessed"] if guessed else ["logged"])
        assert (books.ledger.days[0].energy_in > 1500 * 4184) is guessed


def test_of_two_totals_of_a_day_one_counts_and_is_in_question_if_two_sources_tell_them() -> None:
    def counted(*ids: str) -> list[tuple[str, str]]:
        foods = [Food(of, START, Energy(2100 + 100 * number, "kcal"), whole_day=True) for number, of in enumerate(ids)]
        meal = Food("c", START, Energy(700, "kcal"))
        books = open_books(PERSON, Log(foods=(*foods, meal)), START + dt.timedelta(days=1))
        assert books
        return [(posting.of, posting.sure) for posting in books.ledger.days[0].eaten if posting.of]

    assert counted("a", "b") == [("b", "logged")]
    assert counted("food:cronometer:1:x", "food:macrofactor:1:y") == [("food:macrofactor:1:y", "guessed")]


def test_the_scale_is_held_beside_the_books_in_the_athlete_s_unit() -> None:
    days = [START + dt.timedelta(days=number) for number in range(20)]
    weights = tuple(measured(date, 84) for date in days)
    foods = tuple(Food(str(date), date, Energy(2650, "kcal"), whole_day=True, protein=Decimal(120)) for date in days)
    books = open_books(PERSON, Log(measures=weights, foods=foods), days[-1] + dt.timedelta(days=1))
    assert books
    statement = make_statement(books, days[0], days[-1], "lb")
    assert statement
    assert "185." in statement.scale_says
    assert statement.scale_says.endswith("they agree.")
    assert statement.expenditure
    assert statement.expenditure.low < statement.expenditure.mean < statement.expenditure.high
    alone = open_books(PERSON, Log(foods=foods), days[-1] + dt.timedelta(days=1))
    assert alone
    unweighed = make_statement(alone, days[0], days[-1])
    assert unweighed
    assert (unweighed.expenditure, unweighed.days[0].trend) == (None, None)
    assert unweighed.scale_says.startswith("You were not weighed")
