"""The evidence register: every claim is whole, its links lead somewhere, and a wrong file is told in one sentence."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.catalogue import load_catalogue
from legday.documents import InputError, decode, encode
from legday.evidence import ARTICLES, GRADES, TOPICS, Claim, claim, claims_about, load_claims
from legday.evidence.register import CLAIM_FILES, _load
from legday.planner.rules import RULES
from legday.programs import load_methods

CLAIMS = {each.id: each for each in load_claims()}
EXERCISES = load_catalogue().exercises
ROWS = {f"{letter}{n}" for letter, most in (("F", 10), ("M", 8), ("C", 8), ("P", 14)) for n in range(1, most + 1)}

ASKED = {
    "hip weakness and knee pain": ("hip-weakness-knee-pain", "mixed"),
    "strength before cardio": ("strength-before-cardio", "mixed"),
    "all calories equal once digested": ("calories-equal-once-digested", "mixed"),
    "leg work burns the most energy": ("legs-burn-most", "supported"),
    "training legs melts belly fat": ("spot-reduction", "contradicted"),
    "men store in the gut, women in the hips": ("men-gut-women-hips", "supported"),
    "and lifespan": ("hip-fat-longer-life", "mixed"),
    "leg training raises hormones and so grows the rest": ("leg-hormones-grow-the-rest", "contradicted"),
    "bone density": ("leg-training-bone", "supported"),
    "metabolism": ("leg-training-metabolism", "mixed"),
    "women get slimmer legs": ("women-slimmer-legs", "contradicted"),
    "stretching clears lactic acid and soreness": ("stretching-lactate-soreness", "contradicted"),
    "heel raise shifts work to the quads": ("heel-wedge-quads", "supported"),
    "heel raise prevents forward knee travel": ("heel-wedge-knee-travel", "contradicted"),
    "unilateral work evens sides": ("unilateral-evens-sides", "mixed"),
    "wall sits": ("wall-sit-explosive", "unsupported"),
    "nerve recruitment": ("jumps-nerve-recruitment", "supported"),
    "protein and carbohydrate timing": ("food-right-after", "mixed"),
    "quads bigger, glutes look smaller": ("quads-make-glutes-look-small", "not-testable"),
    "toes pointed in leg curls trains the calves": ("toes-pointed-curl-calves", "contradicted"),
    "toes out is glutes": ("foot-angle-squat", "contradicted"),
    "foot position on the leg press": ("foot-height-press", "mixed"),
    "narrow is outer quad": ("foot-width-quad-heads", "contradicted"),
    "knees past toes": ("knees-past-toes", "contradicted"),
    "knees caving in and the medial meniscus": ("knees-in-meniscus", "unsupported"),
    "training to failure": ("train-to-failure", "mixed"),
    "forced reps": ("forced-reps", "unsupported"),
    "drop sets": ("drop-sets-build", "supported"),
    "soreness as a gate": ("not-while-sore", "mixed"),
}
"""What section E of the methods asks for at least, and where it is."""


@pytest.mark.parametrize("asked", ASKED)
def test_what_the_methods_ask_to_be_graded_is_graded(asked: str) -> None:
    identifier, grade = ASKED[asked]
    assert CLAIMS[identifier].grade == grade


def test_every_file_is_a_claim_of_its_own_and_all_articles_are_read() -> None:
    assert sorted(CLAIMS) == sorted(file.stem for file in CLAIM_FILES.iterdir())
    assert {place.article for each in CLAIMS.values() for place in each.places} == set(ARTICLES)
    assert {topic for each in CLAIMS.values() for topic in each.topics} == set(TOPICS)


@pytest.mark.parametrize("each", CLAIMS.values(), ids=list(CLAIMS))
def test_a_claim_says_what_was_found_by_whom(each: Claim) -> None:
    assert bool(each.findings) or each.grade == "not-testable"
    for finding in each.findings:
        assert re.search(r"\.$", finding.found), finding.found
        assert "  " not in finding.found
        assert finding.doi is None or re.fullmatch(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+", finding.doi), finding.doi
    for sentence in (each.claim, each.in_short, each.what_legday_does):
        assert sentence.endswith("."), sentence
    assert len(each.in_short) <= 130, "in short is one short sentence"


def test_a_paper_is_cited_alike_wherever_it_is_cited() -> None:
    dois: dict[str, set[tuple[str, int, str]]] = {}
    for each in CLAIMS.values():
        for finding in each.findings:
            if finding.doi:
                dois.setdefault(finding.doi.lower(), set()).add((finding.authors, finding.year, finding.journal))
    assert {doi: cited for doi, cited in dois.items() if len(cited) > 1} == {}


@pytest.mark.parametrize("each", CLAIMS.values(), ids=list(CLAIMS))
def test_links_lead_to_exercises_methods_rows_and_rules_that_exist(each: Claim) -> None:
    for link in each.exercises:
        exercise, _, variant = link.partition("/")
        assert exercise in EXERCISES, link
        assert not variant or variant in {way.id for way in EXERCISES[exercise].variants}, link
    assert set(each.methods) <= set(load_methods())
    assert {place.article for place in each.places} <= set(each.methods), "a claim is about the method it is made for"
    assert set(each.rows) <= ROWS
    assert set(each.drives) <= {rule.id for rule in RULES} | set(load_methods())


def test_claims_come_best_supported_first_and_read_back_as_they_were() -> None:
    grades = [list(GRADES).index(each.grade) for each in load_claims()]
    assert grades == sorted(grades)
    assert decode(encode(load_claims()), tuple[Claim, ...]) == load_claims()


def test_a_claim_is_found_by_id_and_a_slip_is_told() -> None:
    assert claim("spot-reduction").grade == "contradicted"
    with pytest.raises(KeyError, match=r"no claim 'spot-reducton'; did you mean spot-reduction\?"):
        claim("spot-reducton")


def test_claims_about_a_variant_are_about_the_exercise_and_the_other_way_round() -> None:
    about = {each.id for each in claims_about(exercise="squat/duck-stance")}
    assert {"foot-angle-squat", "knees-past-toes"} <= about
    assert "foot-angle-squat" not in {each.id for each in claims_about(exercise="squat/full")}
    assert {"foot-angle-squat", "knees-past-toes"} <= {each.id for each in claims_about(exercise="squat")}
    assert claims_about(exercise="squ") == ()


@given(
    exercise=st.none() | st.sampled_from(sorted({link for each in CLAIMS.values() for link in each.exercises})),
    method=st.none() | st.sampled_from(list(ARTICLES)),
    topic=st.none() | st.sampled_from(list(TOPICS)),
)
def test_what_is_asked_together_is_what_each_asks(exercise: str | None, method: str | None, topic: str | None) -> None:
    together = claims_about(exercise=exercise, method=method, topic=topic)  # type: ignore[arg-type]
    alone = (
        {found.id for found in claims_about(exercise=exercise)},
        {found.id for found in claims_about(method=method)},  # type: ignore[arg-type]
        {found.id for found in claims_about(topic=topic)},  # type: ignore[arg-type]
    )
    assert {found.id for found in together} == set.intersection(*alone)


WHOLE = (CLAIM_FILES / "spot-reduction.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("grade: contradicted", "grade: proven"), r"grade: .*proven"),
        (("rows: [F4, F7]", "rows: [F4, F7]\ndrives: [goal]"), r"drives: a claim that is contradicted drives nothing"),
        (("doi: 10.5114/hm.2022.110373", "doi: doi.org/10.5114"), r"doi"),
        (("topics: [fat, looks]", "topics: [fate]"), r"fate.*fat"),
        (("id: spot-reduction", "id: spot-training"), r"this file holds 'spot-training'; name it spot-training.yaml"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    assert change[0] in WHOLE
    (tmp_path / "spot-reduction.yaml").write_text(WHOLE.replace(*change), encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        _load(tmp_path)
    assert len(caught.value.problems) == 1
    assert "spot-reduction.yaml" in caught.value.problems[0].source


def test_a_grade_needs_findings(tmp_path: Path) -> None:
    head, _, rest = WHOLE.partition("findings:")
    (tmp_path / "spot-reduction.yaml").write_text(head + rest[rest.index("what_legday_does") :], encoding="utf-8")
    with pytest.raises(InputError, match="a claim without findings can't be contradicted"):
        _load(tmp_path)
