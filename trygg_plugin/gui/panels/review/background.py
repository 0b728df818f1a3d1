"""Questions of the review panel that may take a moment, asked away from the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ....i18n import tr
from ..parts.asking import Asking

if TYPE_CHECKING:
    from .page import ReviewPage


class Background:
    """How many each filter would give, which texts to look at, and which reports are alike."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._counting, self._scanning, self._comparing = Asking(), Asking(), Asking()

    def count(self) -> None:
        """Say behind each choice of the filters how many incidents it would give."""
        from ....data.casework.queue import counts

        page, workspace, wanted = self._page, self._page.workspace, self._page.filters.wanted()

        def told(found: Any, _problem: str) -> None:
            if found is not None and page.shell.current.workspace is workspace:
                page.filters.show_counts(found)

        self._counting.ask(tr("Counting the queue"), lambda: counts(workspace, wanted), told)

    def scan(self, on: bool) -> None:
        """Look for the incidents whose texts may hold personal data, or stop looking."""
        self._scanning.stop()
        if not on:
            return
        from ....data.casework.queue import with_warnings

        page, workspace = self._page, self._page.workspace
        wanted = replace(page.filters.wanted(), among=None)

        def told(found: Any, problem: str) -> None:
            if page.shell.current.workspace is workspace:
                page.filters.warned_are(found or ())
            if problem:
                page.shell.messages.warning(problem)

        page.said.tell(tr("Looking through the texts…"))
        self._scanning.ask(
            tr("Looking for personal data"), lambda: with_warnings(workspace, wanted), told
        )

    def compare(self, uuid: str) -> None:
        """Say on the card how many other reports may tell of the same."""
        from ....data.casework.duplicates import candidates

        workspace, card = self._page.workspace, self._page.card
        self._comparing.ask(
            tr("Looking for duplicates"), lambda: len(candidates(workspace, uuid)),
            lambda found, _problem: card.show_duplicates(uuid, found or 0),
        )  # fmt: skip

    def stop_comparing(self) -> None:
        self._comparing.stop()

    def stop(self) -> None:
        for asking in (self._counting, self._scanning, self._comparing):
            asking.stop()
