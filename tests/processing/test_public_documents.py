"""Publishing through the tools: kept as an edition before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsProcessingException

from tests.processing.test_documents import run
from trygg_plugin.reports import editions


def test_a_public_atlas_is_kept_and_has_no_figures_beside_it(provider, workspace, tmp_path: Path):
    workspace.insert(
        "area", {"name": "Centrum", "kind": "est_area"},
        geometry=QgsGeometry.fromWkt(
            "MultiPolygon(((500000 6500000, 502000 6500000, 502000 6502000, 500000 6500000)))"),
    )  # fmt: skip
    folder = tmp_path / "out"
    folder.mkdir()
    results = run("councilatlas", {
        "WORKSPACE": str(workspace.path), "PUBLIC": True, "SINCE": "2026-01-01",
        "FROM": "2026-05-01", "TO": "2026-08-31", "ALSO": "html",
        "OUTPUT": str(folder / "atlas.pdf"),
    })
    assert Path(results["OUTPUT"]).is_file()
    assert sorted(path.name for path in folder.iterdir()) == ["atlas.html", "atlas.pdf"]
    (kept,) = editions.listed(workspace)
    assert kept["public"] and editions.read(workspace, kept["uuid"]).edition == "public"


@pytest.mark.parametrize(
    "name, parameters, sentence",
    [
        ("minutes", {}, "tells of single records"),
        ("periodpicture", {"FROM": "2026-05-04", "TO": "2026-05-10"}, "at least a month"),
        ("periodpicture", {"FROM": "2026-05-04", "TO": "2026-06-30"}, "whole months"),
    ],
)
def test_what_is_not_published_is_a_sentence(
    provider, workspace, tmp_path, name, parameters, sentence
):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, {"WORKSPACE": str(workspace.path), "PUBLIC": True,
                   "OUTPUT": str(tmp_path / "x.html"), **parameters})
    assert not editions.listed(workspace) and not list(tmp_path.glob("x*"))
