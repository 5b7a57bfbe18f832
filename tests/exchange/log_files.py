"""Made-up training logs, and writers that put them down as Strong and Hevy do in all their dialects."""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

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
def logs(draw: st.DrawFn, unit: MassUnit, *, noted: bool = True, seconds: bool = True) -> Log:
    """Logs of a few sessions of sets with loads in one unit, as an import is meant to give them."""
    moment = dt.datetime.combine(draw(st.dates(dt.date(2012, 1, 1), dt.date(2030, 1, 1))), dt.time(6))
    sessions = []
    for _ in range(draw(st.integers(1, 4))):
        moment += dt.timedelta(minutes=draw(st.integers(1, 100_000)))
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
_CODES: dict[Kind, str] = {"normal": "", "warm-up": "W", "drop": "D", "failure": "F"}


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
_HEVY_TYPES = dict(zip(KINDS, ("normal", "warmup", "dropset", "failure"), strict=True))


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
