"""Made-up training logs, and writers that put them down as apps do in all their dialects."""

import csv
import datetime as dt
import io
import itertools
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import msgspec
from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.units import Mass, MassUnit

Kind = Literal["normal", "warm-up", "drop", "failure"]
KINDS: tuple[Kind, ...] = ("normal", "warm-up", "drop", "failure")
HOLDS = ("Wall Sit", "Plank", "Side Plank", "Squat Hold (Bodyweight)")
LIFTS = (
    "Squat (Barbell)",
    "Leg Press",
    "Seated Leg Curl (Machine)",
    "Romanian Deadlift (Dumbbell)",
    "Приседание со штангой",
    "Bankdrücken (Langhantel)",
    "レッグプレス",
    'Curl "21s", slow',
    "Développé; incliné",
)

_letters = st.characters(codec="utf-8", exclude_characters="\0\r\ufeff\ufffd", exclude_categories=("C", "Zl", "Zp"))
_short = st.text(_letters, max_size=12).map(lambda text: " ".join(text.split()))
_notes = st.lists(_short, max_size=3).map(lambda lines: "\n".join(line for line in lines if line))
_loads = st.integers(1, 1600).map(lambda quarters: Decimal(quarters) / 4)
_rpes = st.none() | st.integers(10, 20).map(lambda halves: Decimal(halves) / 2)


def masses(unit: MassUnit) -> st.SearchStrategy[Mass]:
    """Masses in quarters of a unit, as plates and stacks have them."""
    return _loads.map(lambda load: Mass(load, unit))


@st.composite
def logs(draw: st.DrawFn, unit: MassUnit, *, noted: bool = True, seconds: bool = True, apart: int = 1) -> Log:
    """Logs of a few sessions of sets with loads in one unit, as an import is meant to give them.

    Sessions begin at least `apart` minutes after each other.
    """
    moment = dt.datetime.combine(draw(st.dates(dt.date(2012, 1, 1), dt.date(2030, 1, 1))), dt.time(6))
    sessions = []
    for _ in range(draw(st.integers(1, 4))):
        moment += dt.timedelta(minutes=draw(st.integers(apart, 100_000)))
        moment = moment.replace(second=draw(st.integers(0, 59)) if seconds else 0)
        sets: list[LoggedSet] = []
        counts: Counter[str] = Counter()
        for _ in range(draw(st.integers(1, 5))):
            hold = draw(st.booleans())
            name = draw(st.sampled_from(HOLDS if hold else LIFTS))
            counts[name] += 1
            sets.append(
                LoggedSet(
                    name,
                    None,
                    counts[name],
                    draw(st.sampled_from(KINDS)),
                    None if hold else Decimal(draw(st.integers(1, 40))),
                    draw(st.none() | masses(unit)),
                    Decimal(draw(st.integers(1, 600))) if hold else None,
                    None,
                    draw(_rpes) if noted else None,
                    draw(_notes) if noted else "",
                )
            )
        name, note = draw(_short), draw(_notes) if noted else ""
        minutes = draw(st.integers(1, 300))
        sessions.append(LoggedSession(moment, name, tuple(sets), minutes * 60, note))
    return Log(tuple(sessions))


@dataclass(frozen=True)
class Dialect:
    """How a file is written, apart from what is in it."""

    separator: str = ","
    decimal_comma: bool = False
    quoting: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL
    line_end: str = "\n"
    encoding: str = "utf-8"
    headings: bool = True
    newest_first: bool = False

    def write(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.separator, quoting=self.quoting, lineterminator=self.line_end)
        if self.headings:
            writer.writerow(headings)
        writer.writerows(rows)
        return out.getvalue().encode(self.encoding)

    def number(self, value: Decimal | None, blank: str = "") -> str:
        text = blank if value is None else f"{value:f}"
        return text.replace(".", ",") if self.decimal_comma else text


