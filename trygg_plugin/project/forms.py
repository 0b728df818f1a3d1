"""Attribute forms made from the standard.

Only what QField and Mergin Maps also know: text, check box, date, range, value
relation, relation reference and editor, attachment, tabs, visibility,
constraints and defaults. No Python. The same code makes the forms of a project
and the QML files in ``styles/forms/``.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsOptionalExpression,
    QgsRelation,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..data.schema import EDITED_VERSION
from ..domain.record_types import SYSTEM_FIELDS, Field, RecordType, Rule, Standard
from .relations import children_of, relation_id

DATE_DISPLAY = "yyyy-MM-dd"
DATETIME_DISPLAY = "yyyy-MM-dd HH:mm"

_ORDERS_BY_FIELD = Qgis.QGIS_VERSION_INT >= 34400

_DEFAULT_WORDS = {
    "now": "now()",
    "today": "to_date(now())",
    "user": "@user_account_name",
    "yes": "true",
    "no": "false",
}


def apply_form(
    layer: QgsVectorLayer,
    record: RecordType,
    standard: Standard,
    layers: Mapping[str, QgsVectorLayer],
    relations: Mapping[str, QgsRelation],
    language: str,
) -> None:
    """Give a layer the form, widgets, aliases, defaults and constraints of its record type.

    ``layers`` holds the layers of all tables by name (code lists too), ``relations``
    those of :func:`.relations.create_relations`. A field that the layer lacks is left out.
    """
    for key in (*SYSTEM_FIELDS, EDITED_VERSION):
        index = layer.fields().indexOf(key)
        if index >= 0:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    _default(layer, "uuid", "uuid('WithoutBraces')")
    _default(layer, "created_by", "@user_account_name")
    _default(layer, "changed_by", "@user_account_name", on_update=True)
    # Tells the database that changed_by was given for this very change; it sets the time itself.
    _default(layer, "changed_at", "now()", on_update=True)
    # In PostgreSQL: with what QGIS saves, it says which version it began with. Stored it is never.
    _default(layer, EDITED_VERSION, f'coalesce("{EDITED_VERSION}", "version")', on_update=True)
    for field in record.fields:
        index = layer.fields().indexOf(field.key)
        if index < 0:
            continue
        layer.setFieldAlias(index, _alias(field, language))
        layer.setEditorWidgetSetup(index, _widget(record, field, standard, layers, language))
        _apply_default(layer, index, field, layers)
        _apply_constraints(layer, index, field, record, language)
    layer.setEditFormConfig(_form(layer, record, standard, layers, relations, language))
    if record.display:
        layer.setDisplayExpression(record.display)


def _alias(field: Field, language: str) -> str:
    unit = f" ({field.unit})" if field.unit else ""
    return field.label[language] + unit


def _default(layer: QgsVectorLayer, key: str, expression: str, on_update: bool = False) -> None:
    index = layer.fields().indexOf(key)
    if index >= 0:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, on_update))


def _widget(
    record: RecordType,
    field: Field,
    standard: Standard,
    layers: Mapping[str, QgsVectorLayer],
    language: str,
) -> QgsEditorWidgetSetup:
    kind = field.type
    if kind in ("code", "codes"):
        return _value_relation(field, standard, layers, language)
    if kind == "reference":
        return QgsEditorWidgetSetup(
            "RelationReference",
            {
                "Relation": relation_id(record.key, field.key),
                "AllowNULL": not field.required,
                "OrderByValue": True,
                "ShowForm": False,
                "MapIdentification": True,
                "ShowOpenFormButton": True,
                "AllowAddFeatures": False,
                "ReadOnly": field.read_only,
            },
        )
    if kind in ("text", "long_text"):
        return QgsEditorWidgetSetup(
            "TextEdit", {"IsMultiline": kind == "long_text", "UseHtml": False}
        )
    if kind in ("integer", "decimal"):
        return _range(field)
    if kind == "boolean":
        return QgsEditorWidgetSetup("CheckBox", {})
    if kind in ("date", "datetime"):
        shown = DATE_DISPLAY if kind == "date" else DATETIME_DISPLAY
        return QgsEditorWidgetSetup(
            "DateTime",
            {
                "display_format": shown,
                "field_format": DATE_DISPLAY if kind == "date" else "yyyy-MM-dd HH:mm:ss",
                "field_iso_format": False,
                "calendar_popup": True,
                "allow_null": not field.required,
            },
        )
    if kind == "attachment":
        # Relative to the project, so that the folder can move and the field app finds it.
        return QgsEditorWidgetSetup(
            "ExternalResource",
            {
                "DocumentViewer": 1,
                "DocumentViewerHeight": 160,
                "FileWidget": True,
                "FileWidgetButton": True,
                "FileWidgetFilter": "",
                "RelativeStorage": 1,
                "StorageMode": 0,
            },
        )
    raise ValueError(f"The field type {kind} has no widget.")


def _range(field: Field) -> QgsEditorWidgetSetup:
    whole = field.type == "integer"
    config: Dict[str, Any] = {
        "AllowNull": not field.required,
        "Style": "SpinBox",
        "Step": 1 if whole else 0.1,
        "Precision": 0 if whole else 2,
        "Min": field.minimum if field.minimum is not None else -2147483648,
        "Max": field.maximum if field.maximum is not None else 2147483647,
    }
    if whole:
        config["Min"], config["Max"] = int(config["Min"]), int(config["Max"])
    return QgsEditorWidgetSetup("Range", config)


def _value_relation(
    field: Field, standard: Standard, layers: Mapping[str, QgsVectorLayer], language: str
) -> QgsEditorWidgetSetup:
    table = f"code_{field.codelist}"
    layer = layers.get(table)
    keys = [code.key for code in standard.codelists[str(field.codelist)].codes]
    # A retired code can no longer be chosen, but a record that has it still shows its label:
    # a filter that reads the form is left out when QGIS only looks up labels. It must not read
    # its own value by current_value(): QGIS 3.22 then fills the list anew without end, and dies.
    own = f"attribute(@current_feature, '{field.key}')"
    usable = [f"(\"retired\" IS NOT true OR \"code\" = {own})"]
    if field.cascades_from:
        usable.append(f"\"parent\" = current_value('{field.cascades_from}')")
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "Layer": layer.id() if layer is not None else table,
            "LayerName": layer.name() if layer is not None else table,
            # Found by its id; a path written here would be wrong once the folder has moved.
            "LayerSource": "",
            "LayerProviderName": layer.providerType() if layer is not None else "ogr",
            "Key": "code",
            "Value": f"label_{language}",
            "Description": f'"description_{language}"',
            "AllowMulti": field.type == "codes",
            "NofColumns": 2 if field.type == "codes" else 1,
            "AllowNull": not field.required,
            # The standard's order. QGIS before 3.44 knows the order of keys, where that is the
            # same (severity 1 to 4), and of labels; a newer one would put labels first, too.
            "OrderByField": True,
            "OrderByFieldName": "sort_order",
            "OrderByValue": not _ORDERS_BY_FIELD and keys != sorted(keys),
            "FilterExpression": " AND ".join(usable),
            "UseCompleter": False,
        },
    )


def _apply_default(
    layer: QgsVectorLayer, index: int, field: Field, layers: Mapping[str, QgsVectorLayer]
) -> None:
    if _filled_from_place(layer, field) and "area" in layers:
        # A moved point gets its area anew; a record without a place keeps what was chosen.
        area = QgsExpression.quotedString(layers["area"].id())
        column = QgsExpression.quotedColumnRef(field.key)
        expression = f"coalesce(array_first(overlay_within({area}, \"uuid\")), {column})"
        layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, True))
        return
    if field.default is None:
        return
    if field.default in _DEFAULT_WORDS:
        expression = _DEFAULT_WORDS[field.default]
    elif field.type in ("integer", "decimal"):
        expression = field.default
    else:
        expression = QgsExpression.quotedString(field.default)
    layer.setDefaultValueDefinition(index, QgsDefaultValue(expression))


def _filled_from_place(layer: QgsVectorLayer, field: Field) -> bool:
    """Whether a field names the area that holds the record's own point."""
    return (
        field.type == "reference"
        and field.references == "area"
        and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    )


