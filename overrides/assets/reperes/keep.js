// What a device keeps to work without a network: compressed in a cache, as sw.js unpacks it.
export const able = "serviceWorker" in navigator && "CompressionStream" in window && "caches" in window;

// A network is not needed for the headers that guard a page: they are kept with it.
export async function keep(cache, url, response, guards) {
  const packed = await new Response(response.body.pipeThrough(new CompressionStream("gzip"))).blob();
  await cache.put(url, new Response(packed, { headers: { ...guards, "Content-Type": response.headers.get("Content-Type") } }));
}

const GUARDS = /^(?:content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|x-.*)$/;
const kept = new Set(); // by this page

// The atelier, once it was opened: its page, what it needed, and the texts read in it. The home of the site, then more.
export async function carry(home, more = []) {
  if (!able) return;
  try {
    const { href } = new URL(home, location.href);
    const needed = performance.getEntriesByType("resource").map((entry) => entry.name);
    const cache = await caches.open(`${href}atelier/`);
    for (const url of [location.origin + location.pathname, ...needed, ...more]) {
      if (!url.startsWith(href) || kept.has(url)) continue;
      kept.add(url);
      const response = await fetch(url);
      const guards = [...response.headers].filter(([name]) => GUARDS.test(name));
      if (response.ok) await keep(cache, url, response, Object.fromEntries(guards));
    }
    await navigator.serviceWorker.register(`${href}sw.js`);
  } catch {
    // no network, no room or no right to keep: the atelier works all the same while it is open
  }
}
