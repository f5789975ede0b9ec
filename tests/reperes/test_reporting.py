"""What `scripts/check` prints, for people, for GitHub and for programs."""

import json
import re

from contents import read, write
from reperes.base.problems import Problem
from reperes.review.checking import Report
from reperes.review.formats import FORMATS

WARNING = Problem("docs/a.md", 7, 3, "texte", "le sigle « CHRS » n'est pas au glossaire", "ajoutez-le")
DAMAGED = {
    "glossaire/a.md": write("term", 'title: "100 %, ::error::\\nfile=x,line=1:"'),
    "glossaire/b,c:d.md": write("term"),
}


def report(*warnings: Problem, **files: str) -> Report:
    library = read({path.replace("__", "/"): text for path, text in files.items()})
    return Report(library, library.problems, warnings)


def test_people_read_problems_then_warnings_then_how_many_in_words():
    lines = FORMATS["text"](report(WARNING, **{"glossaire/a.md": write("term", without=["revu"])})).split("\n")
    assert lines == [
        "docs/glossaire/a.md:1:1: revu: cette clé obligatoire manque ; ajoutez « revu: … »",
        "",
        "Avertissements :",
        "docs/a.md:7:3: texte: le sigle « CHRS » n'est pas au glossaire ; ajoutez-le",
        "1 problème dans 1 fichier.",
    ]


def test_what_is_said_of_several_files_is_said_once():
    more = [Problem(f"docs/{name}.md", 9, 1, WARNING.field, WARNING.fault, WARNING.cure) for name in "bc"]
    lines = FORMATS["text"](report(WARNING, *more)).split("\n")
    assert lines[2:] == [
        str(WARNING),
        "    de même : docs/b.md:9, docs/c.md:9",
        "Aucun problème. 3 avertissements : rien n'est bloqué.",
    ]


def test_nothing_to_say_is_said_in_words():
    assert FORMATS["text"](report()) == FORMATS["github"](report()) == "Aucun problème. Aucun avertissement."


def test_github_gets_an_annotation_a_finding_at_its_place():
    lines = FORMATS["github"](report(WARNING, **{"glossaire/a.md": write("term", without=["revu"])})).split("\n")
    assert lines == [
        "::error file=docs/glossaire/a.md,line=1,col=1,title=revu::cette clé obligatoire manque ; ajoutez « revu: … »",
        "::warning file=docs/a.md,line=7,col=3,title=texte::le sigle « CHRS » n'est pas au glossaire ; ajoutez-le",
        "1 problème dans 1 fichier.",
    ]


def test_no_value_nor_file_name_escapes_from_its_annotation():
    *annotations, last = FORMATS["github"](report(**DAMAGED)).split("\n")
    assert len(annotations) == 2 and not last.startswith("::")
    for line in annotations:
        assert re.fullmatch(r"::error file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::[^\r\n]+", line), line
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line), line
    assert "file=docs/glossaire/b%2Cc%3Ad.md," in "".join(annotations)


def test_programs_get_everything_people_read():
    found = report(WARNING, **DAMAGED)
    told = json.loads(FORMATS["json"](found))
    assert list(told) == ["version", "summary", "problems", "warnings"]
    assert [Problem(**one) for one in told["problems"]] == list(found.problems)
    assert [Problem(**one) for one in told["warnings"]] == [WARNING]
