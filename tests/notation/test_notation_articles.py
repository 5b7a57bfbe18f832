"""Every set, rep, duration, rest and technique phrase of the four methods' sources is read."""

import pytest

from legday.notation import expand, parse

DONKEY = "Donkey calves 700 pounds for 6 reps, partner moves the pin to 600, then I do 6 more reps, then 500 then 400."
SEATED = (
    "4 plates for 10, then a partner strips 1 plate, then I do 10 more with 3 plates, "
    "so on and so on until there is no more plates yet."
)
SQUAT = (
    "Squats 5 sets of 12. Pyramid up to 3 work sets to failure. "
    "Use a spotter or a cage and get 2 forced reps if you have a spotter."
)
# what the source says, its canonical form, the number of steps with a partner and a cage (rests are steps)
STRENGTH_AND_CIRCUIT = [
    ("leg swings or light squats for 2–3 minutes", "leg swings or light squats: 1 x 2-3 min", 1),
    ("20 air squats", "air squats: 1 x 20", 1),
    ("**Heel Raise Squat (4 sets of 10–12 reps)**", "heel raise squat: 4 x 10-12", 7),
    ("**Alternating Lunges (4 sets of 8–10 reps/side)**", "alternating lunges: 4 x 8-10/side", 15),
    ("**Bulgarian Split Squat (4 sets of 10 reps/side)**", "bulgarian split squat: 4 x 10/side", 15),
    ("**Wall Sit 90 Seconds (3 Reps)**", "wall sit: 3 x hold 90s", 5),
    ("**Wide-Narrow Jumps (2 Sets, 30 Seconds Each)**", "wide-narrow jumps: 2 x 30s", 3),
    ("2 Sets, 30 Seconds Each", "2 x 30s", 3),
    ("3 sets, 12–15 reps", "3 x 12-15", 5),
    ("4 sets, 10–12 reps", "4 x 10-12", 7),
    ("4–5 sets, 8–10 reps", "4-5 x 8-10", 9),
    ("60–90 seconds", "1 x 60-90s", 1),
    ("| Beginner | 3 sets, 12–15 reps | 60–90 seconds |", "beginner: 3 x 12-15 rest 60-90s", 5),
    ("| Intermediate | 4 sets, 10–12 reps | 45–60 seconds |", "intermediate: 4 x 10-12 rest 45-60s", 7),
    ("| Advanced | 4–5 sets, 8–10 reps | 30–45 seconds |", "advanced: 4-5 x 8-10 rest 30-45s", 9),
    ("3 sets, 12–15 reps, rest time 60–90 seconds", "3 x 12-15 rest 60-90s", 5),
    ("4 sets, 10–12 reps, add pulses", "4 x 10-12 + pulses 10", 11),
    ("4 sets, 10–12 reps, slow drop phases", "4 x 10-12 slow", 7),
    (
        "Stretch the quadriceps, hip flexors, and calves for 5–10 minutes",
        "stretch the quadriceps hip flexors and calves: 1 x 5-10 min",
        1,
    ),
]
MACHINE_DAY = [
    ("3 x 12, hold the straight-leg position for a moment", "3 x 12 pause 1s top", 5),
    ("3 x 12, slowly lower them", "3 x 12 slow", 5),
    ("3 x 12 pause briefly", "3 x 12 pause 1s bottom", 5),
    ("3 x 12 pause briefly at the top", "3 x 12 pause 1s top", 5),
]
PRIORITY_SPLIT = [
    (
        "Standing or donkey calves 4 sets of 6, drop 6, drop 6, drop 6",
        "standing or donkey calves: 4 x 6 > 6 > 6 > 6",
        19,
    ),
    (
        "Seated calves 7 sets of 10, drop 10, drop 10, drop 10",
        "seated calves: 7 x 10 > 10 > 10 > 10",
        34,
    ),
    ("7 sets of 10, drop 10, drop 10, drop 10", "7 x 10 > 10 > 10 > 10", 34),
    ("Donkey calves 700 pounds for 6 reps", "donkey calves: 1 x 6 @ 700 lb", 1),
    (
        DONKEY,
        "donkey calves: 1 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb",
        4,
    ),
    ("4 plates for 10", "1 x 10 @ 4 plates", 1),
    ("10 more with 3 plates", "1 x 10 @ 3 plates", 1),
    (
        SEATED,
        "1 x 10 @ 4 plates drop 1 plate until empty",
        4,
    ),
    ("Lying leg curl 6 sets of 12 reps", "lying leg curl: 6 x 12", 11),
    (
        "Lying leg curl 6 sets of 12 reps, point your toes for about 6 reps. Then curl (Dorsiflex) your foot",
        "lying leg curl: 6 x 12 point 6 then flex",
        11,
    ),
    (
        "6 sets of 12 reps, positive forced and negative forced reps from set 4",
        "6 x 12 + forced 2 + negative 6s from set 4",
        17,
    ),
    ("6 x 12 + negative reps over 6 seconds", "6 x 12 + negative 6s", 17),
    ("Romanian dumbbell dead lifts 4 sets of 12 reps", "romanian dumbbell dead lifts: 4 x 12", 7),
    ("Seated Leg Curls 4 sets of 20", "seated leg curls: 4 x 20", 7),
    (
        "Standing single leg leg curls 7 sets of 12 alternating no rest",
        "standing single leg leg curls: 7 x 12 alternating no rest",
        14,
    ),
    ("5 minutes bike", "bike: 1 x 5 min", 1),
    ("5 minutes bike to warm up your knees", "bike: 1 warm-up x 5 min", 1),
    ("Leg extension 7 sets of 20 each leg alternating", "leg extension: 7 x 20 alternating", 14),
    (
        "7 sets of 20 each leg alternating, no rest and not to muscle failure",
        "7 x 20 alternating not to failure no rest",
        14,
    ),
    (
        "Squats 5 sets of 12. Pyramid up to 3 work sets to failure",
        "squats: 5 x 12 pyramid to 3 work to failure",
        9,
    ),
    (
        SQUAT,
        "squats: 5 x 12 pyramid to 3 work to failure if partner or cage + forced 2 if partner",
        12,
    ),
    ("5 x 12, 2 forced reps", "5 x 12 + forced 2", 14),
    ("5 x 12 come down slow and pause at the bottom", "5 x 12 pause 1s bottom slow", 9),
    ("Leg press 4 working sets of 20", "leg press: 4 work x 20", 7),
    (
        "Leg press 4 working sets of 20 with at least one 5 second rest with the weight at the top",
        "leg press: 4 work x 20 + rest-pause 5s",
        15,
    ),
    ("20 reps with out at least one 5 second rest", "1 x 20 + rest-pause 5s", 3),
    ("Hack Squat 4 work sets of 12", "hack squat: 4 work x 12", 7),
    ("Walking Lunges 3 sets with 20 steps per leg", "walking lunges: 3 x 20 steps/side", 5),
    ("Glute abduction 7 sets of 12-20", "glute abduction: 7 x 12-20", 13),
]
METHODS_TABLE = [
    ("4×10–12", "4 x 10-12", 7),
    ("4×8–10 per side", "4 x 8-10/side", 15),
    ("3×90 s", "3 x 90s", 5),
    ("3 x hold 90 s", "3 x hold 90s", 5),
    ("2×30 s", "2 x 30s", 3),
    ("3 sets of 12–15, rest 60–90 s", "3 x 12-15 rest 60-90s", 5),
    ("4 of 10–12, rest 45–60 s", "4 x 10-12 rest 45-60s", 7),
    ("4–5 of 8–10, rest 30–45 s", "4-5 x 8-10 rest 30-45s", 9),
    ("6×12", "6 x 12", 11),
    ("7×12 alternating, no rest", "7 x 12 alternating no rest", 14),
    ("7×20 each leg alternating, no rest, not to failure", "7 x 20 alternating not to failure no rest", 14),
    (
        "5×12 pyramiding up to 3 work sets to failure, 2 forced reps if partner",
        "5 x 12 pyramid to 3 work to failure + forced 2 if partner",
        12,
    ),
    ("4 work sets of 20", "4 work x 20", 7),
    ("3×20 steps per leg", "3 x 20 steps/side", 5),
    ("7×12–20", "7 x 12-20", 13),
]
IN_OTHER_WORDS = [
    ("700 lb for 6 then 600 then do 8 then 500", "1 x 6 > 8 > 8 @ 700 lb drop 100 lb", 3),
    ("700 lb for 6 then 600 lb then 500 lb", "1 x 6 > 6 > 6 @ 700 lb drop 100 lb", 3),
    ("pin 8 for 10, partner moves the pin to 6, then i do 8 more", "1 x 10 > 8 @ pin 8 drop 2 pins", 2),
    ("4 plates for 10 then 3 then 2", "1 x 10 > 10 > 10 @ 4 plates drop 1 plate", 3),
    ("4 plates for 10, strip 1 plate, then do 10 with 3 plates", "1 x 10 > 10 @ 4 plates drop 1 plate", 2),
    ("1 x 10 > 8 @ 90 kg drop 10 kg x 2", "1 x 10 > 8 > 8 > 8 @ 90 kg drop 10 kg", 4),
    ("1 x 10 @ 90 kg drop 10 kg x 3", "1 x 10 > 10 > 10 > 10 @ 90 kg drop 10 kg", 4),
    ("4 x 8, 5 partials", "4 x 8 + partials 5", 11),
    ("4 x 8 and 10 pulses", "4 x 8 + pulses 10", 11),
    ("4 x 8 + 3 negatives 5s", "4 x 8 + negative 3 x 5s", 11),
    ("4 x 8 + 3 negatives", "4 x 8 + negative 3 x 6s", 11),
    ("4 x 8 + forced + partials + pulses", "4 x 8 + forced 2 + partials 5 + pulses 10", 19),
    (
        "4 x 8 + forced if partner else 3 partials and 4 pulses",
        "4 x 8 + forced 2 if partner else partials 3 and pulses 4",
        11,
    ),
    ("4 x 8 forced 2 from set 2 partials 3 from set 3", "4 x 8 + forced 2 from set 2 + partials 3 from set 3", 12),
    (
        "4 x 8 + forced 2 from set 2 + pulses 3 if partner else partials 1 and pulses 2",
        "4 x 8 + forced 2 from set 2 + pulses 3 if partner else partials 1 and pulses 2",
        14,
    ),
    ("4 x 8 tempo 31x0", "4 x 8 tempo 3-1-x-0", 7),
    ("4 x 8 tempo 3/10/x/0", "4 x 8 tempo 3-10-x-0", 7),
    ("4 x 8 tempo 3110", "4 x 8 tempo 3-1-1-0", 7),
    ("4 x 8 pause", "4 x 8 pause 1s bottom", 7),
    ("4 x 8 pause 2s at the top", "4 x 8 pause 2s top", 7),
    ("4 x 8 toes out", "4 x 8 toes-out", 7),
    ("4 x 8 dorsiflex", "4 x 8 flex", 7),
    ("1 x 1.5 min", "1 x 90s", 1),
    ("3 x 10 rest 1,5 min", "3 x 10 rest 90s", 5),
    ("3 x 10 rest 1-2 min", "3 x 10 rest 60-120s", 5),
    ("3 x 10 @ 82,50 kg", "3 x 10 @ 82.5 kg", 5),
    ("3 x 10 @ 082.0 kg", "3 x 10 @ 82 kg", 5),
    ("3 x 10 @ 80.000 kg", "3 x 10 @ 80 kg", 5),
    ("3 x 10 @ 75% of 1RM", "3 x 10 @ 75%", 5),
    ("3 x 10 @ 2 rir", "3 x 10 rir 2", 5),
    ("3 x 10, 2-3 rir", "3 x 10 rir 2-3", 5),
    ("Leg day: 3 x 10 with 2 forced reps", "leg day: 3 x 10 + forced 2", 8),
    ("90 seconds, 3 reps", "3 x hold 90s", 5),
    ("wall sit for 90 seconds", "wall sit: 1 x 90s", 1),
]