dialects = st.builds(
    Dialect,
    separator=st.sampled_from(",;\t"),
    decimal_comma=st.booleans(),
    quoting=st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    line_end=st.sampled_from(("\n", "\r\n")),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    newest_first=st.booleans(),
)

STRONG_HEADINGS = {
    "English": (
        "Date|Workout Name|Duration|Exercise Name|Set Order|Weight|Reps|Distance|Seconds|Notes|Workout Notes|RPE"
    ),
    "German": (
        "Datum|Trainingsname|Dauer|Übungsname|Satzreihenfolge|Gewicht|Wdh.|Entfernung|Sekunden|"
        "Notizen|Trainingsnotizen|RPE"
    ),
    "French": (
        "Date|Nom de l'entraînement|Durée|Nom de l'exercice|Ordre de la série|Poids|Réps|Distance|"
        "Secondes|Notes|Notes d'entraînement|RPE"
    ),
    "Spanish": (
        "Fecha|Nombre del entrenamiento|Duración|Nombre del ejercicio|Orden de la serie|Peso|"
        "Repeticiones|Distancia|Segundos|Notas|Notas del entrenamiento|RPE"
    ),
    "Italian": (
        "Data|Nome allenamento|Durata|Nome esercizio|Ordine serie|Peso|Ripetizioni|Distanza|Secondi|"
        "Note|Note allenamento|RPE"
    ),
    "Portuguese": (
        "Data|Nome do treino|Duração|Nome do exercício|Ordem da série|Peso|Reps|Distância|Segundos|"
        "Notas|Notas do treino|RPE"
    ),
    "Russian": (
        "Дата|Название тренировки|Длительность|Название упражнения|Порядок подхода|Вес|Повторения|"
        "Расстояние|Секунды|Заметки|Заметки о тренировке|RPE"
    ),
    "Chinese": ("日期|锻炼名称|时长|运动名称|设置顺序|重量|次|距离|秒|备注|锻炼备注|RPE"),
    "Japanese": ("日付|ワークアウト名|時間|エクササイズ名|セット順|重量|レップ|距離|秒|メモ|ワークアウトメモ|RPE"),
    "Korean": ("날짜|워크아웃 이름|기간|운동 이름|세트 순서|무게|횟수|거리|초|메모|워크아웃 메모|RPE"),
    "Polish": (
        "Data|Nazwa treningu|Czas trwania|Nazwa ćwiczenia|Kolejność serii|Waga|Powtórzenia|Dystans|"
        "Sekundy|Notatki|Notatki treningu|RPE"
    ),
    "Dutch": (
        "Datum|Trainingsnaam|Duur|Oefeningnaam|Setvolgorde|Gewicht|Herhalingen|Afstand|Seconden|"
        "Notities|Trainingsnotities|RPE"
    ),
    "unheard of": ("Zaal|Zbor|Zut|Zmoq|Zfel|Zpoid|Zrek|Zlon|Zsec|Zbel|Zbelzbor|Zgar"),
}
_ENGLISH = STRONG_HEADINGS["English"].split("|")
_CODES: dict[str, str] = {"normal": "", "warm-up": "W", "drop": "D", "failure": "F"}


@dataclass(frozen=True)
class StrongStyle:
    """A generation of Strong's export and the language of its headings."""

    columns: tuple[str, ...]
    language: str = "English"
    weight: str = "Weight"
    first_set: int = 1
    seconds_duration: bool = False
    zeros: bool = True
    units: tuple[str, str] = ("kg", "lbs")
    renamed: dict[str, str] = field(default_factory=dict)

    def heading(self, column: str) -> str:
        if column in self.renamed:
            return self.renamed[column]
        if column == "Weight":
            column = self.weight
        translated = STRONG_HEADINGS[self.language].split("|")
        return translated[_ENGLISH.index(column)] if column in _ENGLISH else column


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


