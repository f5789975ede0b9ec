# ruff: noqa: E501 - a date and what is said of it stand on one line
import warnings
from itertools import pairwise

import pytest
from reperes.model import edtf_words, words
from reperes.model.edtf import DateError, parse

FRENCH, ENGLISH = (words.load(language)["dates"] for language in ("fr", "en"))
EXAMPLES = "écrivez par exemple 1984, 2002-01-02, 193X (années 1930), 1984~ (vers 1984) ou 1980/1999"
INTERVALS = "écrivez 1980/1999, 2002/.. (depuis) ou ../1968 (avant)"


# fmt: off
@pytest.mark.parametrize(
    ("text", "lower", "upper", "html"),
    [
        ("1984", "1984-01-01", "1984-12-31", "1984"),
        ("2002-01", "2002-01-01", "2002-01-31", "2002-01"),
        ("2004-02", "2004-02-01", "2004-02-29", "2004-02"),
        ("2002-01-02", "2002-01-02", "2002-01-02", "2002-01-02"),
        ("0800", "0800-01-01", "0800-12-31", "0800"),
        ("193X", "1930-01-01", "1939-12-31", None),
        ("19XX", "1900-01-01", "1999-12-31", None),
        ("1984~", "1984-01-01", "1984-12-31", None),
        ("2002-01~", "2002-01-01", "2002-01-31", None),
        ("1984?", "1984-01-01", "1984-12-31", None),
        ("1984%", "1984-01-01", "1984-12-31", None),
        ("193X~", "1930-01-01", "1939-12-31", None),
        ("1980/1999", "1980-01-01", "1999-12-31", None),
        ("2021-09-27/2021-09-28", "2021-09-27", "2021-09-28", None),
        ("2016-01/2016-10", "2016-01-01", "2016-10-31", None),
        ("199X/200X", "1990-01-01", "2009-12-31", None),
        ("193X/1934", "1930-01-01", "1934-12-31", None),
        ("1789/19XX", "1789-01-01", "1999-12-31", None),
        ("2002/..", "2002-01-01", "9999-12-31", None),
        ("2005-02-11/..", "2005-02-11", "9999-12-31", None),
        ("201X/..", "2010-01-01", "9999-12-31", None),
        ("../1968", "0001-01-01", "1968-12-31", None),
        ("../1968-02", "0001-01-01", "1968-02-29", None),
        ("../193X", "0001-01-01", "1939-12-31", None),
        ("1984~/1990?", "1984-01-01", "1990-12-31", None),
        ("[1984,1986]", "1984-01-01", "1986-12-31", None),
        ("[1984, 1986]", "1984-01-01", "1986-12-31", None),
        ("{1986,1984}", "1984-01-01", "1986-12-31", None),
        ("[198X,1984]", "1980-01-01", "1989-12-31", None),
        ("{2002-01-02,2004-03-25}", "2002-01-02", "2004-03-25", None),
        ("[1984]", "1984-01-01", "1984-12-31", None),
        ("1984/1984", "1984-01-01", "1984-12-31", None),
        (" 1984 ", "1984-01-01", "1984-12-31", "1984"),
    ],
)
def test_a_date_is_bounded_and_only_a_sure_one_is_given_to_machines(text: str, lower: str, upper: str, html: str | None):
    date = parse(text)
    assert (str(date.lower), str(date.upper), date.html) == (lower, upper, html)


