"""What one value of front matter may be: strict types, each refusing with a fault and a cure for the author."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from reperes.base.collation import fold
from reperes.base.detours import detour
from reperes.base.lookalike import disguised
from reperes.base.problems import slug, suggest
from reperes.model.edtf import DateError, Edtf, parse
from reperes.model.text import marked
from reperes.model.vocabularies import Vocabularies

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
LANGUAGE = re.compile(r"[a-z]{2,3}")
STAMP = re.compile(r"[0-9a-f]{12}")
STAMP_CURE = "lancez python3 scripts/translations --stamp"
CURLY = "des guillemets de traitement de texte autour de la valeur", "enlevez-les, ou tapez-les droits"
LONGEST_LINE, LONGEST_URL, LONGEST_TEXT, MOST = 400, 2_000, 5_000, 200
EMPTY = "la valeur manque", "écrivez-la, ou enlevez la clé si elle est facultative"
FIRST = "fr"  # the language of the labels that an author may have written in place of a value


def refuse(fault: str, cure: str) -> PydanticCustomError:
    """An error that carries its two sentences to the author."""
    return PydanticCustomError("reperes", "{fault}", {"fault": fault, "cure": cure})


def _text(value: str) -> str:
    if not value.strip():
        raise refuse(*EMPTY)
    if len(value) > LONGEST_TEXT:
        raise refuse(f"le texte a plus de {LONGEST_TEXT} signes", "raccourcissez-le")
    return value.strip()


def _line(value: str) -> str:
    if len(value) > LONGEST_LINE:
        raise refuse(f"le texte a plus de {LONGEST_LINE} signes", "raccourcissez-le : la suite va dans le texte")
    if "\n" in value.strip():
        raise refuse("le texte tient sur plusieurs lignes", "écrivez-le d'une traite, ou avec « >- »")
    if re.fullmatch(r"[“”„].*[“”]", value.strip()):
        raise refuse(*CURLY)
    return value.strip()


def _id(value: str) -> str:
    if re.search(r"[;,]\s*\S", value):
        raise refuse(
            f"« {value[:60]} » : plusieurs noms en un", "séparez-les par des virgules, entre crochets : [un, deux]"
        )
    if len(value) > 100 or not ID.fullmatch(value):
        raise refuse(f"« {value[:60]} » n'est pas un identifiant", slug(value))
    return value


def _month(value: str) -> str:
    if not MONTH.fullmatch(value):
        raise refuse(f"« {value} » n'est pas un mois", "écrivez l'année et le mois : 2026-11")
    return value


def _url(value: str) -> str:
    if len(value) > LONGEST_URL:
        raise refuse("l'adresse est trop longue", f"enlevez ce qui suit « ? » : {LONGEST_URL} signes au plus")
    if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+\.[^\s<>\"'`{}|\\^]+", value):
        raise refuse(
            f"« {value[:60]} » n'est pas une adresse",
            "recopiez-la depuis la barre d'adresse : https://…, sans espace",
        )
    if wrong := disguised(value) or detour(value):
        raise refuse(*wrong)
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise refuse(f"« {value} » n'est pas un code de langue", "écrivez un code comme en, ar ou uk")
    return value


def _rank(value: Any) -> int:
    if not isinstance(value, str) or not value.isdecimal():
        cure = "écrivez un nombre, comme 30 : le plus petit vient d'abord"
        raise refuse(f"« {value} » n'est pas un nombre entier", cure)
    return int(value)


def _stamp(value: str) -> str:
    if not STAMP.fullmatch(value):
        raise refuse("l'empreinte n'a pas la bonne forme", f"écrivez douze zéros : 000000000000, ou {STAMP_CURE}")
    return value


def _date(value: Any) -> Edtf:
    if not isinstance(value, str):
        raise refuse("une date est attendue", 'mettez-la entre guillemets : "[1984,1986]"')
    if re.fullmatch(r"[“”„«].*[“”»]", value.strip()):
        raise refuse(*CURLY)
    try:
        return parse(value)
    except DateError as error:
        raise refuse(error.fault, error.cure) from None


def _lifespan(value: Any) -> Edtf:
    date = _date(value)
    if date.kind != "interval":
        first = date.text if date.kind == "point" else f"{date.lower.year}"
        raise refuse(
            f"« {date.text} » n'est pas une durée",
            f"écrivez {first}/.. (toujours en cours), ou {first}/ et la date de fin",
        )
    return date


def one_of(vocabulary: str) -> AfterValidator:
    """A check that a value belongs to a closed vocabulary."""

    def check(value: str, info: ValidationInfo) -> str:
        known = info.context.values[vocabulary] if isinstance(info.context, Vocabularies) else {value: {}}
        if value not in known:
            labelled = next((id_ for id_, said in known.items() if fold(str(said[FIRST])) == fold(value)), None)
            cure = f"écrivez « {labelled} »" if labelled else suggest(value, known)
            raise refuse(f"« {value} » n'est pas dans la liste", cure)
        return value

    return AfterValidator(check)


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) > MOST:
        raise refuse(f"la liste a {len(values)} éléments", f"gardez-en {MOST} au plus")
    seen: set[str] = set()
    twice = next((value for value in values if value in seen or seen.add(value)), None)  # type: ignore[func-returns-value]
    if twice is not None:
        raise refuse(f"« {twice} » est écrit deux fois", "gardez-en un seul")
    return values


def _schema(form: str, pattern: re.Pattern[str] | None = None, type_: Any = "string") -> WithJsonSchema:
    """What JSON Schema can say of a text; `form` names its rule in the words under `fields.formats`."""
    told = {"type": type_, "format": form, "minLength": 1}
    return WithJsonSchema(told | ({"pattern": f"^({pattern.pattern})$"} if pattern else {}))


def _choice(vocabulary: str) -> WithJsonSchema:
    """The values are the site's: json_schema.py lists them."""
    return WithJsonSchema({"type": "string", "format": vocabulary})


