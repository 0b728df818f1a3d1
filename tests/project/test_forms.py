"""Attribute forms: widgets, defaults, constraints, and how they behave when they are filled in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsExpression,
    QgsFieldConstraints,
    QgsGeometry,
    QgsProject,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsEditorWidgetWrapper, QgsGui
from qgis.PyQt.QtCore import QDateTime

from trygg_plugin.compat import is_null
from trygg_plugin.domain.record_types import SYSTEM_FIELDS
from trygg_plugin.project.layer_keys import layers_by_table
from trygg_plugin.project.relations import children_of, relation_id

WIDGETS = {
    "text": "TextEdit",
    "long_text": "TextEdit",
    "integer": "Range",
    "decimal": "Range",
    "boolean": "CheckBox",
    "date": "DateTime",
    "datetime": "DateTime",
    "code": "ValueRelation",
    "codes": "ValueRelation",
    "reference": "RelationReference",
    "attachment": "ExternalResource",
}
#: What QField and Mergin Maps know, too.
PHONE = {*WIDGETS.values(), "Hidden"}

LANGUAGES = pytest.mark.parametrize("language", ("sv", "en"))


@LANGUAGES
def test_every_field_has_its_widget_label_and_place_in_the_form(formed, standard, language):
    layers = layers_by_table(formed(language))
    for record in standard.records.values():
        layer = layers[record.key]
        config = layer.editFormConfig()  # its elements live no longer than it
        shown = _fields_of(config.invisibleRootContainer())
        assert sorted(shown) == sorted(field.key for field in record.fields), record.key
        for field in record.fields:
            index = layer.fields().indexOf(field.key)
            where = f"{record.key}.{field.key}"
            setup = layer.editorWidgetSetup(index)
            assert setup.type() == WIDGETS[field.type], where
            assert layer.attributeAlias(index).startswith(field.label[language]), where
            assert layer.editFormConfig().readOnly(index) == field.read_only, where
            if field.type in ("code", "codes"):
                codes = layers[f"code_{field.codelist}"]
                assert setup.config()["Layer"] == codes.id(), where
                assert setup.config()["AllowMulti"] == (field.type == "codes"), where
                assert setup.config()["Value"] == f"label_{language}"
            if field.type == "reference":
                assert setup.config()["Relation"] == relation_id(record.key, field.key)
        for key in SYSTEM_FIELDS:
            index = layer.fields().indexOf(key)
            if index >= 0:
                assert layer.editorWidgetSetup(index).type() == "Hidden", f"{record.key}.{key}"


@LANGUAGES
def test_groups_are_tabs_and_children_stand_after_them(formed, standard, language):
    layers = layers_by_table(formed(language))
    for record in standard.records.values():
        config = layers[record.key].editFormConfig()
        tabs = [tab.name() for tab in config.tabs()]
        groups = [
            group.label[language]
            for group in record.groups
            if any(field.group == group.key for field in record.fields)
        ]
        children = [child.label_plural[language] for child, _f in children_of(standard, record.key)]
        assert tabs == groups + children, record.key


def _fields_of(container):
    for element in container.children():
        if isinstance(element, QgsAttributeEditorField):
            yield element.name()
        elif isinstance(element, QgsAttributeEditorContainer):
            yield from _fields_of(element)


@LANGUAGES
def test_forms_hold_nothing_that_a_phone_does_not_know(formed, standard, language):
    """No Python, no function of ours, no expression that does not parse."""
    layers = layers_by_table(formed(language))
    for record in standard.records.values():
        layer = layers[record.key]
        config = layer.editFormConfig()
        assert not config.initCode() and not config.initFunction()
        expressions = [layer.displayExpression()]
        for index, field in enumerate(layer.fields()):
            assert layer.editorWidgetSetup(index).type() in {*PHONE, ""}, field.name()
            expressions += [
                layer.defaultValueDefinition(index).expression(),
                layer.constraintExpression(index),
                layer.editorWidgetSetup(index).config().get("FilterExpression", ""),
            ]
        known = {QgsExpression.Functions()[i].name() for i in range(QgsExpression.functionCount())}
        for text in filter(None, expressions):
            parsed = QgsExpression(text)
            assert not parsed.hasParserError(), f"{record.key}: {text}"
            assert parsed.referencedFunctions() <= known
            assert "trygg" not in text.lower()


def test_a_new_record_has_the_defaults_of_the_standard(formed, standard):
    layer = layers_by_table(formed("sv"))["incident"]
    before = datetime.now() - timedelta(seconds=2)
    feature = QgsVectorLayerUtils.createFeature(layer)
    assert len(feature["uuid"]) == 36
    assert feature["status"] == "submitted"
    assert feature["secrecy"] == "internal"
    assert feature["publishable"] in (False, 0)
    assert feature["time_certainty"] == "exact"
    assert is_null(feature["category"]) and is_null(feature["time_to"])
    start = feature["time_from"].toPyDateTime().replace(tzinfo=None)
    assert before <= start <= datetime.now() + timedelta(seconds=2), "the wall clock, not UTC"
    assert feature["uuid"] != QgsVectorLayerUtils.createFeature(layer)["uuid"]


def _problems(layer, field, **values):
    feature = QgsVectorLayerUtils.createFeature(layer)
    for key, value in {"category": "vandalism", **values}.items():
        feature[key] = value
    fine, errors = QgsVectorLayerUtils.validateAttribute(
        layer, feature, layer.fields().indexOf(field)
    )
    assert fine == (not errors)
    return errors


def _moment(**shift):
    return QDateTime.currentDateTime().addSecs(int(timedelta(**shift).total_seconds()))


@pytest.mark.parametrize(
    ("field", "refused", "accepted"),
    (
        ("category", {"category": None}, {}),
        ("description", {"description": "å" * 501}, {"description": "å" * 500}),
        ("place_name", {"place_name": "x" * 121}, {"place_name": "x" * 120}),
        ("time_from", {"time_from": None}, {}),
        (
            "time_to",
            {"time_from": _moment(hours=-1), "time_to": _moment(hours=-2)},
            {"time_from": _moment(hours=-2), "time_to": _moment(hours=-2)},
        ),
        ("time_from", {"time_from": _moment(hours=3)}, {"time_from": _moment(seconds=20)}),
        (
            "time_from",
            {"time_from": _moment(days=30)},
            {"time_from": _moment(days=30), "category": "event"},
        ),
        (
            "photo_confirmed",
            {"photo": "bild.jpg", "photo_confirmed": None},
            {"photo": "bild.jpg", "photo_confirmed": True},
        ),
        (
            "photo_confirmed",
            {"photo": "bild.jpg", "photo_confirmed": False},
            {"photo": None, "photo_confirmed": None},
        ),
        (
            "rejection_reason",
            {"status": "rejected", "rejection_reason": None},
            {"status": "rejected", "rejection_reason": "duplicate"},
        ),
        (
            "duplicate_of",
            {"uuid": "a" * 36, "duplicate_of": "a" * 36},
            {"uuid": "a" * 36, "duplicate_of": "b" * 36},
        ),
    ),
)
def test_constraints_refuse_what_the_database_would(formed, field, refused, accepted):
    layer = layers_by_table(formed("sv"))["incident"]
    assert _problems(layer, field, **refused)
    assert _problems(layer, field, **accepted) == []


@LANGUAGES
def test_every_rule_of_the_standard_is_a_hard_constraint_with_its_sentence(
    formed, standard, language
):
    layers = layers_by_table(formed(language))
    hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
    told = 0
    for record in standard.records.values():
        layer = layers[record.key]
        sentences = ""
        for field in record.fields:
            index = layer.fields().indexOf(field.key)
            constraints = layer.fields().at(index).constraints()
            sentences += constraints.constraintDescription()
            if constraints.constraintExpression():
                kind = QgsFieldConstraints.Constraint.ConstraintExpression
                assert constraints.constraintStrength(kind) == hard
            not_null = QgsFieldConstraints.Constraint.ConstraintNotNull
            required = bool(constraints.constraints() & not_null)
            assert required == field.required, f"{record.key}.{field.key}"
        for rule in record.rules:
            # a form cannot know other records, nor what this one was
            if rule.kind not in ("unique", "frozen", "settled"):
                assert rule.message[language] in sentences, f"{record.key}: {rule.key}"
                told += 1
    assert told > 10


class Tools(QgsVectorLayerTools):
    """QGIS's windows have their own; a form asks for some."""

    def addFeature(self, *_arguments) -> bool:  # noqa: N802
        return False


