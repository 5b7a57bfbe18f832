"""A ramp test as the phone plays it, and athletes to play it with."""

from dataclasses import dataclass

from legday.session import Loading, RampTest


@dataclass(frozen=True)
class Answer:
    """What an athlete did in a test set: the reps, and the answer for how many were left."""

    load: Loading
    reps: int
    reserve: int


@dataclass(frozen=True)
class Athlete:
    """Who can do `k` (1RM / load - 1) reps, and overrates what is left by so many reps or such a share of them."""

    one_rep_max: float
    k: float = 30.0
    misses: float = 0.0

    def able(self, kg: float) -> float:
        return self.k * (self.one_rep_max / kg - 1) if kg else 1000.0

    def right_load(self, reps: int) -> float:
        return self.one_rep_max / (1 + reps / self.k)

    def answer(self, load: Loading, aim: int) -> Answer:
        able = self.able(float(load.mass.kg))
        done = min(aim, max(0, int(able)))
        left = max(0.0, able - done)
        told = max(0.0, left + self.misses * max(2.0, left / 5))
        ranges = ((60, 10), (40, 9), (20, 8), (10, 7), (6, 6))
        return Answer(load, done, next((code for least, code in ranges if told >= least), min(5, int(told))))


def next_load(test: RampTest, answer: Answer, aim: int) -> Loading | None:
    """The load of the next test set; None where the test is over."""
    rise = next((rise for rise in test.rises if answer.reserve >= rise.reserve), None)
    if rise is None or answer.reps < aim:
        return None
    now = float(answer.load.mass.kg)
    most = min(now * rise.share, now + test.most_more)
    return max(
        (load for load in test.ladder if now < float(load.mass.kg) <= most + 1e-9),
        key=lambda load: load.mass,
        default=None,
    )


def work_load(test: RampTest, answer: Answer) -> Loading:
    """The load of the work sets after the last test set."""
    rise = next((rise for rise in test.rises if answer.reserve >= rise.reserve), None)
    reserve = rise.shows if rise else min(answer.reserve, 5)
    shown = float(answer.load.mass.kg) * (30 + answer.reps + reserve) / (30 + test.reps) * test.share
    fits = [load for load in test.ladder if float(load.mass.kg) <= shown + 1e-9]
    return fits[-1] if fits else test.ladder[0]


def play_test(test: RampTest, first: Loading, athlete: Athlete, aim: int = 5) -> tuple[list[Answer], Loading]:
    """Play a test to its end: the sets that were done, and the load of the work sets."""
    answers, load = list[Answer](), first
    for _ in test.sets:
        answers.append(athlete.answer(load, aim))
        following = next_load(test, answers[-1], aim)
        if following is None:
            break
        load = following
    return answers, work_load(test, answers[-1])
