"""What has been adopted never changes, whoever writes: asked by the database itself."""

from __future__ import annotations

import datetime as dt

import pytest
from qgis.core import QgsVectorLayer

from trygg_plugin.data.errors import Refusal
from trygg_plugin.domain.states import PERIOD

WEEK = {
    "title": "Vecka 47, 2026",
    "kind": "week",
    "date_from": dt.date(2026, 11, 16),
    "date_to": dt.date(2026, 11, 22),
    "analysis": "Mer skadegörelse vid torget.",
}
EDITION = {"title": "Vecka 47", "content": "{}", "checksum": "0" * 64}
on_both_engines = pytest.mark.parametrize(
    "workspace",
    ["geopackage", pytest.param("postgis", marks=pytest.mark.native)],
    indirect=True,
)


def refused(action) -> str:
    with pytest.raises(Refusal) as caught:
        action()
    return caught.value.rule


def adopted(workspace) -> str:
    uuid = workspace.insert("period", WEEK)
    for state in PERIOD.states[1:5]:
        workspace.change_state("period", uuid, state)
    assert workspace.get("period", uuid)["status"] == "adopted"
    return uuid


@pytest.mark.parametrize(
    "changes",
    [
        {"content": '{"figures": {}}'},
        {"checksum": "1" * 64},
        {"title": "En annan"},
        {"public": True},
        {"adopted_at": dt.datetime(2020, 1, 1)},
        {"language": "en"},
    ],
)
def test_an_edition_never_changes(workspace, changes):
    uuid = workspace.insert("edition", EDITION)
    assert refused(lambda: workspace.update("edition", uuid, changes)) == "never_changes"
    assert workspace.get("edition", uuid).version == 1


@on_both_engines
def test_an_edition_is_not_deleted_and_may_be_given_its_printed_file(workspace):
    uuid = workspace.insert("edition", EDITION)
    assert refused(lambda: workspace.delete("edition", uuid)) == "never_changes"
    workspace.update("edition", uuid, {"file": "utskrifter/vecka47.pdf"})
    kept = workspace.get("edition", uuid)
    assert (kept["file"], kept["content"]) == ("utskrifter/vecka47.pdf", "{}")


@pytest.mark.parametrize("state", PERIOD.states)
def test_a_periods_texts_change_until_it_is_adopted(workspace, state):
    uuid = workspace.insert("period", WEEK)
    for step in PERIOD.states[1 : PERIOD.states.index(state) + 1]:
        workspace.change_state("period", uuid, step)
    change = lambda: workspace.update("period", uuid, {"analysis": "Nytt"})  # noqa: E731
    if PERIOD.states.index(state) < PERIOD.states.index("adopted"):
        change()
        assert workspace.get("period", uuid)["analysis"] == "Nytt"
        workspace.delete("period", uuid)
        assert workspace.rows("period") == []
    else:
        assert refused(change) == "adopted_never_changes"
        assert refused(lambda: workspace.delete("period", uuid)) == "adopted_never_changes"
        workspace.update("period", uuid, {"feedback": "Tack för era rapporter."})


@on_both_engines
def test_adopting_may_name_the_meeting_in_the_same_change(workspace):
    uuid = workspace.insert("period", WEEK)
    meeting = workspace.insert(
        "meeting", {"title": "EST", "kind": "est", "starts_at": dt.datetime(2026, 11, 23, 9)}
    )
    for state in ("closed", "draft", "est_meeting"):
        workspace.change_state("period", uuid, state)
    workspace.change_state("period", uuid, "adopted", {"adopted_at": meeting})
    assert workspace.get("period", uuid)["adopted_at"] == meeting
    later = lambda: workspace.update("period", uuid, {"adopted_at": None})  # noqa: E731
    assert refused(later) == "adopted_never_changes"


def test_a_program_without_trygg_is_refused_too(workspace):
    uuid = adopted(workspace)
    uri, provider = workspace.layer_uri("period")
    layer = QgsVectorLayer(uri, "period", provider)
    (feature,) = layer.getFeatures()
    assert layer.startEditing()
    assert layer.changeAttributeValue(
        feature.id(), layer.fields().indexOf("analysis"), "Skönmålning"
    )
    assert not layer.commitChanges()
    assert "adopted_never_changes" in " ".join(layer.commitErrors())
    layer.rollBack()
    assert workspace.get("period", uuid)["analysis"] == WEEK["analysis"]


def test_disposal_reaches_what_is_frozen(workspace):
    """Retention goes for editions too: the one way past, and it is announced."""
    uuid = workspace.insert("edition", EDITION)
    with workspace.transaction("samordnaren") as transaction:
        workspace.engine.announce(transaction.connection, "disposing", None, None, None)
        transaction.update("edition", uuid, {"content": "{}", "title": "Gallrad"})
    assert workspace.get("edition", uuid)["title"] == "Gallrad"


@on_both_engines
@pytest.mark.parametrize("record", ["area_light", "problem_light", "priority_place"])
def test_what_belongs_to_a_period_is_adopted_with_it(workspace, record):
    period = workspace.insert("period", WEEK)
    later = workspace.insert("period", {**WEEK, "title": "Vecka 48", "analysis": None,
                                        "date_from": dt.date(2026, 11, 23),
                                        "date_to": dt.date(2026, 11, 29)})  # fmt: skip
    if record == "priority_place":
        named = [{"name": "Torget"}, {"name": "Stationen"}]
        change = {"task": "Rondering"}
    else:
        parent = record.split("_", 1)[0]
        values = {"area": {"name": "Öst", "kind": "est_area"},
                  "problem": {"title": "Klotter", "phenomena": ["vandalism"]}}[parent]  # fmt: skip
        named = [{parent: workspace.insert(parent, {**values, key: name}), "colour": "red"}
                 for key, name in (("name" if parent == "area" else "title", one)
                                   for one in ("Öst", "Väst"))]  # fmt: skip
        change = {"colour": "green"}
    kept = workspace.insert(record, {**named[0], "period": period})
    workspace.update(record, kept, {"reason": "Som mötet sade"})
    for state in PERIOD.states[1:5]:
        workspace.change_state("period", period, state)
    version = workspace.get(record, kept).version
    moving_in = workspace.insert(record, {**named[1], "period": later})
    for action in (
        lambda: workspace.update(record, kept, change),
        lambda: workspace.update(record, kept, {"period": later}),
        lambda: workspace.update(record, moving_in, {"period": period}),
        lambda: workspace.insert(record, {**named[1], "period": period}),
        lambda: workspace.delete(record, kept),
    ):
        with pytest.raises(Refusal) as caught:
            action()
        assert caught.value.rule == "adopted_never_changes"
        assert "fastställd" in str(caught.value)
    assert workspace.get(record, kept).version == version
    # what belongs to a period that is still written goes on
    workspace.update(record, moving_in, change)
    workspace.delete(record, moving_in)


@on_both_engines
def test_an_import_brings_what_was_adopted_elsewhere(workspace):
    period = adopted(workspace)
    with workspace.transaction("samordnaren", importing=True) as transaction:
        made = transaction.insert("priority_place", {"name": "Torget", "period": period})
    assert len(workspace.rows("priority_place")) == 1
    # to bring is not to rewrite: a case officer may import, too
    for rewrite in (
        lambda opened: opened.update("priority_place", made, {"task": "Rondering"}),
        lambda opened: opened.delete("priority_place", made),
    ):
        with pytest.raises(Refusal) as caught, workspace.transaction(
            "handläggaren", importing=True
        ) as transaction:
            rewrite(transaction)
        assert caught.value.rule == "adopted_never_changes"
