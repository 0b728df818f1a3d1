"""What the data room says when it cannot do what was asked."""

from __future__ import annotations

from typing import Mapping, Optional


class DataError(Exception):
    """Something that could not be stored, opened or changed, told as a sentence.

    ``template`` is the English sentence with ``{names}``; ``values`` fill them, so that
    the shell around it can translate the sentence first.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)


class Refusal(DataError):
    """A rule that the database kept: which one, at which field, in both languages."""

    def __init__(
        self,
        rule: str,
        table: Optional[str],
        field: Optional[str],
        sentences: Mapping[str, str],
        language: str,
    ) -> None:
        self.rule = rule
        self.table = table
        self.field = field
        self.sentences = sentences
        super().__init__("{sentence}", sentence=sentences[language])


class BrokenRule(Exception):
    """A rule that is known to be broken before the database is asked; refusals.py tells it."""

    def __init__(self, rule: str, table: str, field: str = "") -> None:
        place = f"{table}.{field}" if field else table
        super().__init__(f"TRYGG:{rule}:{place}: ")


class WorkspaceLocked(DataError):
    """Another program holds the workspace; nothing was written and a retry may work."""


class BackupNeeded(DataError):
    """Someone must make a backup by hand first, and say so."""
