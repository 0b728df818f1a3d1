"""Questions that may take a moment, asked of the workspace away from the window."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsTask

from ....i18n import tr_error


class AskTask(QgsTask):
    """Runs ``question`` in a thread; ``told`` gets the answer, or None and a sentence."""

    def __init__(
        self, title: str, question: Callable[[], Any], told: Callable[[Any, str], None]
    ) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._question, self._told = question, told
        self._answer: Any = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        try:
            self._answer = self._question()
        except Exception as error:  # a task that raises would take QGIS down
            self._error = error
        return self._error is None

    def finished(self, result: bool) -> None:
        if not self.isCanceled():
            self._told(self._answer, "" if self._error is None else tr_error(self._error))


class Asking:
    """Asks one question at a time: a newer one makes the older one's answer void."""

    def __init__(self) -> None:
        self._task: Optional[AskTask] = None

    def ask(
        self, title: str, question: Callable[[], Any], told: Callable[[Any, str], None]
    ) -> None:
        self.stop()
        self._task = AskTask(title, question, lambda *answer: self._answered(told, *answer))
        QgsApplication.taskManager().addTask(self._task)

    def stop(self) -> None:
        """The answer is no longer wanted."""
        task, self._task = self._task, None
        if task is not None:
            try:
                task.cancel()
            except RuntimeError:
                return  # QGIS has deleted a task that ended

    def _answered(self, told: Callable[[Any, str], None], answer: Any, problem: str) -> None:
        self._task = None
        told(answer, problem)