_OLD = "Date|Workout Name|Exercise Name|Set Order|Weight|Reps|Distance|Seconds"
_TIMED = "Date|Workout Name|Duration|Exercise Name|Set Order|Weight|Reps|Distance|Seconds"
_UNITS = (
    "Date|Workout Name|Exercise Name|Set Order|Weight|Weight Unit|Reps|RPE|Distance|Distance Unit|Seconds|"
    "Notes|Workout Notes"
)
_NEW = (
    "Workout #|Date|Workout Name|Duration (sec)|Exercise Name|Set Order|Weight|Reps|RPE|Distance (meters)|"
    "Seconds|Notes|Workout Notes"
)
STRONG_GENERATIONS = {
    "2012 kg": StrongStyle(_columns(_OLD + "|Notes"), weight="kg", first_set=0, renamed={"Distance": "km"}),
    "2015 lb": StrongStyle(_columns(_OLD), weight="lb", renamed={"Distance": "mi"}),
    "2018": StrongStyle(_columns(_OLD + "|Notes|Workout Notes|RPE")),
    "current": StrongStyle(_columns(_TIMED + "|Notes|Workout Notes|RPE")),
    "current without notes": StrongStyle(_columns(_TIMED + "|RPE")),
    "units": StrongStyle(_columns(_UNITS), zeros=False),
    "units and duration": StrongStyle(_columns(_UNITS + "|Workout Duration"), zeros=False),
    "numbered kg": StrongStyle(_columns(_NEW), weight="Weight (kg)", seconds_duration=True, zeros=False),
    "numbered lb": StrongStyle(_columns(_NEW), weight="Weight (lbs)", seconds_duration=True, zeros=False),
}


def write_strong(log: Log, style: StrongStyle, dialect: Dialect, date_form: str = "%Y-%m-%d %H:%M:%S") -> bytes:
    """Write a log as Strong exports it."""
    rows = []
    zero = "0" if style.zeros else ""
    numbered = list(enumerate(log.sessions, start=1))
    for number, session in reversed(numbered) if dialect.newest_first else numbered:
        minutes = (session.seconds or 0) // 60
        length = f"{minutes // 60}h {minutes % 60}m" if minutes >= 60 else f"{minutes}m"
        order: Counter[str] = Counter()
        for index, done in enumerate(session.sets):
            code = _CODES[done.kind] or str(order[done.name] + style.first_set)
            order[done.name] += done.kind == "normal"
            unit = "" if done.load is None else style.units[done.load.unit == "lb"]
            cells = {
                "Workout #": str(number),
                "Date": session.start.strftime(date_form),
                "Workout Name": session.name,
                "Duration": length,
                "Workout Duration": length,
                "Duration (sec)": str(session.seconds),
                "Exercise Name": done.name,
                "Set Order": code,
                "Weight": dialect.number(done.load.value if done.load else None, zero),
                "Weight Unit": unit,
                "Reps": dialect.number(done.reps, zero),
                "RPE": dialect.number(done.rpe),
                "Distance": zero,
                "Distance Unit": "",
                "Distance (meters)": "",
                "Seconds": dialect.number(done.seconds, "0"),
                "Notes": done.note,
                "Workout Notes": session.note if index == 0 else "",
            }
            rows.append([cells[column] for column in style.columns])
    return dialect.write([style.heading(column) for column in style.columns], rows)


HEVY_MONTHS = {
    "English": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "German": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "French": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "Spanish": "ene feb mar abr may jun jul ago sept oct nov dic",
    "Italian": "gen feb mar apr mag giu lug ago set ott nov dic",
    "Portuguese": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "Russian": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    "Turkish": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "Korean": "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    "Japanese": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
}
_HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,"
    "{weight},reps,{distance},duration_seconds,rpe"
)
_HEVY_TYPES: dict[str, str] = dict(zip(KINDS, ("normal", "warmup", "dropset", "failure"), strict=True))


