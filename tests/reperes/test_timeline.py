"""What a timeline shows: silences, soft edges, lives drawn to scale, and neighbours."""

from contents import edition, write
from reperes.model.blocks import Timeline
from reperes.views.timeline import WIDTH, Chronology, chronology


def drawn(**files: str) -> Chronology:
    found = edition({f"{path.replace('__', '/')}.md": text for path, text in files.items()})
    return chronology(Timeline(), found, found.catalogue.pages["index"])


def events(*dates: str, **background: str) -> Chronology:
    """The chronology of events of one track, and of others of the background."""
    own = {
        f"histoire__evenements__e{n}": write("event", f"date: {date}", "pistes: [participation]")
        for n, date in enumerate(dates)
    }
    around = {
        f"histoire__evenements__{id_}": write("event", f"date: {date}", "pistes: [contexte]")
        for id_, date in background.items()
    }
    return drawn(**own, **around)


def silences(found: Chronology) -> list[int]:
    return [landmark.silence for landmark in found.landmarks]


def test_ten_years_without_an_event_are_a_silence_and_nine_are_none():
    assert silences(events("1970", "1980", "1989")) == [0, 10, 0]


def test_a_silence_starts_at_the_latest_end_seen_so_far():
    assert silences(events("1970/1990", "1975", "1995")) == [0, 0, 0]
    assert silences(events("1970/1990", "1975", "2000")) == [0, 0, 10]


def test_what_still_lasts_and_what_surrounds_the_story_neither_break_nor_make_a_silence():
    assert silences(events("1970/..", "1985")) == [0, 0]
    assert silences(events("1970", "1985", autour="1978")) == [0, 0, 15]
    assert [landmark.context for landmark in events("1970", "1985", autour="1978").landmarks] == [False, True, False]


def test_a_date_without_a_sharp_edge_is_soft():
    assert [landmark.soft for landmark in events("197X", "1984~", "2002-01-02").landmarks] == [True, True, False]


def test_lives_are_drawn_to_scale_from_the_decade_of_the_first_to_the_last_review():
    life = "domaines: [participation]"
    found = drawn(
        glossaire__a=write("term", life, "periode: 1990/2000"), glossaire__b=write("term", life, "periode: 2010/..")
    )
    assert (found.years[0], found.years[-1]) == ((1990, 0), (2026, WIDTH))
    ended, open_ = found.lives
    assert (ended.start, ended.length, ended.open) == (0, round(11 / 37 * WIDTH), False)
    assert (open_.start, open_.start + open_.length, open_.open) == (round(20 / 37 * WIDTH), WIDTH, True)


def test_a_life_whose_start_is_unknown_does_not_stretch_the_scale():
    life = "domaines: [participation]"
    found = drawn(
        glossaire__a=write("term", life, "periode: ../2010"), glossaire__b=write("term", life, "periode: 1990/2000")
    )
    assert found.years[0] == (1990, 0)
    assert [(one.entry.id, one.start) for one in found.lives] == [("a", 0), ("b", 0)]
