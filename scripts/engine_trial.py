"""The engine tried in Node: the sentences of the corpus of mistakes, pages to the byte, and what it costs."""

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import bootstrap
import engine
from reperes.build import Site
from reperes.session import Session

TESTS = Path(bootstrap.ROOT, "tests")
TRIAL = """
import { loadPyodide } from "./pyodide.js";
import fs from "fs";
process.on("uncaughtException", (error) => {
  console.error("\\n" + String(error.message).slice(-2000));
  process.exit(1);
});
const spent = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
const py = await loadPyodide({ indexURL: process.cwd() + "/" });
py.unpackArchive(new Uint8Array(fs.readFileSync("moteur.zip")), "zip", { extractDir: "/engine" });
for (const [path, text] of Object.entries(JSON.parse(fs.readFileSync("tests.json", "utf8")))) {
  py.FS.mkdirTree(path.replace(/[/][^/]*$/, ""));
  py.FS.writeFile(path, text);
}
const figures = { runtime: spent() };
py.runPython("import sys; sys.path[:0] = ['/engine', '/project/tests']");
const inside = py.pyimport("engine_inside");
inside.start();
figures.start = spent() - figures.runtime;
let last = spent();
const lap = (name) => { figures[name] = spent() - last; last = spent(); };
const [path, text, wrong] = JSON.parse(fs.readFileSync("edit.json", "utf8"));
const right = JSON.parse(inside.propose(JSON.stringify({ [path]: text })));
lap("first page");
const page = JSON.parse(inside.propose(JSON.stringify({ [path]: text + "\\nUne phrase.\\n" })));
lap("next page");
const told = JSON.parse(inside.propose(JSON.stringify({ [path]: wrong })));
lap("message");
while (inside.change());
lap("changes");
Object.assign(figures, { memory: py._module.HEAP8.length / 1e6, process: process.memoryUsage().rss / 1e6 });
const said = py.runPython(`
import json
from check.cases import CASES
from check.corpus import said
json.dumps([[said(case.files), said(case.mended)] for case in CASES])
`);
lap("cases");
fs.writeFileSync("said.json", JSON.stringify({ said: JSON.parse(said), figures, right, page, told }));
"""


def differences(files: Mapping[str, bytes], site: Site) -> list[str]:
    """What the engine says otherwise than the check here, in sentences; prints what it costs."""
    sys.path[:0] = [str(TESTS)]
    cases, said = import_module("check.cases").CASES, import_module("check.corpus").said

    path = "glossaire/cvs.md"
    text = Path(bootstrap.ROOT, "docs", path).read_text("utf-8")
    edited = text + "\nEncore une phrase sur le [RSA](https://exemple.fr/).\n"
    answer = tried(files, path, edited, text.replace("revu:", "relu:"))
    found = []
    for case, (wrong, mended) in zip(cases, answer["said"], strict=True):
        for where, ours, theirs in (("", said(case.files), wrong), (" corrigé", said(case.mended), mended)):
            if list(ours) != theirs:
                found.append(f"{case.name}{where} : ici {list(ours)}, dans le navigateur {theirs}")
    page = Session(site).edit({path: edited.encode()}).page("glossaire/cvs/").decode()
    if answer["right"].get("page") != page:
        found.append(f"{path} : la page n'est pas celle d'ici ({answer['right']['problems']})")
    if len(answer["told"]["problems"]) != 2:
        found.append(f"{path} : une clé fausse n'est pas dite ({answer['told']})")
    print(
        "Secondes de processeur :",
        {key: round(value, 2) for key, value in answer["figures"].items()},
        "(memory, process : Mo)",
    )
    print(f"{2 * len(cases)} réponses comparées, {len(found)} différente(s).")
    return found


def tried(files: Mapping[str, bytes], path: str, text: str, wrong: str) -> dict[str, Any]:
    """What Node answers. Raises SystemExit with its last lines."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, raw in files.items():
            (folder / Path(file).name).write_bytes(raw)
        (folder / engine.PACKED).write_bytes(gzip.decompress(files[f"{engine.FOLDER}{engine.PACKED}.gzip"]))
        (folder / "package.json").write_text('{"type": "module"}')
        sources = [*(TESTS / "check").glob("*.py"), *Path(bootstrap.ROOT, "docs", "vocabulaires").glob("*.yml")]
        texts = {f"/project/{one.relative_to(bootstrap.ROOT).as_posix()}": one.read_text("utf-8") for one in sources}
        (folder / "tests.json").write_text(json.dumps(texts))
        (folder / "edit.json").write_text(json.dumps([path, text, wrong]))
        (folder / "trial.js").write_text(TRIAL)
        command = ["node", "--stack-size=4000", "trial.js"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        answer = folder / "said.json"
        if done.returncode or not answer.exists():
            last = [line[:300] for line in done.stderr.splitlines() if "_createPyodideModule" not in line]
            bootstrap.stop("Le moteur ne tourne pas dans node :\n" + "\n".join(last[-25:]))
        said: dict[str, Any] = json.loads(answer.read_text())
        return said
