"""Pagefind's indexing service, asked for one index that is the same to the byte from one build to the next.

Its Python package speaks the same protocol, but rests a tenth of a second after every page; and it indexes a folder
in the order of the disk.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from reperes import chunks

KEPT = {"pagefind.js", "pagefind-entry.json"}  # besides the index: no worker, no interface of its own


class EngineError(Exception):
    """Pagefind could not index."""


def index(documents: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write the index of documents, each an address and an HTML page, into a folder of its own.

    Raises EngineError, with what Pagefind says, when it cannot.
    """
    shutil.rmtree(folder, ignore_errors=True)
    command = [str(get_executable()), "--service"]
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:
            _ask(service, type="NewIndex", config={})
            for address, html in documents:
                _ask(service, type="AddFile", index_id=0, url=address, file_contents=html, file_path=None)
            _ask(service, type="WriteFiles", index_id=0, output_path=str(folder))
    except OSError as error:
        raise EngineError(str(error)) from None
    _trim(folder)
    chunks.cut(folder)


def _ask(service: "subprocess.Popen[bytes]", **payload: Any) -> None:
    """Send one request and wait for its answer: both JSON in base 64, ended by a comma."""
    assert service.stdin and service.stdout
    service.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    service.stdin.flush()
    answer = b""
    while not answer.endswith(b","):
        read = os.read(service.stdout.fileno(), 65536)
        if not read:
            raise EngineError("its program ended too early")
        answer += read
    said = json.loads(base64.b64decode(answer[:-1]))["payload"]
    if said["type"] == "Error":
        raise EngineError(said["message"])


def _trim(folder: Path) -> None:
    """Drop the files that no page asks for, and list languages in order."""
    entry = folder / "pagefind-entry.json"
    listed = json.loads(entry.read_bytes())
    entry.write_text(json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":")), "utf-8")
    engines = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in listed["languages"].values()}
    for path in folder.iterdir():
        if path.is_file() and path.suffix != ".pf_meta" and path.name not in KEPT | engines:
            path.unlink()
