"""The data dictionary is made from the standard, and the one in docs/ is up to date."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

from trygg_plugin.domain.standard import default_folder, load_standard

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def tool():
    path = ROOT / "tools" / "data_dictionary.py"
    spec = importlib.util.spec_from_file_location("data_dictionary", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_dictionary_in_docs_is_up_to_date(tool):
    text = tool.dictionary(load_standard(default_folder()))
    assert tool.TARGET.read_text(encoding="utf-8") == text, "run: python tools/data_dictionary.py"


def test_everything_of_the_standard_stands_in_it(tool):
    standard = load_standard(default_folder())
    text = tool.dictionary(standard)
    for record in standard.records.values():
        for field in record.fields:
            assert f"| `{field.key}` | {field.label['sv']} | {field.label['en']} |" in text
        for rule in record.rules:
            assert rule.message["sv"] in text
    for codelist in standard.codelists.values():
        for code in codelist.codes:
            assert f"| `{code.key}` |" in text


def test_links_lead_somewhere(tool):
    text = tool.dictionary(load_standard(default_folder()))
    anchors = re.findall(r'<a id="(\w+)">', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\(#(\w+)\)", text)) <= set(anchors)


def test_tables_have_even_rows(tool):
    columns = None
    for line in tool.dictionary(load_standard(default_folder())).splitlines():
        if not line.startswith("|"):
            columns = None
            continue
        count = len(re.findall(r"(?<!\\)\|", line))
        assert columns in (None, count), line
        columns = count


def test_an_own_field_stands_in_an_own_dictionary(tool, tmp_path):
    folder = shutil.copytree(default_folder(), tmp_path / "forms")
    with (folder / "incident.ini").open("a", encoding="utf-8") as file:
        file.write("\n[field weather]\ntype = text\ngroup = when\n")
        file.write("label_sv = Väder | vind\nlabel_en = Weather\n")
    assert "| `weather` | Väder \\| vind | Weather |" in tool.dictionary(load_standard(folder))
