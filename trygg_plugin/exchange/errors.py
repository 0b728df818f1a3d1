"""What the exchange room says."""

from __future__ import annotations

from ..data.errors import DataError


class ExchangeError(DataError):
    """A file that cannot be read or a mapping that cannot work, told as a sentence."""


class RowRejected(Exception):
    """A row that cannot become a record: which column, and why (template and values)."""

    def __init__(self, column: str, template: str, **values: object) -> None:
        self.column = column
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)