@dataclass(frozen=True)
class Target:
    """What an id names: a content of a kind."""

    kind: str


SCALAR = ["string", "number"]  # YAML reads 1984 as a number, we as text
UNIQUE = Field(json_schema_extra={"uniqueItems": True})
Prose = Annotated[str, AfterValidator(_text), _schema("text", type_=SCALAR)]
Line = Annotated[str, AfterValidator(_text), AfterValidator(_line), _schema("line", type_=SCALAR)]
Name = Annotated[
    str, AfterValidator(_text), AfterValidator(_line), AfterValidator(marked), _schema("line", type_=SCALAR)
]
Id = Annotated[str, AfterValidator(_id), _schema("id", ID, SCALAR)]
Month = Annotated[str, AfterValidator(_month), _schema("year-month", MONTH)]
Url = Annotated[str, AfterValidator(_url), _schema("uri", re.compile("https?://.*"))]
Stamp = Annotated[str, AfterValidator(_stamp), _schema("stamp", STAMP, SCALAR)]
Date = Annotated[Edtf, BeforeValidator(_date), _schema("edtf", type_=SCALAR)]
Lifespan = Annotated[Edtf, BeforeValidator(_lifespan), _schema("edtf-interval")]
Ids = Annotated[tuple[Id, ...], AfterValidator(_distinct), UNIQUE]
TermIds = Annotated[Ids, Target("term")]
SheetIds = Annotated[Ids, Target("sheet")]
SourceId = Annotated[Id, Target("source")]
SourceIds = Annotated[Ids, Target("source")]
Lines = Annotated[tuple[Line, ...], AfterValidator(_distinct), UNIQUE]
Language = Annotated[str, AfterValidator(_language), _schema("language", LANGUAGE)]
Rank = Annotated[int, BeforeValidator(_rank), _schema("rank", type_="integer")]
Sketch = Annotated[str, one_of("dessins"), _choice("dessins")]
Domain = Annotated[str, one_of("domaines"), _choice("domaines")]
Domains = Annotated[tuple[Domain, ...], AfterValidator(_distinct), UNIQUE]
Place = Annotated[str, one_of("lieux"), _choice("lieux")]
Genre = Annotated[str, one_of("genres"), _choice("genres")]
Genres = Annotated[tuple[Genre, ...], AfterValidator(_distinct), UNIQUE]
Level = Annotated[str, one_of("niveaux"), _choice("niveaux")]
Section = Annotated[str, one_of("rubriques"), _choice("rubriques")]
Track = Annotated[str, one_of("pistes"), _choice("pistes")]
Tracks = Annotated[tuple[Track, ...], AfterValidator(_distinct), UNIQUE]
Type = Annotated[str, one_of("types"), _choice("types")]
