"""Documents as the toolbox writes them: files by extension, the latest record, kept editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

from tests.processing.conftest import Log
from tests.reports.conftest import square, text_of
from trygg_plugin.processing import provider as provider_module
from trygg_plugin.processing.documents import DocumentAlgorithm
from trygg_plugin.reports.documents import MODULES, kind_of

SPAN = {"FROM": "2026-05-01", "TO": "2026-08-31"}


def run(name: str, parameters: Dict[str, Any]) -> Dict[str, Any]:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"trygg:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return algorithm.run(parameters, context, Log(), {}, False)[0]


@pytest.fixture()
def filled(workspace):
    """A workspace with a meeting and a problem."""
    workspace.insert("meeting", {
        "title": "EST-möte", "kind": "est", "starts_at": "2026-09-01T09:00:00.000"})
    workspace.insert("meeting", {
        "title": "EST-möte i december", "kind": "est", "starts_at": "2026-12-01T09:00:00.000"})
    workspace.insert("problem", {"title": "Klotter vid stationen", "phenomena": ["vandalism"]})
    return workspace


def test_every_kind_of_document_has_its_tool():
    found = {
        algorithm.KIND: algorithm.NAME
        for module in provider_module.algorithm_modules()
        for algorithm in provider_module.algorithms_in(module)
        if issubclass(algorithm, DocumentAlgorithm)
    }
    assert set(found) == set(MODULES)
    for key, name in found.items():
        # the dialog finds the tool by this
        assert name == key.replace("_", "")
        assert kind_of(key).record is None or provider_module.algorithms_in(key)[0].RECORD


def test_one_run_writes_several_formats(provider, filled, tmp_path: Path):
    results = run("grantappendix", {
        "WORKSPACE": str(filled.path), "LANGUAGE": 0, "ALSO": "docx, html",
        "OUTPUT": str(tmp_path / "bilaga.pdf"),
    })
    files = [Path(name) for name in results["FILES"].split(";")]
    assert [path.name for path in files] == ["bilaga.pdf", "bilaga.docx", "bilaga.html"]
    assert all("Klotter vid stationen" in text for text in (
        files[2].read_text(encoding="utf-8"), " ".join(text_of(files[0]))))


def test_the_latest_meeting_is_told_of_where_none_is_named(provider, filled, tmp_path: Path):
    results = run("minutes", {
        "WORKSPACE": str(filled.path), "LANGUAGE": 0, "OUTPUT": str(tmp_path / "protokoll.html"),
    })
    text = Path(results["OUTPUT"]).read_text(encoding="utf-8")
    assert "Protokoll: EST-möte i december" in text


@pytest.mark.parametrize("days", [SPAN, {}])
def test_an_atlas_of_a_municipality_where_nothing_was_reported(
    provider, workspace, tmp_path: Path, days
):
    """It says so on every page, compares with nothing and has its maps all the same."""
    for name in ("Öster", "Väster"):
        with workspace.transaction() as transaction:
            transaction.insert(
                "area", {"name": name, "kind": "est_area", "population": 900,
                         "population_year": 2025},
                geometry=square(500_000 + 2000 * len(name), 6_500_000, 2000))
    results = run("councilatlas", {
        "WORKSPACE": str(workspace.path), "LANGUAGE": 0, "ALSO": "html", **days,
        "OUTPUT": str(tmp_path / "atlas.pdf"),
    })
    assert results["INCIDENTS"] == 0
    pages = [" ".join(page.split()) for page in text_of(tmp_path / "atlas.pdf")]
    assert results["PAGES"] == len(pages) == 5
    for page in (pages[0], pages[2], pages[3]):
        assert "Inga granskade händelser är registrerade här under perioden" in page
        assert "tidigare uppgifter saknas" in page and "Per 1 000 invånare 0,0" in page
        assert "nan" not in page.lower() and "slump" not in page.split("Så läser")[0]
    assert "Inga händelser är granskade ännu." in pages[4]
    assert "för få händelser på kartan" in pages[4]
    text = (tmp_path / "atlas.html").read_text(encoding="utf-8")
    assert "Inga granskade händelser är registrerade här" in text


def test_a_kept_edition_is_printed_again_as_it_was(provider, filled, tmp_path: Path):
    first = run("minutes", {
        "WORKSPACE": str(filled.path), "LANGUAGE": 0, "KEEP": True,
        "OUTPUT": str(tmp_path / "first.html"),
    })
    meeting = filled.rows("meeting")[-1]
    filled.update("meeting", meeting.uuid, {"title": "Ett annat namn"})
    again = run("minutes", {
        "WORKSPACE": str(filled.path), "STORED": first["EDITION_UUID"],
        "OUTPUT": str(tmp_path / "again.html"),
    })
    assert Path(first["OUTPUT"]).read_bytes() == Path(again["OUTPUT"]).read_bytes()


@pytest.mark.parametrize(
    "name, parameters, sentence",
    [
        ("walkprotocol", {}, "Choose which record"),
        ("periodpicture", {"FROM": "2026-08-31", "TO": "2026-05-01"}, "lies before the first"),
        ("minutes", {"ALSO": "odt"}, "is not known"),
        ("minutes", {"LOGO": "/nowhere/logo.png"}, "does not exist"),
        ("minutes", {"RECORD": "not-a-record"}, "does not exist"),
        ("minutes", {"STORED": "not-an-edition"}, "does not exist"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(provider, filled, tmp_path, name, parameters, sentence):
    given = {"WORKSPACE": str(filled.path), "LANGUAGE": 0,
             "OUTPUT": str(tmp_path / "x.html"), **parameters}
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, given)
    assert not list(tmp_path.glob("x*"))
