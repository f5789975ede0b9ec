# ruff: noqa: E501 - a message is one line, as its author reads it
import pytest
from contents import problems, read, write
from reperes.model.kinds import Term, keys

REST = "sources: [un-livre]\nrevu: 2026-11\n"
UNKNOWN = f"cette clé n'existe pas ici ; écrivez l'un de ces noms : {', '.join(sorted(keys(Term)))}"


def head(lines: str, rest: str = REST, body: str = "Un texte.\n") -> bytes:
    return f"---\n{lines}\n{rest}---\n{body}".encode()


# fmt: off
MALFORMED = [  # the id of an entry, its file, what its author reads
    # The front matter is not there, or not closed
    ("empty", b"", "1:1: fichier: il est vide ; copiez un fichier voisin, ou supprimez celui-ci"),
    ("white-space-only", b" \n\t\n\r\n", "1:1: fichier: il est vide ; copiez un fichier voisin, ou supprimez celui-ci"),
    ("bom-only", b"\xef\xbb\xbf", "1:1: fichier: il est vide ; copiez un fichier voisin, ou supprimez celui-ci"),
    ("no-front-matter", b"# Accueil\n\nUn texte.\n", "1:1: en-tête: le fichier ne commence pas par « --- » ; commencez par --- puis « title: … », puis --- avant le texte"),
    ("never-closed", b"---\ntitle: Accueil\n\nUn texte.\n", "1:1: en-tête: il n'est jamais fermé ; ajoutez une ligne --- avant le texte"),
    ("one-fence", b"---", "1:1: en-tête: il n'est jamais fermé ; ajoutez une ligne --- avant le texte"),
    ("blank-line-first", b"\n---\ntitle: Accueil\n---\n", "1:1: en-tête: une ligne vide avant « --- » ; effacez-la : --- est la première ligne"),
    ("space-before-the-fence", b" ---\ntitle: Accueil\n---\n", "1:1: en-tête: des espaces avant « --- » ; effacez-les"),
    ("four-dashes", b"----\ntitle: Accueil\n----\n", "1:1: en-tête: « ---- » n'ouvre pas l'en-tête ; écrivez ---, seul et au début de la ligne"),
    ("long-dashes", "———\ntitle: Accueil\n———\n".encode(), "1:1: en-tête: « ——— » n'ouvre pas l'en-tête ; écrivez ---, seul et au début de la ligne — sur un téléphone, tapez un tiret, une lettre, un tiret, une lettre, un tiret, puis effacez les lettres"),
    ("toml", b"+++\ntitle = 1\n+++\n", "1:1: en-tête: le fichier ne commence pas par « --- » ; commencez par --- puis « title: … », puis --- avant le texte"),
    ("json", b'{"title": "Accueil"}', "1:1: en-tête: le fichier ne commence pas par « --- » ; commencez par --- puis « title: … », puis --- avant le texte"),
    ("html-page", b"<!DOCTYPE html>\n<p>Un texte.\n", "1:1: en-tête: c'est une page web ; copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »"),
    ("nothing-behind-the-fence", b"---\ntitle: Accueil\nsources: [un-livre]\nrevu: 2026-11\n---", "5:1: en-tête: le fichier s'arrête à « --- » ; passez à la ligne après"),
    ("fence-in-the-middle", head("title: Accueil\n--- suite"), "3:1: en-tête: « --- » ou « ... » au milieu de l'en-tête ; enlevez cette ligne"),
    # It is no text
    ("nul-sign", head("title: Ac\0cueil"), "2:10: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("bell", head("title: Ac\acueil"), "2:10: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("line-separator", head("title: Ac\u2028cueil"), "2:10: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("zero-width-space", head("title: Ac\u200bcueil"), "2:10: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("bom-in-the-middle", head("title: Accueil\ufeff"), "2:15: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("word-document", b"PK\x03\x04\x14\0\0\0\x08\0", "1:1: fichier: c'est un document de traitement de texte ; copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »"),
    ("latin-1", "---\ntitle: Été\n---\n".encode("latin-1"), "2:8: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("latin-1-far-away", "---\ntitle: Accueil\n---\nDéjà, ét".encode() + b"\xe9", "4:9: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("utf-16", "---\ntitle: Accueil\n---\n".encode("utf-16"), "1:1: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("utf-16-without-bom", "---\ntitle: Accueil\n---\n".encode("utf-16-le"), "1:2: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("utf-8-cut-short", "---\ntitle: é".encode()[:-1], "2:8: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("surrogate", b"---\ntitle: \xed\xa0\x80\n---\n", "2:8: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("ten-megabytes", b"---\ntitle: " + b"a" * 10_000_000 + b"\n---\n", "1:1: fichier: il pèse plus de 300 ko ; coupez-le en plusieurs pages"),
    # A BOM or CRLF with a mistake behind
    ("bom", b"\xef\xbb\xbf" + head("title: Accueil\ncouleurs: bleu"), f"3:1: couleurs: {UNKNOWN}"),
    ("bom-and-latin-1", b"\xef\xbb\xbf" + head("title: Accueil") + b"\xe9", "7:1: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("crlf", head("title: Accueil\ncouleurs: bleu").replace(b"\n", b"\r\n"), f"3:1: couleurs: {UNKNOWN}"),
    ("old-mac-lines", head("title: Accueil\ncouleurs: bleu").replace(b"\n", b"\r"), f"3:1: couleurs: {UNKNOWN}"),
    ("crlf-in-the-text", (head("title: Accueil") + b"\n# Titre\n").replace(b"\n", b"\r\n"), "8:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
    # The front matter is no list of keys
    ("empty-front-matter", b"---\n---\nUn texte.\n", "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    ("comment", head("# rien", ""), "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    ("sentence", head("Bonjour à tous", ""), "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    ("list", head("- title: Accueil", ""), "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    ("number", head("42", ""), "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    ("two-fences", b"---\n---\ntitle: Accueil\n---\n", "2:1: en-tête: aucune « clé: valeur » ; écrivez « title: … »"),
    # White space
    ("tab-before-a-key", head("\ttitle: Accueil"), "2:1: en-tête: une tabulation au début de la ligne ; remplacez-la par des espaces simples"),
    ("tab-before-a-dash", head("title: Accueil\nformes:\n\t- a"), "4:1: en-tête: une tabulation au début de la ligne ; remplacez-la par des espaces simples"),
    ("tab-before-text", head("title: Accueil\nsimple: >-\n\tUn texte."), "4:1: en-tête: une tabulation au début de la ligne ; remplacez-la par des espaces simples"),
    ("hard-space-before-a-dash", head("title: Accueil\nformes:\n\xa0\xa0- a"), "4:1: en-tête: une espace insécable au début de la ligne ; remplacez-la par des espaces simples"),
    ("no-space-after-the-colon", head("title:Accueil"), "2:6: en-tête: il manque une espace après « : » ; écrivez « title: Accueil »"),
    ("no-space-on-the-last-line", head("title: Accueil", "sources: [un-livre]\nrevu:2026-11\n"), "4:5: en-tête: il manque une espace après « : » ; écrivez « revu: 2026-11 »"),
    ("hard-space-after-the-colon", head("title:\xa0Accueil"), "2:6: en-tête: une espace insécable après « : » ; effacez-la, et écrivez « title: » puis une espace simple"),
    ("first-key-indented", head(" title: Accueil"), "2:1: en-tête: un décalage inattendu ; alignez les clés à gauche, et les tirets entre eux"),
    ("key-indented", head("title: Accueil\n  exact: true"), "3:3: en-tête: un décalage inattendu ; alignez les clés à gauche, et les tirets entre eux"),
    ("dashes-not-aligned", head("title: Accueil\nformes:\n  - a\n - b"), "5:2: en-tête: un décalage inattendu ; alignez les clés à gauche, et les tirets entre eux"),
    ("sub-keys-not-aligned", head("title: Accueil", "sources:\n  - titre: Un livre\n    url: https://a.fr\n   date: 2002\nrevu: 2026-11\n"), "6:4: en-tête: un décalage inattendu ; alignez les clés à gauche, et les tirets entre eux"),
    # Colons, quotes, brackets
    ("two-colons", head("title: Loi : 2002"), '2:12: en-tête: deux fois « : » sur une ligne ; mettez la valeur entre guillemets : clé: "un : deux"'),
    ("line-without-colon", head("title Accueil"), "2:1: en-tête: une ligne sans « clé: » ; écrivez « clé: valeur »"),
    ("line-without-colon-later", head("title: Accueil\nhttps://a.fr"), "3:1: en-tête: une ligne sans « clé: » ; écrivez « clé: valeur »"),
    ("colon-first", head("title: Accueil\n: bleu"), "3:1: en-tête: une ligne qui commence par « : » ; écrivez « clé: valeur »"),
    ("double-quote-not-closed", head('title: "Accueil'), "2:8: en-tête: un guillemet ouvert et jamais fermé ; fermez-le, ou enlevez-le"),
    ("single-quote-not-closed", head("title: 'Accueil"), "2:8: en-tête: un guillemet ouvert et jamais fermé ; fermez-le, ou enlevez-le"),
    ("apostrophe-in-single-quotes", head("title: 'L'accueil'"), "2:11: en-tête: du texte après le guillemet qui ferme ; entourez toute la valeur de l'autre sorte de guillemets (\" ou ')"),
    ("quotes-in-quotes", head('title: "Le "pair" aidant"'), "2:13: en-tête: du texte après le guillemet qui ferme ; entourez toute la valeur de l'autre sorte de guillemets (\" ou ')"),
    ("backslash", head("title: \"C:\\docs\""), "2:11: en-tête: une barre oblique inverse entre guillemets doubles ; prenez des guillemets simples"),
    ("wrong-character-code", head("title: \"\\xZZ\""), "2:11: en-tête: une barre oblique inverse entre guillemets doubles ; prenez des guillemets simples"),
    ("bracket-not-closed", head("title: Accueil\nformes: [a, b"), "3:9: en-tête: un crochet ouvert et mal fermé ; écrivez [un, deux]"),
    ("bracket-at-the-end", head("title: Accueil", REST + "formes: [\n"), "5:9: en-tête: un crochet ou une accolade jamais fermés ; écrivez [un, deux]"),
    ("bracket-too-many", head("title: Accueil\nformes: [a]]"), "3:12: en-tête: « ] » est de trop ; enlevez-le, ou mettez la valeur entre guillemets"),
    ("bracket-not-opened", head("title: Accueil\nformes: a, b]"), "3:9: formes: une liste est attendue ; écrivez « formes: [un, deux] »"),
    ("brace-not-closed", head("title: Accueil\nequivalents: {en: a"), "3:14: en-tête: une accolade ouverte et mal fermée ; mettez la valeur entre guillemets"),
    ("template", head("title: {{ titre }}"), "2:9: en-tête: des accolades ou des crochets à la place d'une clé ; écrivez « clé: valeur », ou mettez le texte entre guillemets"),
    # Signs that mean something to YAML
    ("star", head("title: *Accueil*"), "2:8: en-tête: une valeur qui commence par « * » ; mettez la valeur entre guillemets"),
    ("ampersand", head("title: Accueil\nformes: [&]"), "3:10: en-tête: une valeur qui commence par « & » ; mettez la valeur entre guillemets"),
    ("anchor", head("title: &a Accueil"), "2:8: en-tête: une valeur qui commence par « & » ; mettez la valeur entre guillemets"),
    ("anchor-and-alias", head("title: &a Accueil\nsimple: *a"), "2:8: en-tête: une valeur qui commence par « & » ; mettez la valeur entre guillemets", "3:9: en-tête: une valeur qui commence par « * » ; mettez la valeur entre guillemets"),
    ("exclamation-mark", head("title: !Accueil"), "2:8: en-tête: une valeur qui commence par « ! » ; mettez la valeur entre guillemets"),
    ("python-object", head("title: !!python/object/apply:os.system [ls]"), "2:8: en-tête: une valeur qui commence par « ! » ; mettez la valeur entre guillemets"),
    ("python-object-as-key", head("!!python/name:os.system title: Accueil"), "2:1: en-tête: une valeur qui commence par « ! » ; mettez la valeur entre guillemets"),
    ("merge", head("title: Accueil\n<<: {revu: 2026-11}", "sources: [un-livre]\nrevu: 2026-11\n"), f"3:1: <<: {UNKNOWN}"),
    ("at-sign", head("title: @Accueil"), "2:8: en-tête: une valeur qui commence par « @ » ; mettez la valeur entre guillemets"),
    ("backtick", head("title: `Accueil`"), "2:8: en-tête: une valeur qui commence par « ` » ; mettez la valeur entre guillemets"),
    ("percent", head("title: %Accueil"), "2:8: en-tête: une valeur qui commence par « % » ; mettez la valeur entre guillemets"),
    ("directive", head("%TAG ! tag:a.fr,2026:\ntitle: Accueil"), "2:1: en-tête: une ligne qui commence par « % » ; enlevez-la"),
    ("comma", head("title: , Accueil"), "2:8: en-tête: une valeur qui commence par « , » ; mettez la valeur entre guillemets"),
    ("dash-behind-the-key", head("title: - Accueil"), "2:8: en-tête: un tiret sur la même ligne que la clé ; passez à la ligne avant, ou mettez la valeur entre guillemets"),
    ("greater-than", head("title: >Accueil"), "2:8: en-tête: du texte sur la même ligne que « | » ou « > » ; mettez la valeur entre guillemets"),
    ("pipe", head("title: |Accueil"), "2:8: en-tête: du texte sur la même ligne que « | » ou « > » ; mettez la valeur entre guillemets"),
    ("question-mark", head("title: ? Accueil"), "2:8: en-tête: une valeur qui commence par « ? » ; mettez la valeur entre guillemets"),
    # Keys
    ("same-key-twice", head("title: Accueil\ntitle: Accueil"), "3:1: title: cette clé est écrite deux fois ; gardez-en une seule"),
    ("same-source-key-twice", head("title: Accueil", "sources:\n  - titre: a\n    titre: b\nrevu: 2026-11\n"), "5:5: sources.titre: cette clé est écrite deux fois ; gardez-en une seule"),
    ("list-as-key", head("? [a, b]\n: c\ntitle: Accueil"), "2:3: en-tête: des accolades ou des crochets à la place d'une clé ; écrivez « clé: valeur », ou mettez le texte entre guillemets"),
    ("mapping-as-key", head("{a: b}: c\ntitle: Accueil"), "2:1: en-tête: des accolades ou des crochets à la place d'une clé ; écrivez « clé: valeur », ou mettez le texte entre guillemets"),
    ("no-key", head("title: Accueil\n~: bleu"), f"3:1: ~: {UNKNOWN}"),
    ("parenthesis-in-a-key", head("title: Accueil\nformes (fr): [a]"), "3:1: formes (fr): cette clé n'existe pas ici ; vouliez-vous écrire « formes » ?"),
    ("two-lines-in-a-key", head("title: Accueil\n\"a\\nb\": c"), f"3:1: a b: {UNKNOWN}"),
    ("emoji-in-an-id", head("title: Accueil\nvoir: ['😀']"), "3:8: voir: « 😀 » n'est pas un identifiant ; écrivez des minuscules sans accent, des chiffres et des tirets, comme « loi-2002-2 »"),
    ("emoji-before-a-mistake", head("title: Accueil\nvoir: ['😀', Été]"), "3:8: voir: « 😀 » n'est pas un identifiant ; écrivez des minuscules sans accent, des chiffres et des tirets, comme « loi-2002-2 »", "3:13: voir: « Été » n'est pas un identifiant ; écrivez « ete » (des minuscules sans accent, des chiffres et des tirets)"),
    # Depth
    ("ten-thousand-brackets", head("title: " + "[" * 10_000 + "]" * 10_000), "2:13: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    ("hundred-thousand-brackets-open", head("title: " + "[" * 100_000), "2:13: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    ("deep-braces", head("title: " + "{a: " * 10_000 + "}" * 10_000), "2:28: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    ("deep-dashes", head("title:\n  " + "- " * 10_000 + "a"), "3:13: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    ("deep-question-marks", head("? " * 10_000 + "a"), "2:13: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    ("deep-lists", head("title: [[[[[[[a]]]]]]]"), "2:13: en-tête: trop de niveaux imbriqués ; écrivez une simple liste : [un, deux]"),
    # What people, Word, Windows Notepad and phones really do
    ("smart-quotes-around-a-value", head("title: “Accueil : suite”"), '2:8: en-tête: des guillemets de traitement de texte autour de la valeur ; tapez des guillemets droits : "…"'),
    ("smart-quotes-in-a-list", head("title: Accueil\nformes: [“a”, “b”]"), "3:10: formes: des guillemets de traitement de texte autour de la valeur ; enlevez-les, ou tapez-les droits", "3:15: formes: des guillemets de traitement de texte autour de la valeur ; enlevez-les, ou tapez-les droits"),
    ("merge-conflict-in-header", head("<<<<<<< HEAD\ntitle: Accueil\n=======\ntitle: Accueils\n>>>>>>> main"), "2:1: fichier: deux versions du texte, l'une après l'autre ; gardez-en une, et effacez les lignes <<<<<<<, ======= et >>>>>>>"),
    ("merge-conflict-in-text", head("title: Accueil",body="<<<<<<< HEAD\nUn texte.\n=======\nUn autre.\n>>>>>>> main\n"), "6:1: fichier: deux versions du texte, l'une après l'autre ; gardez-en une, et effacez les lignes <<<<<<<, ======= et >>>>>>>"),
    ("bold-key", head("**title**: Accueil"), "2:1: en-tête: une valeur qui commence par « * » ; mettez la valeur entre guillemets"),
    ("key-in-capitals", head("TITLE: Accueil"), "1:1: title: cette clé obligatoire manque ; ajoutez « title: … »", "2:1: TITLE: cette clé n'existe pas ici ; vouliez-vous écrire « title » ?"),
    ("equals", head("title = Accueil"), "2:1: en-tête: une ligne sans « clé: » ; écrivez « clé: valeur »"),
    ("fullwidth-colon", head("title：Accueil"), "2:1: en-tête: une ligne sans « clé: » ; écrivez « clé: valeur »"),
    ("key-translated", head("titre: Accueil"), "1:1: title: cette clé obligatoire manque ; ajoutez « title: … »", "2:1: titre: cette clé n'existe pas ici ; vouliez-vous écrire « title » ?"),
    ("bullet", head("title: Accueil","sources:\n  • titre: Un livre\nrevu: 2026-11\n"), "4:3: sources: une liste est attendue ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
    ("star-list", head("title: Accueil\nformes:\n  * a\n  * b"), "4:3: en-tête: une valeur qui commence par « * » ; mettez la valeur entre guillemets"),
    ("dash-without-space", head("title: Accueil\nformes:\n  -a\n  -b"), "4:3: formes: une liste est attendue ; écrivez « formes: [un, deux] »"),
    ("source-without-dash", head("title: Accueil","sources:\n  titre: Un livre\nrevu: 2026-11\n"), "4:3: sources: une liste est attendue ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
    ("source-as-text", head("title: Accueil","sources: Un livre\nrevu: 2026-11\n"), "3:10: sources: une liste est attendue ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
    ("source-as-address", head("title: Accueil","sources:\n  - https://a.fr/x\nrevu: 2026-11\n"), "4:5: sources: « https://a.fr/x » n'est pas un identifiant ; écrivez « https-a-fr-x » (des minuscules sans accent, des chiffres et des tirets)"),
    ("revu-full-date", head("title: Accueil","sources: [un-livre]\nrevu: 2026-11-25\n"), "4:7: revu: « 2026-11-25 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
    ("revu-french", head("title: Accueil","sources: [un-livre]\nrevu: novembre 2026\n"), "4:7: revu: « novembre 2026 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
    ("revu-slash", head("title: Accueil","sources: [un-livre]\nrevu: 11/2026\n"), "4:7: revu: « 11/2026 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
    ("voir-with-extension", head("title: Accueil\nvoir: [cvs.md]"), "3:8: voir: « cvs.md » n'est pas un identifiant ; écrivez « cvs » (des minuscules sans accent, des chiffres et des tirets)"),
    ("voir-with-accent", head("title: Accueil\nvoir: [médiateur]"), "3:8: voir: « médiateur » n'est pas un identifiant ; écrivez « mediateur » (des minuscules sans accent, des chiffres et des tirets)"),
    ("voir-as-link", head("title: Accueil\nvoir: [[CVS](cvs.md)]"), "3:7: en-tête: un crochet ouvert et mal fermé ; écrivez [un, deux]"),
    ("voir-title", head("title: Accueil\nvoir: [Loi 2002-2]"), "3:8: voir: « Loi 2002-2 » n'est pas un identifiant ; écrivez « loi-2002-2 » (des minuscules sans accent, des chiffres et des tirets)"),
    ("domaine-accent", head("title: Accueil\ndomaines: [Santé mentale]"), "3:12: domaines: « Santé mentale » n'est pas dans la liste ; écrivez « sante-mentale »"),
    ("domaine-typo", head("title: Accueil\ndomaines: [particpation]"), "3:12: domaines: « particpation » n'est pas dans la liste ; vouliez-vous écrire « participation » ?"),
    ("exact-oui", head("title: Accueil\nexact: oui"), "3:8: exact: « true » ou « false » est attendu ; écrivez « exact: true », ou enlevez la clé"),
    ("periode-dash", head("title: Accueil\nperiode: 2010-2016"), "3:10: periode: « 2010-2016 » n'est pas une date ; écrivez 2010/2016"),
    ("periode-words", head("title: Accueil\nperiode: depuis 2005"), "3:10: periode: « depuis 2005 » n'est pas une date ; écrivez 2005/.."),
    ("equivalents-names", head("title: Accueil\nequivalents: {anglais: welcome}"), "3:15: equivalents.anglais: « anglais » n'est pas une autre langue ; écrivez un code comme en, ar ou uk"),
    ("acronym-alone", head("title: CHRS"), "2:8: title: « CHRS » est un sigle sans développement ; ajoutez « developpe: … »"),
    ("simple-multiline-unindented", head("title: Accueil\nsimple: >-\nUne phrase.\nUne autre."), "4:1: en-tête: cette ligne de « simple » n'est pas décalée ; commencez-la par deux espaces"),
    ("text-in-header", head("title: Accueil\nUn texte libre ici."), "3:1: en-tête: une ligne sans « clé: » ; écrivez « clé: valeur »"),
    ("header-end-with-spaces", b"---\ntitle: Accueil\n"+REST.encode()+b"  ---\nUn texte.\n", "5:1: en-tête: « --- » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne"),
    ("header-end-dashes", b"---\ntitle: Accueil\n"+REST.encode()+b"-----\nUn texte.\n", "5:1: en-tête: « ----- » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne"),
    ("header-end-long-dash", b"---\ntitle: Accueil\n"+REST.encode()+"—\nUn texte.\n".encode(), "5:1: en-tête: « — » ne ferme pas l'en-tête ; écrivez ---, seul et au début de la ligne — sur un téléphone, tapez un tiret, une lettre, un tiret, une lettre, un tiret, puis effacez les lettres"),
    ("no-text", head("title: Accueil",body=""), "6:1: texte: il n'y a pas de texte ; écrivez au moins un paragraphe : il est montré dans les listes"),
    ("utf16-notepad", ("---\ntitle: Accueil\n"+REST+"---\nUn texte.\n").encode("utf-16"), "1:1: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("cp1252", head("title: L’été").decode().encode("cp1252"), "2:9: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("mac-roman", head("title: Été").decode().encode("mac-roman"), "2:8: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "2:2: fichier: ce n'est pas du texte en UTF-8 ; enregistrez-le en « texte brut, UTF-8 »"),
    ("rtf", b"{\\rtf1\\ansi\\deff0 Un texte}", "1:1: en-tête: c'est un document de traitement de texte (RTF) ; copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »"),
    ("html-word", b"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body>x", "1:1: en-tête: c'est une page web ; copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »"),
    ("word-bullet", head("title: Accueil",body="Un texte.\n\n\uf0b7 un\n\uf0b7 deux\n"), "8:1: fichier: une puce de Word ; remplacez-la par « - »"),
    ("pasted-div", head("title: Accueil",body='<div class="MsoNormal">Un texte.</div>\n'), "6:1: texte: du HTML (« <div> ») ; gardez le texte, et enlevez ces signes"),
    ("pasted-font", head("title: Accueil",body='Un <font color="red">texte</font>.\n'), "6:4: texte: du HTML (« <font> ») ; gardez le texte, et enlevez ces signes"),
    ("pasted-br", head("title: Accueil",body='Un texte.<br clear="all">\n'), "6:10: texte: l'attribut « clear » dans du HTML ; enlevez-le : seuls lang, dir et data-glossaire sont admis"),
    ("pasted-a", head("title: Accueil",body='Un <a href="https://a.fr">lien</a>.\n'), "6:4: texte: du HTML (« <a> ») ; écrivez [le texte](l'adresse)"),
    ("pasted-table", head("title: Accueil",body='Un texte.\n\n<table><tr><td>a</td></tr></table>\n'), "8:1: texte: un tableau en HTML ; écrivez | un | deux |, puis |---|---|, puis une ligne par rangée"),
    ("pasted-youtube", head("title: Accueil",body='<iframe src="https://www.youtube.com/embed/x"></iframe>\n'), "6:1: texte: du HTML (« <iframe> ») ; mettez un lien : [son titre](son adresse)"),
    ("html-comment", head("title: Accueil",body='Un texte.\n\n<!-- à revoir -->\n'), "8:1: texte: une remarque cachée ; enlevez-la : dites-le plutôt avec votre proposition"),
    ("h1", head("title: Accueil",body='# Accueil\n\nUn texte.\n'), "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
    ("h1-underlined", head("title: Accueil",body='Accueil\n=======\n\nUn texte.\n'), "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
    ("link-word", head("title: Accueil",body='Un [lien](C:\\Users\\moi\\loi.docx).\n'), "6:9: texte: un lien en « c: » ; ce fichier n'est que sur votre ordinateur : mettez-le en ligne, ou enlevez le lien"),
    ("link-space-between", head("title: Accueil",body='Un [lien]().\n'), "6:9: texte: un lien sans adresse ; écrivez l'adresse ou le fichier entre les parenthèses"),
    ("link-www", head("title: Accueil",body='Un [lien](www.a.fr).\n'), "6:9: texte: l'adresse « www.a.fr » est incomplète ; écrivez https://www.a.fr"),
    ("link-no-extension", head("title: Accueil",body='Un [lien](cvs).\n'), "6:9: texte: le lien « cvs » ne mène pas à un fichier ; écrivez le chemin du fichier, avec .md"),
    ("link-to-local-server", head("title: Accueil",body='Un [lien](file:///C:/loi.pdf).\n'), "6:9: texte: un lien en « file: » ; ce fichier n'est que sur votre ordinateur : mettez-le en ligne, ou enlevez le lien"),
    ("image-missing", head("title: Accueil",body='Une ![image](photo.jpg).\n'), "6:12: texte: le lien « photo.jpg » mène à un fichier qui n'existe pas ; vérifiez le chemin, ou créez le fichier"),
    ("image-remote", head("title: Accueil",body='Une ![image](https://a.fr/photo.jpg).\n'), "6:5: texte: une image d'un autre site ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp) (avec le droit de la copier)"),
    ("image-pasted", head("title: Accueil",body='Une ![image](data:image/png;base64,AAAA).\n'), "6:12: texte: un lien en « data: » ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)"),
    ("block-typo", head("title: Accueil",body='Un texte.\n\n```cronologie\n```\n'), "8:1: bloc: « cronologie » n'est pas un bloc ; vouliez-vous écrire « chronologie » ?"),
    ("block-indented", head("title: Accueil",body='Un texte.\n\n    ```glossaire\n    ```\n'), "8:1: texte: le bloc « glossaire » est décalé ; commencez-le au début de la ligne"),
    ("block-unclosed", head("title: Accueil",body='Un texte.\n\n```glossaire\n'), "8:1: texte: un bloc « ``` » jamais fermé ; ajoutez une ligne ```"),
    ("block-option", head("title: Accueil",body='Un texte.\n\n```glossaire\ndomaine: [droit]\n```\n'), "9:1: domaine: cette clé n'existe pas ici ; vouliez-vous écrire « domaines » ?"),
    ("block-date", head("title: Accueil",body='Un texte.\n\n```chronologie\nde: années 80\n```\n'), "9:5: de: « années 80 » n'est pas une date ; écrivez 198X (toute la décennie) ou 1980/1989"),
    ("nested-lists", head("title: Accueil",body="\n".join("    "*i+"- a" for i in range(10))+"\n"), "14:1: texte: trop de niveaux imbriqués ; remontez ce passage vers la marge, ou coupez la liste en deux"),
    ("class", head("title: Accueil",body='Un *texte*{.rouge}.\n'), "6:11: texte: la classe « rouge » entre accolades ; enlevez-le : seuls #id, lang et dir sont admis"),
    ("note-kind", head("title: Accueil",body='Un texte.\n\n!!! Attention\n    Un texte.\n'), "8:1: texte: « Attention » n'est pas un encadré ; écrivez !!! note ou info ou tip ou warning ou danger ou example ou quote"),
    ("note-title", head("title: Accueil",body='Un texte.\n\n!!! warning\n    Un texte.\n'), "8:1: texte: l'encadré n'a pas de titre ; écrivez !!! warning \"À savoir\""),
    ("span-unclosed", head("title: Accueil",body='Un <span lang="en">texte.\n'), "6:4: texte: « <span> » n'est pas fermé dans ce paragraphe ; ajoutez </span>"),
    ("brackets", head("title: Accueil",body='['*30+'\n'), "6:21: texte: des crochets ouverts et jamais fermés ; enlevez-les, ou écrivez \\[ pour un simple signe"),
    ("rtl-override", head("title: Accueil",body='Un \u202etexte.\n'), "6:4: fichier: un caractère invisible, qui n'est pas du texte ; effacez-le et retapez le mot"),
    ("replacement-char", head("title: Accueil",body='Un t\ufffdxte.\n'), "6:5: fichier: des lettres abîmées par un mauvais enregistrement ; retapez le mot, et enregistrez en UTF-8"),
    ("mojibake", head("title: Ã‰tÃ©"), "2:8: fichier: des lettres abîmées par un mauvais enregistrement ; retapez le mot, et enregistrez en UTF-8"),
    ("too-big", head("title: Accueil",body='mot '*80000), "1:1: fichier: il pèse plus de 300 ko ; coupez-le en plusieurs pages"),
]
SOURCES = [  # a line of a source, what its author reads
    ("url: www.legifrance.gouv.fr", "3:6: url: « www.legifrance.gouv.fr » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
    ("url: <https://a.fr>", "3:6: url: « <https://a.fr> » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
    ("url: https://a.fr/un fichier.pdf", "3:6: url: « https://a.fr/un fichier.pdf » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
    ("url: https://moi@a.fr/x", "3:6: url: un « @ » avant la première barre de l'adresse ; écrivez https://a.fr"),
    ("url: https://trаvail.fr/x", "3:6: url: des lettres qui en imitent d'autres dans l'adresse ; recopiez-la depuis la barre d'adresse"),
    ("url: https://a.fr, https://b.fr", "3:6: url: « https://a.fr, https://b.fr » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
    ("date: 1er mars 2002", "3:7: date: « 1er mars 2002 » n'est pas une date ; écrivez 2002-03-01"),
]
# fmt: on


def said(id_: str, messages: tuple[str, ...]) -> list[str]:
    return [f"docs/glossaire/{id_}.md:{message}" for message in messages]


def test_a_malformed_file_ends_with_its_place_and_its_cure():
    found = {id_: (problems({f"glossaire/{id_}.md": raw}), said(id_, tuple(rest))) for id_, raw, *rest in MALFORMED}
    assert {id_: pair for id_, pair in found.items() if pair[0] != pair[1]} == {}


def test_a_malformed_source_ends_with_its_place_and_its_cure():
    found = {line: problems({"bibliographie/x.md": f"---\ntitle: X\n{line}\ngenre: loi\n---\n"}) for line, _ in SOURCES}
    assert found == {line: [f"docs/bibliographie/x.md:{message}"] for line, message in SOURCES}


def test_all_malformed_files_are_told_in_one_run():
    files = {f"glossaire/{id_}.md": raw for id_, raw, *_ in MALFORMED}
    told = [message for id_, _, *messages in MALFORMED for message in said(id_, tuple(messages))]
    assert sorted(problems(files)) == sorted(told)


@pytest.mark.parametrize(
    "raw",
    [
        head("title: Accueil"),
        b"\xef\xbb\xbf" + head("title: Accueil"),
        head("title: Accueil").replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + head("title: Accueil").replace(b"\n", b"\r\n"),
        head("title: Accueil").replace(b"---\n", b"--- \t\n"),
        head("title: Accueil").replace(b"---\nUn", b"...\nUn"),
        head("# Une remarque\ntitle:\tAccueil # une autre"),
        head('"title": "Étude : 😀"'),
        head("{title: Accueil, sources: [un-livre], revu: 2026-11}", ""),
    ],
)
def test_what_only_looks_odd_is_read(raw: bytes):
    assert problems({"glossaire/a.md": raw}) == []


def test_a_bom_and_windows_line_ends_change_nothing_to_what_is_read():
    plain = head("title: Accueil\nformes: [a, b]")
    odd = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    assert read({"glossaire/a.md": odd}).texts == read({"glossaire/a.md": plain}).texts


STRAY = [*"[]{}:,'\"&*!|>%@`#?-\\\t\n\0é😀", "\n---\n", "\u2028", "\ufeff", "<<: *a\n"]


def test_a_stray_sign_anywhere_is_read_or_told_never_a_crash():
    text = write("term", "formes: ['l''un', \"deux\"]", "equivalents: {en: null}", "simple: >-", "  Un. Deux.")
    pairs = [(place, sign) for place in range(len(text) + 1) for sign in STRAY][::7]  # every place, every sign
    for place, sign in pairs:
        for message in problems({"glossaire/a.md": text[:place] + sign + text[place:]}):
            assert message.startswith("docs/glossaire/a.md:") and " ; " in message and "\n" not in message
