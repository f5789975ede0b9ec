"""Addresses that pass by a third party, or that tell it who follows them."""

import re
from urllib.parse import parse_qsl, urlsplit

PASSERS = {  # who passes on, and under what name the true address stands
    "www.google.com": ("url", "q"),
    "www.google.fr": ("url", "q"),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "www.linkedin.com": ("url",),
}
SAFE = ".safelinks.protection.outlook.com"
SHORT = {"bit.ly", "tinyurl.com", "t.co", "goo.gl", "lnkd.in", "ow.ly", "urlz.fr", "shorturl.at", "urlr.me"}
PROXY = re.compile(r"(?:^|[.-])(?:ez)?proxy[.-]|\.bibelec\.")
TRACKER = re.compile(
    r"(?<=[?&;])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|mtm_\w+|pk_\w+|igshid|at_medium|at_campaign|xtor)=[^&#;]*"
)
PRIVATE = re.compile(
    r"https?://(?:docs\.google\.com/(?!forms)|drive\.google\.com/)|https?://[\w-]+\.sharepoint\.com/|https?://1drv\.ms/"
)


def detour(address: str) -> tuple[str, str] | None:
    """Fault and cure of an address that is not the straight one."""
    try:
        host = urlsplit(address).netloc.lower()
    except ValueError:
        return None
    if host.endswith(SAFE) or host in PASSERS:
        names = PASSERS.get(host, ("url",))
        straight = next((value for name, value in parse_qsl(urlsplit(address).query) if name in names), "")
        if straight.startswith("http"):
            return f"l'adresse passe par « {host[-40:]} »", f"écrivez {straight[:200]}"
    if host.partition(":")[0] in ("localhost", "127.0.0.1", "0.0.0.0"):
        return "une adresse qui n'existe que sur votre ordinateur", "écrivez le chemin du fichier, avec .md"
    if re.match(r"https?://www\.google\.[a-z.]+/search\?", address):
        return "une page de recherche, qui change à chaque fois", "recopiez l'adresse de la page trouvée"
    if host in SHORT:
        return f"une adresse raccourcie par « {host} »", "ouvrez-la, puis recopiez l'adresse où elle mène"
    if PROXY.search(host):
        return "l'adresse passe par une bibliothèque, où il faut un compte", "recopiez l'adresse publique de la page"
    if tracker := TRACKER.search(address):
        clean = re.sub(r"[?&;]+(?=#|$)", "", re.sub(r"([?&;])[&;]+", r"\1", TRACKER.sub("", address)))
        return (
            f"l'adresse dit d'où vient la personne qui la suit (« {tracker[0].partition('=')[0]} »)",
            f"écrivez {clean[:200]}",
        )
    if PRIVATE.match(address):
        return (
            "un document partagé, qui peut demander un compte ou disparaître",
            "publiez-le ailleurs, ou enlevez le lien",
        )
    return None