def hevy_date(moment: dt.datetime, form: str) -> str:
    """Write a date as Hevy's app does in a language, or as its web site does in America, Germany or by ISO."""
    if form == "American":
        month = HEVY_MONTHS["English"].split()[moment.month - 1]
        hour, half = (moment.hour - 1) % 12 + 1, "AM" if moment.hour < 12 else "PM"
        return f"{month} {moment.day}, {moment.year}, {hour}:{moment.minute:02}\u202f{half}"
    if form == "dotted":
        return moment.strftime("%d.%m.%Y, %H:%M")
    if form == "ISO":
        return moment.isoformat(sep="T", timespec="minutes")
    month = HEVY_MONTHS[form].split()[moment.month - 1]
    return f"{moment.day} {month} {moment.year}, {moment:%H:%M}"


def write_hevy(log: Log, unit: MassUnit, dialect: Dialect, form: str) -> bytes:
    """Write a log as Hevy exports it."""
    rows = []
    for session in reversed(log.sessions) if dialect.newest_first else log.sessions:
        end = session.start + dt.timedelta(seconds=session.seconds or 0)
        for index, done in enumerate(session.sets):
            load = dialect.number(done.load.value if done.load else None)
            rows.append(
                [
                    *(
                        session.name,
                        hevy_date(session.start, form),
                        hevy_date(end, form),
                        session.note,
                        done.name,
                    ),
                    *("", done.note, str(index), _HEVY_TYPES[done.kind], load, dialect.number(done.reps)),
                    *("", dialect.number(done.seconds), dialect.number(done.rpe)),
                ]
            )
    weight, distance = ("weight_kg", "distance_km") if unit == "kg" else ("weight_lbs", "distance_miles")
    return dialect.write(_HEVY.format(weight=weight, distance=distance).split(","), rows)


@dataclass(frozen=True)
class Keeps:
    """What a format has room for; the rest of a log is lost in it."""

    times: bool = True
    names: bool = True
    lengths: bool = True
    session_notes: bool = True
    kinds: tuple[Kind, ...] = KINDS
    kinds_of_holds: tuple[Kind, ...] = KINDS
    holds: bool = True
    rpe: bool = True
    notes: bool = True

    def of(self, log: Log) -> Log:
        """Return what is left of a log."""
        sessions: dict[tuple[dt.datetime, str], LoggedSession] = {}
        for session in log.sessions:
            start = session.start if self.times else dt.datetime.combine(session.start.date(), dt.time())
            key = start, session.name if self.names else ""
            before = sessions.get(key)
            sessions[key] = LoggedSession(
                *key,
                (*(before.sets if before else ()), *self._sets(session)),
                session.seconds if self.lengths else None,
                session.note if self.session_notes else "",
            )
        kept = (msgspec.structs.replace(each, sets=_counted(each.sets)) for each in sessions.values() if each.sets)
        return Log(tuple(sorted(kept, key=lambda session: (session.start, session.name))))

    def _sets(self, session: LoggedSession) -> tuple[LoggedSet, ...]:
        return tuple(
            msgspec.structs.replace(
                done,
                kind=done.kind if done.kind in (self.kinds if done.reps else self.kinds_of_holds) else "normal",
                rpe=done.rpe if self.rpe else None,
                note=done.note if self.notes else "",
            )
            for done in session.sets
            if self.holds or done.reps
        )


def _counted(sets: Sequence[LoggedSet]) -> tuple[LoggedSet, ...]:
    counts: Counter[str] = Counter()
    counted = []
    for done in sets:
        counts[done.name] += 1
        counted.append(msgspec.structs.replace(done, position=counts[done.name]))
    return tuple(counted)


def _in_order(log: Log, dialect: Dialect) -> Sequence[LoggedSession]:
    return log.sessions[::-1] if dialect.newest_first else log.sessions


def _load(done: LoggedSet, dialect: Dialect, blank: str = "") -> str:
    return dialect.number(done.load.value if done.load else None, blank)


def _clock(seconds: Decimal | None) -> str:
    return "" if seconds is None else f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


FITNOTES = Keeps(
    times=False,
    names=False,
    lengths=False,
    session_notes=False,
    kinds=("normal",),
    kinds_of_holds=("normal",),
    rpe=False,
)


