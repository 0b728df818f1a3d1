"""Photos lose what a camera writes beside the picture, and nothing of the picture."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage

from trygg_plugin.exchange.errors import ExchangeError
from trygg_plugin.exchange.photos import LONGEST, clean_picture, store_photo

SECRET = b"Annas telefon 59.3293N 18.0686E"


def photo(path: Path, width: int, height: int, orientation: int = 1) -> Path:
    """A JPEG with a red left half, an Exif block with an orientation, a comment and XMP."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    image.setText("Author", "Annas telefon")
    assert image.save(str(path), "JPEG", 95)
    plain = path.read_bytes()
    directory = struct.pack("<HHHII", 2, 0x0112, 3, 1, orientation)
    directory += struct.pack("<HHII", 0x013B, 2, len(SECRET), 38) + struct.pack("<I", 0)
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + directory + SECRET
    xmp = b"http://ns.adobe.com/xap/1.0/\0" + SECRET

    def segment(marker: int, data: bytes) -> bytes:
        return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data

    added = segment(0xE1, exif) + segment(0xE1, xmp) + segment(0xFE, SECRET)
    path.write_bytes(plain[:2] + added + plain[2:])
    return path


def test_nothing_of_the_camera_is_left(tmp_path, qgis_app):
    source = photo(tmp_path / "DSC_0001.jpg", 80, 60)
    assert SECRET in source.read_bytes()
    stored = store_photo(source, tmp_path / "falun")
    kept = (tmp_path / "falun" / stored).read_bytes()
    for trace in (SECRET, b"Exif", b"xap", b"Annas", b"DSC_0001"):
        assert trace not in kept
    assert "DSC" not in stored and stored.startswith("photos/")
    image = QImage(str(tmp_path / "falun" / stored))
    assert (image.width(), image.height()) == (80, 60) and image.textKeys() == []
    assert image.pixelColor(5, 30).red() > 200 and image.pixelColor(75, 30).blue() > 200


def test_a_photo_taken_upright_stays_upright(tmp_path, qgis_app):
    """Orientation 6: the camera was turned; without Exif the picture itself must be turned."""
    image = clean_picture(photo(tmp_path / "a.jpg", 80, 60, orientation=6))
    assert (image.width(), image.height()) == (60, 80)
    assert image.pixelColor(30, 5).red() > 200 and image.pixelColor(30, 75).blue() > 200


def test_a_large_photo_is_made_smaller(tmp_path, qgis_app):
    path = tmp_path / "big.png"
    QImage(LONGEST * 2, LONGEST, QImage.Format.Format_RGB32).save(str(path))
    image = clean_picture(path)
    assert (image.width(), image.height()) == (LONGEST, LONGEST // 2)


def test_what_is_no_picture_is_refused(tmp_path, qgis_app):
    path = tmp_path / "brev.jpg"
    path.write_text("Hej", encoding="utf-8")
    with pytest.raises(ExchangeError, match="brev.jpg cannot be read"):
        store_photo(path, tmp_path)
    assert not (tmp_path / "photos").exists()
    with pytest.raises(ExchangeError, match="missing.jpg"):
        clean_picture(tmp_path / "missing.jpg")
