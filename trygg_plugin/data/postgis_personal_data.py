"""The certain findings of domain/personal_data.py as a PostgreSQL function.

Made from the domain's own table of notations; tests ask both the same cases.
"""

from __future__ import annotations

from typing import List

from ..domain.personal_data import (
    ALWAYS,
    CENTURIES,
    COORDINATION_DAY,
    NOTATIONS,
    REPLACED,
    TIMESTAMP_YEARS,
    UNLESS_TIME,
)
from .sql_text import text, texts

FUNCTION = "trygg_personal_data"

# The same pattern as the domain's, tried wherever a row of digits begins.
_NUMBER = (
    r"^([0-9]{2}(?:[0-9]{2})?)([-/. ]?)([0-9]{2})\2([0-9]{2})( ?[-+]? ?)([0-9]{4})"
    r"(?![0-9])(?![-:.][0-9])"
)
_LOCAL = "A-Za-z0-9ÅÄÖåäö"
_EMAIL = rf"[{_LOCAL}._%+-]@[{_LOCAL}][{_LOCAL}.-]*[.][A-Za-z]{{2}}"


def may_hold_personal_data(value: str) -> str:
    """A cheap question that every text with a certain finding answers with yes."""
    return f"({value} ~ '[0-9][0-9].*[0-9]{{4}}' OR strpos({value}, '@') > 0)"


def personal_data_function(s: str) -> str:
    """The statement that makes the function: kinds of what a text holds, an array."""
    fancy = "".join(REPLACED)
    plain = "".join(REPLACED.values())
    first, final = TIMESTAMP_YEARS
    # the place values 2,1,2,1… of the Luhn sum; a doubled digit above 9 loses 9
    digits = [f"substr(d, {k}, 1)::int" for k in range(1, 11)]
    luhn = " + ".join(
        f"{digit} * 2 - CASE WHEN {digit} > 4 THEN 9 ELSE 0 END" if k % 2 == 0 else digit
        for k, digit in enumerate(digits)
    )
    return f"""
CREATE OR REPLACE FUNCTION {s}.{FUNCTION}(given text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $body$
DECLARE
  t text := translate(given, {text(fancy)}, {text(plain)});
  found text[] := ARRAY[]::text[];
  p text[];
  shape text; grade text; d text;
  y int; m int; dom int; leap boolean;
BEGIN
  IF t ~ {text(_EMAIL)} THEN
    found := found || 'email'::text;
  END IF;
  FOR i IN 1 .. char_length(t) LOOP
    CONTINUE WHEN strpos('0123456789', substr(t, i, 1)) = 0
      OR i > 1 AND strpos('0123456789', substr(t, i - 1, 1)) > 0;
    p := regexp_match(substr(t, i, 24), {text(_NUMBER)});
    CONTINUE WHEN p IS NULL OR left(p[6], 3) = '000';
    shape := repeat('Y', char_length(p[1])) || p[2] || 'MM' || p[2] || 'DD' || p[5] || 'NNNN';
    grade := CASE WHEN shape IN ({texts(_graded(ALWAYS))}) THEN 'always'
      WHEN shape IN ({texts(_graded(UNLESS_TIME))}) THEN 'unless_time' END;
    CONTINUE WHEN grade IS NULL;
    -- the decimals of a coordinate
    CONTINUE WHEN shape ~ '^[YMDN]+$' AND i > 2 AND substr(t, i - 2, 2) ~ '[0-9][.]';
    y := p[1]::int; m := p[3]::int; dom := p[4]::int;
    CONTINUE WHEN char_length(p[1]) = 4 AND left(p[1], 2) NOT IN ({texts(CENTURIES)});
    d := right(p[1], 2) || p[3] || p[4] || p[6];
    CONTINUE WHEN ({luhn}) % 10 <> 0;
    leap := y % 4 = 0 AND (char_length(p[1]) = 2 OR y % 100 <> 0 OR y % 400 = 0);
    IF dom > {COORDINATION_DAY} THEN dom := dom - {COORDINATION_DAY}; END IF;
    CONTINUE WHEN m NOT BETWEEN 1 AND 12 OR dom < 1 OR dom > CASE WHEN m = 2 AND leap THEN 29
      ELSE (ARRAY[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[m] END;
    CONTINUE WHEN grade = 'unless_time'
      AND CASE WHEN char_length(p[1]) = 2 THEN 2000 ELSE 0 END + y BETWEEN {first} AND {final}
      AND left(p[6], 2)::int < 24 AND right(p[6], 2)::int < 60;
    found := found || CASE WHEN p[4]::int > {COORDINATION_DAY} THEN 'coordination_number'
      ELSE 'personal_number' END;
  END LOOP;
  RETURN found;
END $body$"""


def _graded(grade: str) -> List[str]:
    return [notation for notation, one in NOTATIONS.items() if one == grade]
