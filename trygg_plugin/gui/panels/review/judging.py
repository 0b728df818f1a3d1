"""What the reviewer decides about the chosen incidents, each decision as one act of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Sequence, Tuple

from ....i18n import tr
from ..parts.doing import user_name
from .dialogs import ABOUT_PERSONS, REQUESTS

if TYPE_CHECKING:
    from ....data.casework.review import Done, Seen
    from ....data.records import Record
    from .acts import Act
    from .page import ReviewPage


class Judging:
    """Words every decision and has :class:`Acts` write it for what the page shows as chosen, or
    for ``seen``."""

    def __init__(self, page: ReviewPage, seen: Optional[Sequence[Seen]] = None) -> None:
        self._page = page
        self._seen = seen

    def of_these(self) -> Judging:
        """For the incidents that are chosen now, whatever is chosen once the question is answered:
        what others write may move the list under an open menu."""
        return Judging(self._page, self._page.seen())

    def approve(self) -> None:
        from ....data.casework import review

        self._do(tr("Approved"), review.approve)

    def begin(self) -> None:
        from ....data.casework import review

        self._do(tr("Taken up for review"), review.begin)

    def set_severity(self, severity: str) -> None:
        from ....data.casework import review

        label = self._page.code_words().label("severity", severity)
        self._do(
            tr("Severity {severity}").format(severity=label), review.set_values,
            {"severity_reviewed": severity},
        )  # fmt: skip

    def set_values(self, what: str, **values: object) -> None:
        from ....data.casework import review

        self._do(what, review.set_values, values)

    def ask_completion(self, request: str) -> None:
        from ....data.casework import review

        self._do(tr("Sent back for completion"), review.ask_completion, request)

    def send_back_for_persons(self) -> None:
        """Ask the reporter for a text without data about persons."""
        self.ask_completion(REQUESTS[self._page.shell.current.language][ABOUT_PERSONS])

    def reject(self, reason: str) -> None:
        """Reject for a reason; a duplicate names the other report first."""
        from ....data.casework import review

        if reason == "duplicate":
            self._page.open_duplicates()
            return
        label = self._page.code_words().label("rejection_reason", reason)
        self._do(tr("Rejected: {reason}").format(reason=label), review.reject, reason)

    def forward(self, organisation: str, name: str, **named: Any) -> None:
        from ....data.casework import review

        said = tr("Forwarded to {name}").format(name=name)
        self._do(said, review.forward, organisation, **named)

    def link(self, problem: str, title: str) -> None:
        from ....data.casework import review

        said = tr("Linked to {problem}").format(problem=title)
        self._do(said, review.link_problem, problem)

    def clean(self) -> None:
        """Take out of the texts all that may be personal data."""
        from ....data.casework import review

        self._do(tr("Possible personal data removed"), review.remove_personal_data)

    def remove_finding(self, field: str, number: int) -> None:
        """Take one finding out of its text; all of them where ``field`` is none of the texts."""
        from ....data.casework import review

        findings = self._page.findings
        if field not in findings:
            self.clean()
            return
        only = {field: [findings[field][number]]}
        self._do(tr("Possible personal data removed"), review.remove_personal_data, only)

    def correct_place(self, record: Record, point: Tuple[float, float]) -> None:
        """Move an incident to a point in the workspace's CRS, and into the area there."""
        from ....data.casework import review
        from ....exchange.places import AreaFinder

        workspace = self._page.workspace
        (area,) = AreaFinder(workspace).find([point[0]], [point[1]])
        self._run(
            tr("Place corrected"), record,
            lambda seen: review.correct_place(
                workspace, seen[0], point, area or record["area"], user=user_name()
            ),
        )  # fmt: skip

    def merge(self, kept: Record, lost: Record) -> None:
        from ....data.casework.duplicates import merge
        from ....data.casework.review import Seen

        workspace, other = self._page.workspace, Seen(lost.uuid, lost.version)
        self._run(
            tr("Merged"), kept, lambda seen: merge(workspace, seen[0], [other], user=user_name())
        )

    def _do(self, what: str, act: Callable[..., Done], *given: Any, **named: Any) -> None:
        workspace = self._page.workspace
        run: Act = lambda seen: act(workspace, seen, *given, user=user_name(), **named)  # noqa: E731
        self._page.doing.run(
            what, self._page.seen() if self._seen is None else self._seen, run
        )

    def _run(self, what: str, record: Record, run: Callable[[Sequence[Seen]], Done]) -> None:
        from ....data.casework.review import Seen

        self._page.doing.run(what, [Seen(record.uuid, record.version)], run)
