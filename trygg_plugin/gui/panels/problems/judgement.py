"""Brå's criteria for a problem: what the data suggest, and beside it what people judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....domain.priority import (
    FIELD_PREFIX,
    HIGHEST_SCORE,
    Suggestion,
    scores_of,
    weighted_priority,
    weights_of,
)
from ....i18n import fill, tr
from ...form_parts import choice, shrink
from ..parts.choices import label_of
from ..parts.doing import user_name
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.records import Record
    from ....reports.problem_figures import ProblemPicture
    from .page import ProblemsPage


class JudgementTab(QWidget):
    """One row for each criterion; nothing is stored before Save."""

    def __init__(self, page: ProblemsPage) -> None:
        super().__init__(page)
        self._page = page
        self._problem: Optional[Record] = None
        self._suggestions: Dict[str, Suggestion] = {}
        #: criterion -> where it is judged, and where the suggestion stands
        self.scores: Dict[str, QComboBox] = {}
        self.hints: Dict[str, QLabel] = {}
        self._changed = False
        layout = QVBoxLayout(self)
        self.total = Wrapped("", self)
        layout.addWidget(self.total)
        self.rows = QGridLayout()
        self.rows.setColumnStretch(0, 1)
        layout.addLayout(self.rows)
        self.use = QPushButton(tr("Use the suggestions"), self)
        self.use.setToolTip(tr("Where nothing is judged yet; what you have judged stays"))
        self.use.clicked.connect(lambda _checked=False: self.use_suggestions())
        layout.addWidget(self.use)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(self.fontMetrics().height() * 5)
        self.reason.setPlaceholderText(tr("Reasons for the judgement"))
        self.reason.setAccessibleName(tr("Reasons for the judgement"))
        self.reason.textChanged.connect(self._touched)
        layout.addWidget(self.reason)
        self.save = QPushButton(tr("Save judgement"), self)
        self.save.clicked.connect(lambda _checked=False: self.store())
        layout.addWidget(self.save)
        layout.addStretch(1)

    def show_problem(self, problem: Record) -> None:
        """Show the scores as stored; what is judged but not saved of the same problem stays."""
        if self._changed and self._problem is not None and problem.uuid == self._problem.uuid:
            return  # its base version stays the one that was seen, so that a conflict is told
        if self._problem is None or problem.uuid != self._problem.uuid:
            self._suggestions = {}
        self._problem = problem
        self._make_rows()
        stored = scores_of(problem.values)
        for criterion, combo in self.scores.items():
            combo.setCurrentIndex(combo.findData(stored.get(criterion)))
        self.reason.setPlainText(str(problem["priority_reason"] or ""))
        self._changed = False
        self._show()

    def suggest(self, picture: ProblemPicture) -> None:
        """What the data speak for."""
        self._suggestions = {one.criterion: one for one in picture.suggestions}
        self._show()

    def use_suggestions(self) -> None:
        """Take over the suggestions for criteria without a judgement."""
        for criterion, suggestion in self._suggestions.items():
            combo = self.scores.get(criterion)
            if combo is not None and combo.currentData() is None:
                combo.setCurrentIndex(combo.findData(suggestion.score))

    def store(self) -> None:
        """Save all scores, the total and the reasons."""
        from ....data.casework.problems import judge

        problem = self._problem
        if problem is None:
            return
        scores = {criterion: combo.currentData() for criterion, combo in self.scores.items()}
        fine = self._page.doing.do(
            lambda: judge(
                self._page.workspace, problem.uuid, scores,
                reason=self.reason.toPlainText().strip(), base_version=problem.version,
                user=user_name(),
            ),
            tr("The judgement is saved."),
        )  # fmt: skip
        if fine:
            self._changed = False
            return
        # someone else was first: the next save counts from what stands there now
        current = self._page.workspace.rows("problem", "uuid = {p}", [problem.uuid])
        self._problem = current[0] if current else problem

    def _make_rows(self) -> None:
        if self.scores:
            return
        workspace, language = self._page.workspace, self._page.shell.current.language
        record = workspace.standard.records["problem"]
        known = {field.key: field.label[language] for field in record.fields}
        for place, criterion in enumerate(weights_of(workspace.standard)):
            name = known.get(FIELD_PREFIX + criterion)
            if name is None:
                continue
            label = Wrapped(name, self)
            combo = choice([], "", self, name)
            combo.addItem("–", None)
            for score in range(HIGHEST_SCORE + 1):
                combo.addItem(
                    label_of(workspace, "priority_score", str(score), language), score
                )
            shrink(combo)
            combo.setMinimumContentsLength(6)
            combo.currentIndexChanged.connect(lambda _index: self._touched())
            hint = Wrapped("", self)
            hint.setEnabled(True)
            font = hint.font()
            font.setPointSizeF(font.pointSizeF() * 0.9)
            font.setItalic(True)
            hint.setFont(font)
            label.setBuddy(combo)
            self.rows.addWidget(label, 2 * place, 0)
            self.rows.addWidget(combo, 2 * place, 1)
            self.rows.addWidget(hint, 2 * place + 1, 0, 1, 2)
            self.scores[criterion], self.hints[criterion] = combo, hint

    def forget(self) -> None:
        """Another workspace may have other criteria."""
        self._problem, self._changed, self._suggestions = None, False, {}
        self.scores.clear()
        self.hints.clear()
        while self.rows.count():
            widget = self.rows.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()

    def _touched(self) -> None:
        self._changed = True
        self._show()

    def _show(self) -> None:
        if self._problem is None:
            return
        standard = self._page.workspace.standard
        scores = {criterion: combo.currentData() for criterion, combo in self.scores.items()}
        priority = weighted_priority(scores, weights_of(standard))
        if priority.total is None:
            said = tr("Nothing is judged yet.")
        else:
            said = fill(
                tr("Weighted priority {total:.0f} of 100, from {share:.0%} of the criteria."),
                total=priority.total, share=priority.answered,
            )  # fmt: skip
        self.total.setText(said)
        for criterion, hint in self.hints.items():
            suggestion = self._suggestions.get(criterion)
            hint.setVisible(suggestion is not None)
            if suggestion is not None:
                hint.setText(tr("Suggested {score}: {reason}").format(
                    score=suggestion.score,
                    reason=fill(tr(suggestion.reason), **suggestion.values),
                ))  # fmt: skip
        self.use.setEnabled(
            any(c in self.scores and self.scores[c].currentData() is None
                for c in self._suggestions)
        )  # fmt: skip
        self.save.setEnabled(self._changed)
