"""The dialog "Logins and rights": a table of logins, and a form for one of them.

The database decides what is allowed; the dialog tells its answer and stays.
"""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.gui import QgsPasswordLineEdit
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..data.errors import DataError, Refusal
from ..data.logins import (
    Login,
    create_login,
    list_logins,
    my_role,
    remove_login,
    set_login,
    suggest_password,
)
from ..data.workspace import Workspace
from ..domain.rights import LOGIN_MANAGERS, ROLE_LABELS, ROLE_TEXTS, ROLES, ROLES_OF_AN_ORGANISATION
from ..i18n import tr, tr_error
from .form_parts import choice, name_buttons, note, searched


class LoginsDialog(QDialog):
    """Shows who has which role, and gives, changes and takes roles."""

    def __init__(self, workspace: Workspace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Logins and rights"))
        self._workspace = workspace
        self._known: List[Login] = []
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([tr("Login"), tr("Role"), tr("Organisation")])
        self.table.setAccessibleName(tr("Logins"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.login = QLineEdit(self)
        self.login.textEdited.connect(self._typed)
        self.role = choice(
            [(role, tr(ROLE_LABELS[role])) for role in ROLES], ROLES[0], self, tr("Role")
        )
        self.role.currentIndexChanged.connect(self._role_changed)
        self.meaning = note("", self)
        self.organisation = choice([("", tr("(none)"))], "", self, tr("Organisation"))
        searched(self.organisation)
        self.password = QgsPasswordLineEdit(self)
        self.password.setShowLockIcon(False)
        self.answer = note("", self)
        self._lay_out()
        self._role_changed()

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (tr("&Login"), self.login), (tr("&Role"), self.role),
            (tr("&Organisation"), self.organisation), (tr("Pass&word"), self.password),
        ):
            self.form.addRow(label, widget)
            widget.setAccessibleName(label.replace("&", ""))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        name_buttons(self.buttons)
        kind = QDialogButtonBox.ButtonRole.ActionRole
        self.save_button = self.buttons.addButton(tr("Save"), kind)
        self.remove_button = self.buttons.addButton(tr("Take the role away"), kind)
        self.save_button.clicked.connect(self.save)
        self.save_button.setDefault(True)
        self.remove_button.clicked.connect(self.remove)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(note(
            tr("A login of the server gets one role in this workspace and belongs to an "
               "organisation. Choose one to change it, or write the name of another."), self))
        layout.addWidget(self.table, 1)
        layout.addLayout(self.form)
        layout.addWidget(self.meaning)
        layout.addWidget(self.answer)
        layout.addWidget(self.buttons)
        self._ask_password(False)
        height = self.fontMetrics().height()
        self.resize(34 * height, 32 * height)

    def read(self) -> None:
        """Read logins and organisations; raises DataError when the workspace has none."""
        self._known = list_logins(self._workspace)
        managing = my_role(self._workspace) in ("owner", *LOGIN_MANAGERS)
        self.table.setRowCount(len(self._known))
        for row, one in enumerate(self._known):
            name = one.name if one.on_server else tr("{name} (gone)").format(name=one.name)
            for column, text in enumerate(
                (name, tr(ROLE_LABELS.get(one.role, one.role)), one.organisation_name or "")
            ):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._read_organisations()
        for widget in (self.login, self.role, self.organisation, self.password,
                       self.save_button, self.remove_button):  # fmt: skip
            widget.setEnabled(managing)
        self._another()
        if not managing:
            self.answer.setText(
                tr("Only the workspace’s administrator changes the rights of logins.")
            )

    def _read_organisations(self) -> None:
        chosen = self.organisation.currentData()
        actors = sorted(self._workspace.rows("actor"), key=lambda one: str(one["name"]).lower())
        self.organisation.clear()
        self.organisation.addItem(tr("(none)"), "")
        for actor in actors:
            self.organisation.addItem(str(actor["name"]), actor.uuid)
        self._choose_organisation(chosen)

    def _choose_organisation(self, uuid: Optional[str]) -> None:
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(uuid or "")))

    def save(self) -> None:
        """Give the login its role; a login that is not there yet is made with a password."""
        login = self.login.text().strip()
        role, organisation = self.role.currentData(), self.organisation.currentData() or None
        if not login:
            self._tell(tr("Write the name of the login."), self.login)
            return
        if role in ROLES_OF_AN_ORGANISATION and organisation is None:
            self._tell(tr("Choose the organisation that the login works for."), self.organisation)
            return
        if self._asks_password and not self.password.text():
            self._tell(tr("Write a password for the new login."), self.password)
            return

        def work() -> None:
            if self._asks_password:
                create_login(self._workspace, login, self.password.text())
            set_login(self._workspace, login, role, organisation)

        self._do(work, tr("{login} has the role {role}.").format(
            login=login, role=self.role.currentText()
        ))  # fmt: skip

    def remove(self) -> None:
        """Take the role of the login away."""
        login = self.login.text().strip()
        if not login:
            self._tell(tr("Choose a login in the table."), self.table)
            return
        self._do(
            lambda: remove_login(self._workspace, login),
            tr("{login} has no role in the workspace any more.").format(login=login),
        )

    def _do(self, work: Callable[[], None], done: str) -> None:
        try:
            work()
        except Refusal as error:
            if error.rule == "login_unknown" and not self._asks_password:
                self._ask_password(True)
                self.password.setText(suggest_password())
                self._tell(
                    tr("The server has no login of that name. Save once more to create it with "
                       "this password, and hand the password over in a safe way."), self.password)
                return
            self._tell(tr_error(error))
            return
        except DataError as error:
            self._tell(tr_error(error))
            return
        try:
            self.read()
        except DataError as error:
            self._tell(tr_error(error))
            return
        self._tell(done)

    def _tell(self, sentence: str, where: Optional[QWidget] = None) -> None:
        self.answer.setText(sentence)
        if where is not None:
            where.setFocus()

    def _chosen(self) -> None:
        row = self.table.currentRow()
        if not self.table.selectedItems() or not 0 <= row < len(self._known):
            return
        one = self._known[row]
        self.login.setText(one.name)
        self.role.setCurrentIndex(max(0, self.role.findData(one.role)))
        self._choose_organisation(one.organisation)
        self._another()

    def _typed(self, *_: object) -> None:
        self.table.clearSelection()
        self._another()

    def _another(self) -> None:
        self._ask_password(False)
        self.password.clear()
        self.answer.clear()

    def _role_changed(self, *_: object) -> None:
        self.meaning.setText(tr(ROLE_TEXTS[self.role.currentData()]))

    def _ask_password(self, asked: bool) -> None:
        self._asks_password = asked
        self.password.setVisible(asked)
        label = self.form.labelForField(self.password)
        if label is not None:
            label.setVisible(asked)
