import re
from pathlib import Path

import pytest
from conftest import ROOT
from reperes.catalogue.folder import read_folder
from reperes.source.settings import languages

LIBRARY = read_folder(ROOT / "docs", languages(ROOT))


@pytest.mark.parametrize("path", sorted(path for path in LIBRARY.documents if path.endswith(".md")))
def test_the_file_has_no_problem(path: str):
    assert [str(problem) for problem in LIBRARY.documents[path].problems] == []


@pytest.mark.parametrize("path", sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").rglob("*.md")))
def test_the_text_is_written_without_median_dots_or_personal_addresses(path: str):
    text = Path(ROOT, path).read_text("utf-8")
    assert "·" not in text
    assert not re.search(r"\b[\w.+-]+@[\w-]+\.\w", text)
