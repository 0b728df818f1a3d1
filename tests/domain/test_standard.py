"""The shipped standard, and what is said of files that do not hold together."""

from __future__ import annotations

import re
import shutil

import pytest

from trygg_plugin.domain.errors import DomainError
from trygg_plugin.domain.record_types import LANGUAGES, SYSTEM_FIELDS
from trygg_plugin.domain.standard import StandardError, default_folder, load_standard

SHIPPED = load_standard(default_folder())


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped standard, to be spoilt."""
    return shutil.copytree(default_folder(), tmp_path / "forms")


def line_of(path, text):
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def replace(path, old, new, encoding="utf-8"):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {path.name}"
    path.write_bytes(text.replace(old, new, 1).encode(encoding))


def problems(folder):
    with pytest.raises(StandardError) as caught:
        load_standard(folder)
    return caught.value.problems


def only(folder):
    found = problems(folder)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


# --- the shipped standard ----------------------------------------------------------------------


def test_every_record_of_the_domain_is_there():
    expected = [
        "incident",
        "problem",
        "problem_incident",
        "cause",
        "measure",
        "measure_cause",
        "follow_up",
        "meeting",
        "decision",
        "decision_problem",
        "decision_measure",
        "period",
        "document",
        "agreement",
        "actor",
        "area",
        "walk",
        "walk_point",
        "survey_value",
        "disclosure",
        "reporter_contact",
        "incident_forward",
        "edition",
    ]
    assert set(expected) <= set(SHIPPED.records)


def test_categories_and_their_abbreviations():
    codes = {code.abbreviation: code for code in SHIPPED.codelists["category"].codes}
    assert list(codes) == ["SKA", "SAM", "ORD", "PLA", "ANS", "ARR", "RYK", "POS"]
    assert codes["SKA"].key == "vandalism"
    assert codes["ANS"].label["sv"] == "Incident mot anställd eller förtroendevald"
    assert codes["ANS"].extra["sensitive"] == "1"


@pytest.mark.parametrize(
    ("category", "count"),
    [
        ("vandalism", 7),
        ("gathering", 7),
        ("disorder", 15),
        ("unsafe_place", 8),
        ("staff_incident", 4),
        ("event", 6),
        ("rumour", 0),
        ("safe_place", 0),
    ],
)
def test_subcategories_of_each_category(category, count):
    codes = [c for c in SHIPPED.codelists["subcategory"].codes if c.parent == category]
    assert len(codes) == count
    # The Swedish Crime Harm Index is not ours to ship: unknown, never invented.
    assert {code.extra["harm_weight"] for code in codes} <= {""}


def test_labels_differ_from_keys_and_stand_in_both_languages():
    for record in SHIPPED.records.values():
        labelled = [record, *record.fields, *record.groups]
        for thing in labelled:
            for language in LANGUAGES:
                assert thing.label[language].strip()
                assert thing.label[language] != thing.key
    for codelist in SHIPPED.codelists.values():
        for language in LANGUAGES:
            labels = [code.label[language] for code in codelist.codes if not code.retired]
            assert len(labels) == len(set(labels)), f"two labels alike in {codelist.key}"


def test_free_text_is_checked_for_personal_data_with_few_told_exceptions():
    unchecked = {
        f"{record.key}.{field.key}"
        for record in SHIPPED.records.values()
        for field in record.fields
        if field.type in ("text", "long_text") and not field.checked_for_personal_data
    }
    assert unchecked == {
        "incident.deso",
        "incident.regso",
        "area.code",
        "follow_up.effect_parameters",
        "edition.language",
        "edition.content",
        "edition.checksum",
        "reporter_contact.function_address",
    }


def test_every_photo_is_confirmed():
    for record in SHIPPED.records.values():
        if any(field.key == "photo" for field in record.fields):
            rules = [rule for rule in record.rules if rule.kind == "confirmed_when"]
            assert [rule.fields for rule in rules] == [("photo_confirmed", "photo")]


def test_no_field_asks_for_a_person():
    for record in SHIPPED.records.values():
        for field in record.fields:
            assert not re.search(r"person(al)?_?(number|name)|first_name|last_name", field.key)


def test_code_lists_open_in_excel():
    for path in (default_folder() / "codelists").glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), f"{path.name}: Excel needs the BOM"


def test_every_code_list_is_used():
    used = {field.codelist for record in SHIPPED.records.values() for field in record.fields}
    # the criteria are the fields priority_* of a problem
    assert set(SHIPPED.codelists) - used == {"priority_criterion"}


def test_field_finds_and_misses():
    incident = SHIPPED.records["incident"]
    assert incident.field("category").codelist == "category"
    assert incident.field("subcategory").cascades_from == "category"
    assert incident.field("description").max_length == 500
    assert incident.field("time_from").default == "now"
    with pytest.raises(KeyError):
        incident.field("name_of_suspect")


def test_order_of_files_is_the_order_of_the_form():
    assert list(SHIPPED.records)[0] == "incident"
    incident = SHIPPED.records["incident"]
    assert [group.key for group in incident.groups][:3] == ["what", "where", "when"]
    assert incident.fields[0].key == "category"
    assert {field.group for field in incident.fields} == {group.key for group in incident.groups}


# --- a municipality's own copy -----------------------------------------------------------------


def test_an_added_subcategory_and_field_are_read(folder):
    path = folder / "codelists" / "subcategory.csv"
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write('snow;unsafe_place;;"Snö; is";"Snow; ice";;;;nej;\r\n;;;;;;;;;\r\n')
    with (folder / "incident.ini").open("a", encoding="utf-8") as file:
        file.write(
            "\n[field weather]\ntype = text\ngroup = when\nlabel_sv = Väder\nlabel_en = Weather\n"
        )
    standard = load_standard(folder)
    code = standard.codelists["subcategory"].codes[-1]
    assert (code.key, code.parent, code.label["sv"]) == ("snow", "unsafe_place", "Snö; is")
    field = standard.records["incident"].field("weather")
    assert field.group == "when"
    assert field.checked_for_personal_data


def test_an_added_record_type_and_list_are_read(folder):
    replace(folder / "standard.ini", "    actor, area", "    actor, area, tree")
    with (folder / "standard.ini").open("a", encoding="utf-8") as file:
        file.write("\n[codelist tree_kind]\nlabel_sv = Trädslag\nlabel_en = Kind of tree\n")
    (folder / "codelists" / "tree_kind.csv").write_text(
        "code;parent;abbreviation;label_sv;label_en;description_sv;description_en;colour;retired\n"
        "birch;;;Björk;Birch;;;#00ff00;yes\n",
        encoding="utf-8",
    )
    (folder / "tree.ini").write_text(
        "[record]\nlabel_sv = Träd\nlabel_en = Tree\nlabel_plural_sv = Träd\n"
        "label_plural_en = Trees\ngeometry = point\n"
        "[group tree]\nlabel_sv = Träd\nlabel_en = Tree\n"
        "[field kind]\ntype = code\ncodelist = tree_kind\nlabel_sv = Slag\nlabel_en = Kind\n",
        encoding="utf-8",
    )
    standard = load_standard(folder)
    assert standard.records["tree"].geometry == "point"
    assert standard.codelists["tree_kind"].codes[0].retired


def test_continued_lines_and_windows_line_ends_are_read(folder):
    path = folder / "actor.ini"
    text = path.read_text(encoding="utf-8").replace(
        "help_en = The name of the organisation or unit.",
        "help_en = The name of\n  the organisation\n  or unit.",
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    actor = load_standard(folder).records["actor"]
    assert actor.field("name").help["en"] == "The name of the organisation or unit."


# --- what is said of mistakes ------------------------------------------------------------------

MISTAKES = [
    # file, old text, new text, text of the line that is named, part of the sentence
    ("incident.ini", "codelist = channel", "codelist = chanel", "= chanel", "“chanel” of field"),
    ("incident.ini", "type = long_text", "type = novel", "type = novel", "“novel” of field"),
    ("incident.ini", "label_en = Severity\n", "", "[field severity]", "lacks label_en"),
    ("incident.ini", "label_sv = Allvar\n", "label_sv =\n", "[field severity]", "lacks label_sv"),
    ("incident.ini", "help_en = How you know.\n", "", "[field source]", "lacks help_en"),
    ("incident.ini", "message_en = Give the reason", "#", "[rule rejection_has", "message_en"),
    ("incident.ini", "required = yes", "requird = yes", "requird", "“requird” is not an option"),
    ("incident.ini", "required = yes", "required = ja", "= ja", "yes or no, not “ja”"),
    ("incident.ini", "references = area", "references = aria", "= aria", "“aria”, not known"),
    ("incident.ini", "references = area\n", "", "[field area]", "needs “references”"),
    ("incident.ini", "max_length = 500", "max_length = many", "= many", "not “many”"),
    ("incident.ini", "max_length = 500", "max_length = 1.5", "= 1.5", "whole number above 0"),
    ("incident.ini", "default = exact", "default = exakt", "= exakt", "“exakt” cannot be"),
    ("incident.ini", "default = now", "default = today", "= today", "“today” cannot be"),
    ("incident.ini", "geometry = point", "geometry = dot", "= dot", "geometry “dot”"),
    ("incident.ini", "state_field = status", "state_field = state", "d = state", "“state” is not"),
    ("incident.ini", '"photo" is not', '"foto" is not', '"foto"', "names “foto”"),
    ("incident.ini", "fields = time_from, time_to", "fields = time_from, end", "m, end", "“end”"),
    (
        "incident.ini",
        "fields = reported_at",
        "fields = time_to, reported_at",
        "= time_to, rep",
        "2",
    ),
    ("incident.ini", "kind = order", "kind = ordered", "kind = ordered", "kind “ordered”"),
    ("incident.ini", "values = rejected", "values = refused", "= refused", "value “refused”"),
    ("incident.ini", "unless_field = category", "unless_field = cat", "= cat\n", "“cat”"),
    (
        "incident.ini",
        "cascades_from = category",
        "cascades_from = severity",
        "= severity",
        "parent",
    ),
    ("incident.ini", "cascades_from = category", "cascades_from = place", "= place", "“place”"),
    ("incident.ini", "[group where]", "[grupp where]", "[grupp where]", "[grupp] is not known"),
    ("incident.ini", "[field place_name]", "[field place name]", "[field place name]", "only a–z"),
    ("incident.ini", "[field place_name]", "[field version]", "[field version]", "already; choose"),
    ("incident.ini", "type = boolean", "type = boolean\nunit = m", "unit = m", "“unit” belongs"),
    ("incident.ini", "type = boolean", "type = boolean\ngroup = x", "group = x", "no known group"),
    ("area.ini", "minimum = 1968", "minimum = 2968", "minimum = 2968", "greater than"),
    ("measure.ini", "default = 200", "default = -5", "default = -5", "“-5” cannot be"),
    ("standard.ini", "version = 1\n", "", "[standard]", "“version” is missing"),
    ("standard.ini", "parent_list = category", "parent_list = kat", "= kat", "“kat” is not a code"),
    ("standard.ini", "label_sv = Kanal", "", "[codelist channel]", "lacks label_sv"),
    ("standard.ini", "incident_forward,", "incident_forward, incident,", "records =", "twice"),
    ("codelists/channel.csv", "Web form", "", "web;", "column label_en"),
    ("codelists/channel.csv", "web;", "Web-form;", "Web-form;", "“Web-form” may hold only"),
    ("codelists/channel.csv", "web;", "import;", "import;;;Webb", "stands here again"),
    ("codelists/channel.csv", "web;;;", "web;phone;;", "web;phone", "has a parent"),
    ("codelists/channel.csv", "web;;;", "web;;", "web;;", "8 columns where the heading has 9"),
    ("codelists/category.csv", "#d55e00", "red", ";red;", "“red” is not written"),
    ("codelists/category.csv", "#d55e00;", "#d55e00;perhaps", "perhaps", "“perhaps” in column"),
    ("codelists/subcategory.csv", "graffiti;vandalism", "graffiti;vandals", "vandals", "“vandals”"),
    ("codelists/subcategory.csv", "graffiti;vandalism", "graffiti;", "graffiti;", "parent “”"),
    (
        "codelists/subcategory.csv",
        "harm_weight",
        "sort_order",
        "sort_order",
        "“sort_order” is taken",
    ),
    ("codelists/subcategory.csv", "harm_weight", "colour", "harm", "in the heading twice"),
    ("codelists/subcategory.csv", ";retired", ";gone", ";gone", "lacks retired"),
]


@pytest.mark.parametrize(("file", "old", "new", "marked", "sentence"), MISTAKES)
def test_a_mistake_is_told_with_file_line_and_sentence(folder, file, old, new, marked, sentence):
    path = folder / file
    line = line_of(path, marked) if marked in path.read_text("utf-8") and marked not in new else 0
    replace(path, old, new)
    line = line or next(
        number
        for number, text in enumerate(path.read_text("utf-8-sig").splitlines(keepends=True), 1)
        if marked in text
    )
    found = [problem for problem in problems(folder) if sentence in problem.sentence]
    assert found, [str(problem) for problem in problems(folder)]
    assert {(problem.file, problem.line) for problem in found} == {(file, line)}
    assert str(found[0]).startswith(f"{file}:{line}: ")


def test_duplicate_sections_and_options_name_both_lines(folder):
    path = folder / "actor.ini"
    first = line_of(path, "[field name]")
    first_label = line_of(path, "label_sv = Namn")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n[field name]\nlabel_sv = Igen\n")
    found = problems(folder)
    length = len(path.read_text("utf-8").splitlines())
    assert [(p.line, p.values) for p in found] == [
        (length - 1, {"title": "field name", "first": first}),
        (length, {"option": "label_sv", "first": first_label}),
    ]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_files(folder):
    replace(folder / "incident.ini", "codelist = channel", "codelist = chanel")
    replace(folder / "incident.ini", "references = area", "references = aria")
    replace(folder / "actor.ini", "codelist = actor_kind", "codelist = actors")
    replace(folder / "codelists/channel.csv", "Web form", "")
    found = problems(folder)
    assert [problem.file for problem in found] == [
        "actor.ini",
        "codelists/channel.csv",
        "incident.ini",
        "incident.ini",
    ]
    assert found[2].line < found[3].line


def test_the_error_is_one_of_the_domain_and_can_be_translated(folder):
    replace(folder / "incident.ini", "codelist = channel", "codelist = chanel")
    with pytest.raises(DomainError) as caught:
        load_standard(folder)
    assert str(caught.value) == caught.value.template.format(**caught.value.values)
    assert str(folder) in str(caught.value)
    for problem in caught.value.problems:
        assert problem.sentence == problem.template.format(**problem.values)


def test_files_and_index_must_agree(folder):
    (folder / "walk.ini").rename(folder / "stroll.ini")
    (folder / "codelists/light.csv").rename(folder / "codelists/shade.csv")
    sentences = [problem.sentence for problem in problems(folder)]
    assert "The record type “walk” has no file walk.ini." in sentences
    assert any("stroll.ini is not named under records" in text for text in sentences)
    assert any("“light” has no file codelists/light.csv" in text for text in sentences)
    assert any("[codelist shade] in standard.ini" in text for text in sentences)


def test_an_empty_folder_and_no_folder(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        found = only(folder)
        assert found.file == "standard.ini"
        assert "cannot be read" in found.sentence


def test_empty_files(folder):
    (folder / "actor.ini").write_text("")
    (folder / "codelists/light.csv").write_text("")
    sentences = {problem.file: problem.sentence for problem in problems(folder)}
    assert sentences["actor.ini"] == "The section [record] is missing."
    assert sentences["codelists/light.csv"].startswith("The file is empty")
    (folder / "standard.ini").write_text("")
    assert any("[standard]" in problem.sentence for problem in problems(folder))


def test_windows_1252_is_told_with_the_line(folder):
    path = folder / "codelists/channel.csv"
    text = path.read_text("utf-8-sig")
    line = line_of(path, "ä")
    path.write_bytes(text.encode("cp1252"))
    found = next(p for p in problems(folder) if p.file == "codelists/channel.csv")
    assert (found.line, "CSV UTF-8" in found.sentence) == (line, True)

    ini = folder / "actor.ini"
    line = line_of(ini, "ö")
    ini.write_bytes(ini.read_text("utf-8").encode("cp1252", errors="replace"))
    found = next(p for p in problems(folder) if p.file == "actor.ini")
    assert (found.line, "UTF-8" in found.sentence) == (line, True)


def test_lines_that_are_no_ini(folder):
    path = folder / "actor.ini"
    text = path.read_text("utf-8")
    path.write_text(text + "\njust words\n", encoding="utf-8")
    found = next(p for p in problems(folder) if p.file == "actor.ini")
    assert found.line == len(text.splitlines()) + 2
    assert "neither [section]" in found.sentence
    path.write_text("words = first\n" + text, encoding="utf-8")
    found = next(p for p in problems(folder) if p.file == "actor.ini")
    assert (found.line, "before the first" in found.sentence) == (1, True)


def test_a_comma_for_a_semicolon_is_explained(folder):
    path = folder / "codelists/channel.csv"
    path.write_text(path.read_text("utf-8").replace(";", ","), encoding="utf-8")
    found = next(p for p in problems(folder) if p.file == "codelists/channel.csv")
    assert "separated by semicolons" in found.sentence


def test_lines_count_through_cells_with_line_breaks(folder):
    path = folder / "codelists/channel.csv"
    replace(path, "QGIS;QGIS;;;", 'QGIS;QGIS;"Två\nrader";"Two\nlines";')
    replace(path, "Web form", "")
    found = only(folder)
    assert found.line == line_of(path, "web;")


def test_rules_may_name_system_fields():
    rule = next(r for r in SHIPPED.records["incident"].rules if r.kind == "distinct")
    assert rule.fields == ("duplicate_of", "uuid")
    assert "uuid" in SYSTEM_FIELDS


def test_what_belongs_to_an_adopted_period_is_settled_with_it():
    """The states in which a period is still written stand in the standard and in the domain."""
    from trygg_plugin.domain.period_steps import OPEN

    for record in ("period", "area_light", "problem_light", "priority_place"):
        rules = {one.key: one for one in SHIPPED.records[record].rules}
        rule = rules["adopted_never_changes"]
        assert rule.values == OPEN, record
        assert rule.kind == ("frozen" if record == "period" else "settled")


@pytest.mark.parametrize(
    ("old", "new"),
    [("fields = period, area", "fields = reason, area"), ("unless_field = status", ""),
     ("unless_field = status", "unless_field = colour")],
)  # fmt: skip
def test_a_settled_rule_begins_with_a_reference_to_what_decides(folder, old, new):
    replace(folder / "area_light.ini", old, new)
    assert "must begin with a reference" in only(folder).sentence


def test_the_states_of_a_settled_rule_are_those_of_the_other_record(folder):
    replace(folder / "area_light.ini", "values = collecting,", "values = planned,")
    assert "“planned”, unknown in list period_state" in only(folder).sentence