class Form:
    """An attribute form and its editors by field."""

    def __init__(self, layer, feature, mode):
        QgsGui.editorWidgetRegistry().initEditors()
        self._tools = Tools()
        context = QgsAttributeEditorContext()
        context.setVectorLayerTools(self._tools)
        context.setAttributeFormMode(mode)
        self.form = QgsAttributeForm(layer, feature, context)
        self.form.setMode(mode)
        self.editors = {
            wrapper.field().name(): wrapper
            for wrapper in self.form.findChildren(QgsEditorWidgetWrapper)
        }

    def choices(self, key):
        combo = self.editors[key].widget()
        return [combo.itemData(i) for i in range(combo.count()) if combo.itemData(i)]

    def choose(self, key, code):
        combo = self.editors[key].widget()
        index = combo.findData(code)
        assert index >= 0, f"{code} cannot be chosen"
        combo.setCurrentIndex(index)

    def close(self):
        self.form.deleteLater()


@pytest.fixture()
def new_form(opened):
    """The form of a new incident at a point."""
    layer = opened["incident"]
    assert layer.startEditing()
    forms = []

    def start(point="Point(501500 6500500)"):
        feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(point))
        form = Form(layer, feature, QgsAttributeEditorContext.Mode.AddFeatureMode)
        forms.append(form)
        return form

    yield start
    for form in forms:
        form.close()
    layer.rollBack()


