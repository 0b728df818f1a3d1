"""Runs an algorithm of Processing from a dialog: here when it must, else as a task."""

from __future__ import annotations

from typing import Any, Dict, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from ..i18n import tr

#: Results by output name.
Results = Dict[str, Any]


class RunFailed(Exception):
    """Why an algorithm gave no result, as the user's sentence."""


class Told(QgsProcessingFeedback):
    """Feedback that keeps what an algorithm says, for the log and for a sentence on failure."""

    def __init__(self) -> None:
        super().__init__(False)
        self.last_error = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.last_error = error
        super().reportError(error, fatalError)


def made(algorithm_id: str) -> QgsProcessingAlgorithm:
    """A fresh copy of an algorithm; RunFailed when the provider does not have it."""
    found = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    if found is None:
        raise RunFailed(tr("The tool {name} is missing. Switch Trygg off and on again among the "
                           "plugins.").format(name=algorithm_id))
    return found


def run_here(
    parent: QWidget, algorithm_id: str, parameters: Results, title: str
) -> Tuple[Results, str]:
    """Run an algorithm that belongs to the main thread, behind a window with its progress.

    Gives results and log. Raises RunFailed with a sentence, also when the user cancels.
    """
    algorithm = made(algorithm_id)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = Told()
    context.setFeedback(feedback)
    fine, sentence = algorithm.checkParameterValues(parameters, context)
    if not fine:
        raise RunFailed(sentence)
    window = QProgressDialog(title, tr("Cancel"), 0, 100, parent)
    window.setWindowTitle("Trygg")  # no tr(): a name is the same in every language
    window.setWindowModality(Qt.WindowModality.WindowModal)
    window.setMinimumDuration(0)
    window.setAutoClose(False)
    window.canceled.connect(feedback.cancel)

    def show(share: float) -> None:
        window.setValue(int(share))  # noqa: QGS202  (no raster)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    feedback.progressChanged.connect(show)
    show(0.0)
    try:
        results, succeeded = algorithm.run(parameters, context, feedback)
    except QgsProcessingException as error:
        raise RunFailed(str(error)) from error
    finally:
        feedback.progressChanged.disconnect(show)
        window.canceled.disconnect(feedback.cancel)
        window.close()
        window.deleteLater()
    if not succeeded:
        raise RunFailed(feedback.last_error or tr("The work could not be finished."))
    return results, feedback.textLog()


class BackgroundRun(QObject):
    """An algorithm that runs as a task of QGIS's, with progress and cancel.

    Keep a reference until ``finished``.
    """

    #: share (0 to 100)
    progressed = pyqtSignal(float)
    #: succeeded, results, sentence of the error (empty when it succeeded)
    finished = pyqtSignal(bool, dict, str)

    def __init__(
        self, algorithm_id: str, parameters: Results, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = Told()
        self._algorithm = made(algorithm_id)
        self._parameters = parameters
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self.feedback.progressChanged.connect(self.progressed)

    def start(self) -> None:
        """Begin. Raises RunFailed when the parameters do not fit."""
        fine, sentence = self._algorithm.checkParameterValues(self._parameters, self.context)
        if not fine:
            raise RunFailed(sentence)
        self._task = QgsProcessingAlgRunnerTask(
            self._algorithm, self._parameters, self.context, self.feedback
        )
        self._task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        self.feedback.cancel()

    def _executed(self, succeeded: bool, results: Results) -> None:
        sentence = "" if succeeded else self.feedback.last_error
        if not succeeded and not sentence:
            sentence = tr("The work could not be finished.")
        self._task = None
        self.finished.emit(succeeded, dict(results), sentence)


