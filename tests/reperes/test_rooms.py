"""The rooms of the core stand in the order of the flow: what comes earlier knows nothing of what comes later."""

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
