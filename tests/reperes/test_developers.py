"""The text for developers names all that stands: nobody adds a room, a block or a setting without a word on it."""

import re
from pathlib import Path

import yaml
from reperes.model.blocks import BLOCKS
from reperes.model.kinds import KINDS
from reperes.source.settings import PUBLISHER

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / ".github/DEVELOPERS.md").read_text("utf-8")
CORE = ROOT / "hooks/reperes"


def missing(names: set[str], written: str = "`{}`") -> list[str]:
    return sorted(name for name in names if written.format(name) not in TEXT)


def test_every_block_stands_in_it():
    assert not missing(set(BLOCKS))


def test_every_kind_stands_in_it_with_its_folder():
    assert not missing(set(KINDS))
    assert not missing({kind.folder for kind in KINDS.values() if kind.folder})


def test_every_script_stands_in_it():
    assert not missing({path.name for path in (ROOT / "scripts").iterdir() if path.is_file()})


def test_every_room_and_every_module_above_them_stands_on_the_map():
    rooms = {f"{path.name}/" for path in CORE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    above = {path.name for path in CORE.glob("*.py")} - {"__init__.py"}
    assert not missing(rooms | above, "  {} ")


def test_every_setting_of_ours_stands_in_it():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]
    assert not missing({*settings, *settings["publisher"], *PUBLISHER})


def test_every_file_that_it_names_exists():
    named = set(re.findall(r"`((?:hooks|overrides|tests|docs)/[\w/.-]+\.\w+)`", TEXT))
    made_up = {"overrides/partials/kinds/organisation.html", "overrides/assets/reperes/share/organisation.png"}
    absent = {path for path in named - made_up if "<" not in path and not (ROOT / path).exists()}
    assert absent <= {"docs/index.ar.md"}
    rooms = {path.name for path in CORE.iterdir() if path.is_dir()}
    inside = {path for path in re.findall(r"`(\w+/[\w/]+\.\w+)`", TEXT) if path.partition("/")[0] in rooms}
    assert sorted(path for path in inside if not (CORE / path).exists()) == []
