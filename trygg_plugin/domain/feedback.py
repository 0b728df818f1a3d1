"""What a reporter is told of a reported incident, in plain words, and which news there are to tell.

Feedback is what keeps reports coming. It says what became of the incident and names no person,
repeats no free text of the report, and promises nothing that has not been decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping, Sequence, Tuple

#: States that are news to the reporter, who made the earlier ones; a closing says nothing new.
NEWS_STATES = ("under_review", "needs_completion", "approved", "rejected", "fed_back")
#: States in which the coordinator owes the reporter an answer.
ANSWER_STATES = ("needs_completion", "approved", "rejected")
#: The state that says that the reporter has been told, and the one from which it is reached.
TOLD_STATE, TELLABLE_STATE = "fed_back", "approved"


@dataclass(frozen=True)
class Outcome:
    """What became of one incident. All texts are ready to be read, in the language asked for.

    ``problems`` and ``measures`` are only those that may be told: decided, and not secret.
    """

    uuid: str
    name: str
    category: str
    happened: date
    state: str
    rejection: str = ""
    completion: str = ""
    owner: str = ""
    problems: Tuple[str, ...] = ()
    measures: Tuple[str, ...] = ()


_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "under_review": "Händelsen granskas just nu.",
        "needs_completion": "Vi behöver veta mer för att komma vidare.",
        "needs_completion_what": "Vi behöver veta mer för att komma vidare: {what}",
        "approved": "Händelsen är granskad och ingår i kommunens trygghetsarbete.",
        "fed_back": "Händelsen är granskad och ingår i kommunens trygghetsarbete.",
        "closed": "Händelsen är avslutad.",
        "rejected": "Händelsen ingår inte i trygghetsarbetet.",
        "rejected_why": "Händelsen ingår inte i trygghetsarbetet. Skäl: {why}.",
        "owner": "Ansvarig för det fortsatta arbetet är {owner}.",
        "problem": "Den är en del av problemet {problem}, som vi arbetar med.",
        "problems": "Den är en del av dessa problem, som vi arbetar med: {problem}.",
        "measure": "Detta görs: {measure}.",
        "hello": "Hej!",
        "thanks": "Tack för rapporten. Så här har det gått.",
        "thanks_many": "Tack för rapporterna. Så här har det gått.",
        "keep": "Fortsätt att rapportera: det ni ser hjälper oss att välja rätt platser.",
        "emergency": "Trygg är inget nödnummer. Pågående händelser: 112. Andra anmälningar till "
                     "polisen: 114 14.",
        "greeting": "Hälsningar\n{municipality}",
        "subject": "Återkoppling: {name}",
        "subject_many": "Återkoppling på {count} händelser",
    },
    "en": {
        "under_review": "The incident is being reviewed.",
        "needs_completion": "We need to know more before we can go on.",
        "needs_completion_what": "We need to know more before we can go on: {what}",
        "approved": "The incident has been reviewed and is part of the municipality's work for "
                    "safety.",
        "fed_back": "The incident has been reviewed and is part of the municipality's work for "
                    "safety.",
        "closed": "The incident is closed.",
        "rejected": "The incident is not part of the work for safety.",
        "rejected_why": "The incident is not part of the work for safety. Reason: {why}.",
        "owner": "{owner} is responsible for what happens next.",
        "problem": "It belongs to the problem {problem}, which we are working on.",
        "problems": "It belongs to these problems, which we are working on: {problem}.",
        "measure": "This is being done: {measure}.",
        "hello": "Hello!",
        "thanks": "Thank you for the report. This is what became of it.",
        "thanks_many": "Thank you for the reports. This is what became of them.",
        "keep": "Please go on reporting: what you see helps us to choose the right places.",
        "emergency": "Trygg is no emergency number. Ongoing events: 112. Other reports to the "
                     "police: 114 14.",
        "greeting": "Kind regards\n{municipality}",
        "subject": "Feedback: {name}",
        "subject_many": "Feedback on {count} incidents",
    },
}  # fmt: skip


def became(outcome: Outcome, language: str) -> str:
    """What became of one incident, in one paragraph."""
    words = _SENTENCES[language]
    if outcome.state == "rejected" and outcome.rejection:
        said = [words["rejected_why"].format(why=_small(outcome.rejection))]
    elif outcome.state == "needs_completion" and outcome.completion:
        said = [words["needs_completion_what"].format(what=outcome.completion.strip())]
    else:
        said = [words.get(outcome.state, words["under_review"])]
    if outcome.state in ("rejected", "needs_completion"):
        return said[0]
    if outcome.problems:
        quoted = ", ".join(f"”{one}”" if language == "sv" else f"“{one}”"
                           for one in outcome.problems)  # fmt: skip
        said.append(words["problem" if len(outcome.problems) == 1 else "problems"].format(
            problem=quoted))  # fmt: skip
    if outcome.measures:
        said.append(words["measure"].format(measure="; ".join(outcome.measures)))
    if outcome.owner:
        said.append(words["owner"].format(owner=outcome.owner))
    return " ".join(said)


def message(
    outcomes: Sequence[Outcome], municipality: str, language: str
) -> Tuple[str, str]:
    """Subject and text of one message about one or several incidents of one organisation."""
    words = _SENTENCES[language]
    many = len(outcomes) != 1
    subject = (
        words["subject_many"].format(count=len(outcomes)) if many
        else words["subject"].format(name=outcomes[0].name)
    )  # fmt: skip
    blocks = [words["hello"], words["thanks_many" if many else "thanks"]]
    for one in outcomes:
        head = ", ".join(part for part in (one.name, one.category, one.happened.isoformat())
                         if part)  # fmt: skip
        blocks.append(f"{head}\n{became(one, language)}")
    blocks += [words["keep"], words["emergency"],
               words["greeting"].format(municipality=municipality).strip()]  # fmt: skip
    return subject, "\n\n".join(blocks)


def _small(text: str) -> str:
    """A label in the middle of a sentence: abbreviations such as EST keep their letters."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
