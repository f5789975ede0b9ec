"""The glossary in all its languages as one SKOS concept scheme, in Turtle, the same to the byte for the same content.

Standards: SKOS (W3C, 2009), Dublin Core terms; dates are EDTF literals of the Library of Congress's datatype.
"""

from collections.abc import Iterator, Mapping

from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model import words as interface
from reperes.model.kinds import Source, Term
from reperes.model.paths import FACTS
from reperes.model.text import Text
from reperes.output.exports import Imprint

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
Facts = Iterator[tuple[Node, Node, Node]]


def turtle(catalogues: Mapping[str, Catalogue], words: Mapping[str, interface.Words], imprint: Imprint) -> bytes:
    """The file, from the catalogue and the words of each language; a concept's address is its French page's."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (("dct", DCTERMS), ("skos", SKOS), ("xsd", XSD)):
        graph.bind(prefix, namespace)
    index = catalogues[FACTS].pages["glossaire/index"]
    scheme = URIRef(imprint.site_url + index.url_in(FACTS))
    titles = {language: catalogue.pages[index.id].words for language, catalogue in catalogues.items()}
    parts = [_scheme(scheme, titles, imprint), _domains(scheme, words)]
    parts += [_concept(entry, scheme, catalogues, imprint) for entry in catalogues[FACTS].terms.values()]
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


def _domains(scheme: URIRef, words: Mapping[str, interface.Words]) -> Facts:
    """The fields are concepts of a small scheme of their own: no entry is one."""
    fields = URIRef(f"{scheme}#domaines")
    yield fields, RDF.type, SKOS.ConceptScheme
    for language, labels in words.items():
        yield fields, DCTERMS.title, Literal(labels["term"]["domains"], lang=language)
        for id_, label in labels["domaines"].items():
            yield _domain(scheme, id_), RDF.type, SKOS.Concept
            yield _domain(scheme, id_), SKOS.inScheme, fields
            yield _domain(scheme, id_), SKOS.prefLabel, Literal(label, lang=language)


def _domain(scheme: URIRef, id_: str) -> URIRef:
    return URIRef(f"{scheme}#domaine-{id_}")


def _concept(entry: Entry[Term], scheme: URIRef, catalogues: Mapping[str, Catalogue], imprint: Imprint) -> Facts:
    facts, concept = entry.facts, _uri(entry, imprint)
    yield concept, RDF.type, SKOS.Concept
    yield concept, SKOS.inScheme, scheme
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
    for source in facts.sources:
        yield from _source(concept, source)


def _uri(entry: Entry[Term], imprint: Imprint) -> URIRef:
    return URIRef(imprint.site_url + entry.url_in(FACTS))


def _said(concept: URIRef, entry: Entry[Term]) -> Facts:
    """The words of a language; a text is one label only (SKOS, condition S13)."""
    words, taken = entry.words, set[str]()
    hidden = ((SKOS.hiddenLabel, form) for form in words.forms)
    for label, text in ((SKOS.prefLabel, words.title), (SKOS.altLabel, words.expansion), *hidden):
        if text and text not in taken:
            taken.add(text)
            yield concept, label, Literal(text, lang=words.lang)
    yield concept, SKOS.definition, Literal(entry.summary, lang=words.lang)


def _source(concept: URIRef, source: Source) -> Facts:
    """A source is its address, which then has a title; without one, a sentence."""
    if source.url:
        yield concept, DCTERMS.source, URIRef(source.url)
        yield URIRef(source.url), DCTERMS.title, Literal(source.title)
    else:
        said = (source.title, source.author, source.date.text if source.date else None)
        yield concept, DCTERMS.source, Literal(", ".join(filter(None, said)))


def _relations(entry: Entry[Term], catalogue: Catalogue, imprint: Imprint) -> Facts:
    concept = _uri(entry, imprint)
    for id_ in catalogue.related[entry.id]:  # both ways: the catalogue says so for each of the two
        yield concept, SKOS.related, _uri(catalogue.terms[id_], imprint)
    for id_ in entry.facts.replaces:
        if id_ in catalogue.terms:
            yield concept, DCTERMS.replaces, _uri(catalogue.terms[id_], imprint)
            yield _uri(catalogue.terms[id_], imprint), DCTERMS.isReplacedBy, concept