def write_fitnotes(log: Log, unit: MassUnit, dialect: Dialect, *, unit_column: bool, comments: bool) -> bytes:
    """Write a log as FitNotes exports it, with the unit in the heading or in a column of its own."""
    rows = []
    for session in _in_order(log, dialect):
        for done in session.sets:
            weight = [_load(done, dialect), f"{unit}s"] if unit_column else [_load(done, dialect, "0.0")]
            rest = ["", "", _clock(done.seconds), *([done.note] if comments else [])]
            reps = dialect.number(done.reps, "0")
            rows.append([f"{session.start:%Y-%m-%d}", done.name, "Legs", *weight, reps, *rest])
    weights = ["Weight", "Weight Unit"] if unit_column else [f"Weight ({unit}s)"]
    headings = ["Date", "Exercise", "Category", *weights, "Reps", "Distance", "Distance Unit", "Time"]
    return dialect.write([*headings, *(["Comment"] if comments else [])], rows)


OLD_FITBOD = Keeps(
    times=False, names=False, lengths=False, session_notes=False, kinds=("normal", "warm-up"), holds=False, rpe=False
)
NEW_FITBOD = Keeps(
    names=False,
    lengths=False,
    session_notes=False,
    kinds=("normal", "warm-up"),
    kinds_of_holds=("normal", "warm-up"),
    rpe=False,
)


def write_old_fitbod(log: Log, dialect: Dialect) -> tuple[bytes, int]:
    """Write a log as Fitbod used to export it, equal sets in one row; returns how many rows there are."""
    rows: list[list[str]] = []
    for session in _in_order(log, dialect):
        for _, same in itertools.groupby(session.sets, lambda done: msgspec.structs.replace(done, position=0)):
            sets = list(same)
            done = sets[0]
            cells = [done.name, str(len(sets)), dialect.number(done.reps), _load(done, dialect, "0")]
            warm_up = "TRUE" if done.kind == "warm-up" else ""
            rows.append([f"{session.start:%Y-%m-%d}", *cells, warm_up, done.note])
    return dialect.write(["Date", "Exercise", "Sets", "Reps", "Weight", "isWarmup", "Note"], rows), len(rows)


def write_new_fitbod(log: Log, unit: MassUnit, dialect: Dialect) -> bytes:
    """Write a log as Fitbod exports it now, the time of the workout in each row."""
    weight = "Weight(kg)" if unit == "kg" else "Weight(lbs)"
    headings = f"Date,Exercise,Reps,{weight},Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier"
    rows = [
        [
            *(f"{session.start:%Y-%m-%d %H:%M:%S} +0000", done.name, dialect.number(done.reps, "0")),
            *(_load(done, dialect, "0.0"), dialect.number(done.seconds, "0.0"), "0.0", "0.0", "0.0"),
            *(str(done.kind == "warm-up").lower(), done.note, "1.0"),
        ]
        for session in _in_order(log, dialect)
        for done in session.sets
    ]
    return dialect.write(headings.split(","), rows)


LIFTOSAUR = Keeps(lengths=False, session_notes=False, kinds=("normal", "warm-up"), holds=False)
_LIFTOSAUR_OLD = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,RPE,Is AMRAP?,"
    "Weight Value,Weight Unit,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)
_LIFTOSAUR_NEW = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,"
    "Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,"
    "Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)


