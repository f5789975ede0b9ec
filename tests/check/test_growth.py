"""What has no end is refused or told in part, so that a check takes a time that grows as the texts do.

How it grows is printed by `scripts/bench growth`: no test asks the clock.
"""

from check.corpus import BOOK, EVENT, PAGE, TERM, read, said
from reperes.base.problems import suggest
from reperes.check.limits import MANY, TOLD


def test_of_a_thousand_unknown_keys_a_hundred_are_told():
    header = PAGE.replace("description", "".join(f"k{n}: x\n" for n in range(1_000)) + "description")
    assert len(said({"page.md": header})) == TOLD


def test_of_a_thousand_links_that_lead_nowhere_a_part_is_told():
    files = {f"page-{n}.md": f"{PAGE}[Un mot](nulle-{n}-part.md)\n" for n in range(1_000)}
    assert MANY <= len(said(files)) <= MANY + 1


def test_of_a_thousand_unknown_sources_a_part_is_told():
    event = EVENT.replace("livre", "livret-de-rien")
    files = {f"histoire/evenements/e{n}.md": event.replace("Une loi", f"Loi {n}") for n in range(1_000)}
    assert MANY <= len(said(files)) <= MANY + 1


def test_an_address_and_a_title_without_an_end_are_refused():
    assert "trop longue" in said({"bibliographie/livre.md": BOOK.replace("fr/livre", "fr/" + "a" * 3_000)})[0]
    assert "plus de 400 signes" in said({"page.md": PAGE.replace("Une page", "é" * 401)})[0]


def test_what_a_problem_quotes_never_makes_a_line_without_an_end():
    [line] = said({"page.md": PAGE.replace("description", "k" * 100_000 + ": x\ndescription")})
    assert len(line) < 1_200


def test_no_neighbour_is_looked_for_of_a_name_without_an_end():
    assert "vouliez-vous" not in suggest("a" * 100_000, ["a" * 79 + "b"])


def test_a_ring_of_words_that_replace_each_other_is_told_and_a_long_row_of_them_is_not():
    word = TERM.format(title="Mot %", expansion="une notion %", see="rsa").replace("voir: [rsa]", "remplace: [t@]")
    row = {f"glossaire/t{n}.md": word.replace("%", str(n)).replace("@", str(n + 1)) for n in range(3)}
    last = {"glossaire/t3.md": TERM.format(title="Mot 3", expansion="une notion 3", see="rsa")}
    assert not read({**row, **last}).problems
    ring = {"glossaire/t3.md": word.replace("%", "3").replace("@", "1")}
    told = [one for one in map(str, read({**row, **ring}).problems) if "en rond" in one]
    assert [one.partition(":")[0] for one in told] == [f"docs/glossaire/t{n}.md" for n in (1, 2, 3)]