def _apply_constraints(
    layer: QgsVectorLayer, index: int, field: Field, record: RecordType, language: str
) -> None:
    hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
    if field.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, hard)
    expressions: List[str] = []
    sentences: List[str] = []
    column = QgsExpression.quotedColumnRef(field.key)
    if field.max_length:
        expressions.append(f"{column} IS NULL OR length({column}) <= {field.max_length}")
        sentences.append(
            {
                "sv": f"Högst {field.max_length} tecken.",
                "en": f"At most {field.max_length} characters.",
            }[language]
        )
    for rule in record.rules:
        expression = _rule_expression(rule, field)
        if expression:
            expressions.append(expression)
            sentences.append(rule.message[language])
    if expressions:
        layer.setConstraintExpression(
            index, " AND ".join(f"({part})" for part in expressions), " ".join(sentences)
        )
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, hard)


def _rule_expression(rule: Rule, field: Field) -> Optional[str]:
    """The rule as an expression on the field where a person mends it: its last one."""
    keys = [key for key in rule.fields if key not in SYSTEM_FIELDS]
    if field.key != keys[-1 if rule.kind in ("order", "distinct") else 0]:
        return None
    columns = [QgsExpression.quotedColumnRef(key) for key in rule.fields]
    if rule.kind == "order":
        return f"{columns[0]} IS NULL OR {columns[1]} IS NULL OR {columns[0]} <= {columns[1]}"
    if rule.kind == "distinct":
        return f"{columns[0]} IS NULL OR {columns[1]} IS NULL OR {columns[0]} <> {columns[1]}"
    values = ", ".join(QgsExpression.quotedString(value) for value in rule.values)
    if rule.kind in ("required_when", "confirmed_when"):
        given = f"{columns[1]} IN ({values})" if values else f"{columns[1]} IS NOT NULL"
        met = "IS true" if rule.kind == "confirmed_when" else "IS NOT NULL"
        return f"{columns[0]} {met} OR NOT coalesce({given}, false)"
    if rule.kind == "not_future":
        # A minute of grace: clocks of phones and servers differ.
        future = f"{columns[0]} IS NULL OR {columns[0]} <= now() + to_interval('1 minute')"
        if rule.unless_field and values:
            unless = QgsExpression.quotedColumnRef(rule.unless_field)
            return f"{future} OR coalesce({unless} IN ({values}), false)"
        return future
    return None  # "unique" and "frozen" are the database's to tell


