"""The rooms of the core stand in the order of the flow: what comes earlier knows nothing of what comes later."""

import ast
import re
from pathlib import Path

CORE = Path(__file__).parents[2] / "hooks" / "reperes"
ORDER = (
    *("base", "model", "source", "check", "catalogue", "markdown", "views", "output"),
    *("review", "editors", "publications", "run"),
)


def test_no_room_imports_from_a_later_one() -> None:
    backwards = [
        f"{path.relative_to(CORE)} -> {later}"
        for room in ORDER
        for path in (CORE / room).rglob("*.py")
        for later in re.findall(r"^\s*(?:from|import) reperes\.(\w+)", path.read_text("utf-8"), re.M)
        if ORDER.index(later) > ORDER.index(room)
    ]
    assert not backwards


def test_no_two_classes_bear_one_name() -> None:
    tops = [one for path in CORE.rglob("*.py") for one in ast.parse(path.read_text("utf-8")).body]
    named = [one.name for one in tops if isinstance(one, ast.ClassDef)]
    named += [str(one.target.id) for one in tops if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    named += [one.targets[0].id for one in tops if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)]
    types = [name for name in named if re.fullmatch("[A-Z][a-z].*", name)]  # constants are their module's own
    assert len(types) > 100 and [name for name in types if types.count(name) > 1] == []
