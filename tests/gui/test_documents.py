"""The dialog that writes documents: what it offers, what it makes, what it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from trygg_plugin.gui.documents import DocumentsDialog, DocumentsPart
from trygg_plugin.reports.documents import MODULES


@pytest.fixture()
def dialog(qgis_app, provider, workspace, tmp_path):
    workspace.insert("meeting", {
        "title": "EST-möte vecka 47", "kind": "est", "starts_at": datetime(2026, 11, 16, 9)})
    made = DocumentsDialog(workspace, "minutes")
    made.folder.setFilePath(str(tmp_path))
    yield made
    made.deleteLater()


def save(dialog):
    return dialog.buttons.button(dialog.buttons.StandardButton.Save)


def choose(dialog, kind):
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_it_offers_every_document_and_opens_with_the_one_asked_for(dialog):
    assert [dialog.kind.itemData(i) for i in range(dialog.kind.count())] == list(MODULES)
    assert dialog.kind.currentData() == "minutes"
    assert dialog.record.currentText() == "EST-möte vecka 47"
    assert save(dialog).isEnabled()


def test_a_document_without_its_record_says_what_to_do(dialog):
    choose(dialog, "walk_protocol")
    assert not save(dialog).isEnabled() and dialog.hint.text()
    choose(dialog, "law_statement")
    assert save(dialog).isEnabled() and not dialog.record.isEnabled()


def test_at_least_one_format_must_be_chosen(dialog):
    for box in dialog.formats.values():
        box.setChecked(False)
    assert not save(dialog).isEnabled()
    dialog.formats[".html"].setChecked(True)
    assert save(dialog).isEnabled()


def test_it_writes_the_formats_chosen_under_the_records_name(dialog, tmp_path, qgis_app, provider):
    dialog.open()
    dialog.formats[".pdf"].setChecked(False)
    dialog.formats[".html"].setChecked(True)
    dialog.language.setCurrentIndex(dialog.language.findData("sv"))
    dialog.store()
    assert [path.name for path in dialog.files] == [
        "Protokoll_EST-möte_vecka_47.docx", "Protokoll_EST-möte_vecka_47.html"]
    assert all(path.parent == tmp_path and path.stat().st_size for path in dialog.files)


def test_what_went_wrong_stays_in_the_dialog(dialog, tmp_path):
    dialog.open()
    dialog.folder.setFilePath(str(tmp_path / "gone"))
    dialog.store()
    assert not dialog.files and "gone" in dialog.problem.text()
    assert not dialog.problem.isHidden()


def test_every_control_is_named_for_those_who_hear_it(dialog):
    for control in (dialog.kind, dialog.record, dialog.language, dialog.folder):
        assert control.accessibleName()
    assert all(box.text() for box in dialog.formats.values())


def test_the_part_tells_when_no_workspace_is_open(monkeypatch):
    said = []

    class Messages:
        def warning(self, sentence, *_links):
            said.append(sentence)

    class Shell:
        class current:  # noqa: N801
            workspace = None

        messages = Messages()

    DocumentsPart(Shell()).choose()
    assert len(said) == 1


def test_a_public_edition_is_kept_and_refused_for_single_records(dialog):
    choose(dialog, "law_statement")
    dialog.public.setChecked(True)
    assert not dialog.keep.isEnabled() and save(dialog).isEnabled()
    choose(dialog, "minutes")
    assert not save(dialog).isEnabled() and "single records" in dialog.hint.text()
    dialog.public.setChecked(False)
    assert dialog.keep.isEnabled()
