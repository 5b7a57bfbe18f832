"""What holds an athlete's mass by their own log, where that tells it better than a formula does, and how they train."""

import datetime as dt

from legday.energy.adults import LIMITS, resting_rate
from legday.energy.books import Books
from legday.energy.goal import MOST_TRAINING, Person
from legday.energy.ledger import RECENT
from legday.energy.movement import run_energy
from legday.energy.session_energy import training_energy
from legday.log import Log

_SURE = 0.1  # half the interval as a share of the expenditure: as good as what `Person.intake` is taken to be
_LEAST_ACTIVITY = 0.8  # of the resting rate, which formulas miss


def own_intake(books: Books | None, person: Person) -> float | None:
    """Return what holds the mass, usual training in it [kcal/d]; None while the log does not tell it well.

    It is the expenditure that the filter finds (see `find_expenditure`).
    """
    if books is None or not books.is_known or not books.ledger.days:
        return None
    spent = books.found[-1].expenditure
    if (spent.high - spent.low) / 2 > _SURE * spent.mean:
        return None
    resting = float(resting_rate(person.male, person.age, person.height, float(person.mass.kg)))
    within = _LEAST_ACTIVITY * resting <= spent.mean <= LIMITS["activity"][1] * resting
    return spent.mean if within else None


def recent_training(log: Log, person: Person, today: dt.date) -> float:
    """Return what training and runs of the last two weeks cost above rest [kcal/d]."""
    mass, since = float(person.mass.kg), today - dt.timedelta(days=RECENT)
    sessions = (session for session in log.sessions if since <= session.start.date() < today)
    trained = sum(each.net.best for session in sessions for each in training_energy(session, mass, person.height))
    ran = sum(run_energy(run, mass).best for run in log.runs if since <= run.start.date() < today)
    return min((trained + ran) / RECENT, MOST_TRAINING)
