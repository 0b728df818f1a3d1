"""Relations of the project: one for every field that refers to another record.

They are made by code with fixed ids, before forms are applied, since a form
names the relations that it shows and a QML does not carry them.
"""

from __future__ import annotations

from typing import Dict, Iterator, List, Mapping, Tuple

from qgis.core import QgsProject, QgsRelation, QgsRelationContext, QgsVectorLayer

from ..domain.record_types import Field, RecordType, Standard


def relation_id(record: str, field: str) -> str:
    """The fixed id of the relation behind a reference field."""
    return f"trygg_{record}_{field}"


def references(standard: Standard) -> Iterator[Tuple[RecordType, Field]]:
    """Every reference field of the standard with the record type that has it."""
    for record in standard.records.values():
        for field in record.fields:
            if field.type == "reference":
                yield record, field


def children_of(standard: Standard, parent: str) -> List[Tuple[RecordType, Field]]:
    """The reference fields that point at a record type, in the standard's order."""
    return [(record, field) for record, field in references(standard) if field.references == parent]


def create_relations(
    project: QgsProject,
    standard: Standard,
    layers: Mapping[str, QgsVectorLayer],
    language: str,
) -> Dict[str, QgsRelation]:
    """Relations by id between the layers that are there; other references are left out."""
    made: Dict[str, QgsRelation] = {}
    for record, field in references(standard):
        child, parent = layers.get(record.key), layers.get(str(field.references))
        if child is None or parent is None:
            continue
        # The context finds the layers in the project being built, not in the open one.
        relation = QgsRelation(QgsRelationContext(project))
        relation.setId(relation_id(record.key, field.key))  # noqa: QGS202  (no map layer)
        relation.setName(f"{record.label_plural[language]} – {field.label[language]}")
        relation.setReferencingLayer(child.id())
        relation.setReferencedLayer(parent.id())
        relation.addFieldPair(field.key, "uuid")
        if relation.isValid():
            made[relation.id()] = relation
    return made


def add_relations(project: QgsProject, relations: Mapping[str, QgsRelation]) -> None:
    """Put relations into a project's relation manager."""
    for relation in relations.values():
        project.relationManager().addRelation(relation)
