"""Adopted editions of documents: kept as they were, and printed again the same.

What is kept is the finished document: its words, figures, charts and maps. The database refuses
every later change of it (an edition is frozen), and a checksum tells if a file was tampered with.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, List, Mapping, Optional

from ..data.workspace import Workspace
from .document import Document, from_json, to_json
from .layouts import ReportError


def checksum(text: str) -> str:
    """SHA-256 of a stored text, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def adopt(
    workspace: Workspace,
    document: Document,
    *,
    period: Optional[str] = None,
    record: Optional[str] = None,
    adopted_at: Optional[dt.datetime] = None,
    user: Optional[str] = None,
) -> str:
    """Keep a document as an edition and return its uuid.

    ``period``, ``record``: uuids of the period and the statutory document that it is of.
    ``adopted_at``: the wall clock's time, now where left out.
    """
    content = to_json(document)
    values = {
        "title": (document.title or document.kind)[:160],
        "period": period,
        "document": record,
        "public": document.edition == "public",
        "language": document.language,
        "content": content,
        "checksum": checksum(content),
    }
    if adopted_at is not None:
        values["adopted_at"] = adopted_at
    return workspace.insert("edition", values, user=user)


def read(workspace: Workspace, uuid: str) -> Document:
    """The document of an edition. Raises ReportError when it is not what was adopted."""
    record = workspace.get("edition", uuid)
    text = str(record["content"])
    if checksum(text) != record["checksum"]:
        raise ReportError(
            "The edition “{title}” is not what was adopted: its checksum does not agree. Take it "
            "from a backup.",
            title=record["title"],
        )
    return from_json(text)


def listed(workspace: Workspace, limit: int = 200) -> List[Mapping[str, Any]]:
    """uuid, title, period, document, public, language and adopted_at of the editions that hold a
    document, the newest first."""
    rows = workspace.query(
        "SELECT uuid, title, period, document, public, language, adopted_at FROM edition "
        "WHERE deleted_at IS NULL AND content LIKE {p} ORDER BY adopted_at DESC, fid DESC "
        "LIMIT {p}",
        ['%"document":%"is":"Document"%', limit],
    )
    return [dict(row) for row in rows]
