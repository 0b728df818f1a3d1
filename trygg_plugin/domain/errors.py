"""What the domain says when a rule is broken.

A message is a template with named values, so that the shell around it can
translate the sentence and then fill in the values.
"""

from __future__ import annotations


class DomainError(ValueError):
    """A broken rule of EST, the law or the standard, told as a sentence.

    ``template`` is the English sentence with ``{names}``; ``values`` fill them.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)
