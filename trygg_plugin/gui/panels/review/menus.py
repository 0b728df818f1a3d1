"""Acts that ask something first: menus whose entries have a number each, and dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QMenu

from ....i18n import tr
from ..parts.choices import codes, organisations
from .dialogs import REQUESTS, ForwardDialog, RequestDialog

if TYPE_CHECKING:
    from .judging import Judging
    from .page import ReviewPage

#: Problems that a menu offers; the others are linked from their own panel.
_PROBLEMS = 20

Option = Tuple[str, Callable[[], None]]


class Menus:
    """Opens over the button of the act; nothing is written until something is chosen."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        #: the dialog opened last
        self.dialog: Optional[QDialog] = None

    def reasons(self) -> QMenu:
        """Why to reject."""
        judging = self._page.judging.of_these()
        reasons = codes(self._page.workspace, "rejection_reason", self._language)
        return self._menu("reject", [
            (label, lambda key=key: judging.reject(key)) for key, label in reasons
        ])  # fmt: skip

    def severity(self) -> QMenu:
        judging = self._page.judging.of_these()
        options = codes(self._page.workspace, "severity", self._language)
        # the labels begin with their numbers
        return self._menu("severity", [
            (label, lambda key=key: judging.set_severity(key)) for key, label in options
        ], numbered=False)  # fmt: skip

    def requests(self) -> QMenu:
        """What to ask the reporter for."""
        judging = self._page.judging.of_these()
        return self._menu("complete", [
            *((text, lambda text=text: judging.ask_completion(text))
              for text in REQUESTS[self._language]),
            (tr("In own words…"), lambda: self.request(judging=judging)),
        ])  # fmt: skip

    def problems(self) -> QMenu:
        """The open problems in their order, and a new one."""
        from ....data.casework.problems import open_problems

        judging = self._page.judging.of_these()
        options: List[Option] = [
            (problem["title"],
             lambda uuid=problem.uuid, title=problem["title"]: judging.link(uuid, title))
            for problem in open_problems(self._page.workspace)[:_PROBLEMS]
        ]  # fmt: skip
        options.append((tr("New problem…"), self.new_problem))
        return self._menu("problem", options)

    def secrecy(self) -> QMenu:
        judging = self._page.judging.of_these()
        label = tr("Secrecy: {mark}")
        options: List[Option] = [
            (label.format(mark=name), lambda key=key, name=name: judging.set_values(
                label.format(mark=name), secrecy=key))
            for key, name in codes(self._page.workspace, "secrecy", self._language)
        ]  # fmt: skip
        for said, value in ((tr("May be published"), True), (tr("May not be published"), False)):
            options.append((
                said,
                lambda said=said, value=value: judging.set_values(said, publishable=value),
            ))  # fmt: skip
        return self._menu("secrecy", options)

    def request(self, text: str = "", judging: Optional[Judging] = None) -> None:
        """The reviewer's own words to the reporter."""
        judges = judging or self._page.judging.of_these()
        field = self._page.workspace.standard.records["incident"].field("completion_request")
        dialog = RequestDialog(self._page, self._language, text, field.max_length or 300)
        dialog.accepted.connect(lambda: judges.ask_completion(dialog.text()))
        self._open(dialog)

    def forward(self) -> None:
        """Which organisation, what for, and until when."""
        workspace, judging = self._page.workspace, self._page.judging.of_these()
        field = workspace.standard.records["incident_forward"].field("request")
        dialog = ForwardDialog(
            self._page, self._language, organisations(workspace), field.max_length or 500
        )

        def forward() -> None:
            organisation, request, due = dialog.answer()
            judging.forward(
                organisation, dialog.organisation.currentText(), request=request, due=due
            )

        dialog.accepted.connect(forward)
        self._open(dialog)

    def new_problem(self) -> None:
        from ....data.errors import DataError
        from ..problems.dialog import ProblemDialog

        page = self._page
        try:
            dialog = ProblemDialog(page, [one.uuid for one in page.seen()], None)
        except DataError as error:
            page.shell.messages.error(error)
            return
        dialog.created.connect(lambda _uuid: page.reload())
        self._open(dialog)

    @property
    def _language(self) -> str:
        return self._page.shell.current.language

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._page.list.setFocus())
        dialog.open()

    def _menu(self, key: str, options: Sequence[Option], numbered: bool = True) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (text, chosen) in enumerate(options, start=1):
            plain = text.replace("&", "&&")
            action = menu.addAction(f"&{number % 10}  {plain}" if numbered else f"&{plain}")
            action.triggered.connect(lambda _checked=False, chosen=chosen: chosen())
        if options:
            menu.setActiveAction(menu.actions()[0])
        button = self._page.bar.button_of(key)
        menu.popup(button.mapToGlobal(button.rect().topLeft()))
        return menu