def write_liftosaur(log: Log, dialect: Dialect, *, new: bool, weight_as_asked: bool = False) -> bytes:
    """Write a log as Liftosaur exports its history; sets may have only the weight that was asked for."""
    rows = []
    for session in _in_order(log, dialect):
        for done in session.sets:
            load = [_load(done, dialect), done.load.unit if done.load else ""]
            cells = {
                "Workout DateTime": f"{session.start:%Y-%m-%dT%H:%M:%S}.000Z",
                "Program": "My Program",
                "Day Name": session.name,
                "Exercise": done.name,
                "Is Warmup Set?": str(int(done.kind == "warm-up")),
                "Required Reps": "77",
                "Completed Reps": dialect.number(done.reps),
                "RPE": dialect.number(done.rpe),
                "Required RPE": "1",
                "Completed RPE": dialect.number(done.rpe),
                "Weight Value": load[0],
                "Weight Unit": load[1],
                "Required Weight Value": load[0] if weight_as_asked else "777",
                "Required Weight Unit": load[1] if weight_as_asked else "lb",
                "Completed Weight Value": "" if weight_as_asked else load[0] or "0",
                "Completed Weight Unit": "" if weight_as_asked else load[1] or "lb",
                "Target Muscles": "Quadriceps,Gluteus Maximus",
                "Notes": done.note,
            }
            rows.append([cells.get(heading, "0") for heading in _headings(new)])
    return dialect.write(_headings(new), rows)


def _headings(new: bool) -> list[str]:
    return (_LIFTOSAUR_NEW if new else _LIFTOSAUR_OLD).split(",")


WGER = Keeps(names=False, kinds=("normal", "failure"), kinds_of_holds=("normal",))


WgerForm = Literal["pages", "routine", "parts", "lines"]