def test_the_subcategories_are_those_of_the_chosen_category(new_form, standard):
    form = new_form()
    children = {}
    for code in standard.codelists["subcategory"].codes:
        children.setdefault(code.parent, []).append(code.key)
    assert form.choices("subcategory") == []
    for category in ("vandalism", "disorder", "vandalism", "rumour"):
        form.choose("category", category)
        listed = form.choices("subcategory")
        assert sorted(listed) == sorted(children.get(category, [])), category
        # QGIS before 3.44 cannot sort by another column
        if Qgis.QGIS_VERSION_INT >= 34400:
            assert listed == children.get(category, [])
    assert form.choices("severity") == ["1", "2", "3", "4"]


def test_a_retired_code_is_hidden_from_new_records_and_kept_on_old_ones(new_form, opened, made):
    choices = new_form().choices("category")
    assert "event" not in choices and "vandalism" in choices
    layer = opened["incident"]
    old = next(row for row in layer.getFeatures() if row["category"] == "event")
    form = Form(layer, old, QgsAttributeEditorContext.Mode.SingleEditMode)
    assert "event" in form.choices("category")
    assert form.editors["category"].widget().currentText() == "Arrangemang"
    assert form.editors["subcategory"].widget().currentText() == "Konsert"
    form.close()
    assert layer.getFeature(old.id())["category"] == "event"


def test_the_area_is_filled_in_from_the_point(new_form, opened, made):
    form = new_form()
    form.choose("category", "vandalism")
    assert form.form.save()
    added = list(opened["incident"].editBuffer().addedFeatures().values())
    assert [row["area"] for row in added] == [made.areas["Öst"]]


def test_a_point_outside_all_areas_or_none_at_all_leaves_the_area_open(opened):
    layer = opened["incident"]
    outside = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point(1 1)"))
    nowhere = QgsVectorLayerUtils.createFeature(layer)
    assert is_null(outside["area"]) and is_null(nowhere["area"])


def test_what_is_not_asked_for_is_hidden(new_form):
    form = new_form()
    form.form.show()
    form.choose("category", "vandalism")
    assert form.editors["subcategory"].widget().isVisibleTo(form.form)
    form.choose("category", "rumour")
    assert not form.editors["subcategory"].widget().isVisibleTo(form.form)


def test_times_are_the_wall_clock_without_a_zone(opened, made):
    """What is typed is what stands in the column and what is read back, summer and winter."""
    layer = opened["incident"]
    assert layer.startEditing()
    typed = {}
    for moment in ("2026-01-15T23:30:00", "2026-07-15T23:30:00", "2026-03-29T02:30:00"):
        feature = QgsVectorLayerUtils.createFeature(layer)
        feature["category"] = "vandalism"
        feature["time_from"] = QDateTime.fromString(moment, "yyyy-MM-ddTHH:mm:ss")
        feature["description"] = moment
        assert layer.addFeature(feature)
        typed[moment] = feature["uuid"]
    assert layer.commitChanges(), layer.commitErrors()
    layer.reload()
    rows = {row["uuid"]: row for row in layer.getFeatures()}
    stored = {
        str(row["uuid"]): str(row["t"])
        for row in made.workspace.query("SELECT uuid, time_from AS t FROM incident")
    }
    for moment, uuid in typed.items():
        assert stored[uuid] == moment + ".000"
        assert rows[uuid]["time_from"].toString("yyyy-MM-ddTHH:mm:ss") == moment
    # read, changed in another field and written back: the clock stays
    assert layer.startEditing()
    for uuid in typed.values():
        index = layer.fields().indexOf("severity")
        assert layer.changeAttributeValue(rows[uuid].id(), index, "2")
    assert layer.commitChanges(), layer.commitErrors()
    for row in made.workspace.query("SELECT uuid, time_from AS t, severity AS s FROM incident"):
        if row["uuid"] in typed.values():
            assert row["s"] == "2"
            assert str(row["t"]) == stored[str(row["uuid"])]
    for uuid in typed.values():
        made.workspace.delete("incident", uuid)


def test_the_form_shows_times_without_seconds(opened):
    layer = opened["incident"]
    config = layer.editorWidgetSetup(layer.fields().indexOf("time_from")).config()
    assert config["display_format"] == "yyyy-MM-dd HH:mm"
    due = layer.editorWidgetSetup(layer.fields().indexOf("due_date")).config()
    assert due["display_format"] == "yyyy-MM-dd"
    assert QgsProject.instance().filePathStorage() == Qgis.FilePathType.Relative
