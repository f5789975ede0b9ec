// The worker of readers who carried pages away (see assets/reperes/offline.js, which stores and removes them).
// The network first, always; without one, what was carried away, else the page that says so. It stores nothing.
addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.cache === "no-store") return; // asked by offline.js: only the network may answer
  event.respondWith(fetch(request).catch(() => instead(request)));
});

async function instead(request) {
  const found = await carried(request.url);
  if (found) return unpacked(found, 200);
  const absent = request.mode === "navigate" && (await carried(await absence(request.url)));
  return absent ? unpacked(absent, 503) : Response.error();
}

async function stores() {
  const names = (await caches.keys()).filter((name) => name.startsWith(registration.scope));
  return Promise.all(names.map((name) => caches.open(name)));
}

async function carried(url) {
  for (const cache of url ? await stores() : []) {
    const found = await cache.match(url, { ignoreSearch: true });
    if (found) return found;
  }
}

// The page of the language whose home is nearest above an address, else that of any language.
async function absence(url) {
  const keys = (await Promise.all((await stores()).map((cache) => cache.keys()))).flat();
  const pages = keys.map((key) => key.url).filter((key) => key.endsWith("/hors-ligne.html"));
  pages.sort((a, b) => b.length - a.length);
  return pages.find((page) => url.startsWith(new URL(".", page).href)) ?? pages[0];
}

const unpacked = (stored, status) =>
  new Response(stored.body.pipeThrough(new DecompressionStream("gzip")), { status, headers: stored.headers });