@pytest.mark.parametrize(
    ("text", "fault", "cure"),
    [
        ("", "la date manque", EXAMPLES),
        ("0000", "« 0000 » n'a pas d'année", "écrivez l'année en quatre chiffres"),
        ("1984-13", "« 1984-13 » : il n'y a pas de mois 13", "écrivez 1984, ou un mois de 01 à 12"),
        ("1984-00", "« 1984-00 » : il n'y a pas de mois 00", "écrivez 1984, ou un mois de 01 à 12"),
        ("1984-85", "« 1984-85 » : il n'y a pas de mois 85", "écrivez 1984/1985, ou un mois de 01 à 12"),
        ("1985-62", "« 1985-62 » : il n'y a pas de mois 62", "écrivez 1985, ou un mois de 01 à 12"),
        ("2004-21", "« 2004-21 » : il n'y a pas de mois 21", "écrivez 2004-03/2004-06 pour le printemps, ou 2004/2021 pour une période"),
        ("1984-02-30", "« 1984-02-30 » : ce mois a 29 jours", "écrivez 1984-02, ou le bon jour"),
        ("2023-02-29", "« 2023-02-29 » : ce mois a 28 jours", "écrivez 2023-02, ou le bon jour"),
        ("1900-02-29", "« 1900-02-29 » : ce mois a 28 jours", "écrivez 1900-02, ou le bon jour"),
        ("2002-04-31", "« 2002-04-31 » : ce mois a 30 jours", "écrivez 2002-04, ou le bon jour"),
        ("2002-01-00", "« 2002-01-00 » : ce mois a 31 jours", "écrivez 2002-01, ou le bon jour"),
        ("198X-05", "« 198X-05 » donne un mois à plusieurs années", "écrivez 198X"),
        ("19XX-05-01", "« 19XX-05-01 » donne un mois à plusieurs années", "écrivez 19XX"),
        ("1999/1980", "« 1999/1980 » finit avant de commencer", "écrivez 1980/1999"),
        ("2002-05/2002-04", "« 2002-05/2002-04 » finit avant de commencer", "écrivez 2002-04/2002-05"),
        ("1990/198X", "« 1990/198X » finit avant de commencer", "écrivez 198X/1990"),
        ("1984-05/1984-04-30", "« 1984-05/1984-04-30 » finit avant de commencer", "écrivez 1984-04-30/1984-05"),
        ("x" * 70, "« xxxxxxxxxxxxxxxxxxxx… » n'est pas une date", EXAMPLES),
    ],
)
def test_an_impossible_date_is_refused(text: str, fault: str, cure: str):
    with pytest.raises(DateError) as refused:
        parse(text)
    assert (refused.value.fault, refused.value.cure) == (fault, cure)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("hier", EXAMPLES),
        ("12345", EXAMPLES),
        ("-0500", EXAMPLES),
        ("Y17000", EXAMPLES),
        ("../..", INTERVALS),
        ("/", INTERVALS),
        ("1980/1990/1999", INTERVALS),
        ("1984/", "écrivez 1984/.."),
        ("/1968", "écrivez ../1968"),
        ("[]", EXAMPLES),
        ("[1984", EXAMPLES),
        ("{1984,}", EXAMPLES),
        ("[1984..1986]", EXAMPLES),
        ("1984-1-2", "écrivez 1984-01-02"),
        ("1984-06-?", EXAMPLES),
        ("１９８４", "écrivez 1984"),
        ("١٩٨٤", EXAMPLES),
        ("années 80", "écrivez 198X (toute la décennie) ou 1980/1989"),
        ("les années 1980", "écrivez 198X (toute la décennie) ou 1980/1989"),
        ("Années 2010", "écrivez 201X (toute la décennie) ou 2010/2019"),
        ("années 10", "écrivez 201X (toute la décennie) ou 2010/2019"),
        ("années 85", EXAMPLES),
        ("fin des années 90", "écrivez 199X (toute la décennie) ou 1990/1999"),
        ("vers les années 80", "écrivez 198X~"),
        ("depuis les années 80", "écrivez 198X/.."),
        ("des années 80 aux années 90", "écrivez 198X/199X"),
        ("XIXe siècle", "écrivez 18XX"),
        ("20e siècle", "écrivez 19XX"),
        ("janvier 1984", "écrivez 1984-01"),
        ("2 janvier 2002", "écrivez 2002-01-02"),
        ("le 1er mars 2005", "écrivez 2005-03-01"),
        ("31 février 2005", "écrivez 2005-02, ou le bon jour"),
        ("du 2 janvier 2002 au 3 mars 2003", "écrivez 2002-01-02/2003-03-03"),
        ("en 1984", "écrivez 1984"),
        ("vers 1984", "écrivez 1984~"),
        ("ca. 1984", "écrivez 1984~"),
        ("1984 environ", "écrivez 1984~"),
        ("~1984", "écrivez 1984~"),
        ("1984 ?", "écrivez 1984?"),
        ("1984?~", "écrivez 1984%"),
        ("depuis 2002", "écrivez 2002/.."),
        ("2002 à aujourd’hui", "écrivez 2002/.."),
        ("2002-", "écrivez 2002/.."),
        ("avant 1968", "écrivez ../1967"),
        ("jusqu'en mai 1968", "écrivez ../1968-05"),
        ("1980-1999", "écrivez 1980/1999"),
        ("1980–1999", "écrivez 1980/1999"),
        ("de 1980 à 1999", "écrivez 1980/1999"),
        ("entre 1980 et 1999", "écrivez 1980/1999"),
        ("1980 / 1999", "écrivez 1980/1999"),
        ("02/01/2002", "écrivez 2002-01-02"),
        ("2/1/2002", "écrivez 2002-01-02"),
        ("31/02/1984", "écrivez 1984-02, ou le bon jour"),
        ("2002/01/02", "écrivez 2002-01-02"),
        ("05/1984", "écrivez 1984-05"),
        ("septembre 2021/2022", "écrivez 2021-09/2022"),
        ("1980s", "écrivez 198X (toute la décennie) ou 1980/1989"),
        ("198x", "écrivez 198X (toute la décennie) ou 1980/1989"),
        # As editors really write them
        ("avant 68", "écrivez ../1967"),
        ("avant mai 1968", "écrivez ../1968-04"),
        ("avant le 1er mars 2000", "écrivez ../2000-02-29"),
        ("avant les années 80", "écrivez ../1979"),
        ("après 1968", "écrivez 1969/.."),
        ("après les années 80", "écrivez 1990/.."),
        ("après le XIXe siècle", "écrivez 1900/.."),
        ("après décembre 1968", "écrivez 1969-01/.."),
        ("mai 68", "écrivez 1968-05"),
        ("1er mars 02", "écrivez 2002-03-01"),
        ("sept. 2021", "écrivez 2021-09"),
        ("2 janv 2002", "écrivez 2002-01-02"),
        ("lundi 2 janvier 2002", "écrivez 2002-01-02"),
        ("2 janvier 2002 à 10h30", "écrivez 2002-01-02"),
        ("décembre 1988 (loi RMI)", "écrivez 1988-12"),
        ("printemps 1985", "écrivez 1985-03/1985-06"),
        ("à l'automne 2003", "écrivez 2003-09/2003-12"),
        ("hiver 1953-1954", "écrivez 1953/1954"),
        ("à la rentrée 2003", "écrivez 2003-09"),
        ("premier trimestre 2003", "écrivez 2003-01/2003-03"),
        ("2e semestre 2010", "écrivez 2010-07/2010-12"),
        ("début 2002", "écrivez 2002"),
        ("mi-2002", "écrivez 2002"),
        ("fin 2023", "écrivez 2023"),
        ("en l'an 2000", "écrivez 2000"),
        ("janvier-mars 2002", "écrivez 2002-01/2002-03"),
        ("du 2 au 5 janvier 2002", "écrivez 2002-01-02/2002-01-05"),
        ("au début des années 80", "écrivez 198X (toute la décennie) ou 1980/1989"),
        ("années quatre-vingt-dix", "écrivez 199X (toute la décennie) ou 1990/1999"),
        ("années 70-80", "écrivez 197X/198X"),
        ("1990's", "écrivez 199X (toute la décennie) ou 1990/1999"),
        ("XXe siècle", "écrivez 19XX"),
        ("fin du XIXe", "écrivez 18XX"),
        ("21ème siècle", "écrivez 20XX"),
        ("2e moitié du XXe siècle", "écrivez 1950/1999"),
        ("vers 1984-1985", "écrivez 1984~/1985~"),
        ("env. 1984", "écrivez 1984~"),
        ("1984 ou 1985", "écrivez [1984,1985]"),
        ("1984 et 1986", "écrivez {1984,1986}"),
        ("20020102", "écrivez 2002-01-02"),
        ("2/1/02", "écrivez 2002-01-02"),
        ("2002-01-02T10:00", "écrivez 2002-01-02"),
        ("84", "écrivez 1984"),
        ("avant le 1er janvier 0001", "écrivez ../0001-01-01"),
        ("inconnue", EXAMPLES),
        ("aujourd'hui", "écrivez la date du constat suivie de /.., par exemple 2023/.."),
    ],
)
def test_a_date_in_words_is_refused_and_its_edtf_proposed(text: str, cure: str):
    with pytest.raises(DateError) as refused:
        parse(text)
    assert refused.value.fault.startswith(f"« {text} » n'est pas un")
    assert refused.value.cure == cure

