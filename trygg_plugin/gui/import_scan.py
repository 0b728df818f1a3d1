"""A first look at a file to import, in a task: columns, first rows, and which words it uses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsTask

from ..i18n import tr, tr_error

#: Rows of the preview, and words kept of each column.
SAMPLE = 20
WORDS = 300
#: How often the task looks whether it has been cancelled.
_BLOCK = 2000


@dataclass
class Scan:
    """What a file holds. ``words``: for each column its texts and how many rows have them;
    a column in ``many`` has more than were kept."""

    path: Path
    columns: List[str]
    rows: int = 0
    sample: List[List[str]] = field(default_factory=list)
    words: Dict[str, Counter[str]] = field(default_factory=dict)
    many: List[str] = field(default_factory=list)
    layers: List[str] = field(default_factory=list)
    layer: Optional[str] = None
    encoding: str = ""
    delimiter: str = ""
    has_places: bool = False


class Stopped(Exception):
    """The user has turned to another file."""


def scan_file(
    path: Path,
    layer: Optional[str] = None,
    progress: Optional[Callable[[float], None]] = None,
) -> Scan:
    """Read a file once. ``progress`` takes a share and may raise to stop; raises ExchangeError
    with a sentence for a file that cannot be read."""
    # the exchange room is loaded with the first import, not with QGIS
    from ..exchange.source_table import open_table

    table = open_table(path, layer)
    found = Scan(
        path, list(table.columns), layers=list(table.layers), layer=layer,
        encoding=table.encoding, delimiter=table.delimiter, has_places=table.crs is not None,
        words={column: Counter() for column in table.columns},
    )  # fmt: skip
    many = set()
    for row in table.rows:
        found.rows += 1
        texts = ["" if cell is None else str(cell).strip() for cell in row.cells]
        if len(found.sample) < SAMPLE:
            found.sample.append(texts)
        for column, text in zip(found.columns, texts):
            if not text or column in many:
                continue
            words = found.words[column]
            if text not in words and len(words) == WORDS:
                many.add(column)
                continue
            words[text] += 1
        if progress is not None and found.rows % _BLOCK == 0:
            progress(min(1.0, found.rows / max(1, table.size)))
    found.many = [column for column in found.columns if column in many]
    return found


class ScanTask(QgsTask):
    """Scans away from the window; ``told`` gets the scan, or None and a sentence."""

    def __init__(
        self, path: Path, layer: Optional[str], told: Callable[[Optional[Scan], str], None]
    ) -> None:
        super().__init__(tr("Reading {file}").format(file=path.name), QgsTask.Flag.CanCancel)
        self._path, self._layer, self._told = path, layer, told
        self._scan: Optional[Scan] = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        try:
            self._scan = scan_file(self._path, self._layer, self._progress)
        except Exception as error:  # a task that raises would take QGIS down
            self._error = error
        return self._scan is not None

    def _progress(self, share: float) -> None:
        if self.isCanceled():
            raise Stopped
        self.setProgress(100.0 * share)

    def finished(self, result: bool) -> None:
        if self.isCanceled():
            return
        self._told(self._scan, "" if self._error is None else tr_error(self._error))


def cell(value: Any, longest: int = 60) -> str:
    """A cell as it is shown: on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
