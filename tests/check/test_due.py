"""What time does to texts: months to come, old courses, the list of a month."""

import re
from datetime import date

import pytest
from check.corpus import CVS, PAGE, RIGHT, TODAY, read
from reperes.review import dead_links, due

TRAINING = "---\ntitle: Un cours\norganisme: Une école\nsource: livre\nconsulte: {}\n---\nUn texte.\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (CVS, "revu: 2026-10", "revu: 2031-11", "6:7: revu"),
        (CVS, "revu:", "retire: 2027-01\nrevu:", "6:9: retire"),
        ("bibliographie/livre.md", "url:", "consulte: 2026-12\nurl:", "5:11: consulte"),
    ],
)
def test_a_month_that_has_not_come_is_a_problem(path: str, old: str, new: str, place: str):
    text = str(RIGHT[path]).replace(old, new)
    month = new.partition(": ")[2].partition("\n")[0]
    assert [str(one) for one in due.future(read({path: text}), TODAY)] == [
        f"docs/{path}:{place}: « {month} » n'est pas encore venu ; écrivez 2026-11, ou le mois de la lecture"
    ]


def test_a_source_dated_in_the_future_is_a_problem_at_its_place():
    book = "bibliographie/livre.md"
    text = re.sub(r"\ndate: .*", "\ndate: 2026-12", str(RIGHT[book]))
    assert [str(one) for one in due.future(read({book: text}), TODAY)] == [
        f"docs/{book}:4:7: date: cette date n'est pas encore venue ; recopiez celle du document, ou enlevez cette ligne"
    ]


def test_this_month_and_those_before_are_no_problem():
    assert list(due.future(read({"page.md": PAGE.replace("---\n", "---\nrevu: 2026-11\n", 1)}), TODAY)) == []


@pytest.mark.parametrize(("month", "told"), [("2025-10", 1), ("2025-11", 0), ("2026-09", 0)])
def test_a_course_not_looked_at_for_a_year_is_said(month: str, told: int):
    library = read({"formations/cours.md": TRAINING.format(month)})
    assert len(list(due.old_trainings(library, TODAY))) == told


def test_the_list_of_a_month_has_a_box_for_each_text_the_most_read_kinds_first():
    later = date(2028, 1, 1)
    said = list(due.listed(read({}), later))
    assert said[0] == "À relire ce mois-ci : 4 textes."
    assert said[1] == "- [ ] CVS (docs/glossaire/cvs.md, lu en 2026-10)"


def test_texts_read_the_same_month_do_not_fall_due_together():
    terms = {f"glossaire/m{n}.md": RIGHT[CVS].replace("CVS", f"M{n}") for n in range(60)}  # type: ignore[union-attr]
    months = [date(2027 + (8 + n) // 12, (8 + n) % 12 + 1, 1) for n in range(8)]
    counts = [len(due.falls_due(read(terms), month)) for month in months]
    assert counts[0] < 20 and counts[-1] == due.AT_ONCE


def test_a_box_leads_to_the_atelier_where_the_site_has_an_address():
    said = list(due.listed(read({}), date(2028, 1, 1), "https://exemple.fr/"))
    assert said[1].startswith("- [ ] [CVS](https://exemple.fr/atelier/?page=glossaire/cvs.md#corriger) (docs/")


@pytest.mark.parametrize("name", dead_links.FAILED)
def test_a_dead_link_is_told_with_its_file_and_how_to_give_it_an_archive(name: str):
    told = {name: {"docs/bibliographie/livre.md": [{"url": "https://exemple.fr/livre", "status": {"code": 404}}]}}
    assert list(dead_links.listed(read({}), told)) == [
        "1 lien ne répond plus.",
        "- [ ] <https://exemple.fr/livre> (`404`), dans `docs/bibliographie/livre.md`",
        "  Cherchez une copie : <https://web.archive.org/web/*/https://exemple.fr/livre>, "
        "puis écrivez « archive: » et son adresse dans `docs/bibliographie/livre.md`.",
    ]
    text = str(RIGHT["bibliographie/livre.md"]).replace("url:", "archive: https://archive.fr/x\nurl:")
    assert (
        "déjà sur le site : <https://archive.fr/x>"
        in list(dead_links.listed(read({"bibliographie/livre.md": text}), told))[2]
    )
