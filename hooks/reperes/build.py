"""THE RUN, from top to bottom: read, refuse, catalogue, render, cite, draw, write, index.

Every step takes plain values and gives plain values; only `read` and `write` touch the disk, none asks the clock or
the network. MkDocs calls the same steps (hooks/adapter.py), and both write the same bytes.
"""

import gzip
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from reperes.base.problems import ContentError, Problem
from reperes.catalogue import citations
from reperes.catalogue.alternates import sitemap
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.changelog import recount
from reperes.catalogue.library import Library, read_all
from reperes.catalogue.redirects import Redirect, redirects
from reperes.check import source_places
from reperes.markdown.image_sizes import sizes
from reperes.markdown.renderer import Article, Renderer, dead_anchors, spoken
from reperes.markdown.sanitizing import repeated_id
from reperes.markdown.tables import Sizes
from reperes.markdown.touched import touched
from reperes.model import json_schema, publications, vocabularies, words
from reperes.model.blocks import Plain
from reperes.model.paths import DOCS, FACTS, FRAME, INDEX, THESAURUS, identify
from reperes.output import exports, markdown_twins, precache, search, search_index, workshop
from reperes.output.hosting import SECURITY as SECURITY_ADDRESS
from reperes.output.hosting import hosting, security
from reperes.project import Project, open_project
from reperes.skin import HOSTS, SECURITY, environment, is_template, missing, shipped, unreadable
from reperes.source.settings import FILE, SettingsError
from reperes.views.changes import fed, feeds
from reperes.views.edit_links import forge
from reperes.views.edition import Edition
from reperes.views.lists import carried
from reperes.views.page import PageView, instead, page
from reperes.views.typography import Setter, setter, typeset

CHANGES = "a-propos/changements"  # the page that tells them
Setters = dict[str, Setter]  # what sets the typography of a text, by language


def build(root: Path, out: Path) -> None:
    """The site of a project, in a folder that holds nothing else afterwards.

    Raises ContentError with every mistake of the authors, SettingsError with one of mkdocs.yml, EngineError.
    """
    site = make(open_project(root))
    write(whole(site), out)


@dataclass(frozen=True)
class Site:
    """A project read, checked and rendered in all its languages."""

    project: Project
    library: Library
    editions: Mapping[str, Edition]
    setters: Setters
    env: Environment


def make(
    project: Project, before: "Site | None" = None, library: Library | None = None, *, templates: bool = True
) -> Site:
    """Read, refuse, catalogue, render, cite: everything that pages are drawn from.

    What `before` made of the same texts is not made again; `library` is what `read` made of this project, when it is
    known; without `templates` they are not read: no page will be drawn. Raises ContentError, SettingsError.
    """
    if before and (before.project.settings, before.project.skin) != (project.settings, project.skin):
        before = None
    library = library or read(project, before.library if before else None)
    env = before.env if before else environment(project.skin)
    skin = project.skin
    refuse(library, project, () if before else (*missing(skin), *(unreadable(skin) if templates else ())))
    images = sizes(project.docs)
    shown = sizes(before.project.docs) if before else images
    resized = {path for path in images.keys() | shown.keys() if images.get(path) != shown.get(path)}
    if before and before.library.vocabularies == library.vocabularies:
        interface = before.editions[FACTS].interface
    else:
        interface = {
            language: words.load(language) | library.vocabularies.labels(language) for language in library.languages
        }
    editions: dict[str, Edition] = {}
    made = publications.read(project.publications.get(publications.LIST))
    for language in library.languages:
        last = before.editions.get(language) if before else None
        catalogue = library.catalogue(language, last.catalogue if last else None)
        french = editions[FACTS].articles if editions else {}
        articles = render(catalogue, project, interface, french, images, last, resized)
        refuse_articles(articles, library)
        cited = cite(catalogue, articles)
        known = forge(project.settings.publisher["forge"])
        same_past = before is not None and before.project.past == project.past
        changelog = last.changelog if last and same_past else recount(project.past, language)
        editions[language] = Edition(project.settings, interface, known, catalogue, articles, cited, changelog, made)
    if before:
        return Site(project, library, editions, before.setters, env)
    setters = {language: setter(said) for language, said in interface.items()}
    return Site(project, library, editions, setters, env)


