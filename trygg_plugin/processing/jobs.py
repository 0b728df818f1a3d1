"""Jobs that run several of our algorithms: prepare all, run each, and tell what each found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterable, List, Tuple

from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingUtils,
)

from ..analysis.errors import Cancelled
from ..domain.errors import DomainError
from ..i18n import tr
from .base import Run


@dataclass
class Step:
    """One algorithm of the job: its parameters and the outputs of the job that it fills."""

    name: str
    parameters: Dict[str, Any]
    fills: Tuple[Tuple[str, str], ...]
    algorithm: Any = None


class _Listening(QgsProcessingMultiStepFeedback):
    """Passes a step's log on, and keeps its last sentences for the summary."""

    def __init__(self, steps: int, feedback: QgsProcessingFeedback) -> None:
        super().__init__(steps, feedback)
        self.heard: List[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802  (QGIS calls it)
        self.heard.append(info)
        super().pushInfo(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802  (QGIS calls it)
        self.heard.append(warning)
        super().pushWarning(warning)


@dataclass
class Answers:
    """What the steps gave: results by the job's output names, sentences, and charts (SVG text)."""

    results: Dict[str, Any] = field(default_factory=dict)
    said: List[str] = field(default_factory=list)
    charts: List[str] = field(default_factory=list)
    done: int = 0


def prepared(run: Run, steps: Iterable[Step]) -> List[Step]:
    """The steps, ready to run: each has looked at its layers on their own thread.

    Call it in ``prepareAlgorithm``.
    """
    registry = QgsApplication.processingRegistry()
    ready = []
    for step in steps:
        algorithm = registry.createAlgorithmById(f"trygg:{step.name}")
        if algorithm is not None and algorithm.prepare(step.parameters, run.context, run.feedback):
            step.algorithm = algorithm
            ready.append(step)
    return ready


def run_steps(run: Run, steps: List[Step]) -> Answers:
    """Run each; a step without an answer says why and does not stop the others.

    Raises DomainError when none has one, Cancelled when the user has cancelled.
    """
    answers = Answers()
    for number, step in enumerate(steps):
        feedback = _Listening(len(steps), run.feedback)
        feedback.setCurrentStep(number)
        title = step.algorithm.displayName()
        run.log(f"— {title}")
        try:
            answer = step.algorithm.runPrepared(step.parameters, run.context, feedback)
        except QgsProcessingException as error:
            if run.feedback.isCanceled():
                raise Cancelled from error
            sentence = tr("{title} has no answer: {reason}").format(title=title, reason=error)
            run.warn(sentence)
            answers.said.append(sentence)
            continue
        answers.done += 1
        answers.results.update({ours: answer.get(theirs) for ours, theirs in step.fills})
        if answer.get("CONCLUSION"):
            answers.said.append(f"{title}: {answer['CONCLUSION']}")
        elif feedback.heard:
            answers.said.append(f"{title}: {feedback.heard[-1]}")
        chart = answer.get("CHART")
        if chart and Path(chart).is_file():
            answers.charts.append(Path(chart).read_text(encoding="utf-8"))
    if not steps:
        raise DomainError("Choose at least one result of the analysis.")
    if not answers.done:
        raise DomainError("No step of the analysis has an answer: {reason}",
                          reason=answers.said[-1])
    return answers


def picture(name: str) -> Dict[str, str]:
    """The parameter that has a step draw its chart for the job's summary."""
    return {"CHART": QgsProcessingUtils.generateTempFilename(f"{name}.svg")}
