"""What every algorithm of Trygg has in common.

To add an algorithm, write one file in ``algorithms/`` (the provider finds it by itself)::

    class Concentration(TryggAlgorithm):
        NAME = "concentration"                    # trygg:concentration
        TITLE = N_("Concentration (Lorenz, Gini)")
        GROUP = groups.CONCENTRATION
        HELP = {"en": "What the answer means, and what not.", "sv": "..."}

        def define(self) -> None:                 # parameters and outputs
            incidents.add_parameters(self)
            self.add_number("CELL", tr("Cell size (m)"), optional=True, minimum=1)
            self.add_table_sink("OUTPUT", tr("Concentration"))
            self.add_number_output("GINI", tr("Gini"))

        def compute(self, run: Run) -> Dict[str, Any]:
            events = incidents.read(run)          # filtered arrays in metres, all told in the log
            cell = run.suggested("CELL", lambda: suggest_cell_size(events.x, events.y))
            answer = concentration(..., progress=run.step(0.2, 0.9))
            return {"OUTPUT": outputs.write_table(run, "OUTPUT", [...]), "GINI": answer.gini}

``AnalysisError`` and ``DomainError`` become the user's sentence, ``Cancelled`` ends quietly.
``tests/processing/test_bad_input.py`` tries every algorithm on bad input; nothing to register.
An algorithm that needs no incidents (an import, a report) simply does not call ``incidents``.
Import numpy and qgis at the top; our own analysis, reports, data … inside ``compute``: QGIS loads
every file of this folder at start, and all of them together may take 100 ms. ``NEEDS`` names the
Python packages beyond numpy that must be there (scipy by default). Give keyword arguments to the
statistics, so that a new parameter there cannot shift ours.
"""

from __future__ import annotations

import importlib.util
import traceback
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsProject,
)
from qgis.PyQt.QtGui import QIcon

from ..analysis.errors import AnalysisError, Cancelled
from ..analysis.progress import Progress, part
from ..data.arrays import Origin, origin_of
from ..data.errors import DataError
from ..domain.errors import DomainError
from ..i18n import fill, tr, tr_error, user_language
from .groups import N_, Group

_PARAMETER = QgsProcessingParameterDefinition.Flag


class Run:
    """One execution: its parameters, its log, its progress and cancelling."""

    def __init__(
        self,
        algorithm: TryggAlgorithm,
        parameters: Mapping[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = dict(parameters)
        self.context = context
        self.feedback = feedback

    # ---- telling

    def log(self, sentence: str) -> None:
        """A translated sentence for the log: what was chosen, left out, found."""
        self.feedback.pushInfo(sentence)

    def warn(self, sentence: str) -> None:
        """A translated sentence that the user should not overlook."""
        self.feedback.pushWarning(sentence)

    def progress(self, share: float) -> None:
        """Progress (0 to 1) of the whole; raises Cancelled when the user has cancelled."""
        if self.feedback.isCanceled():
            raise Cancelled
        self.feedback.setProgress(100.0 * share)

    def step(self, start: float, end: float) -> Progress:
        """Progress of a step that lies between two shares of the whole."""
        return part(self.progress, start, end)

    @property
    def language(self) -> str:
        """"sv" or "en": the language of charts and summaries."""
        return user_language()

    # ---- parameters

    def given(self, name: str) -> bool:
        """Whether the user gave a value (an empty optional one is not given)."""
        value = self.parameters.get(name)
        if value is None and name not in self.parameters:
            definition = self.algorithm.parameterDefinition(name)
            value = None if definition is None else definition.defaultValue()
        return value is not None and value != ""

    def number(self, name: str) -> Optional[float]:
        if not self.given(name):
            return None
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def integer(self, name: str) -> int:
        return int(self.algorithm.parameterAsInt(self.parameters, name, self.context))

    def flag(self, name: str) -> bool:
        return bool(self.algorithm.parameterAsBoolean(self.parameters, name, self.context))

    def text(self, name: str) -> str:
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context))

    def field(self, name: str) -> Optional[str]:
        """The name of the chosen field, or None."""
        if not self.given(name):
            return None
        names = self.algorithm.parameterAsFields(self.parameters, name, self.context)
        return names[0] if names else None

    def day(self, name: str) -> Optional[np.datetime64]:
        """A date parameter as datetime64[D], or None."""
        if not self.given(name):
            return None
        moment = self.algorithm.parameterAsDateTime(self.parameters, name, self.context)
        if not moment.isValid():
            raise DomainError("“{value}” is no date. Write it as 2024-05-31.",
                              value=self.parameters.get(name))
        return np.datetime64(moment.date().toString("yyyy-MM-dd"), "D")

    def needed_day(self, name: str) -> np.datetime64:
        """A date that must be given, as datetime64[D]."""
        day = self.day(name)
        if day is None:
            label = self.algorithm.parameterDefinition(name).description()
            raise DomainError("“{name}” is needed. Write it as 2024-05-31.", name=label)
        return day

    def choice(self, name: str, keys: Sequence[Any]) -> Any:
        """The key that stands where the chosen option stands."""
        return keys[self.algorithm.parameterAsEnum(self.parameters, name, self.context)]

    def suggested(self, name: str, suggest: Callable[[], Any]) -> float:
        """The number given, or one derived from the data with the reason in the log.

        ``suggest`` returns an object with ``value``, ``template`` and ``values`` (pairs).
        """
        value = self.number(name)
        if value is not None:
            return value
        suggestion = suggest()
        reason = fill(tr(suggestion.template), **dict(suggestion.values))
        label = self.algorithm.parameterDefinition(name).description()
        self.log(f"{label}: {reason}")
        return float(suggestion.value)

    def source(self, name: str) -> QgsProcessingFeatureSource:
        """The features of a vector parameter; raises QgsProcessingException without any layer."""
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise QgsProcessingException(
                self.algorithm.invalidSourceError(self.parameters, name)
            )
        return source

    def origin(self, name: str) -> Optional[Origin]:
        """What the fast reading needs of a vector parameter's layer (see data/arrays.py)."""
        return self.algorithm.origins.get(name)


class TryggAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: names and help in one place, errors as sentences."""

    NAME = ""
    TITLE = ""
    GROUP: Group
    #: what the answer means and what it does not: language to HTML
    HELP: Mapping[str, str] = {}
    TAGS: Tuple[str, ...] = ()
    #: Python packages beyond numpy that the work needs
    NEEDS: Tuple[str, ...] = ("scipy",)

    def __init__(self) -> None:
        super().__init__()
        #: fast ways into the vector parameters' files, found on the layers' own thread
        self.origins: Dict[str, Origin] = {}

    # ---- to be written by each algorithm

    def define(self) -> None:
        """Add the parameters and outputs."""
        raise NotImplementedError

    def compute(self, run: Run) -> Dict[str, Any]:
        """Do the work; returns the results by output name."""
        raise NotImplementedError

    # ---- what QGIS asks for

    def createInstance(self) -> TryggAlgorithm:  # noqa: N802
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(self.GROUP.title)

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP.key

    def tags(self) -> List[str]:
        return [tr(tag) for tag in self.TAGS] + list(self.TAGS)

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802
        return str(self.GROUP.icon)

    def shortHelpString(self) -> str:  # noqa: N802
        return self.HELP.get(user_language()) or self.HELP.get("en", "")

    def helpUrl(self) -> str:  # noqa: N802
        from .help_pages import page_url

        return page_url(self.NAME, user_language())

    def canExecute(self) -> Tuple[bool, str]:  # noqa: N802
        missing = [name for name in self.NEEDS if importlib.util.find_spec(name) is None]
        if not missing:
            return True, ""
        return False, tr(
            "This tool needs the Python package {packages}, which this QGIS does not have. "
            "Windows: run OSGeo4W Setup and choose python3-{packages}. Debian and Ubuntu: "
            "install python3-{packages}. Then restart QGIS."
        ).format(packages=", ".join(missing))

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        self.define()

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Layers are looked at here, on their own thread; the work may run on another."""
        self.origins = {}
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                origin = self._origin(definition.name(), parameters, context)
                if origin is not None:
                    self.origins[definition.name()] = origin
        return True

    def processAlgorithm(  # noqa: N802
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        run = Run(self, parameters, context, feedback)
        try:
            return self.compute(run)
        except (AnalysisError, DataError, DomainError) as error:
            raise QgsProcessingException(tr_error(error)) from error
        except Cancelled as error:
            raise QgsProcessingException(tr("Cancelled. Nothing was written.")) from error
        except MemoryError as error:
            raise QgsProcessingException(
                tr("The computer's memory does not suffice. Choose larger cells, shorter "
                   "distances or a shorter period.")
            ) from error
        except QgsProcessingException:
            raise
        except Exception as error:
            feedback.pushDebugInfo(traceback.format_exc())
            raise QgsProcessingException(
                tr("An error in Trygg stopped the work: {error}. Please report it together "
                   "with the text above.").format(error=f"{type(error).__name__}: {error}")
            ) from error

    def _origin(
        self, name: str, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Optional[Origin]:
        value = parameters.get(name)
        selected_only, limit, expression = False, -1, ""
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            selected_only = value.selectedFeaturesOnly
            limit = int(getattr(value, "featureLimit", -1))
            expression = str(getattr(value, "filterExpression", "") or "")  # QGIS 3.32
            value = value.source
        layer = self.parameterAsVectorLayer({**parameters, name: value}, name, context)
        return None if layer is None else origin_of(layer, selected_only, limit, expression)

    # ---- short ways to add parameters and outputs

    def add(
        self,
        parameter: QgsProcessingParameterDefinition,
        advanced: bool = False,
        help_text: str = "",
    ) -> QgsProcessingParameterDefinition:
        """Add any parameter; ``advanced`` folds it away."""
        if advanced:
            parameter.setFlags(parameter.flags() | _PARAMETER.FlagAdvanced)
        if help_text:
            parameter.setHelp(help_text)
        name = parameter.name()
        if not self.addParameter(parameter):
            raise ValueError(f"{self.NAME} has two parameters or outputs called {name}")
        return parameter

    def add_vector(
        self,
        name: str,
        label: str,
        kind: Any = QgsProcessing.SourceType.TypeVectorPolygon,
        optional: bool = False,
        advanced: bool = False,
        help_text: str = "",
    ) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(name, label, [kind], None, optional),
            advanced, help_text,
        )

    def add_field(
        self,
        name: str,
        label: str,
        parent: str,
        kind: Any = QgsProcessingParameterField.DataType.Any,
        optional: bool = True,
        advanced: bool = False,
        help_text: str = "",
    ) -> None:
        self.add(
            QgsProcessingParameterField(name, label, None, parent, kind, False, optional),
            advanced, help_text,
        )

    def add_number(
        self,
        name: str,
        label: str,
        default: Optional[float] = None,
        minimum: Optional[float] = None,
        maximum: Optional[float] = None,
        integer: bool = False,
        optional: bool = False,
        advanced: bool = False,
        help_text: str = "",
    ) -> None:
        """A number; optional without a default means "derived from the data"."""
        number = QgsProcessingParameterNumber
        parameter = number(
            name,
            label,
            number.Type.Integer if integer else number.Type.Double,
            default,
            optional,
        )
        if minimum is not None:
            parameter.setMinimum(minimum)
        if maximum is not None:
            parameter.setMaximum(maximum)
        self.add(parameter, advanced, help_text)

    def add_choice(
        self,
        name: str,
        label: str,
        options: Sequence[str],
        default: int = 0,
        advanced: bool = False,
        help_text: str = "",
    ) -> None:
        """One of several translated options; :meth:`Run.choice` turns it into a key."""
        self.add(
            QgsProcessingParameterEnum(name, label, list(options), False, default),
            advanced, help_text,
        )

    def add_flag(
        self, name: str, label: str, default: bool = False, advanced: bool = False,
        help_text: str = "",
    ) -> None:
        self.add(QgsProcessingParameterBoolean(name, label, default), advanced, help_text)

    def add_text(
        self, name: str, label: str, default: str = "", optional: bool = True,
        advanced: bool = False, help_text: str = "",
    ) -> None:
        self.add(
            QgsProcessingParameterString(name, label, default, False, optional),
            advanced, help_text,
        )

    def add_day(
        self, name: str, label: str, optional: bool = True, advanced: bool = False,
        help_text: str = "",
    ) -> None:
        """A date; :meth:`Run.day` reads it."""
        kind = QgsProcessingParameterDateTime.Type.Date
        self.add(QgsProcessingParameterDateTime(name, label, kind, None, optional),
                 advanced, help_text)

    def add_seed(self) -> None:
        """Seed of the simulations: the same seed gives the same answer."""
        self.add_number("SEED", tr("Seed of the random numbers"), 1, 0, 2_147_483_647,
                        integer=True, advanced=True)

    def add_vector_sink(
        self, name: str, label: str,
        kind: Any = QgsProcessing.SourceType.TypeVectorPolygon, optional: bool = False,
        made: Optional[bool] = None,
    ) -> None:
        """A result layer; ``made``: made unless the user says no (all but optional ones are)."""
        made = not optional if made is None else made
        self.add(QgsProcessingParameterFeatureSink(name, label, kind, None, optional, made))

    def add_table_sink(
        self, name: str, label: str, optional: bool = False, made: Optional[bool] = None
    ) -> None:
        self.add_vector_sink(name, label, QgsProcessing.SourceType.TypeVector, optional, made)

    def add_raster_sink(
        self, name: str, label: str, optional: bool = False, made: Optional[bool] = None
    ) -> None:
        made = not optional if made is None else made
        self.add(QgsProcessingParameterRasterDestination(name, label, None, optional, made))

    def add_html(self, name: str = "SUMMARY") -> None:
        """An optional summary page, shown in the results viewer."""
        self.add(
            QgsProcessingParameterFileDestination(
                name, tr("Summary"), tr("HTML files") + " (*.html)", None, True, False
            )
        )

    def add_svg(self, name: str, label: str) -> None:
        """An optional chart."""
        self.add(
            QgsProcessingParameterFileDestination(
                name, label, tr("SVG pictures") + " (*.svg)", None, True, False
            )
        )

    def add_number_output(self, name: str, label: str) -> None:
        self._add_output(QgsProcessingOutputNumber(name, label))

    def add_text_output(self, name: str, label: str) -> None:
        self._add_output(QgsProcessingOutputString(name, label))

    def _add_output(self, output: QgsProcessingOutputDefinition) -> None:
        name = output.name()
        if not self.addOutput(output):
            raise ValueError(f"{self.NAME} has two outputs called {name}")


def project_of(context: QgsProcessingContext) -> Optional[QgsProject]:
    """The project the algorithm runs in; None in qgis_process without one."""
    return context.project()


__all__ = ["N_", "Run", "TryggAlgorithm", "QgsFeatureSource", "project_of", "tr"]
