from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import priority
from trygg_plugin.domain.errors import DomainError
from trygg_plugin.domain.priority import ProblemFigures
from trygg_plugin.domain.standard import default_folder, load_standard

STANDARD = load_standard(default_folder())
WEIGHTS = priority.weights_of(STANDARD)
SCORES = st.dictionaries(
    st.sampled_from(sorted(WEIGHTS)), st.one_of(st.none(), st.integers(0, 3)), max_size=11
)


def test_every_criterion_of_bra_has_a_field_and_every_field_a_criterion():
    fields = {
        field.key[len(priority.FIELD_PREFIX) :]
        for field in STANDARD.records["problem"].fields
        if field.codelist == "priority_score"
    }
    assert fields == set(WEIGHTS)
    assert len(WEIGHTS) == 11
    codes = [code.key for code in STANDARD.codelists["priority_score"].codes]
    assert codes == [str(score) for score in range(priority.HIGHEST_SCORE + 1)]


def test_a_total_by_hand():
    # (3·1 + 0·1 + 2·2) of 3·(1 + 1 + 2) = 7 of 12
    result = priority.weighted_priority(
        {"a": 3, "b": 0, "c": 2, "d": None, "unknown": 3}, {"a": 1, "b": 1, "c": 2, "d": 4}
    )
    assert result.total == pytest.approx(100 * 7 / 12)
    assert result.answered == pytest.approx(0.5)
    assert result.parts == pytest.approx({"a": 25, "b": 0, "c": 100 / 3})


def test_nothing_scored_is_no_priority():
    assert priority.weighted_priority({}, WEIGHTS).total is None
    assert priority.weighted_priority({"common": None}, WEIGHTS).answered == 0
    assert priority.weighted_priority({"common": 3}, {}).total is None


@given(SCORES)
def test_totals_stay_within_the_scale(scores):
    result = priority.weighted_priority(scores, WEIGHTS)
    given_scores = [score for score in scores.values() if score is not None]
    if not given_scores:
        assert result.total is None
        return
    assert 0 <= result.total <= 100.0000001
    assert result.total == pytest.approx(sum(result.parts.values()))
    if len(set(given_scores)) == 1:
        assert result.total == pytest.approx(100 * given_scores[0] / 3)


@given(SCORES, st.sampled_from(sorted(WEIGHTS)))
def test_a_higher_score_never_lowers_the_priority(scores, criterion):
    lower = priority.weighted_priority({**scores, criterion: 1}, WEIGHTS).total
    higher = priority.weighted_priority({**scores, criterion: 2}, WEIGHTS).total
    assert higher > lower


def test_scores_outside_the_scale_are_refused():
    for score in (-1, 4):
        with pytest.raises(DomainError, match="not between 0 and 3"):
            priority.weighted_priority({"common": score}, WEIGHTS)


def with_weight(text):
    codelist = STANDARD.codelists["priority_criterion"]
    first = dataclasses.replace(codelist.codes[0], extra={"weight": text})
    changed = dataclasses.replace(codelist, codes=(first, *codelist.codes[1:]))
    return dataclasses.replace(
        STANDARD, codelists={**STANDARD.codelists, "priority_criterion": changed}
    )


def test_weights_are_data():
    assert priority.weights_of(with_weight("2,5"))["common"] == 2.5
    assert "common" not in priority.weights_of(with_weight("0"))
    for wrong in ("", "much", "-1", "nan", "inf"):
        with pytest.raises(DomainError, match="“common”"):
            priority.weights_of(with_weight(wrong))


def test_scores_are_read_from_a_record():
    record = {"title": "x", "priority_common": "3", "priority_cost": 0, "priority_signal": None}
    record["priority_total"] = 55.5
    assert priority.scores_of(record) == {"common": 3, "cost": 0}


def test_order_of_the_meeting():
    problems = [
        {"title": "B", "priority_total": 40.0},
        {"title": "A", "priority_total": 40.0},
        {"title": "C", "priority_total": 90.0},
        {"title": "D", "priority_total": None},
        {"title": "E", "priority_rank": 1, "priority_total": 5.0},
    ]
    assert [p["title"] for p in priority.in_order(problems)] == ["E", "C", "A", "B", "D"]


def scores(**figures):
    return {s.criterion: s.score for s in priority.suggest(ProblemFigures(**figures))}


def test_suggestions_speak_only_of_what_is_known():
    assert scores(incidents=5) == {}


def test_suggestions():
    assert scores(
        incidents=40,
        all_problems=(3, 5, 9, 20, 40),
        previous_period=20,
        same_last_year=30,
        months_active=7,
        rate=3.1,
        reference_rate=1.5,
        share_at_top_places=0.5,
        mean_severity=2.0,
        share_with_many=0.1,
    ) == {
        "common": 3,  # more than all four others
        "increasing": 2,  # 40.5 / 30.5 = 1.33 against the same time last year
        "long_lasting": 2,
        "deviating": 3,
        "place_bound": 2,
        "affects_many": 0,
        "serious": 1,
    }


def test_a_rise_that_the_season_explains_is_no_rise():
    assert scores(incidents=60, previous_period=20, same_last_year=62)["increasing"] == 0


def test_changes_of_few_incidents_are_not_judged():
    assert "increasing" not in scores(incidents=4, previous_period=1)


def test_reasons_are_sentences_with_the_figures():
    (suggestion,) = priority.suggest(ProblemFigures(incidents=40, previous_period=20))
    assert suggestion.sentence == "Incidents in the period: 40, in the one compared with: 20."