def test_every_short_month_every_century_and_every_ten_is_read():
    def read(text: str) -> str:
        with pytest.raises(DateError) as refused:
            parse(text)
        return refused.value.cure.removeprefix("écrivez ").split()[0]

    months = ["jan.", "janv.", "fév.", "févr.", "avr.", "juil.", "sept.", "oct.", "nov.", "déc."]
    assert [int(read(f"{month} 2002")[-2:]) for month in months] == [1, 1, 2, 2, 4, 7, 9, 10, 11, 12]
    assert [read(f"{number}e siècle") for number in ["XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"]] == [
        f"{number}XX" for number in range(14, 21)
    ]
    tens = ["trente", "quarante", "cinquante", "soixante", "soixante-dix", "quatre-vingt", "quatre-vingts", "quatre-vingt-dix"]
    assert [read(f"années {ten}") for ten in tens] == [f"19{ten}X" for ten in (3, 4, 5, 6, 7, 8, 8, 9)]



WORDS = [  # EDTF, French, English
    ("1984", "1984", "1984"),
    ("2002-01", "janvier 2002", "January 2002"),
    ("2002-01-02", "2 janvier 2002", "2 January 2002"),
    ("2004-08-01", "1er août 2004", "1 August 2004"),
    ("2005-03-01", "1er mars 2005", "1 March 2005"),
    ("2011-04", "avril 2011", "April 2011"),
    ("2014-08-31", "31 août 2014", "31 August 2014"),
    ("2016-10-01", "1er octobre 2016", "1 October 2016"),
    ("193X", "années 1930", "1930s"),
    ("200X", "années 2000", "2000s"),
    ("201X", "années 2010", "2010s"),
    ("199X", "années 1990", "1990s"),
    ("19XX", "entre 1900 et 1999", "between 1900 and 1999"),
    ("17XX", "entre 1700 et 1799", "between 1700 and 1799"),
    ("20XX", "entre 2000 et 2099", "between 2000 and 2099"),
    ("1984~", "vers 1984", "around 1984"),
    ("2002-01~", "vers janvier 2002", "around January 2002"),
    ("2002-04~", "vers avril 2002", "around April 2002"),
    ("2002-01-02~", "vers le 2 janvier 2002", "around 2 January 2002"),
    ("2002-08-01~", "vers le 1er août 2002", "around 1 August 2002"),
    ("193X~", "vers les années 1930", "around the 1930s"),
    ("19XX~", "entre 1900 et 1999 environ", "between 1900 and 1999 or so"),
    ("1984?", "1984 (date incertaine)", "1984 (uncertain date)"),
    ("2002-01?", "janvier 2002 (date incertaine)", "January 2002 (uncertain date)"),
    ("2002-04-11?", "11 avril 2002 (date incertaine)", "11 April 2002 (uncertain date)"),
    ("193X?", "années 1930 (date incertaine)", "1930s (uncertain date)"),
    ("19XX?", "entre 1900 et 1999 (date incertaine)", "between 1900 and 1999 (uncertain date)"),
    ("1984%", "vers 1984 (date incertaine)", "around 1984 (uncertain date)"),
    ("2002-10%", "vers octobre 2002 (date incertaine)", "around October 2002 (uncertain date)"),
    ("193X%", "vers les années 1930 (date incertaine)", "around the 1930s (uncertain date)"),
    ("17XX%", "entre 1700 et 1799 environ (date incertaine)", "between 1700 and 1799 or so (uncertain date)"),
    ("1980/1999", "de 1980 à 1999", "from 1980 to 1999"),
    ("1992/1993", "de 1992 à 1993", "from 1992 to 1993"),
    ("2021-09-27/2021-09-28", "du 27 au 28 septembre 2021", "from 27 to 28 September 2021"),
    ("2021-09-01/2021-09-28", "du 1er au 28 septembre 2021", "from 1 to 28 September 2021"),
    ("2021-09-27/2021-10-02", "du 27 septembre au 2 octobre 2021", "from 27 September to 2 October 2021"),
    ("2021-12-30/2022-01-02", "du 30 décembre 2021 au 2 janvier 2022", "from 30 December 2021 to 2 January 2022"),
    ("2016-01/2016-10", "de janvier à octobre 2016", "from January to October 2016"),
    ("2016-04/2016-05", "d'avril à mai 2016", "from April to May 2016"),
    ("2016-08/2017-10", "d'août 2016 à octobre 2017", "from August 2016 to October 2017"),
    ("2016/2017-10", "de 2016 à octobre 2017", "from 2016 to October 2017"),
    ("2016-08/2017", "d'août 2016 à 2017", "from August 2016 to 2017"),
    ("2016-08-03/2017", "du 3 août 2016 à 2017", "from 3 August 2016 to 2017"),
    ("199X/200X", "des années 1990 aux années 2000", "from the 1990s to the 2000s"),
    ("193X/1950", "des années 1930 à 1950", "from the 1930s to 1950"),
    ("1950/196X", "de 1950 aux années 1960", "from 1950 to the 1960s"),
    ("193X/195X", "des années 1930 aux années 1950", "from the 1930s to the 1950s"),
    ("17XX/18XX", "d'une date entre 1700 et 1799 à une date entre 1800 et 1899", "from a date between 1700 and 1799 to a date between 1800 and 1899"),
    ("1789/19XX", "de 1789 à une date entre 1900 et 1999", "from 1789 to a date between 1900 and 1999"),
    ("19XX/2001", "d'une date entre 1900 et 1999 à 2001", "from a date between 1900 and 1999 to 2001"),
    ("2005-02-11/..", "depuis le 11 février 2005", "since 11 February 2005"),
    ("2002/..", "depuis 2002", "since 2002"),
    ("2023/..", "depuis 2023", "since 2023"),
    ("201X/..", "depuis les années 2010", "since the 2010s"),
    ("201X~/..", "depuis les années 2010 environ", "since the 2010s or so"),
    ("2016-04/..", "depuis avril 2016", "since April 2016"),
    ("2016-10~/..", "depuis octobre 2016 environ", "since about October 2016"),
    ("19XX/..", "depuis une date entre 1900 et 1999", "since a date between 1900 and 1999"),
    ("1990?/..", "depuis 1990 (date incertaine)", "since 1990 (uncertain date)"),
    ("../1968", "avant 1968", "before 1968"),
    ("../1968-05", "avant mai 1968", "before May 1968"),
    ("../1968-08", "avant août 1968", "before August 1968"),
    ("../2002-01-02", "avant le 2 janvier 2002", "before 2 January 2002"),
    ("../193X", "avant la fin des années 1930", "before the end of the 1930s"),
    ("../19XX", "avant une date entre 1900 et 1999", "before a date between 1900 and 1999"),
    ("../1968~", "avant 1968 environ", "before about 1968"),
    ("1984~/1990", "de 1984 environ à 1990", "from about 1984 to 1990"),
    ("1984/1990~", "de 1984 à 1990 environ", "from 1984 to about 1990"),
    ("1984~/1990~", "de 1984 environ à 1990 environ", "from about 1984 to about 1990"),
    ("1984?/1990?", "de 1984 (date incertaine) à 1990 (date incertaine)", "from 1984 (uncertain date) to 1990 (uncertain date)"),
    ("193X~/1950", "des années 1930 environ à 1950", "from the 1930s or so to 1950"),
    ("[1984,1986]", "1984 ou 1986", "1984 or 1986"),
    ("{1984,1986}", "1984 et 1986", "1984 and 1986"),
    ("[1984,1985,1986]", "1984, 1985 ou 1986", "1984, 1985 or 1986"),
    ("{1984,1985,1986}", "1984, 1985 et 1986", "1984, 1985 and 1986"),
    ("[2002-01,2002-04]", "janvier 2002 ou avril 2002", "January 2002 or April 2002"),
    ("{2002-01-02,2004-03-25}", "2 janvier 2002 et 25 mars 2004", "2 January 2002 and 25 March 2004"),
    ("[198X,199X]", "années 1980 ou années 1990", "1980s or 1990s"),
    ("{193X,195X}", "années 1930 et années 1950", "1930s and 1950s"),
    ("[1984~,1986]", "vers 1984 ou 1986", "around 1984 or 1986"),
    ("1984/1984", "1984", "1984"),
    ("1991-12-31/2004-03-25", "du 31 décembre 1991 au 25 mars 2004", "from 31 December 1991 to 25 March 2004"),
    ("2010/2016", "de 2010 à 2016", "from 2010 to 2016"),
    ("1990/2009", "de 1990 à 2009", "from 1990 to 2009"),
    ("2000/2010", "de 2000 à 2010", "from 2000 to 2010"),
    ("2002-01-02?/2002-01-05", "du 2 janvier 2002 (date incertaine) au 5 janvier 2002", "from 2 January 2002 (uncertain date) to 5 January 2002"),
    ("2016-11-03~/..", "depuis le 3 novembre 2016 environ", "since about 3 November 2016"),
    ("19XX~/..", "depuis une date entre 1900 et 1999 environ", "since a date between 1900 and 1999 or so"),
    ("2002-11", "novembre 2002", "November 2002"),
    ("1968-05", "mai 1968", "May 1968"),
    ("2020-12-31", "31 décembre 2020", "31 December 2020"),
    ("1991-12-31", "31 décembre 1991", "31 December 1991"),
    ("2010-04-01/2010-04-30", "du 1er au 30 avril 2010", "from 1 to 30 April 2010"),
    ("2015-10/2016-01", "d'octobre 2015 à janvier 2016", "from October 2015 to January 2016"),
]
# fmt: on