def read(project: Project, before: Library | None = None) -> Library:
    """Every file of docs/ read and checked; what is wrong is kept in the library."""
    library = read_all(project.docs, project.settings.languages, before, project.ledger)
    for path, (fault, cure) in project.faults.items():
        library.blame(path, fault, cure)
    library.need(FRAME)
    library.keep(project.ledger)
    return library


def refuse(library: Library, project: Project, skin: Iterable[Problem] = ()) -> None:
    """Stop at the mistakes of the texts, the interface's words, the menu and the templates. Raises ContentError."""
    if found := (*words.problems(library.languages), *library.problems, *_menu(library, project), *skin):
        raise ContentError(found)


def _menu(library: Library, project: Project) -> Iterator[Problem]:
    """The lines of the menu whose page is missing or withdrawn."""
    for title, path in project.settings.menu:
        facts = library.facts.get(identify(path)[:2])
        if path not in FRAME and (path not in library.documents or (facts and facts.withdrawn)):
            fault = f"« {title} » mène à {DOCS}{path}, qui n'existe pas"
            yield Problem(FILE, 1, 1, "nav", fault, "corrigez le chemin, ou enlevez cette ligne du menu")


def render(
    catalogue: Catalogue,
    project: Project,
    interface: Mapping[str, Any],
    french: Mapping[str, Article],
    images: Sizes,
    last: Edition | None = None,
    resized: Collection[str] = (),
) -> dict[str, Article]:
    """The articles of a language, by path from docs/; those of `last` that nothing touched are kept.

    `resized` are images that take another room than when `last` was made.

    Raises SettingsError when Markdown refuses an extension.
    """
    said = interface[catalogue.language]
    try:
        renderer = Renderer(catalogue, project.settings.extensions, said, images, french)
    except (ImportError, AttributeError, LookupError, TypeError, ValueError) as error:
        cure = "vérifiez le nom de chaque extension et de ses réglages"
        raise SettingsError("markdown_extensions", f"Markdown les refuse ({error})", cure) from None
    again = touched(last.catalogue, catalogue, said, resized) if last else None

    def article(entry: Entry[Any]) -> Article:
        known = last.articles.get(entry.words.path) if last else None
        if known and again and not again(entry, known) and renderer.same_headings(entry, known):
            return known
        return renderer.render(entry)

    return {entry.words.path: article(entry) for entry in spoken(catalogue)}


def refuse_articles(articles: Mapping[str, Article], library: Library) -> None:
    """Stop at what no page may hold and at links to places that do not exist. Raises ContentError."""
    if found := [*_unsafe(articles, library), *_nowhere(articles, library)]:
        raise ContentError(found)


def cite(catalogue: Catalogue, articles: Mapping[str, Article]) -> citations.Citations:
    """Who mentions whom, now that every text is rendered."""
    refs = {entry.words.path: (entry.kind, entry.id) for entry in spoken(catalogue) if not entry.facts.withdrawn}
    return citations.close(
        {refs[path]: article.mentions for path, article in articles.items() if path in refs},
        {refs[path]: article.groups for path, article in articles.items() if path in refs},
        catalogue,
    )


def whole(site: Site) -> dict[str, bytes]:
    """Every file of the site, by its path there: pages drawn, what stands beside them, what is made from them all."""
    files = pages(site)
    files |= index(site, files)
    return files


def pages(site: Site) -> dict[str, bytes]:
    """Every page drawn, and what stands beside them."""
    files: dict[str, bytes] = {}
    for edition in site.editions.values():
        files |= {f"{entry.url}index.html": draw(site, edition, entry) for entry in spoken(edition.catalogue)}
    return files | beside(site)


