"""Which PostgreSQL database and schema a workspace lives in, and how QGIS lets us in.

A target never holds a password. What lets us in is asked of QGIS at every connection: its
authentication manager, its own list of connections, or what the user has typed in this session.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from typing import Any, List, Optional, Set, Tuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from qgis.core import QgsCredentials, QgsDataSourceUri, QgsProviderRegistry

from .errors import DataError
from .sql_text import name

PROVIDER = "postgres"
SCHEME = "postgresql"


@dataclass(frozen=True)
class PostgisTarget:
    """A schema in a database. ``connection`` is a name in QGIS's list of connections."""

    schema: str
    database: str = ""
    host: str = ""
    port: str = ""
    service: str = ""
    user: str = ""
    sslmode: str = ""
    authcfg: str = ""
    connection: str = ""

    def __str__(self) -> str:
        """The target as one text without a password; :func:`target_from_text` reads it."""
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        # a path to a socket is a host too
        host = quote(self.host, safe="[]:" if self.host.startswith("[") else "")
        more = {
            key: getattr(self, key)
            for key in ("schema", "service", "sslmode", "authcfg", "connection")
            if getattr(self, key)
        }
        database = quote(self.database, safe="")
        return f"{SCHEME}://{user}{host}{port}/{database}?{urlencode(more)}"

    @property
    def place(self) -> str:
        """What people read in a sentence: the schema, the database and the server."""
        where = self.service or self.host or "localhost"
        return f"{self.schema} ({self.database or self.service} @ {where})"

    @property
    def same(self) -> tuple:
        """What two targets of one workspace have in common, whoever opens it."""
        where = self.service or (self.host or "localhost", self.port or "5432", self.database)
        return where, self.schema

    def uri(self) -> QgsDataSourceUri:
        """The connection as QGIS writes it, without a password."""
        uri = QgsDataSourceUri()
        mode = QgsDataSourceUri.decodeSslMode(self.sslmode or "prefer")
        if self.service:
            uri.setConnection(self.service, self.database, self.user, "", mode, self.authcfg)
        else:
            uri.setConnection(
                self.host, self.port, self.database, self.user, "", mode, self.authcfg
            )
        return uri

    def secret(self) -> str:
        """What libpq connects with, a password included: for the one call, never to be kept."""
        uri = self.uri()
        if not self.authcfg:
            for stored in _stored_connections(self.connection):
                if stored.password() and self._fits(stored):
                    return _with_password(uri, stored.username(), stored.password())
            realm = str(uri.connectionInfo(False))
            # asked only where the answer is there: QGIS would ask the user otherwise
            if realm in _TYPED:
                given, user, password = _credentials(realm, self.user, "")
                if given:
                    return _with_password(uri, user, password)
        return str(uri.connectionInfo(True))

    def ask(self, reason: str) -> Optional[str]:
        """The same after asking the user, as QGIS does for a layer; None when they give up."""
        if self.authcfg:
            return None
        uri = self.uri()
        given, user, password = _credentials(str(uri.connectionInfo(False)), self.user, reason)
        return _with_password(uri, user, password) if given else None

    def _fits(self, stored: QgsDataSourceUri) -> bool:
        same = _target(stored, self.schema).same == self.same
        return same and self.user in ("", stored.username())


#: What QGIS has credentials for in this session, as it calls them there.
_TYPED: Set[str] = set()


def _credentials(realm: str, user: str, reason: str) -> Tuple[bool, str, str]:
    """What QGIS keeps for this session, or what the user types now."""
    keeper = QgsCredentials.instance()
    given, user, password = keeper.get(realm, user, "", reason)
    if given:
        _keep(realm, user, password)  # it forgets what it tells
    else:
        _TYPED.discard(realm)
    return given, user, password


def _keep(realm: str, user: str, password: str) -> None:
    QgsCredentials.instance().put(realm, user, password)
    _TYPED.add(realm)


def _with_password(uri: QgsDataSourceUri, user: str, password: str) -> str:
    uri.setUsername(user)
    uri.setPassword(password)
    return str(uri.connectionInfo(True))


def target_from_text(text: str) -> PostgisTarget:
    """A target from its text; DataError when it is none."""
    parts = urlsplit(text)
    more = dict(parse_qsl(parts.query))
    if parts.scheme != SCHEME or not more.get("schema"):
        raise DataError(
            "{text} does not name a schema in PostgreSQL. Write it as "
            "postgresql://server:5432/database?schema=name.",
            text=without_password(text),
        )
    known = {key: more[key] for key in ("service", "sslmode", "authcfg", "connection")
             if key in more}  # fmt: skip
    place = parts.netloc.rpartition("@")[2]
    host, _, port = place.rpartition(":") if place.rpartition(":")[2].isdigit() else (place, "", "")
    return PostgisTarget(
        schema=more["schema"],
        database=unquote(parts.path.lstrip("/")),
        host=unquote(host),
        port=port,
        user=unquote(parts.username or ""),
        **known,
    )


def dump_command(target: PostgisTarget, owner: Optional[str] = None) -> str:
    """What makes a backup of a workspace; ``owner`` is the role that may read all of it."""
    where = {
        "dbname": f"service={target.service}" if target.service else target.database,
        "host": target.host, "port": target.port, "username": target.user, "role": owner or "",
    }  # fmt: skip
    told = [f"--{key}={shlex.quote(value)}" for key, value in where.items() if value]
    # quoted once for the shell and once as a pattern, in which capitals and signs would mean more
    pattern = shlex.quote(name(target.schema))
    file = shlex.quote(f"{target.schema}.dump")
    return f"pg_dump --format=custom {' '.join(told)} --schema={pattern} --file={file}"


def without_password(text: str) -> str:
    """A connection as text with whatever stands as its password taken out."""
    parts = urlsplit(text)
    if parts.password is None:
        return text
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{parts.username}@{place}").geturl()


def is_target(text: str) -> bool:
    """Whether a text names a database rather than a file."""
    return text.startswith(f"{SCHEME}://")


def target_of_connection(connection: str, schema: str) -> PostgisTarget:
    """The target behind a name in QGIS's list of PostgreSQL connections."""
    found = _stored_connections(connection) if connection else []
    if not found:
        raise DataError(
            "QGIS knows no PostgreSQL connection {connection}. Create it in the data source "
            "manager.",
            connection=connection,
        )
    return replace(_target(found[0], schema), connection=connection)


def target_of_source(source: str) -> Optional[PostgisTarget]:
    """The target behind the source of a PostgreSQL layer, or None when it names no schema.

    A password in the source is kept where QGIS itself keeps those typed in this session.
    """
    uri = QgsDataSourceUri(source)
    if not uri.schema():
        return None
    target = _target(uri, uri.schema())
    if uri.password():
        _keep(str(target.uri().connectionInfo(False)), uri.username(), uri.password())
    return target


def _target(uri: QgsDataSourceUri, schema: str) -> PostgisTarget:
    mode = QgsDataSourceUri.encodeSslMode(uri.sslMode())
    return PostgisTarget(
        schema=schema,
        database=uri.database(),
        host=uri.host(),
        port=uri.port(),
        service=uri.service(),
        user=uri.username(),
        sslmode="" if mode == "prefer" else mode,
        authcfg=uri.authConfigId(),
    )


def _stored_connections(named: str = "") -> List[QgsDataSourceUri]:
    """QGIS's own connections to PostgreSQL: the one named, or all."""
    metadata: Any = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    if metadata is None:
        return []
    known = metadata.connections(False)
    return [
        QgsDataSourceUri(connection.uri())
        for key, connection in known.items()
        if named in ("", key)
    ]
