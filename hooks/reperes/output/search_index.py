"""Pagefind's indexing service, asked for one index that is the same to the byte from one build to the next.

Its Python package speaks the same protocol, but rests a tenth of a second after every page; and it indexes a folder
in the order of the disk.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable
from subprocess import PIPE
from typing import Any

ENTRY = "pagefind-entry.json"
PIECES = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2000"}  # a reader fetches the piece of each word: 3 kB, not 30
KEPT = {"pagefind.js"}  # besides the index: no worker, no interface of its own


class EngineError(Exception):
    """Pagefind could not index."""


def index(documents: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of the index of documents, each an address and an HTML page, by path in their folder.

    Raises EngineError, with what Pagefind says, when it cannot.
    """
    from pagefind.service import get_executable  # it loads asyncio, which a check of texts does not need

    try:
        command = [str(get_executable()), "--service"]
        with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, env={**os.environ, **PIECES}) as service:
            _ask(service, type="NewIndex", config={})
            for address, html in documents:
                _ask(service, type="AddFile", index_id=0, url=address, file_contents=html, file_path=None)
            found = _ask(service, type="GetFiles", index_id=0)  # those it writes itself may miss their end
    except OSError as error:
        raise EngineError(str(error)) from None
    files = {file["path"]: base64.b64decode(file["content"]) for file in found["files"]}
    return _trimmed(files)


def _ask(service: "subprocess.Popen[bytes]", **payload: Any) -> dict[str, Any]:
    """Send one request and wait for its answer: both JSON in base 64, ended by a comma."""
    assert service.stdin and service.stdout
    service.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    service.stdin.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        read = os.read(service.stdout.fileno(), 65536)
        if not read:
            raise EngineError("its program ended too early")
        answer += read
    said: dict[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
    if said["type"] == "Error":
        raise EngineError(said["message"])
    return said


def _trimmed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that pages ask for; languages are listed in order."""
    listed = json.loads(files[ENTRY])
    engines = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in listed["languages"].values()}
    entry = json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    kept = {path: files[path] for path in files if "/" in path or path.endswith(".pf_meta") or path in KEPT | engines}
    return kept | {ENTRY: entry}
