"""Photos of a walk's points: in every format, described, and without what the camera wrote."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import zipfile

from qgis.PyQt.QtGui import QColor, QImage

from tests.reports.test_documents import made
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.reports.document import Picture, from_json, to_json
from trygg_plugin.reports.render_docx import render_docx
from trygg_plugin.reports.render_html import render_html
from trygg_plugin.reports.write import write


def test_a_confirmed_photo_stands_in_every_format(demo, tmp_path):
    shutil.copy(demo.path, tmp_path / "copy.gpkg")
    workspace = open_workspace(tmp_path / "copy.gpkg")
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("#335577"))
    image.setText("Comment", "Taken by Anna")
    assert image.save(str(tmp_path / "tunnel.jpg"))
    first, second = workspace.rows("walk_point")[:2]
    with workspace.transaction("anna", importing=True) as transaction:
        transaction.update(
            "walk_point", first.uuid, {"photo": "tunnel.jpg", "photo_confirmed": True})
        transaction.update(
            "walk_point", second.uuid, {"photo": "gone.jpg", "photo_confirmed": True})
    document = made(workspace, "walk_protocol")
    (photo,) = [b for b in document.blocks if isinstance(b, Picture)]
    assert f"Foto av punkt {first['number']}" in photo.alt and first["place_name"] in photo.alt
    assert from_json(to_json(document)) == document
    content = re.search("base64,([^\"]+)", photo.svg)
    kept = base64.b64decode(content.group(1))
    assert b"Anna" not in kept and max(QImage.fromData(kept).width(), 0) == 800
    page = render_html(document)
    assert "data:image/jpeg;base64," in page and photo.alt in page
    archive = zipfile.ZipFile(io.BytesIO(render_docx(document)))
    pictures = [QImage.fromData(archive.read(n)) for n in archive.namelist() if "media" in n]
    assert any(QColor(p.pixel(p.width() // 2, p.height() // 2)).blue() in range(110, 128)
               for p in pictures), "the photo is drawn"
    pdf = write(document, tmp_path / "walk.pdf")
    listed = subprocess.run(["pdfimages", "-list", str(pdf)], capture_output=True, text=True)
    assert re.search(r"\bimage\s+800\s+53\d", listed.stdout), listed.stdout
