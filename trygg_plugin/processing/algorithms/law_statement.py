"""trygg:lawstatement: statement on the law of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class LawStatement(DocumentAlgorithm):
    NAME = "lawstatement"
    TITLE = N_("Statement on the law")
    KIND = "law_statement"
    HELP = {
        "en": (
            "<p>One page with a row for each demand of the law: met, due soon, "
            "overdue or missing, why, and the record that shows it.</p><p>That a "
            "demand is met means that the workspace holds a record that shows it. "
            "Whether its content suffices is for people to judge. The law knows no "
            "sanctions.</p>"
        ),
        "sv": (
            "<p>En sida med en rad för varje krav i lagen: uppfyllt, snart dags, "
            "försenat eller saknas, varför, och den post som visar det.</p><p>Att ett "
            "krav är uppfyllt betyder att arbetsytan har en post som visar det. Om "
            "innehållet räcker bedömer människor. Lagen har inga sanktioner.</p>"
        ),
    }
