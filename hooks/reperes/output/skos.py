"""The glossary in all its languages as one SKOS concept scheme, in Turtle, the same to the byte for the same content.

Standards: SKOS (W3C, 2009), Dublin Core terms; dates are EDTF literals of the Library of Congress's datatype.
"""

from collections.abc import Iterator, Mapping

from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.kinds import Term
from reperes.model.paths import FACTS
from reperes.model.text import Text
from reperes.model.words import Words
from reperes.output.exports import Imprint
from reperes.views.edition import Edition

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
Facts = Iterator[tuple[Node, Node, Node]]


def turtle(editions: Mapping[str, Edition], imprint: Imprint) -> bytes:
    """The file, from the edition of each language; a concept's address is its French page's."""
    catalogues = {language: edition.catalogue for language, edition in editions.items()}
    words = {language: edition.words for language, edition in editions.items()}
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (("dct", DCTERMS), ("skos", SKOS), ("xsd", XSD)):
        graph.bind(prefix, namespace)
    index = catalogues[FACTS].pages["glossaire/index"]
    scheme = URIRef(imprint.site_url + index.url_in(FACTS))
    titles = {language: catalogue.pages[index.id].words for language, catalogue in catalogues.items()}
    parts = [_scheme(scheme, titles, imprint), _domains(scheme, words)]
    parts += [_concept(entry, scheme, catalogues, imprint) for entry in catalogues[FACTS].terms.values()]
    parts += [_sources(editions[FACTS], imprint)]
    for part in parts:
        for triple in part:
            graph.add(triple)
    return graph.serialize(format="turtle", encoding="utf-8")  # sorts subjects, properties and values


def _scheme(scheme: URIRef, titles: Mapping[str, Text], imprint: Imprint) -> Facts:
    yield scheme, RDF.type, SKOS.ConceptScheme
    for text in titles.values():
        yield scheme, DCTERMS.title, Literal(text.title, lang=text.lang)
    if imprint.updated:
        yield scheme, DCTERMS.modified, Literal(imprint.updated, datatype=XSD.date, normalize=False)
    if imprint.licence and imprint.licence.startswith("http"):
        yield scheme, DCTERMS.license, URIRef(imprint.licence)
    elif imprint.licence:
        yield scheme, DCTERMS.rights, Literal(imprint.licence)


def _domains(scheme: URIRef, words: Mapping[str, Words]) -> Facts:
    """The fields are concepts of a small scheme of their own: no entry is one."""
    fields = URIRef(f"{scheme}#domaines")
    yield fields, RDF.type, SKOS.ConceptScheme
    for language, labels in words.items():
        yield fields, DCTERMS.title, Literal(labels["term"]["domains"], lang=language)
        for id_, label in labels["domaines"].items():
            yield _domain(scheme, id_), RDF.type, SKOS.Concept
            yield _domain(scheme, id_), SKOS.inScheme, fields
            yield _domain(scheme, id_), SKOS.prefLabel, Literal(label, lang=language)
            yield _domain(scheme, id_), SKOS.notation, Literal(id_)
            yield _members(scheme, id_), RDF.type, SKOS.Collection
            yield _members(scheme, id_), SKOS.prefLabel, Literal(label, lang=language)


def _domain(scheme: URIRef, id_: str) -> URIRef:
    return URIRef(f"{scheme}#domaine-{id_}")


def _members(scheme: URIRef, id_: str) -> URIRef:
    """The entries of a field, as a collection."""
    return URIRef(f"{scheme}#mots-{id_}")


def _concept(entry: Entry[Term], scheme: URIRef, catalogues: Mapping[str, Catalogue], imprint: Imprint) -> Facts:
    facts, concept = entry.facts, _uri(entry, imprint)
    yield concept, RDF.type, SKOS.Concept
    yield concept, SKOS.inScheme, scheme
    yield concept, SKOS.notation, Literal(entry.id)
    yield concept, SKOS.topConceptOf, scheme
    yield scheme, SKOS.hasTopConcept, concept
    yield from _facts(concept, facts, scheme)
    yield from _relations(entry, catalogues[FACTS], imprint)
    for catalogue in catalogues.values():
        said = catalogue.terms[entry.id]
        if said.words.lang == catalogue.language:  # French words stand in for those not translated
            yield from _said(concept, said)
    for language, text in facts.equivalents.items():
        if text and language not in entry.languages:
            yield concept, SKOS.altLabel, Literal(text, lang=language)


def _facts(concept: URIRef, facts: Term, scheme: URIRef) -> Facts:
    yield concept, DCTERMS.modified, Literal(facts.reviewed, datatype=XSD.gYearMonth, normalize=False)
    if facts.lifespan:
        yield concept, DCTERMS.temporal, Literal(facts.lifespan.text, datatype=EDTF)
    for domain in facts.domains:
        yield concept, DCTERMS.subject, _domain(scheme, domain)
        yield _members(scheme, domain), SKOS.member, concept


def _uri(entry: Entry[Term], imprint: Imprint) -> URIRef:
    return URIRef(imprint.site_url + entry.url_in(FACTS))


def _said(concept: URIRef, entry: Entry[Term]) -> Facts:
    """The words of a language; a text is one label only (SKOS, condition S13)."""
    words, taken = entry.words, set[str]()
    hidden = ((SKOS.hiddenLabel, form) for form in words.forms)
    others = ((SKOS.altLabel, name) for name in (*words.synonyms, *words.former_names))
    for label, text in ((SKOS.prefLabel, words.title), (SKOS.altLabel, words.expansion), *others, *hidden):
        if text and text not in taken:
            taken.add(text)
            yield concept, label, Literal(text, lang=words.lang)
    yield concept, SKOS.definition, Literal(entry.summary, lang=words.lang)


def _sources(edition: Edition, imprint: Imprint) -> Facts:
    """A source is its address, which then has a title; without one, a sentence."""
    catalogue = edition.catalogue
    for entry in catalogue.terms.values():
        article = edition.articles[entry.words.path]
        for key in dict.fromkeys((*article.references, *entry.facts.sources)):
            source = catalogue.sources[key]
            if source.facts.url:
                yield _uri(entry, imprint), DCTERMS.source, URIRef(source.facts.url)
                yield URIRef(source.facts.url), DCTERMS.title, Literal(source.words.title)
            else:
                date = source.facts.date.text if source.facts.date else None
                said = ", ".join(filter(None, (source.words.title, source.facts.author, date)))
                yield _uri(entry, imprint), DCTERMS.source, Literal(said)


def _relations(entry: Entry[Term], catalogue: Catalogue, imprint: Imprint) -> Facts:
    concept = _uri(entry, imprint)
    for id_ in catalogue.related[entry.id]:  # both ways: the catalogue says so for each of the two
        yield concept, SKOS.related, _uri(catalogue.terms[id_], imprint)
    for id_ in entry.facts.replaces:
        if id_ in catalogue.terms:
            yield concept, DCTERMS.replaces, _uri(catalogue.terms[id_], imprint)
            yield _uri(catalogue.terms[id_], imprint), DCTERMS.isReplacedBy, concept
