"""The words of domain/rights.py as PostgreSQL conditions, for policies and for triggers.

``row`` is how the row is called where the condition stands: the quoted table in a policy, NEW or
OLD in a trigger. ``s`` is the quoted name of the workspace's schema. What depends on the login
alone is asked in a subquery of its own, which PostgreSQL answers once a statement and not once a
row, and compared with a column so that an index of it can be used.

A standard of a municipality's own may lack a table or a field: what cannot be asked is denied.
"""

from __future__ import annotations

from typing import Callable, Dict, Iterable, List, Optional

from ..domain import rights
from .schema import Schema, code_table_name
from .sql_text import name, text, texts

TRUE, FALSE = "true", "false"


class Scopes:
    """Conditions over the tables of one workspace.

    ``organisation``: a trigger's variable that holds the login's organisation already.
    """

    def __init__(self, schema: Schema, s: str, organisation: str = "") -> None:
        self._schema = schema
        #: the organisation of the login, asked once a statement
        self.organisation = organisation or f"(SELECT {s}.trygg_organisation())"
        self._s = s
        self._words: Dict[str, Callable[[str, str], str]] = {
            "all": lambda table, row: TRUE,
            "own": self._own,
            "concerned": self._concerned,
            "involved": self._involved,
            "shared": self._shared,
            "public": lambda table, row: self._column(table, row, "public") or FALSE,
        }

    def condition(self, words: Iterable[str], table: str, row: Optional[str] = None) -> str:
        """Whether one of the words reaches the row; ``false`` when there is none."""
        found = [self._words[word](table, row or name(table)) for word in words]
        if TRUE in found:
            return TRUE
        asked = [one for one in found if one != FALSE]
        return " OR ".join(f"({one})" for one in asked) if asked else FALSE

    def functions(self) -> List[str]:
        """Functions that answer for the login which asks; run with the owner's rights."""
        s, organisation = self._s, self.organisation
        header = "STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
        made = [
            f"CREATE OR REPLACE FUNCTION {s}.trygg_organisation() RETURNS text LANGUAGE sql "
            f"{header} AS $body$ SELECT l.organisation FROM {s}.trygg_login l "  # nosec B608
            "WHERE l.login = session_user $body$",
            f"CREATE OR REPLACE FUNCTION {s}.trygg_marks(reach text[]) RETURNS text[] LANGUAGE sql "
            f"{header} AS $body$ SELECT {self._marks()} $body$",
        ]
        for record in sorted({link.reference for link in rights.INVOLVED.values()}):
            link = next(one for one in rights.INVOLVED.values() if one.reference == record)
            if not self._linked(link):
                continue
            function, linked = name(f"trygg_involved_{record}"), name(link.table)
            reference, organisation = name(link.reference), name(link.organisation)
            made.append(
                f"CREATE OR REPLACE FUNCTION {s}.{function}() RETURNS text[] LANGUAGE sql "
                f"{header} AS $body$ SELECT coalesce(array_agg(DISTINCT l.{reference}), "  # nosec B608
                f"ARRAY[]::text[]) FROM {s}.{linked} l WHERE l.deleted_at IS NULL "
                f"AND l.{organisation} = {s}.trygg_organisation() $body$"
            )
        return made

    def own_field(self, table: str) -> Optional[str]:
        """The record's own field with its organisation, if it has one."""
        path = rights.OWN.get(table, "")
        return path if path and "." not in path and self._has(table, path) else None

    # --- one word each

    def _own(self, table: str, row: str) -> str:
        path = rights.OWN.get(table)
        if path is None:
            return FALSE
        if "." not in path:
            column = self._column(table, row, path)
            return f"{column} = {self.organisation}" if column else FALSE
        reference, field = path.split(".")
        key, parent = self._column(table, row, reference), reference
        if key is None or not self._has(parent, field):
            return FALSE
        s, organisation = self._s, self.organisation
        return (
            f"EXISTS (SELECT 1 FROM {s}.{name(parent)} p WHERE p.uuid = {key} "  # nosec B608
            f"AND p.{name(field)} = {organisation})"
        )

    def _concerned(self, table: str, row: str) -> str:
        columns = [self._column(table, row, key) for key in rights.CONCERNS.get(table, ())]
        named = " OR ".join(f"{one} = {self.organisation}" for one in columns if one)
        return f"({named}) AND {self._mark(table, row, 'all', 'own')}" if named else FALSE

    def _involved(self, table: str, row: str) -> str:
        link = rights.INVOLVED.get(table)
        if link is None or not self._linked(link):
            return FALSE
        key = f"{row}.{name(link.key)}"
        function = name(f"trygg_involved_{link.reference}")
        return (
            f"{key} = ANY ((SELECT {self._s}.{function}())::text[]) "
            f"AND {self._mark(table, row, 'all', 'own')}"
        )

    def _shared(self, table: str, row: str) -> str:
        conditions = [f"{row}.deleted_at IS NULL"]
        states = rights.SHARED_STATES.get(table)
        if states:
            state = self._schema.tables[table].state_field
            if state is None:
                return FALSE
            conditions.append(f"{row}.{name(state)} IN ({texts(states)})")
        mark = self._mark(table, row, "all")
        if mark != TRUE:
            conditions.append(mark)
        parents = [self._readable(table, row, key) for key in rights.PARENTS.get(table, ())]
        if parents:
            joined = " OR " if table in rights.ANY_PARENT else " AND "
            conditions.append(f"({joined.join(parents)})")
        elif not states:
            return FALSE  # nothing says that it is shared
        return " AND ".join(conditions)

    # --- parts

    def _readable(self, table: str, row: str, reference: str) -> str:
        """Whether the login may read the record that the row points at: the parent's policy."""
        key, s = self._column(table, row, reference), self._s
        if key is None or reference not in self._schema.tables:
            return FALSE
        parent = name(reference)
        return f"EXISTS (SELECT 1 FROM {s}.{parent} p WHERE p.uuid = {key})"  # nosec B608

    def _mark(self, table: str, row: str, *reach: str) -> str:
        column = self._column(table, row, rights.SECRECY_FIELD)
        if column is None:
            return TRUE
        return f"{column} = ANY ((SELECT {self._s}.trygg_marks(ARRAY[{texts(reach)}]))::text[])"

    def _marks(self) -> str:
        """The marks whose records partners read as far as is asked."""
        codes = self._schema.code_tables.get(code_table_name(rights.SECRECY_LIST))
        if codes is None or rights.PARTNERS_READ not in codes.columns:
            return "ARRAY[]::text[]"
        return (
            f"coalesce(array_agg(c.code), ARRAY[]::text[]) FROM {self._s}.{name(codes.key)} c "
            f"WHERE c.{name(rights.PARTNERS_READ)} = ANY (reach)"
        )

    def _column(self, table: str, row: str, key: str) -> Optional[str]:
        return f"{row}.{name(key)}" if self._has(table, key) else None

    def _has(self, table: str, key: str) -> bool:
        known = self._schema.tables.get(table)
        return known is not None and any(one.key == key for one in known.columns)

    def _linked(self, link: rights.Link) -> bool:
        return self._has(link.table, link.reference) and self._has(link.table, link.organisation)


def literal(value: Optional[str]) -> str:
    """A column's default as SQL, for a comparison; NULL for one that the moment decides."""
    if value is None or value in ("now", "today", "user"):
        return "NULL"
    return {"yes": TRUE, "no": FALSE}.get(value, text(value))