@pytest.mark.parametrize(
    ("said", "canonical", "steps"), STRENGTH_AND_CIRCUIT + MACHINE_DAY + PRIORITY_SPLIT + METHODS_TABLE + IN_OTHER_WORDS
)
def test_the_phrase_is_read(said: str, canonical: str, steps: int) -> None:
    prescription = parse(said)
    assert str(prescription) == canonical
    assert parse(canonical) == prescription
    assert len(expand(prescription, frozenset({"partner", "cage"}))) == steps


def test_the_sources_chains_come_out_load_by_load() -> None:
    donkey = expand(parse("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb"))
    assert [str(step.load.mass) for step in donkey if step.set_number == 1 and step.target] == [  # type: ignore[union-attr]
        "700 lb",
        "600 lb",
        "500 lb",
        "400 lb",
    ]
    seated = [step for step in expand(parse("7 x 10 > 10 > 10 > 10 @ 4 plates drop 1 plate")) if step.target]
    assert [step.text for step in seated[:4]] == [
        "Set 1 of 7: 10 reps at 4 plates",
        "Strip 1 plate: 10 reps at 3 plates",
        "Strip 1 plate: 10 reps at 2 plates",
        "Strip 1 plate: 10 reps at 1 plate",
    ]
    assert len(seated) == 28
