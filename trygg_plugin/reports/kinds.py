"""What a kind of document is, and the way from a workspace to a finished one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional

from ..analysis.progress import Progress, silent
from ..data.workspace import Workspace
from .context import ADOPTED, INTERNAL, PUBLIC, ReportContext, Request, figures_of
from .document import Document
from .layouts import ReportError

Gatherer = Callable[[Workspace, Request, Progress], ReportContext]
Publisher = Callable[[ReportContext], ReportContext]


@dataclass(frozen=True)
class DocumentKind:
    """``record``: the table whose record the document tells of; with ``needs_record`` it can't
    do without. ``of_kind``: only records with this value in their field ``kind``. ``gather``
    reads, ``build`` only words: it sees nothing but the context."""

    key: str
    english: str
    swedish: str
    gather: Gatherer
    build: Callable[[ReportContext], Document]
    record: Optional[str] = None
    needs_record: bool = False
    of_kind: Optional[str] = None
    has_period: bool = False
    public: bool = True

    def title(self, language: str) -> str:
        return self.swedish if language == "sv" else self.english


def make_document(
    workspace: Workspace,
    kind: DocumentKind,
    request: Request,
    progress: Progress = silent,
    publish: Optional[Publisher] = None,
) -> Document:
    """Gather and word a document.

    ``publish``: puts told counts in place of all figures of a public edition
    (:attr:`ReportContext.published`); without it none is made. See public_edition.py.
    Raises ReportError, DataError or DomainError with a sentence.
    """
    if request.edition == PUBLIC and publish is None:
        raise ReportError("A public edition is made with “Publish”, which suppresses small counts.")
    if request.edition == PUBLIC and not kind.public:
        raise ReportError(
            "“{title}” tells of single records and has no public edition.",
            title=kind.title(request.language),
        )
    if request.edition == ADOPTED:
        request = replace(request, edition=INTERNAL)
    with workspace.reading():
        context = kind.gather(workspace, request, progress)
    if request.edition == PUBLIC and publish is not None:
        context = publish(context)
    document = kind.build(context)
    return replace(
        document,
        kind=kind.key,
        figures={**figures_of(context), **document.figures},
        parameters={
            "edition": request.edition,
            "made_on": request.today.isoformat(),
            "record": request.record or "",
            **document.parameters,
        },
    )
