"""Which tables a project shows, in which groups and order."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple

from ..domain.record_types import Label, Standard

#: Group label and the record types in it, topmost first. The map reads from top to bottom.
GROUPS: Sequence[Tuple[Label, Tuple[str, ...]]] = (
    ({"sv": "Händelser", "en": "Incidents"}, ("incident", "incident_forward")),
    (
        {"sv": "Åtgärder", "en": "Measures"},
        ("measure", "measure_cause", "follow_up"),
    ),
    (
        {"sv": "Problem", "en": "Problems"},
        ("problem", "problem_incident", "problem_light", "cause"),
    ),
    (
        {"sv": "Trygghetsvandringar", "en": "Safety walks"},
        ("walk_point", "walk", "walk_participant"),
    ),
    (
        {"sv": "Områden", "en": "Areas"},
        ("priority_place", "area", "area_light", "survey_value"),
    ),
    (
        {"sv": "Möten och perioder", "en": "Meetings and periods"},
        (
            "meeting",
            "meeting_participant",
            "meeting_point",
            "decision",
            "decision_problem",
            "decision_measure",
            "period",
        ),
    ),
    (
        {"sv": "Lagens krav", "en": "The law"},
        ("document", "edition", "agreement", "agreement_party", "disclosure"),
    ),
    ({"sv": "Aktörer", "en": "Organisations"}, ("actor", "reporter_contact", "feedback_receipt")),
)
OTHER: Label = {"sv": "Övrigt", "en": "Other"}
CODE_LISTS: Label = {"sv": "Kodlistor", "en": "Code lists"}


def grouped(standard: Standard) -> List[Tuple[Label, List[str]]]:
    """The groups with the record types that the standard has; a municipality's own come last."""
    placed: Dict[str, bool] = dict.fromkeys(standard.records, False)
    groups: List[Tuple[Label, List[str]]] = []
    for label, keys in GROUPS:
        present = [key for key in keys if key in placed]
        placed.update((key, True) for key in present)
        if present:
            groups.append((label, present))
    others = [key for key, done in placed.items() if not done]
    if others:
        groups.append((OTHER, others))
    return groups
