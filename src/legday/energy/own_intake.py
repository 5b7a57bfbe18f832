"""What holds an athlete's mass by their own log, where that tells it better than a formula does."""

from legday.energy.adults import LIMITS, resting_rate
from legday.energy.books import Books
from legday.energy.exercise_energy import JOULES_PER_KCAL
from legday.energy.goal import Person

_SURE = 0.1  # half the interval as a share of the expenditure: as good as what `Person.intake` is taken to be
_RECENT = 14  # days whose training is in the expenditure that is found
_LEAST_ACTIVITY = 0.8  # of the resting rate, which formulas miss


def own_intake(books: Books | None, person: Person) -> float | None:
    """Return what holds the mass with training and runs left out [kcal/d]; None while the log does not tell it well.

    It is the expenditure that the filter finds (see `find_expenditure`), less training and runs of the last two weeks.
    """
    if books is None or not books.is_known or not books.ledger.days:
        return None
    spent = books.found[-1].expenditure
    if (spent.high - spent.low) / 2 > _SURE * spent.mean:
        return None
    days = books.ledger.days[-_RECENT:]
    trained = sum(posting.joules for day in days for posting in day.spent if posting.account in ("training", "running"))
    own = spent.mean - trained / JOULES_PER_KCAL / len(days)
    resting = float(resting_rate(person.male, person.age, person.height, float(person.mass.kg)))
    return own if _LEAST_ACTIVITY * resting <= own <= LIMITS["activity"][1] * resting else None
