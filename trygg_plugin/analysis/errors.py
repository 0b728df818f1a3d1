"""What the statistics say when they cannot answer.

A message is a template with named values, so that the shell around it can
translate the sentence and then fill in the values.
"""

from __future__ import annotations


class AnalysisError(ValueError):
    """Input that has no defined answer, told as a sentence.

    ``template`` is the English sentence with ``{names}``; ``values`` fill them.
    ``str(error)`` is the finished English sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)


class Cancelled(Exception):
    """Raised by a progress callback when the user has cancelled the work."""
