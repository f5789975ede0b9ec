"""What a timeline shows: the context, soft edges, lives drawn to scale, and neighbours."""

from datetime import date

from contents import edition, write
from reperes.model.blocks import Timeline
from reperes.views.drawing import last_read
from reperes.views.timeline import Chronology, Said, chronology, neighbours, overview, said


def drawn(options: Timeline | None = None, **files: str) -> Chronology:
    found = edition({f"{path.replace('__', '/')}.md": text for path, text in files.items()})
    return chronology(options or Timeline(), found, found.catalogue.pages["index"])


def events(*dates: str, options: Timeline | None = None, **background: str) -> Chronology:
    """The chronology of events of one track, and of others of the background."""
    own = {
        f"histoire__evenements__e{n}": write("event", f"date: {date}", "pistes: [participation]")
        for n, date in enumerate(dates)
    }
    around = {
        f"histoire__evenements__{id_}": write("event", f"date: {date}", "pistes: [contexte]")
        for id_, date in background.items()
    }
    return drawn(options, **own, **around)


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


def test_the_history_ends_with_the_last_month_in_which_an_event_or_a_word_was_read():
    files = {
        "histoire/evenements/e.md": write("event", "revu: 2023-05"),
        "glossaire/t.md": write("term", "revu: 2024-02"),
    }
    assert last_read(edition(files).catalogue) == date(2024, 2, 29)


def test_a_life_is_drawn_between_the_dates_of_its_name_whose_text_stands_where_it_has_room():
    ((_, start, end, _),) = lives("1990/1999")
    assert (round(start, 1), round(end, 1)) == (40.0, 60.0)  # after two of five periods, for one
    found = {said(start, end) for start, end in ((0, 20), (30, 31), (31, 75), (40, 60))}
    assert found == {Said(0, "start"), Said(30, "start"), Said(75, "end"), Said(50, "middle")}


def test_only_the_names_of_the_tracks_shown_have_a_life_each_said_to_be_of_its_own_track_or_of_none():
    terms = {
        "glossaire__a": write("term", "domaines: [participation]", "periode: 1990/2000"),
        "glossaire__b": write("term", "domaines: [participation, travail-pair]", "periode: 1991/2000"),
        "glossaire__c": write("term", "domaines: [droit]", "periode: 1990/2000"),
        "glossaire__d": write("term", "domaines: [participation]"),
    }
    event = {"histoire__evenements__e": write("event", "date: 1985", "pistes: [participation]")}
    both = drawn(**terms, **event)
    assert [(one.entry.id, one.track) for one in both.lives] == [("a", "participation"), ("b", "")]
    one = drawn(Timeline.model_validate({"pistes": ("participation",)}), **terms, **event)
    assert [(life.entry.id, life.track) for life in one.lives] == [("a", "participation"), ("b", "participation")]


def test_a_chronology_between_two_dates_shows_what_may_have_happened_between_them():
    dates = ("1979", "198X", "1985-06", "1990", "1995/.."), Timeline.model_validate({"de": "1985", "a": "1990"})
    found = events(*dates[0], options=dates[1], avant="1984", pendant="1986", apres="1991")
    assert [one.entry.facts.date.text for one in found.landmarks] == ["198X", "1985-06", "1986", "1990"]
    assert [one.position for one in found.landmarks] == [1, 2, 3, 4]


def test_an_event_is_found_in_every_period_that_it_touches_and_an_open_one_in_that_where_it_starts():
    found = events("1979/1980", "1985", "1995/..", "1990~")
    assert [one.periods for one in found.landmarks] == [
        ("../1979", "1980/1989"),
        ("1980/1989",),
        ("1990/1999",),
        ("1990/1999",),
    ]
    assert found.periods == ["../1979", "1980/1989", "1990/1999"]


def test_a_period_says_its_years_and_how_many_events_of_the_tracks_start_in_it_and_one_that_holds_none_is_left_out():
    found = events("1960", "1995", "1996", autour="1997")
    assert [(one.id, one.anchor, one.short, one.count) for one in found.sections] == [
        ("../1979", "periode-1979", "", 1),
        ("1990/1999", "periode-1990", "1990", 2),
    ]
    assert found.wide.marks == (200, 400)  # but the scale leaves it its room: the columns of three periods
    assert [len(lane.dots) for lane in found.wide.lanes] == [3, 0]  # nor is the context drawn


def test_a_lane_holds_what_is_of_one_track_of_both_or_of_the_context_in_this_order():
    tracks = {"a": "contexte", "b": "travail-pair", "c": "participation, travail-pair", "d": "participation"}
    (section,) = drawn(
        **{f"histoire__evenements__{id_}": write("event", f"pistes: [{own}]") for id_, own in tracks.items()}
    ).sections
    assert [(lane, [one.entry.id for one in held]) for lane, held in section.lanes] == [
        ("participation", ["d"]),
        ("both", ["c"]),
        ("travail-pair", ["b"]),
        ("contexte", ["a"]),
    ]


def test_an_event_leads_to_the_one_before_and_the_one_after_in_each_of_its_tracks():
    tracks = {"a": "participation", "b": "travail-pair", "c": "participation, travail-pair", "d": "participation"}
    written = {
        f"histoire/evenements/{id_}.md": write("event", f"date: {1980 + n}", f"pistes: [{own}]")
        for n, (id_, own) in enumerate(tracks.items())
    }
    catalogue = edition(written).catalogue
    beside = {
        id_: {
            track: [one and one.id for one in pair]
            for track, pair in neighbours(catalogue.events[id_], catalogue).items()
        }
        for id_ in tracks
    }
    assert beside == {
        "a": {"participation": [None, "c"]},
        "b": {"travail-pair": [None, "c"]},
        "c": {"participation": ["a", "d"], "travail-pair": ["b", None]},
        "d": {"participation": ["c", None]},
    }


def test_events_of_the_context_alone_are_not_drawn_beside_a_page():
    tracks = {"a": "contexte", "b": "participation"}
    found = edition(
        {f"histoire/evenements/{id_}.md": write("event", f"pistes: [{own}]") for id_, own in tracks.items()}
    )
    own, other = (found.catalogue.events[id_] for id_ in tracks)
    assert overview([own], found) is None
    drawing = overview([own, other], found)
    assert drawing and sum(len(lane.dots) for lane in drawing.lanes) == 1