@pytest.mark.parametrize(("text", "french", "english"), WORDS)
def test_a_date_is_said_as_a_native_reader_says_it(text: str, french: str, english: str):
    assert edtf_words.say(parse(text), FRENCH) == french
    assert edtf_words.say(parse(text), ENGLISH) == english


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("2023/..", "depuis 2023 (vérifié en avril 2026)", "since 2023 (checked in April 2026)"),
        ("201X/..", "depuis les années 2010 (vérifié en avril 2026)", "since the 2010s (checked in April 2026)"),
        (
            "1990?/..",
            "depuis 1990 (date incertaine, vérifié en avril 2026)",
            "since 1990 (uncertain date, checked in April 2026)",
        ),
        ("1980/1999", "de 1980 à 1999", "from 1980 to 1999"),
        ("1984", "1984", "1984"),
    ],
)
def test_only_a_date_without_end_says_when_it_was_checked(text: str, french: str, english: str):
    assert edtf_words.say(parse(text), FRENCH, checked="2026-04") == french
    assert edtf_words.say(parse(text), ENGLISH, checked="2026-04") == english


def test_a_month_is_said_in_words():
    assert edtf_words.month("2026-08", FRENCH) == "août 2026"
    assert edtf_words.month("2026-08", ENGLISH) == "August 2026"