def write_wger(log: Log, form: WgerForm) -> bytes:
    """Write a log as wger's API answers: pages of logs, logs by session, or a file of several answers."""
    names = {name: 100 + number for number, name in enumerate(dict.fromkeys(done.name for _, done in log.sets()))}
    sessions, logs_of = [], []
    for number, session in enumerate(log.sessions, start=1):
        end = session.start + dt.timedelta(seconds=session.seconds or 0)
        sessions.append(
            {
                "id": number,
                "datetime_start": session.start.isoformat() + "Z",
                "datetime_end": end.isoformat() + "Z",
                "notes": session.note,
                "impression": "2",
            }
        )
        logs_of.append([_wger_log(number, session, done, names) for done in session.sets])
    all_logs = [each for same in logs_of for each in same]
    exercises = [_wger_exercise(number, name) for name, number in names.items()]
    answers: dict[str, object] = {
        "workoutlog": {"count": len(all_logs), "next": None, "results": all_logs},
        "workoutsession": {"results": sessions},
        "exerciseinfo": {"results": exercises},
    }
    if form == "lines":
        return "\n".join(json.dumps(answer) for answer in answers.values()).encode()
    if form == "parts":
        return json.dumps(answers, indent=2, ensure_ascii=False).encode()
    if form == "routine":
        by_session = [{"session": s, "logs": same} for s, same in zip(sessions, logs_of, strict=True)]
        return json.dumps([by_session, exercises]).encode("utf-16")
    halves = all_logs[: len(all_logs) // 2], all_logs[len(all_logs) // 2 :]
    return json.dumps([{"results": half} for half in halves] + [sessions, exercises]).encode("utf-8-sig")


def _wger_log(session: int, of: LoggedSession, done: LoggedSet, names: dict[str, int]) -> dict[str, object]:
    unit = 3 if done.seconds else 2 if done.kind == "failure" else 1
    return {
        "id": f"{session}-{names[done.name]}-{done.position}",
        "date": of.start.isoformat(),
        "session": session,
        "exercise": names[done.name],
        "repetitions_unit": unit,
        "repetitions": str(done.seconds or done.reps),
        "repetitions_target": "99",
        "weight_unit": 2 if done.load and done.load.unit == "lb" else 1,
        "weight": str(done.load.value) if done.load else None,
        "weight_target": "999",
        "rir": None if done.rpe is None else str(10 - done.rpe),
        "comment": done.note,
    }


def _wger_exercise(number: int, name: str) -> dict[str, object]:
    translations = [{"id": 1, "name": "Anders", "language": 1}, {"id": 2, "name": name, "language": 2}]
    muscles = [{"id": 100, "name": "Quadriceps femoris", "is_front": True}]
    return {"id": number, "category": {"id": 101, "name": "Legs"}, "muscles": muscles, "translations": translations}


JEFIT = Keeps(
    times=False,
    names=False,
    lengths=False,
    session_notes=False,
    kinds=("normal",),
    kinds_of_holds=("normal",),
    holds=False,
    rpe=False,
    notes=False,
)


_JEFIT = "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession"


def write_jefit(log: Log) -> tuple[bytes, int]:
    """Write a log as Jefit exports it, each exercise in one row; returns how many rows there are."""
    rows = []
    for number, session in enumerate(log.sessions, start=1):
        for name, same in itertools.groupby(session.sets, lambda done: done.name):
            sets = ",".join(f"{done.load.value if done.load else 0}x{done.reps}" for done in same)
            day = f"{session.start:%Y-%m-%d}"
            rows.append(["7", f"{day} 00:00:00", "1", sets, "1", "99.9", day, "127", name, "3", str(1000 + number)])
    headings = _JEFIT.split(",")
    setting = "### SETTING ####\n\nrow_id,USERID,gender\n1,7,M\n\n######\n\n"
    body = Dialect(quoting=csv.QUOTE_ALL).write(headings, rows).decode()
    records = "\n######\n\n### EXERCISE RECORDS ####\n\n_id,record,ename\n1,99.9,Deadlift\n"
    return f"{setting}### EXERCISE LOGS ####\n\n{body}{records}".encode(), len(rows)


OWN_HEADINGS = {
    "English": "Date|Workout|Exercise|Set|Reps|Weight|RPE|Seconds|Set Type|Notes",
    "English app": "performed_at|routineName|exerciseName|setIndex|reps|weight|rpe|duration_s|setType|comment",
    "German": "Tag|Einheit|Übung|Satz|Wdh|Gewicht|RPE|Sekunden|Satzart|Bemerkung",
    "French": "Date|Séance|Exercice|Série|Répétitions|Charge|RPE|Secondes|Type|Remarques",
    "Spanish": "Fecha|Rutina|Ejercicio|Serie|Repeticiones|Peso|RPE|Segundos|Tipo|Observaciones",
    "Italian": "Data|Scheda|Esercizio|Serie|Ripetizioni|Peso|RPE|Secondi|Tipo|Note",
    "Portuguese": "Data|Treino|Exercício|Série|Repetições|Carga|RPE|Segundos|Tipo|Observações",
    "Dutch": "Datum|Programma|Oefening|Set|Herhalingen|Gewicht|RPE|Seconden|Type|Opmerkingen",
    "Polish": "Data|Trening|Ćwiczenie|Seria|Powtórzenia|Ciężar|RPE|Sekundy|Type|Uwagi",
    "Russian": "Дата|Тренировка|Упражнение|Подход|Повторения|Вес|RPE|Секунды|Type|Заметки",
    "Japanese": "日付|ワークアウト|種目|セット|回数|重量|RPE|秒|Type|メモ",
    "Chinese": "日期|训练|动作|组|次|重量|RPE|秒|Type|备注",
    "Korean": "날짜|워크아웃|운동|세트|횟수|무게|RPE|초|Type|메모",
}
OWN = Keeps(lengths=False, session_notes=False)


def write_own(log: Log, language: str, unit: MassUnit, dialect: Dialect, order: Sequence[int], form: str) -> bytes:
    """Write a log as a table of the athlete's own, its columns in any order, the unit behind the weights."""
    headings = OWN_HEADINGS[language].split("|")
    rows = []
    for session in _in_order(log, dialect):
        for done in session.sets:
            load = _load(done, dialect)
            cells = [
                *(session.start.strftime(form), session.name, done.name, str(done.position)),
                *(dialect.number(done.reps), f"{load} {unit}" if load else ""),
                *(dialect.number(done.rpe), dialect.number(done.seconds), done.kind, done.note),
            ]
            rows.append([cells[index] for index in order])
    return dialect.write([headings[index] for index in order], rows)
