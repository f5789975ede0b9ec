"""What a timeline shows: the context, soft edges, lives drawn to scale, and neighbours."""

from contents import edition, write
from reperes.model.blocks import Timeline
from reperes.views.timeline import Chronology, chronology


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


def test_what_belongs_to_no_track_is_context():
    found = events("1970", "1985", autour="1978")
    assert [landmark.context for landmark in found.landmarks] == [False, True, False]


def test_a_date_without_a_sharp_edge_is_soft():
    assert [landmark.soft for landmark in events("197X", "1984~", "2002-01-02").landmarks] == [True, True, False]


def lives(*periods: str) -> list[tuple[str, float, float, bool]]:
    """The bars of terms a, b ... that lasted some time, beside events of 1975 and 2015; where each starts and ends."""
    terms = {
        f"glossaire__{id_}": write("term", "domaines: [participation]", f"periode: {period}")
        for id_, period in zip("abc", periods, strict=False)
    }
    held = {
        f"histoire__evenements__e{year}": write("event", f"date: {year}", "pistes: [participation]")
        for year in (1975, 2015)
    }
    found = drawn(**held, **terms)
    return [(one.entry.id, one.start, round(one.start + one.length, 1), one.open) for one in found.lives]


def test_lives_are_drawn_from_the_oldest_on_the_scale_of_the_events_to_the_last_review():
    (_, older, ended, over), (_, younger, today, open_) = lives("2010/..", "1990/2000")
    assert 0 < older < ended < younger < today == 100
    assert (over, open_) == (False, True)


def test_a_life_whose_start_is_unknown_starts_with_the_scale():
    assert [(id_, start > 0) for id_, start, _, _ in lives("../2010", "1990/2000")] == [("a", False), ("b", True)]
