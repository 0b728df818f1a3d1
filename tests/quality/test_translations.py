"""The Swedish catalogue holds every sentence of the code, and the collector finds them all."""

from __future__ import annotations

import ast
import builtins

import pytest

from tools import translations

pytestmark = pytest.mark.native


def collected(source: str) -> translations.Collected:
    found = translations.Collected()
    translations.collect_source(source, "made_up.py", found)
    return found


def test_swedish_is_complete():
    found = translations.collect()
    assert found.mistakes == []
    wrong = translations.mistakes(found.sentences, translations.read_catalogue())
    assert wrong == [], "translate these (tools/translations.py --missing, then --merge)"


def test_every_way_to_mark_a_sentence_is_collected():
    found = collected(
        'tr("one")\nself.tr("two " "and more")\nN_("three")\n'
        'raise AnalysisError("four {x}", x=1)\nerrors.DomainError("five")\n'
        'WorkspaceLocked("six")\nRowRejected(column, "seven {y}", y=2)\n'
        'ValueError("not ours")\nlog("nor this")\ntr(variable)\nsqlite3.DataError(f"{x}")\n'
    )
    assert set(found.sentences) == {
        "one", "two and more", "three", "four {x}", "five", "six", "seven {y}"
    }
    assert found.mistakes == []


@pytest.mark.parametrize(
    "source", ['tr(f"{x} found")', 'tr("a" + b)', 'DataError(f"{x} broke")', 'tr("%d" % x)']
)
def test_a_sentence_that_is_put_together_is_refused(source):
    assert collected(source).mistakes


def test_missing_swedish_and_other_names_are_told():
    said = {"new": ["a.py"], "{count} events": ["b.py"], "good {x}": ["c.py"]}
    swedish = {"{count} events": "{antal} händelser", "good {x}": "bra {x}"}
    wrong = translations.mistakes(said, swedish)
    assert len(wrong) == 2
    assert "a.py: no Swedish" in wrong[0]
    assert "b.py: other {names}" in wrong[1]


@pytest.mark.parametrize(
    ("english", "swedish", "told"),
    [
        ("{x:.0f} m away", "{x:.1f} m bort", "other {names}"),
        ("rule {x!r}", "regeln {x}", "other {names}"),
        ("Rows: ", "Rader:", "other white space"),
        ("Map of {x}", "Map of {x}", "is the English"),
        ("No “{x}”", "Ingen “{x}”", "Swedish quotes"),
    ],
)
def test_swedish_that_is_not_what_it_should_be_is_told(english, swedish, told):
    (wrong,) = translations.mistakes({english: ["a.py"]}, {english: swedish})
    assert wrong.startswith("a.py: ") and told in wrong


def test_words_that_are_alike_in_both_languages_are_still_said():
    """The list of exceptions must not outlive the sentences it is for."""
    assert set(translations.collect().sentences) >= translations.SAME_IN_SWEDISH


def test_every_error_that_carries_a_sentence_is_collected():
    """An error class of a new kind of name would leave its sentences in English unseen."""
    unseen = []
    for path in translations.CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef) or node.name.endswith("Error"):
                continue
            takes_a_template = any(
                isinstance(made, ast.FunctionDef)
                and made.name == "__init__"
                and "template" in {argument.arg for argument in made.args.args}
                for made in node.body
            )
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if takes_a_template or any(
                base in translations.OTHER_ERRORS
                or (base.endswith("Error") and not hasattr(builtins, base))
                for base in bases
            ):
                unseen.append(node.name)
    # Refusal carries sentences that are finished in both languages
    assert set(unseen) - {"Refusal"} == set(translations.OTHER_ERRORS)


def test_writing_and_reading_keeps_every_sentence(tmp_path):
    path = tmp_path / "trygg_sv.ts"
    swedish = {'a < b & "c"\nnext': "å < ä & ”ö”\nnästa", "gone": "borta"}
    translations.write_catalogue({'a < b & "c"\nnext': ["x.py"], "none": ["x.py"]}, swedish, path)
    assert translations.read_catalogue(path) == {**swedish, "none": ""}


def test_qt_reads_the_compiled_catalogue(tmp_path):
    from qgis.PyQt.QtCore import QTranslator

    source = tmp_path / "trygg_sv.ts"
    translations.write_catalogue(
        {"Two words": ["x.py"], "none": ["x.py"]},
        {"Two words": "Två ord", "gone": "borta"},
        source,
    )
    translator = QTranslator()
    assert translator.load(str(translations.compile_catalogue(source)))
    assert translator.translate("Trygg", "Two words") == "Två ord"
    assert not translator.translate("Trygg", "none")
    assert not translator.translate("Trygg", "gone")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "12.5 m, 4.2%, 3 of 1.5.2, half 0.5"),
        ("sv", "12,5 m, 4,2\u00a0%, 3 of 1.5.2, half 0,5"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(monkeypatch, language, told):
    from trygg_plugin import i18n

    monkeypatch.setattr(i18n, "user_language", lambda: language)
    said = i18n.fill(
        "{x:.1f} m, {share:.1%}, {count} of {text}, half {half}",
        x=12.46, share=0.0417, count=3, text="1.5.2", half=0.5,
    )
    assert said == told


def test_a_broken_catalogue_is_told(tmp_path):
    source = tmp_path / "trygg_sv.ts"
    source.write_text("this is no catalogue")
    with pytest.raises(translations.TranslationError, match="trygg_sv.ts"):
        translations.compile_catalogue(source)