def draw(site: Site, edition: Edition, entry: Entry[Any]) -> bytes:
    """The page of an entry. Raises ContentError when an anchor of its author's is one of the site's."""
    return drawn(site, edition, page(entry, edition))


def drawn(site: Site, edition: Edition, view: PageView) -> bytes:
    """The page of a view. Raises ContentError."""
    html = site.env.get_template("main.html").render(context(site, edition, view))
    return finish(html, view.entry, site).encode()


def context(site: Site, edition: Edition, view: PageView, root: str = "") -> dict[str, Any]:
    """What a template may ask for; `root`, where links start, when the page answers at any address."""
    settings = site.project.settings
    return {
        **{name: getattr(view, name) for name in PageView.__dataclass_fields__},
        "w": edition.words,
        "language": edition.language,
        "interface": edition.interface,
        "catalogue": edition.catalogue,
        "publisher": settings.publisher,
        "footer": settings.footer,
        "site_url": settings.site_url,
        "root": root,
        "feed": next((path for _, path in feeds(edition)), ""),
        "carried": carried(Plain(), edition) if view.entry is None else (),
    }


def finish(html: str, entry: Entry[Any] | None, site: Site) -> str:
    """A page as drawn, its typography set. Raises ContentError."""
    if entry and (twice := repeated_id(html)):
        fault = f"l'ancre « {twice} » est deux fois dans la page"
        place = source_places.anchor(site.library.documents[entry.words.path], twice)
        raise ContentError([Problem(DOCS + entry.words.path, *place, "texte", fault, "changez ce titre")])
    return typeset(html, site.setters)


def beside(site: Site) -> dict[str, bytes]:
    """The files that are no page of a text: assets, images, exports, schemas, what hosts need."""
    files = {path: shipped(path, raw) for path, raw in site.project.skin.items() if not is_template(path)}
    files |= {path: raw for path, raw in site.project.docs.items() if published(path)}
    files |= json_schema.texts(site.library.vocabularies)
    files |= workshop.texts(site.project.docs, site.library.vocabularies)
    files |= {f"{publications.FOLDER}/{path}": raw for path, raw in site.project.publications.items()}
    for language, edition in site.editions.items():
        home = "" if language == FACTS else f"{language}/"
        files |= {home + name: text for name, text in exports.texts(edition, imprint(site)).items()}
        files |= search.names(edition.catalogue, edition.words)
        files |= workshop.names(edition.catalogue)
        for name in ("404.html", precache.ABSENT):
            files[home + name] = _instead(site, edition, name)
        files |= dict(_moved(site, edition))
        files |= dict(_feeds(site, edition))
        files |= markdown_twins.texts(edition)
    files |= _once(site)
    from reperes.output import skos  # rdflib takes longer to load than the check of a text

    files["llms.txt"] = markdown_twins.llms(site.editions)
    files[THESAURUS] = skos.turtle(site.editions, imprint(site))
    return files