def _form(
    layer: QgsVectorLayer,
    record: RecordType,
    standard: Standard,
    layers: Mapping[str, QgsVectorLayer],
    relations: Mapping[str, QgsRelation],
    language: str,
) -> QgsEditFormConfig:
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    root = config.invisibleRootContainer()
    for group in record.groups:
        tab = _container(group.label[language], root, group.visible_when, box=False)
        for field in record.fields:
            index = layer.fields().indexOf(field.key)
            if field.group != group.key or index < 0:
                continue
            parent = tab
            if field.visible_when:
                parent = _container(field.label[language], tab, field.visible_when, box=True)
                parent.setShowLabel(False)
                tab.addChildElement(parent)
            parent.addChildElement(QgsAttributeEditorField(field.key, index, parent))
            config.setReadOnly(index, field.read_only)
        if tab.children():
            config.addTab(tab)
    for child, reference in children_of(standard, record.key):
        relation = relations.get(relation_id(child.key, reference.key))
        if relation is None:
            continue
        tab = _container(child.label_plural[language], root, None, box=False)
        editor = QgsAttributeEditorRelation(relation, tab)
        editor.setShowLabel(False)
        editor.setRelationWidgetTypeId("relation_editor")
        tab.addChildElement(editor)
        config.addTab(tab)
    return config


def _container(
    name: str, parent: QgsAttributeEditorElement, visible_when: Optional[str], box: bool
) -> QgsAttributeEditorContainer:
    container = QgsAttributeEditorContainer(name, parent)
    container.setIsGroupBox(box)
    if visible_when:
        container.setVisibilityExpression(
            QgsOptionalExpression(QgsExpression(visible_when), True)
        )
    return container
