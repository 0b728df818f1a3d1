"""The documents: each a function from what the context gathered to a plain document.

A kind of document is a module here with ``KIND``; :data:`KINDS` names them all, in the order in
which people meet them.
"""

from __future__ import annotations

from ...compat import import_module
from ..kinds import DocumentKind

#: Modules of this package, one document each.
MODULES = (
    "period_picture", "situation_picture", "action_plan", "law_statement", "yearly_report",
    "minutes", "walk_protocol", "effect_evaluation", "grant_appendix",
)  # fmt: skip
#: The text edition of the atlas, which is printed by layouts of its own.
ATLAS = "council_atlas"


def kind_of(key: str) -> DocumentKind:
    """The kind with this key."""
    if key not in (*MODULES, ATLAS):
        raise KeyError(key)
    kind: DocumentKind = import_module(f"{__name__}.{key}").KIND
    return kind