def index(site: Site, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What is made from the texts and pages of all languages: the search, and the lists of what may be carried away.

    Raises EngineError when Pagefind cannot.
    """
    return search_files(site) | lists(site, files)


def search_files(site: Site) -> dict[str, bytes]:
    """The index of the texts of all languages. Raises EngineError when Pagefind cannot."""
    documents = (document for edition in site.editions.values() for document in _documents(site, edition))
    return {f"{INDEX}/{path}": raw for path, raw in search_index.index(documents).items()}


def lists(site: Site, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The lists of what may be carried away, from the files of the whole site."""
    editions = site.editions.values()
    return dict(precache.listed(edition, files, site.setters[edition.language].text) for edition in editions)


def published(path: str) -> bool:
    """Whether a file of docs/ is published as it is: neither a text nor a vocabulary."""
    return not path.endswith(".md") and not path.startswith(f"{vocabularies.FOLDER}/")


def imprint(site: Site) -> exports.Imprint:
    """What exports say of themselves."""
    settings = site.project.settings
    return exports.Imprint(settings.site_url, settings.publisher["texts_licence"] or None, site.project.epoch)


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Write a site in a folder, and leave nothing else there."""
    for folder, _, names in os.walk(out, topdown=False):
        for name in names:
            if (stale := Path(folder, name)).relative_to(out).as_posix() not in files:
                stale.unlink()
        if not any(Path(folder).iterdir()):
            Path(folder).rmdir()
    for path, raw in files.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def _unsafe(articles: Mapping[str, Article], library: Library) -> Iterator[Problem]:
    for path, article in articles.items():
        if article.unsafe:
            place = source_places.tag(library.documents[path], article.unsafe)
            yield Problem(DOCS + path, *place, "texte", f"la page contiendrait {article.unsafe}", "enlevez-le")


def _nowhere(articles: Mapping[str, Article], library: Library) -> Iterator[Problem]:
    for path, target, anchor in dead_anchors(articles):
        fault = f"le lien mène à « #{anchor} », qui n'est pas dans {DOCS}{target}"
        cure = "recopiez l'ancre d'un titre de cette page, ou enlevez-la"
        for place in source_places.links(library.documents[path], target, anchor):
            yield Problem(DOCS + path, *place, "texte", fault, cure)


def _instead(site: Site, edition: Edition, name: str) -> bytes:
    root = urlsplit(site.project.settings.site_url).path or "/"
    html = site.env.get_template(name).render(context(site, edition, instead(edition), root))
    return finish(html, None, site).encode()


def _moved(site: Site, edition: Edition) -> Iterator[tuple[str, bytes]]:
    template = site.env.get_template("redirect.html")
    for redirect in redirects(edition.catalogue):
        if redirect.language == edition.language:
            html = template.render(redirect=redirect, w=edition.words, site_url=site.project.settings.site_url)
            yield f"{redirect.source}index.html", html.encode()


def _feeds(site: Site, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What changed, for readers of feeds (Atom, RFC 4287)."""
    template, here = site.env.get_template("atom.xml"), edition.catalogue.pages.get(CHANGES)
    site_url = site.project.settings.site_url
    for kind, path in feeds(edition):
        entries = fed(edition, kind)
        xml = template.render(
            **context(site, edition, instead(edition)),
            path=path,
            page=here.url if here else "",
            kind=kind,
            host=urlsplit(site_url).hostname,
            entries=entries,
            updated=max((one.updated for one in entries), default="1970-01-01T00:00:00Z"),
        )
        yield path, xml.encode()


def _once(site: Site) -> Iterator[tuple[str, bytes]] | dict[str, bytes]:
    """The site map and what hosts read."""
    settings, edition = site.project.settings, site.editions[FACTS]
    moved: list[Redirect] = redirects(edition.catalogue)
    asked = hosting(settings.site_url, tuple(edition.interface), moved)
    found = {name: site.env.get_template(name).render(hosting=asked).encode() for name in HOSTS}
    if told := security(settings.publisher["contact"], site.project.epoch, settings.site_url, edition.interface):
        found[SECURITY_ADDRESS] = site.env.get_template(SECURITY).render(security=told).encode()
    addresses = sitemap(edition.catalogue, settings.site_url)
    found["sitemap.xml"] = site.env.get_template("sitemap.xml").render(addresses=addresses).encode()
    # with 0, Pythons write different headers
    found["sitemap.xml.gz"] = gzip.compress(found["sitemap.xml"], mtime=int(site.project.epoch or 1))
    return found


def _documents(site: Site, edition: Edition) -> Iterator[tuple[str, str]]:
    """What Pagefind reads of each page, and its address."""
    template = site.env.get_template("partials/document.html")
    for entry in spoken(edition.catalogue):
        if search.findable(entry, edition.catalogue):
            html = search.unnumbered(edition.articles[entry.words.path].html)
            spelled = search.variants(entry, html, edition.words)
            names = search.called(entry)[edition.language]
            said = template.render(language=edition.language, entry=entry, content=html, variants=spelled, names=names)
            yield entry.url, search.split_elisions(said, edition.words)