def test_events_follow_their_first_possible_day_the_wider_first():
    order = [
        "../1968",
        "17XX",
        "1935-06-10",
        "193X/1950",
        "193X",
        "1960/..",
        "1960-11",
        "198X/199X",
        "198X",
        "1980/1981",
    ]
    order = sorted(order, key=lambda text: parse(text).sort_key)
    assert order == [
        "../1968",
        "17XX",
        "193X/1950",
        "193X",
        "1935-06-10",
        "1960/..",
        "1960-11",
        "198X/199X",
        "198X",
        "1980/1981",
    ]
    assert all(parse(one).sort_key < parse(other).sort_key for one, other in pairwise(order))


@pytest.mark.parametrize("text", ["2002/..", "201X/..", "1990?/.."])
def test_a_date_without_end_still_lasts(text: str):
    assert parse(text).ongoing and not parse("1980/1999").ongoing and not parse("../1968").ongoing


UNREAD = "193X~/1950"  # by the library, which also bounds an open end by infinity
BOTH = [text for text, *_ in WORDS if ".." not in text and text != UNREAD]


@pytest.mark.parametrize("text", BOTH)
def test_an_independent_reader_of_edtf_finds_the_same_bounds(text: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about its grammar
        from edtf import parse_edtf
    theirs, ours = parse_edtf(text), parse(text)
    assert tuple(theirs.lower_strict())[:3] == (ours.lower.year, ours.lower.month, ours.lower.day)
    assert tuple(theirs.upper_strict())[:3] == (ours.upper.year, ours.upper.month, ours.upper.day)
