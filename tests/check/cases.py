# ruff: noqa: E501 - a message is one line, as its author reads it
"""The corpus: mistakes that editors make, and the sentences they read. Texts of pages start on line 5."""

from check.corpus import (
    BOOK,
    CVS,
    ENGLISH,
    EVENT,
    PAGE,
    RIGHT,
    SHEET,
    TERM,
    Case,
    add,
    body,
    camera,
    change,
    every,
    heic,
    jpeg,
    png,
    webp,
)
from check.pasted import PASTED

GIF = b"GIF89a\x02\0\x02\0\0\0\0;"
AVIF = b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miafMA1B"
PDF = b"%PDF-1.4\n%%EOF\n"
GONE = "enlevez-le : la machine l'écrit elle-même"
SMALLER = "réduisez-la à 1600 points de large, puis enregistrez-la en .jpg ou en .webp"
ALLOWED = "publiez du texte (.md), une image (.png, .jpg, .webp, .gif, .avif) ou un .pdf"
CLEAN = "enregistrez-en une copie sans ces données (une capture d'écran de la photo n'en a pas)"

RENAMED = TERM.format(title="RSA", expansion="un développement", see="cvs").replace("revu:", "anciens: [rsa]\nrevu:")

# fmt: off
FILES = (  # what a proposal may publish
    add("redirects-of-a-host", "_redirects", "/* https://evil.test/:splat 302!\n", f"1:1: fichier: un hébergeur obéit à ce fichier ; {GONE} (un texte qui change d'adresse le dit par « anciens »)", {}),
    *(
        add(f"obeyed-{name}", name, "x", f"1:1: fichier: un hébergeur obéit à ce fichier ; {GONE}", {})
        for name in ("_headers", "_routes.json", "CNAME", "robots.txt", "netlify.toml", "vercel.json", "web.config", "_config.yml", "images/robots.txt")
    ),
    *(
        add(f"browser-{name}", f"images/{name}", "x", "1:1: fichier: un navigateur pourrait l'exécuter ; enlevez-le d'ici", {})
        for name in ("x.xsl", "x.xsd", "x.svg", "x.html", "x.js", "x.css", "x.SVG", "x.hta")
    ),
    *(
        add(f"program-{name}", f"images/{name}", "x", "1:1: fichier: c'est un programme ; enlevez-le d'ici", {})
        for name in ("x.php", "x.phtml", "x.cgi", "x.exe", "x.bat", "x.sh")
    ),
    add("archive", "images/photos.zip", "PK", f"1:1: fichier: on ne publie pas de fichier « .zip » ; {ALLOWED}", {}),
    add("txt", "glossaire/Mon mot.txt", "x", "1:1: fichier: ce fichier de texte ne finit pas par « .md » ; renommez-le mon-mot.md", {"glossaire/mon-mot.md": TERM.format(title="Mot", expansion="un développement", see="rsa")}),
    add("md-txt", "glossaire/mot.md.txt", "x", "1:1: fichier: ce fichier de texte ne finit pas par « .md » ; renommez-le mot.md", {"glossaire/mot.md": TERM.format(title="Mot", expansion="un développement", see="rsa")}),
    add("no-extension", "glossaire/mot", "x", "1:1: fichier: ce fichier de texte ne finit pas par « .md » ; renommez-le mot.md", {"glossaire/mot.md": TERM.format(title="Mot", expansion="un développement", see="rsa")}),
    *(
        add(f"writer-{kind}", f"fiches/Ma fiche.{kind}", "PK", f"1:1: fichier: un document de traitement de texte (.{kind}) ; créez le fichier ma-fiche.md et copiez-y le texte", {"fiches/ma-fiche.md": SHEET.replace("Une question", "Autre question")})
        for kind in ("docx", "odt", "rtf", "doc")
    ),
    add("spreadsheet", "dates.xlsx", "PK", "1:1: fichier: un tableur (.xlsx) ; écrivez le tableau dans un texte : | un | deux |, puis |---|---|", {}),
    add("heic-name", "images/photo.heic", heic(), "1:1: fichier: presque aucun navigateur ne montre les images .heic ; enregistrez l'image en .jpg ou en .webp", {"images/photo.jpg": jpeg()}),
    add("tiff", "images/photo.tiff", "x", "1:1: fichier: presque aucun navigateur ne montre les images .tiff ; enregistrez l'image en .jpg ou en .webp", {"images/photo.webp": webp()}),
    add("heic-named-jpg", "images/photo.jpg", heic(), "1:1: fichier: c'est une photo HEIC, que presque aucun navigateur ne montre ; enregistrez-la en .jpg ou en .webp", {"images/photo.jpg": jpeg()}),
    add("png-named-jpg", "images/photo.jpg", png(), "1:1: fichier: ce n'est pas une image .jpg, c'est du .png ; renommez-le photo.png", {"images/photo.png": png()}),
    add("page-named-png", "images/photo.png", "<html>", "1:1: fichier: ce n'est pas une image .png, malgré son nom ; enlevez-le, ou enregistrez-le de nouveau dans ce format", {}),
    add("page-named-pdf", "images/note.pdf", "<html>", "1:1: fichier: ce n'est pas un document PDF, malgré son nom ; enlevez-le, ou enregistrez-le de nouveau dans ce format", {"images/note.pdf": PDF}),
    add("pdf-with-a-program", "images/note.pdf", PDF + b"/JavaScript (x)", "1:1: fichier: ce document contient un programme ou un fichier caché ; enregistrez-le de nouveau, sans formulaire", {"images/note.pdf": PDF}),
    add("photo-of-5-mb", "images/photo.jpg", jpeg() + b"x" * 5_200_000, f"1:1: fichier: l'image pèse 5,2 Mo, et 1 Mo au plus sont admis ; {SMALLER}", {"images/photo.jpg": jpeg()}),
    add("giant-image", "images/plan.png", png(12000, 9000), f"1:1: fichier: l'image mesure 12000 sur 9000 points ; {SMALLER}", {"images/plan.png": png(1600, 1200)}),
    add("no-size", "images/plan.png", png(0, 0), "1:1: fichier: l'image est abîmée ; enregistrez-la de nouveau", {"images/plan.png": png()}),
    add("place-in-a-jpeg", "images/photo.jpg", jpeg(camera()), f"1:1: fichier: la photo dit où elle a été prise ; {CLEAN}", {"images/photo.jpg": jpeg(camera(0x0112))}),
    add("place-in-a-png", "images/photo.png", png(2, 2, (b"eXIf", camera(order=">"))), f"1:1: fichier: la photo dit où elle a été prise ; {CLEAN}", {"images/photo.png": png()}),
    add("place-in-a-webp", "images/photo.webp", webp() + b"EXIF" + camera(), f"1:1: fichier: la photo dit où elle a été prise ; {CLEAN}", {"images/photo.webp": webp()}),
    add("place-in-xmp", "images/photo.jpg", jpeg() + b"<x exif:GPSLatitude='45'/>", f"1:1: fichier: la photo dit où elle a été prise ; {CLEAN}", {"images/photo.jpg": jpeg()}),
    add("capitals-in-an-image", "images/Photo.JPG", jpeg(), "1:1: fichier: « Photo.JPG » n'est pas un nom de fichier simple ; renommez-le photo.jpg", {"images/photo.jpg": jpeg()}),
    add("accents-in-an-image", "images/été 1.png", png(), "1:1: fichier: « été 1.png » n'est pas un nom de fichier simple ; renommez-le ete-1.png", {"images/ete-1.png": png()}),
    add("folder-with-capitals", "images/Fiches/x.png", png(), "1:1: fichier: « Fiches » n'est pas un identifiant ; écrivez « fiches » (des minuscules sans accent, des chiffres et des tirets)", {"images/fiches/x.png": png()}),
    add("image-beside-words", "glossaire/photo.png", png(), "1:1: fichier: ce n'est pas un fichier .md ; rangez les images dans docs/images/", {"images/photo.png": png()}),
    add("windows-name", "images/con.png", png(), "1:1: fichier: ce nom est interdit sous Windows ; choisissez un autre nom", {"images/conseil.png": png()}),
    add("windows-text", "aux.md", PAGE + "Un texte.\n", "1:1: fichier: ce nom est interdit sous Windows ; choisissez un autre nom", {"auxiliaire.md": PAGE.replace("Une page", "Une autre page") + "Un texte.\n"}),
    add("long-name", f"{'a' * 90}.md", PAGE + "Un texte.\n", "1:1: fichier: son nom a plus de 80 signes ; choisissez un nom plus court", {}),
    add("translation-with-a-hyphen", "glossaire/cvs-en.md", ENGLISH, "1:1: fichier: le nom d'une traduction a un point avant la langue ; renommez-le cvs.en.md", {"glossaire/cvs.en.md": ENGLISH.replace("RSA", "CVS")}),
)
GONE_FILES = (  # deleted, renamed: told once, no neighbour proposed
    Case("deleted", {"glossaire/rsa.md": None}, ("glossaire/rsa.md:1:1: fichier: ce fichier a été publié, et il n'est plus là ; remettez-le, avec « retire: » et le mois s'il ne sert plus ; s'il a changé de nom, écrivez « anciens: [rsa] » dans le nouveau fichier",), {"glossaire/rsa.md": TERM.format(title="RSA", expansion="un développement", see="cvs").replace("revu:", "retire: 2026-11\nrevu:")}),
    Case("renamed-without-a-word", {"glossaire/rsa.md": None, "glossaire/rsa-activite.md": RIGHT["glossaire/rsa.md"]}, ("glossaire/rsa.md:1:1: fichier: ce fichier a été publié, et il n'est plus là ; remettez-le, avec « retire: » et le mois s'il ne sert plus ; s'il a changé de nom, écrivez « anciens: [rsa] » dans docs/glossaire/rsa-activite.md",), {"glossaire/rsa.md": None, "glossaire/rsa-activite.md": RENAMED}, ("glossaire/cvs.md:4:8: voir: « rsa » a changé de nom ; écrivez « rsa-activite »", "glossaire/rsa.en.md:1:1: fichier: il traduit docs/glossaire/rsa.md, qui a changé de nom ; renommez-le rsa-activite.en.md")),
    Case("renamed-but-not-everywhere", {"glossaire/rsa.md": None, "glossaire/rsa-activite.md": RENAMED, "page.md": PAGE + "Le [revenu](glossaire/rsa.md).\n"}, ("glossaire/cvs.md:4:8: voir: « rsa » a changé de nom ; écrivez « rsa-activite »", "glossaire/rsa.en.md:1:1: fichier: il traduit docs/glossaire/rsa.md, qui a changé de nom ; renommez-le rsa-activite.en.md", "page.md:5:11: texte: le lien « glossaire/rsa.md » mène à un ancien nom ; écrivez « glossaire/rsa-activite.md »"), {"glossaire/rsa.md": None, "glossaire/rsa.en.md": None, "glossaire/rsa-activite.en.md": ENGLISH, "glossaire/rsa-activite.md": RENAMED, "glossaire/cvs.md": TERM.format(title="CVS", expansion="un développement", see="rsa-activite"), "page.md": PAGE + "Le [revenu](glossaire/rsa-activite.md).\n"}),
    Case("deleted-and-linked", {"glossaire/rsa.md": None, "page.md": PAGE + "Le [revenu](glossaire/rsa.md).\n"}, ("glossaire/rsa.md:1:1: fichier: ce fichier a été publié, et il n'est plus là ; remettez-le, avec « retire: » et le mois s'il ne sert plus ; s'il a changé de nom, écrivez « anciens: [rsa] » dans le nouveau fichier",), {}),
    Case("translation-deleted", {"glossaire/rsa.en.md": None}, ("glossaire/rsa.en.md:1:1: fichier: cette traduction a été publiée, et elle n'est plus là ; remettez-la",), {}),
    Case("page-deleted", {"page.md": None}, ("page.md:1:1: fichier: ce fichier a été publié, et il n'est plus là ; remettez-le, avec « retire: » et le mois s'il ne sert plus ; s'il a changé de nom, écrivez « anciens: [page] » dans le nouveau fichier",), {}),
    change("unknown-id-is-not-replaced-by-any-other", "glossaire/cvs.md", "[rsa]", "[rncp]", "4:8: voir: aucune entrée « rncp » ; écrivez l'un de ces noms : cvs, rsa", "[rsa]"),
    change("a-number-is-never-changed", "histoire/evenements/loi.md", "[livre]", "[livre-2]", "5:11: sources: aucune source « livre-2 » ; écrivez l'un de ces noms : livre", "[livre]"),
    body("image-as-data", "![une porte](data:image/png;base64,AAAA)", ("5:12: texte: un lien en « data: » ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)",), "Un texte."),
    body("link-to-the-wrong-folder", "Le [revenu](fiches/rsa.md).", "5:11: texte: le lien « fiches/rsa.md » mène à un fichier qui n'existe pas ; vouliez-vous écrire « glossaire/rsa.md » ?", "Le [revenu](glossaire/rsa.md)."),
    body("far-link-gets-no-neighbour", "Le [lieu](glossaire/ddd.md).", "5:9: texte: le lien « glossaire/ddd.md » mène à un fichier qui n'existe pas ; vérifiez le chemin, ou créez le fichier", "Le [revenu](glossaire/rsa.md)."),
)
PHONE = "— sur un téléphone, tapez un tiret, une lettre, un tiret, une lettre, un tiret, puis effacez les lettres"
PLAIN = "copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »"
LOI = "histoire/evenements/loi.md"
IMAGE = "mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)"
HEADERS = (  # what is typed above the text
    change("phone-dashes-open", CVS, "---\n", "—-\n", f"1:1: en-tête: « —- » n'ouvre pas l'en-tête ; écrivez ---, seul et au début de la ligne {PHONE}", "---\n"),
    change("phone-dashes-close", CVS, "2026-10\n---", "2026-10\n—-", f"7:1: en-tête: « —- » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne {PHONE}", "2026-10\n---"),
    change("phone-dashes-reversed", CVS, "2026-10\n---", "2026-10\n-—", f"7:1: en-tête: « -— » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne {PHONE}", "2026-10\n---"),
    change("long-dash-closes", CVS, "2026-10\n---", "2026-10\n—", f"7:1: en-tête: « — » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne {PHONE}", "2026-10\n---"),
    change("line-of-underscores-closes", CVS, "2026-10\n---", "2026-10\n___", "7:1: en-tête: « ___ » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne", "2026-10\n---"),
    change("blank-line-first", CVS, "---\n", "\n---\n", "1:1: en-tête: une ligne vide avant « --- » ; effacez-la : --- est la première ligne", "---\n"),
    change("space-before-the-fence", CVS, "---\n", " ---\n", "1:1: en-tête: des espaces avant « --- » ; effacez-les", "---\n"),
    change("hard-space-before-a-colon", CVS, "title:", "title\u00a0:", "2:6: en-tête: une espace insécable avant « : » ; effacez-la, et écrivez « title: » puis une espace simple", "title:"),
    change("narrow-space-before-a-colon", CVS, "title:", "title\u202f:", "2:6: en-tête: une espace insécable avant « : » ; effacez-la, et écrivez « title: » puis une espace simple", "title:"),
    change("hard-space-behind-a-colon", CVS, "title: ", "title:\u00a0", "2:6: en-tête: une espace insécable après « : » ; effacez-la, et écrivez « title: » puis une espace simple", "title: "),
    change("curly-quotes-round-a-period", CVS, "voir:", "periode: “1994/2012”\nvoir:", "4:10: periode: des guillemets de traitement de texte autour de la valeur ; enlevez-les, ou tapez-les droits", 'periode: "1994/2012"\nvoir:'),
    change("french-quotes-round-a-date", LOI, "1984", "« 1984 »", "3:7: date: des guillemets de traitement de texte autour de la valeur ; enlevez-les, ou tapez-les droits", "1984"),
    change("lost-indent", CVS, "voir:", "simple: >-\n  Une phrase.\nUne autre.\nvoir:", "6:1: en-tête: cette ligne de « simple » n'est pas décalée ; commencez-la par deux espaces", "simple: >-\n  Une phrase.\n  Une autre.\nvoir:"),
    change("stamp-forgotten", "glossaire/rsa.en.md", "traduit_de: 000000000000\n", "", "1:1: traduit_de: cette clé obligatoire manque ; ajoutez « traduit_de: 000000000000 » : la personne qui relit mettra le bon nombre", "traduit_de: 000000000000\n"),
    add("rtf", "glossaire/mot.md", "{\\rtf1\\ansi Un mot}", f"1:1: en-tête: c'est un document de traitement de texte (RTF) ; {PLAIN}", {}),
    add("web-page", "glossaire/mot.md", "<!DOCTYPE html>\n<p>Un mot", f"1:1: en-tête: c'est une page web ; {PLAIN}", {}),
    add("docx-named-md", "glossaire/mot.md", b"PK\x03\x04\x14\0", f"1:1: fichier: c'est un document de traitement de texte ; {PLAIN}", {}),
    add("event-among-words", "glossaire/loi-2.md", EVENT.replace("Une loi", "Autre loi"), "1:1: fichier: ce texte a l'en-tête d'un événement ; rangez-le dans docs/histoire/evenements/loi-2.md", {"histoire/evenements/loi-2.md": EVENT.replace("Une loi", "Autre décret")}),
    add("word-at-the-root", "mot.md", TERM.format(title="Mot", expansion="un développement", see="rsa"), "1:1: fichier: ce texte a l'en-tête d'un mot du glossaire ; rangez-le dans docs/glossaire/mot.md", {"glossaire/mot.md": TERM.format(title="Mot", expansion="un développement", see="rsa")}),
    add("sheet-among-definitions", "definitions/question.md", SHEET, "1:1: fichier: ce texte a l'en-tête d'une fiche ; rangez-le dans docs/fiches/question.md", {}),
    add("word-among-events", "histoire/evenements/mot.md", TERM.format(title="Mot", expansion="un développement", see="rsa"), "1:1: fichier: ce texte a l'en-tête d'un mot du glossaire ; rangez-le dans docs/glossaire/mot.md", {"glossaire/mot.md": TERM.format(title="Mot", expansion="un développement", see="rsa")}),
    add("source-among-words", "glossaire/revue.md", BOOK.replace("Un livre", "Une revue"), "1:1: fichier: ce texte a l'en-tête d'une source ; rangez-le dans docs/bibliographie/revue.md", {"bibliographie/revue.md": BOOK.replace("Un livre", "Une revue")}),
    add("translation-under-another-name", "glossaire/welfare.md", ENGLISH, "1:1: fichier: ce texte a l'en-tête d'une traduction ; renommez-le welfare.en.md", {"glossaire/welfare.en.md": ENGLISH}, "glossaire/welfare.en.md:1:1: fichier: il traduit docs/glossaire/welfare.md, qui n'existe pas ; écrivez d'abord le fichier français"),
    change("day-unknown", LOI, "1984", "1985-04-XX", "3:7: date: « 1985-04-XX » n'est pas une date ; écrivez 1985-04", "1985-04"),
    change("month-unknown", LOI, "1984", "2004-XX", "3:7: date: « 2004-XX » n'est pas une date ; écrivez 2004", "2004"),
    change("season-as-a-number", LOI, "1984", "2004-21", "3:7: date: « 2004-21 » : il n'y a pas de mois 21 ; écrivez 2004-03/2004-06 pour le printemps, ou 2004/2021 pour une période", "2004-03/2004-06"),
    change("season-in-words", LOI, "1984", "printemps 2004", "3:7: date: « printemps 2004 » n'est pas une date ; écrivez 2004-03/2004-06", "2004-03/2004-06"),
    change("decade-of-2012", LOI, "1984", "198u", "3:7: date: « 198u » n'est pas une date ; écrivez 198X (toute la décennie) ou 1980/1989", "198X"),
    change("open-of-2012", LOI, "1984", "1980/open", "3:7: date: « 1980/open » n'est pas une date ; écrivez 1980/..", "1980/.."),
    change("unknown-of-2012", LOI, "1984", "unknown/1985", "3:7: date: « unknown/1985 » n'est pas une date ; écrivez ../1985", "../1985"),
    change("day-with-slashes", LOI, "1984", "01/10/2021", "3:7: date: « 01/10/2021 » n'est pas une période ; écrivez 2021-10-01", "2021-10-01"),
    change("line-without-an-end", CVS, "CVS", "é" * 500, "2:8: title: le texte a plus de 400 signes ; raccourcissez-le : la suite va dans le texte", "CVS"),
    change("too-many-old-names", CVS, "voir:", f"anciens: [{', '.join(f'a{n}' for n in range(300))}]\nvoir:", "4:10: anciens: la liste a 300 éléments ; gardez-en 200 au plus", "voir:"),
    change("address-without-an-end", "bibliographie/livre.md", "/livre", "/" + "a" * 3000, "5:6: url: l'adresse est trop longue ; enlevez ce qui suit « ? » : 2000 signes au plus", "/livre"),
    body("table-in-html", "<table>\n<tr><td>un</td></tr>\n</table>", "5:1: texte: un tableau en HTML ; écrivez | un | deux |, puis |---|---|, puis une ligne par rangée", "| un | deux |\n|---|---|\n| trois | quatre |"),
    body("image-dropped-on-the-forge", '<img width="500" src="https://github.com/user-attachments/assets/1" />', f"5:1: texte: une image en HTML ; {IMAGE}", "Un texte."),
    body("image-of-the-forge", "![image](https://github.com/user-attachments/assets/1)", f"5:1: texte: une image d'un autre site ; {IMAGE} (avec le droit de la copier)", "Un texte."),
    body("marker-left", "Un.\n\n>>>>>>> main\nDeux.", "7:1: fichier: une marque « >>>>>>> » laissée par la forge ; effacez cette ligne", "Un.\n\nDeux."),
    body("equals-left", "Un.\n\n=======\nDeux.", "7:1: fichier: une marque « ======= » laissée par la forge ; effacez cette ligne", "Un.\n\nDeux."),
    body("word-font-bullet", "\uf0b7 Un lit", "5:1: fichier: une puce de Word ; remplacez-la par « - »", "- Un lit"),
    body("script-damaged", "Un texte.\n\n<script\nalert(1)", "7:1: texte: du HTML (« <script ») ; enlevez-le, ou écrivez \\< pour montrer ce signe", "Un texte."),
    body("note-without-a-text", "Un mot[^1].", "5:7: texte: « [^1] » ne mène à aucune source ; écrivez l'un de ces noms : livre", "Un mot[^livre]."),
)
LAYOUT = (  # what the page would not look like
    body("list-without-a-blank-line", "Il faut :\n- un lit\n- un toit", "6:1: texte: la liste n'a pas de ligne vide avant elle ; laissez une ligne vide au-dessus", "Il faut :\n\n- un lit\n- un toit"),
    body("numbers-without-a-blank-line", "Il faut :\n1. un lit\n2. un toit", "6:1: texte: la liste n'a pas de ligne vide avant elle ; laissez une ligne vide au-dessus", "Il faut :\n\n1. un lit\n2. un toit"),
    body("word-bullets", "Il faut :\n\n• un lit\n• un toit", "7:1: texte: des puces qui ne font pas une liste ; commencez chaque ligne par « - » (ou « 1. »), après une ligne vide", "Il faut :\n\n- un lit\n- un toit"),
    body("long-dashes-as-bullets", "Il faut :\n\n– un lit\n– un toit", "7:1: texte: des puces qui ne font pas une liste ; commencez chaque ligne par « - » (ou « 1. »), après une ligne vide", "Il faut :\n\n- un lit\n- un toit"),
    body("table-without-titles", "| un | deux |\n| trois | quatre |", "5:1: texte: le tableau n'a pas de titres ; écrivez les titres en première ligne, puis |---|---|", "| un | deux |\n|---|---|\n| trois | quatre |"),
    body("table-of-dashes-first", "|---|---|\n| trois | quatre |", "5:1: texte: le tableau n'a pas de titres ; écrivez les titres en première ligne, puis |---|---|", "| un | deux |\n|---|---|\n| trois | quatre |"),
    body("table-under-a-sentence", "Voici :\n| un | deux |\n|---|---|\n| trois | quatre |", "6:1: texte: le tableau n'a pas de ligne vide avant lui ; laissez une ligne vide au-dessus", "Voici :\n\n| un | deux |\n|---|---|\n| trois | quatre |"),
    body("spreadsheet-pasted", "ville\tplaces\nGrenoble\tdeux", "5:1: texte: un tableau collé depuis un tableur ; écrivez | un | deux |, puis |---|---|, puis les lignes", "| ville | places |\n|---|---|\n| Grenoble | deux |"),
    body("four-spaces", "Un.\n\n    Deux.", "7:1: texte: ce passage décalé serait montré comme du code ; enlevez les espaces au début de la ligne", "Un.\n\nDeux."),
    body("empty-box", '!!! note "À savoir"\nUn texte.', "5:1: texte: l'encadré est vide ; décalez son texte de quatre espaces", '!!! note "À savoir"\n    Un texte.'),
    body("space-in-a-link", "[un site] (https://exemple.fr)", ("5:1: texte: une espace entre [le texte] et (l'adresse) ; enlevez-la : [le texte](l'adresse)",), "[un site](https://exemple.fr)"),
    body("link-reversed", "(un site)[https://exemple.fr]", ("5:1: texte: un lien à l'envers ; écrivez [le texte](l'adresse)",), "[un site](https://exemple.fr)"),
    body("bare-address", "Voir https://exemple.fr/page.", "5:6: texte: une adresse que l'on ne peut pas suivre ; écrivez [un nom](https://exemple.fr/page)", "Voir [un nom](https://exemple.fr/page)."),
    body("bare-www", "Voir www.exemple.fr.", "5:6: texte: une adresse que l'on ne peut pas suivre ; écrivez [un nom](https://www.exemple.fr)", "Voir [un nom](https://www.exemple.fr)."),
    body("heading-jump", "## Un\n\n#### Deux\n\nTexte.", "7:1: texte: un titre de niveau 4 sous un titre de niveau 2 ; commencez-le par ###", "## Un\n\n### Deux\n\nTexte."),
    body("first-heading-too-deep", "### Un\n\nTexte.", "5:1: texte: un titre de niveau 3 sous un titre de niveau 1 ; commencez-le par ##", "## Un\n\nTexte."),
    body("heading-without-a-space", "##Un\n\nTexte.", "5:1: texte: il manque une espace après les « # » d'un titre ; écrivez ## puis une espace", "## Un\n\nTexte."),
    body("model-not-filled", "Commencez par la réponse. Les détails viennent après.", "5:1: texte: « Commencez par la réponse. Les détails viennent après » est une phrase du modèle ; remplacez-la par la vôtre", "Oui."),
)
WORDS = (  # what no text may say, and what deserves an eye
    body("median-dot", "Les accompagné·es.", "5:15: texte: un point médian ; écrivez « les personnes accompagnées », ou les deux mots : « pairs et paires »", "Les personnes accompagnées."),
    change("median-dot-in-a-header", CVS, "conseil", "conseiller·es", "3:12: developpe: un point médian ; écrivez « les personnes accompagnées », ou les deux mots : « pairs et paires »", "conseil"),
    body("mail-of-a-person", "Écrire à jeanne.martin@exemple.fr.", "5:10: texte: l'adresse de messagerie d'une personne ; enlevez-la, ou mettez celle de l'accueil", "Écrire à contact@exemple.fr."),
    change("mail-in-a-header", "fiches/question.md", "Une phrase.", "Écrire à jeanne@exemple.fr", "3:14: description: l'adresse de messagerie d'une personne ; enlevez-la, ou mettez celle de l'accueil", "Une phrase."),
    body("mobile", "Appeler le 06 12 34 56 78.", "5:12: texte: un numéro de téléphone mobile ; enlevez-le : il est sans doute celui d'une personne", "Appeler le 115."),
    body("mobile-with-no-break-spaces", "Appeler le 06\u00a012\u202f34\u00a056\u00a078.", "5:12: texte: un numéro de téléphone mobile ; enlevez-le : il est sans doute celui d'une personne", "Appeler le 115."),
    body("mobile-from-abroad", "Appeler le +33 6 12 34 56 78.", "5:12: texte: un numéro de téléphone mobile ; enlevez-le : il est sans doute celui d'une personne", "Appeler le 115."),
    body("telephone", "Appeler le 04 76 12 34 56.", "~ 5:12: texte: un numéro de téléphone (« 04 76 12 34 56 ») ; gardez-le seulement si c'est celui d'un accueil", "Appeler le 115."),
    body("heading-in-bold", "**Un titre**\n\nTexte.", "~ 5:1: texte: un titre écrit en gras ; commencez la ligne par ##, sans les étoiles", "## Un titre\n\nTexte."),
    Case("image-without-words", {"images/porte.png": png(), "page.md": PAGE + "![](images/porte.png)\n"}, ("~ page.md:5:1: texte: une image que personne ne décrit ; écrivez ce que l'on y voit : ![une porte ouverte](…)",), {"images/porte.png": png(), "page.md": PAGE + "![une porte ouverte](images/porte.png)\n"}),
    Case("image-named-after-its-file", {"images/porte.png": png(), "page.md": PAGE + "![IMG_2031](images/porte.png)\n"}, ("~ page.md:5:1: texte: « IMG_2031 » ne décrit pas l'image ; écrivez ce que l'on y voit",), {"images/porte.png": png(), "page.md": PAGE + "![une porte ouverte](images/porte.png)\n"}),
    change("model-not-filled-in-a-header", "fiches/question.md", "Une question", "La question, en quelques mots", "2:8: title: « La question, en quelques mots » est une phrase du modèle ; remplacez-la par la vôtre", "Une question"),
    change("one-letter-word", CVS, "title: CVS", "title: à", "2:8: title: « à » est un mot de toutes les phrases ; enlevez-le, ou écrivez un nom plus long : il deviendrait un bouton partout", "title: CVS"),
    change("stop-word-as-a-synonym", CVS, "voir:", "synonymes: [été]\nvoir:", "4:13: synonymes: « été » est un mot de toutes les phrases ; enlevez-le, ou écrivez un nom plus long : il deviendrait un bouton partout", "voir:"),
    body("piled-accents", "Un e" + "\u0301" * 9 + ".", "5:5: fichier: des accents empilés, qui couvriraient les lignes voisines ; retapez le mot", "Un é."),
    body("anchor-of-the-site", "## Un mot {#search-title}\n\nTexte.", "5:11: texte: l'ancre « search-title » est de celles du site ; choisissez un autre nom", "## Un mot {#recherche}\n\nTexte."),
    body("code-for-a-telephone", "[Appeler](tel:*%2321%23).", "5:9: texte: « tel:*%2321%23 » n'est pas un numéro ; écrivez tel: et des chiffres", "[Appeler](tel:115)."),
    change("small-words-as-a-form", CVS, "voir:", "formes: [de la]\nvoir:", "4:10: formes: « de la » est un mot de toutes les phrases ; enlevez-le, ou écrivez un nom plus long : il deviendrait un bouton partout", "voir:"),
)
CLAIMS = (  # who says so
    change("year-without-a-source", LOI, "Un texte.", "La loi date de 2002.", "~ 8:1: texte: « 2002 » sans source dans la phrase ; ajoutez [^sa-source] à la fin de la phrase", "La loi date de 2002[^livre]."),
    change("figure-without-a-source", CVS, "Un texte.", "Un texte.\n\nIl y a 3 400 conseils. Oui.", "~ 10:1: texte: « 3 400 » sans source dans la phrase ; ajoutez [^sa-source] à la fin de la phrase", "Un texte.\n\nIl y a 3 400 conseils[^livre]. Oui."),
    change("law-without-a-source", CVS, "Un texte.", "Oui. L'article L. 311-6 le dit.", "~ 8:6: texte: « article L. 311-6 » sans source dans la phrase ; ajoutez [^sa-source] à la fin de la phrase", "Oui. L'article L. 311-6 le dit[^livre]."),
    change("source-without-a-date", "bibliographie/livre.md", "date: 2020\n", "", "~ 2:8: title: la source n'a pas de date ; ajoutez « date: » (l'année suffit), ou « consulte: » et le mois si la page n'en dit pas", "consulte: 2026-10\n"),
    change("source-without-an-address", "bibliographie/livre.md", "url: https://exemple.fr/livre\n", "", "~ 2:8: title: la source n'a pas d'adresse ; ajoutez « url: », ou dites où la lire : « numero: » et « editeur: », ou une phrase sous l'en-tête", "numero: \"12\"\nediteur: Une revue\n"),
    change("source-internet", "bibliographie/livre.md", "Un livre", "Internet", "~ 2:8: title: « Internet » n'est pas une source ; écrivez le titre de la page ou de l'article", "Un livre"),
    add("same-event-twice", "histoire/evenements/loi-bis.md", EVENT, "~ 2:8: title: docs/histoire/evenements/loi.md a le même titre ; gardez un seul des deux textes", {}),
    Case("same-event-told-otherwise", {"histoire/evenements/cvs-1.md": EVENT.replace("Une loi", "Création du conseil de la vie sociale"), "histoire/evenements/cvs-2.md": EVENT.replace("Une loi", "Le conseil de la vie sociale est créé").replace("1984", "1984-05")}, ("~ histoire/evenements/cvs-2.md:2:8: title: docs/histoire/evenements/cvs-1.md raconte peut-être la même chose ; gardez un seul des deux textes",), {"histoire/evenements/cvs-1.md": EVENT.replace("Une loi", "Création du conseil de la vie sociale")}),
    add("same-sheet-twice", "fiches/question-bis.md", SHEET, "~ 2:8: title: docs/fiches/question.md a le même titre ; gardez un seul des deux textes", {}),
)
PRINTED = (  # what paper holds
    change("sheet-of-three-pages", "fiches/question.md", "Un texte.", "Un long texte. " * 400, "~ 9:1: texte: une fiche de 5999 signes : plus de deux pages imprimées ; gardez-en 5400 au plus", "Un texte."),
)
EASY = (  # the easy register
    change("long-easy-sentence", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. Cette phrase a beaucoup trop de mots pour une personne qui apprend à lire le soir.", "~ 5:19: simple: une phrase simple de 16 mots ; coupez-la en deux : 15 mots au plus", "Un. Deux. Cette phrase est courte."),
    change("abstract-agent", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. La loi veut la participation.", "~ 5:19: simple: « La loi veut » : on ne sait pas qui veut ; dites qui agit, ou ce qui change : « Des députés votent… », « La loi oblige… »", "Un. Deux. La loi oblige à demander un avis."),
    change("they-want", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. Ils veulent du changement.", "~ 5:19: simple: « Ils veulent » : on ne sait pas qui veut ; dites qui agit, ou ce qui change : « Des députés votent… », « La loi oblige… »", "Un. Deux. Des résidents demandent du changement."),
    change("undefined-that", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. Cela change la vie.", "~ 5:19: simple: « cela » : on ne sait pas de quoi il s'agit ; répétez le mot dont vous parlez", "Un. Deux. Ce vote change la vie."),
    change("undefined-there", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. On y mange.", "~ 5:19: simple: « y » : on ne sait pas de quoi il s'agit ; répétez le mot dont vous parlez", "Un. Deux. Il y a un repas."),
    change("place-as-an-image", "fiches/question.md", "Un. Deux. Trois.", "Un. Deux. Il faut leur donner une vraie place.", "~ 5:19: simple: « donner une vraie place » est une image ; dites ce que la personne fait : « elle vote », « elle donne son avis »", "Un. Deux. Elle trouve une place en foyer."),
    change("event-without-a-date", LOI, "date:", "simple: Des élus votent.\ndate:", "~ 3:9: simple: le texte simple ne dit pas quand ; commencez par la date : « En 1984, … »", "simple: En 1984, des élus votent.\ndate:"),
    Case("everybodys-sentence", {f"fiches/f{n}.md": SHEET.replace("Une question", f"Question {n}").replace("Trois.", "La même phrase ici.") for n in (1, 2, 3)}, tuple(f"~ fiches/f{n}.md:5:19: simple: la même phrase simple est dans 3 textes ; dites-le avec les mots de ce texte, ou enlevez-la" for n in (1, 2, 3)), {}),
)
# fmt: on

CASES = tuple(every(FILES, GONE_FILES, HEADERS, LAYOUT, WORDS, CLAIMS, PRINTED, EASY, PASTED))
