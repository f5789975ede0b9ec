"""Who is consulted, at which level, and what replaced what."""

from contents import edition, write
from reperes.model.blocks import Plain, Timeline
from reperes.views.ladder import Ladder, ladder
from reperes.views.timeline import BOTH, chronology, said


def climbed(**terms: str) -> Ladder:
    found = edition({f"glossaire/{id_}.md": write("term", *lines.split("\n")) for id_, lines in terms.items()})
    return ladder(Plain(), found, found.catalogue.pages["index"])


def test_bodies_of_today_stand_at_their_level_from_the_nearest():
    found = climbed(
        pays="title: Pays\nniveau: national",
        lieu="title: Lieu\nniveau: local\nperiode: 2002/..",
        fini="title: Fini\nniveau: local\nperiode: 1991/2004",
        autre="title: Autre",
    )
    assert [(rung.level, [body.id for body in rung.bodies]) for rung in found.rungs] == [
        ("local", ["lieu"]),
        ("national", ["pays"]),
    ]
    assert found.lines == []


def test_what_replaced_what_is_a_line_from_the_first_to_the_one_of_today():
    found = climbed(
        b="title: Bureau\nniveau: national\nperiode: 2010/2016\nremplace: [a]",
        c="title: Conseil\nniveau: national\nperiode: 2016/..\nremplace: [b]",
        a="title: Assemblée\nniveau: national\nperiode: ../2010",
    )
    (line,) = found.lines
    assert [(one.entry.id, one.replaces, one.open) for one in line] == [
        ("a", False, False),
        ("b", True, False),
        ("c", True, True),
    ]
    assert line[0].start == 0 and line[1].start < line[2].start
    assert line[2].start + line[2].length == 98
    assert found.years[0] == (2010, 0)


def test_a_body_that_replaced_nothing_makes_no_line():
    assert climbed(a="title: Assemblée\nniveau: local").lines == []


def test_a_name_stands_where_a_telephone_has_room():
    assert [said(*span).anchor for span in ((0, 100), (40, 60), (90, 98))] == ["start", "middle", "end"]


def test_each_event_stands_once_in_its_period_and_its_lane():
    lines = {
        "a": ("date: 1985", "pistes: [participation]"),
        "b": ("date: 1980/1999", "pistes: [participation, travail-pair]"),
        "c": ("date: 1986", "pistes: [contexte]"),
        "d": ("date: 1700", "pistes: [travail-pair, contexte]"),
    }
    found = edition({f"histoire/evenements/{id_}.md": write("event", *said) for id_, said in lines.items()})
    sections = chronology(Timeline(), found, found.catalogue.pages["index"]).sections
    assert [(one.id, one.anchor, one.short, one.count) for one in sections] == [
        ("../1979", "periode-1979", "", 1),
        ("1980/1989", "periode-1980", "1980", 2),
    ]
    lanes = [[(lane, [mark.entry.id for mark in marks]) for lane, marks in one.lanes] for one in sections]
    assert lanes == [
        [("travail-pair", ["d"])],
        [("participation", ["a"]), (BOTH, ["b"]), ("contexte", ["c"])],
    ]
