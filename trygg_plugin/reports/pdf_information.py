"""What a PDF says of itself: title, author, language, and bookmarks to its pages.

QGIS prints layouts one after the other without any of it. It is appended as an incremental
update, as PDF readers expect of a changed file (ISO 32000-1, 7.5.6): nothing that was
printed is touched.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, Sequence, Tuple


def add_information(
    path: Path,
    title: str,
    author: str,
    subject: str,
    language: str,
    bookmarks: Sequence[Tuple[str, int]] = (),
) -> bool:
    """Write it into a PDF printed by Qt; False (and an unchanged file) for one of another make.

    ``language``: a tag such as ``sv-SE``. ``bookmarks``: title and page, from 0.
    """
    data = path.read_bytes()
    trailer = re.search(
        rb"trailer\s*<<\s*/Size (\d+)\s*/Info (\d+) 0 R\s*/Root (\d+) 0 R\s*>>\s*"
        rb"startxref\s*(\d+)\s*%%EOF\s*\Z",
        data,
    )
    if trailer is None:
        return False
    size, info, root, table = (int(group) for group in trailer.groups())
    known = _dictionary(data, info)
    catalog = _dictionary(data, root)
    pages = _pages(data, catalog)
    if not known or not catalog or not pages:
        return False
    changed: Dict[int, bytes] = {
        info: _with(
            known,
            {
                b"Title": _text(title),
                b"Author": _text(author),
                b"Subject": _text(subject),
                b"Creator": _text("Trygg"),
            },
        )
    }
    entries = {b"Lang": _text(language), b"ViewerPreferences": b"<< /DisplayDocTitle true >>"}
    marks = [(text, pages[page]) for text, page in bookmarks if page < len(pages)]
    if marks:
        entries[b"Outlines"] = b"%d 0 R" % size
        entries[b"PageMode"] = b"/UseOutlines"
        changed.update(_outline(marks, size))
    changed[root] = _with(catalog, entries)
    path.write_bytes(_appended(data, changed, (size, info, root, table)))
    return True


def _dictionary(data: bytes, number: int) -> bytes:
    found = re.search(rb"(?<!\d)%d 0 obj\s*<<(.*?)>>\s*endobj" % number, data, re.DOTALL)
    return found.group(1) if found else b""


def _pages(data: bytes, catalog: bytes) -> List[int]:
    tree = re.search(rb"/Pages (\d+) 0 R", catalog)
    if tree is None:
        return []
    kids = re.search(rb"/Kids\s*\[(.*?)\]", _dictionary(data, int(tree.group(1))), re.DOTALL)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", kids.group(1))] if kids else []


def _with(dictionary: bytes, entries: Dict[bytes, bytes]) -> bytes:
    """The inside of a dictionary with entries replaced or added."""
    for key in entries:
        dictionary = re.sub(rb"/%s \((?:\\.|[^\\)])*\)\s*" % key, b"", dictionary)
    added = b"".join(b"/%s %s\n" % item for item in entries.items())
    return b"<<" + dictionary.rstrip() + b"\n" + added + b">>"


def _text(value: str) -> bytes:
    """A text string: UTF-16 with its byte order mark, in hexadecimal digits."""
    return b"<" + (b"\xfe\xff" + value.encode("utf-16-be")).hex().encode("ascii") + b">"


def _outline(marks: Sequence[Tuple[str, int]], first: int) -> Dict[int, bytes]:
    made = {
        first: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (first + 1, first + len(marks), len(marks))
    }
    for position, (text, page) in enumerate(marks):
        number = first + 1 + position
        near = b"" if position == 0 else b"/Prev %d 0 R " % (number - 1)
        if position + 1 < len(marks):
            near += b"/Next %d 0 R " % (number + 1)
        made[number] = b"<< /Title %s /Parent %d 0 R %s/Dest [%d 0 R /Fit] >>" % (
            _text(text), first, near, page,
        )
    return made


def _appended(data: bytes, changed: Dict[int, bytes], old: Tuple[int, int, int, int]) -> bytes:
    size, info, root, table = old
    body = bytearray(data if data.endswith(b"\n") else data + b"\n")
    places: List[Tuple[int, int]] = []
    for number in sorted(changed):
        places.append((number, len(body)))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, changed[number])
    start = len(body)
    body += b"xref\n"
    for number, offset in places:
        body += b"%d 1\n%010d 00000 n \n" % (number, offset)
    body += b"trailer\n<< /Size %d /Info %d 0 R /Root %d 0 R /Prev %d >>\n" % (
        max(size, max(changed) + 1), info, root, table,
    )
    body += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(body)
